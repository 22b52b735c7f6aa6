"""Targets: what is asked, by which document; adding and revising them, with every earlier wording kept."""

from __future__ import annotations

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.aims import assigned, scopes
from pages.parts import clock, data, desk, filters, gate, names
from pages.parts.filters import Filters
from pages.parts.html import h, link
from pages.parts.registers import target_form, target_list
from pages.parts.visitor import visitor
from report import kept

ADDRESS, EDITED, NEW, WHICH, DOUBTFUL = "chi-tieu", "sua", "moi", "pham-vi", "chua-doi-chieu"
HERE, ALL = "dang-ap-dung", "tat-ca"


def show() -> None:
    """Show the targets that concern the unit of the filters, and the form when the address asks for it."""
    gate.require("viewer")
    chosen, analyst = filters.chosen(), gate.allows("analyst")
    targets = {target.id: target for target in data.store().targets()}
    desk.begin(_("Targets"), _("What is to be reached, by which document. A revision never changes what was known before."))
    edited = st.query_params.get(EDITED)
    if analyst and edited and (edited == NEW or edited in targets):
        _form(targets.get(edited), chosen)
        return
    if edited:
        st.warning(_("There is no such target, or you may not change it."))
    _list(list(targets.values()), chosen, analyst)


def _list(targets: list[Target], chosen: Filters, analyst: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", key="target-choice"):
        which = filters.choose(WHICH, _("Which targets"), (HERE, ALL), lambda code: _which(code, chosen))
        doubtful = st.toggle(_("Also those not checked against their documents"), key=DOUBTFUL, bind="query-params")
    judging = _judging(chosen)
    found = _wanted(targets, chosen, which, set(judging.values()))
    shown = [target for target in found if target.verified or doubtful]
    hidden = len(found) - len(shown)
    shown += _quotas(shown) if which == HERE else []
    about = len({target.indicator for target in shown})
    said = _("{count} targets for {about} indicators.", count=number(len(shown)), about=number(about))
    if hidden:
        said += " " + _("{count} more were not checked against their documents and are not shown.", count=number(hidden))
    if which == HERE:
        said += " " + _("The overview of the period judges {judged} of these indicators, each by one target.", judged=number(len(judging)))
    said += " " + _("The small date is the last day of the reporting period that ends with the span, as cards and slides give it.")
    desk.show(desk.note(said))
    if analyst:
        desk.show(h("p", link(_("+ Add a target"), chosen.address(ADDRESS, sua=NEW)), class_="desk-note"))
    edit = (lambda target: chosen.address(ADDRESS, sua=target.id)) if analyst else None
    if shown:
        desk.show(target_list.target_table(shown, kept.documents(data.store()), clock.today(), edit))
    else:
        st.info(_("No target is known here."))


def _which(code: str, chosen: Filters) -> str:
    return _("In force for {unit}", unit=names.unit_inline(chosen.unit)) if code == HERE else _("All that were ever recorded")


def _judging(chosen: Filters) -> dict[str, str]:
    """By indicator that the overview of the choice judges, the id of the target it is judged by: an older figure by that of its time."""
    table = data.standing((chosen.unit,), (str(chosen.period),), data.core_indicators(), chosen.boundaries, chosen.version)
    aimed = table[table["status"] != "no_target"]
    return dict(zip(aimed["indicator"], aimed["target_id"], strict=True))


def _wanted(targets: list[Target], chosen: Filters, which: str, judging: set[str]) -> list[Target]:
    """The targets asked for; those in force the nearest first, by the area they are set for, then by their last period."""
    if which == ALL:
        return targets
    areas, known = scopes(units(), chosen.unit, data.day_of(chosen)), units()
    found = [
        target
        for target in targets
        if target.status == "in_force"
        and target.scope in areas
        and target.level in (known[target.scope].level, known[chosen.unit].level, "commune")
        and (Period.parse(target.period_to) >= chosen.period or target.id in judging)
    ]
    return sorted(found, key=lambda target: (-len(known.path(target.scope)), Period.parse(target.period_to)))


def _quotas(shown: list[Target]) -> list[Target]:
    """What the core quota rates ask by themselves where no document of ours sets another value."""
    declared = {target.indicator for target in shown}
    own = (assigned(one) for one in indicators().values() if one.status == "core" and one.code not in declared)
    return [target for target in own if target]


def _form(before: Target | None, chosen: Filters) -> None:
    desk.show(desk.ways(link(_("All targets"), chosen.address(ADDRESS))))
    desk.show(desk.heading(names.indicator(before.indicator) if before else _("A new target")))
    offered = [unit.id for unit in units().path(chosen.unit)] + list(data.units_to_choose(chosen.root, None, data.day_of(chosen)))
    entered = target_form.ask(before, [*dict.fromkeys(offered)])
    if entered:
        wrong = target_form.faults(entered)
        if wrong:
            st.error("\n".join(f"- {one}" for one in wrong))
        else:
            made = target_form.target_of(entered, before)
            data.store().revise_target(made, visitor(), entered.reason.strip())
            st.query_params.pop(EDITED, None)
            st.toast(_("Recorded: {what}.", what=target_list.asked_words(made)))
            st.rerun()
    if before:
        desk.show(desk.heading(_("Earlier wordings")), target_form.history_table(data.store().target_revisions(before.id)))
