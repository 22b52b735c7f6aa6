"""All that a leader is told at once: one sentence, the cards, what needs attention. No arithmetic of its own."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from catalogue.indicators import indicators
from catalogue.language import _, day, number
from indicators.headline import headline
from indicators.punctuality import SYSTEM
from report import names
from report.brief import covered
from report.brief.card import Card, card
from report.brief.main import core_indicators, overview_indicators
from report.brief.past import pasts, why_not
from report.brief.returns import owing
from report.brief.view import View
from report.brief.worries import Worry, worries

HISTORY = 8
SILENT_NAMED = 2
"""So many units that have not sent are named in the sentence."""


@dataclass(frozen=True, slots=True)
class Brief:
    """`heading` names unit, period and boundaries. `template` is the sentence, its {names} to be filled from `numbers`, so that
    a screen can make each a link; `sentence` is the same filled."""

    heading: str
    template: str
    numbers: dict[str, str]
    cards: tuple[Card, ...]
    worries: tuple[Worry, ...]

    @property
    def sentence(self) -> str:
        """The sentence as plain words."""
        return self.template.format(**self.numbers)


def brief(view: View) -> Brief:
    """What is told of a choice."""
    codes = overview_indicators()
    found = pasts(view, (view.unit,), codes, HISTORY)
    aims = view.own(core_indicators())
    main = {code: names.short_indicator(code) for code in codes}
    template, numbers = _sentence(view, aims)
    made = tuple(card(view, code, found[view.unit, code]) for code in codes)
    return Brief(heading(view), template, numbers, made, worries(view, main, aims[aims["status"] != "no_target"]))


def heading(view: View) -> str:
    """Unit, period, boundaries, and that it is a demonstration."""
    parts = [names.unit(view.unit), names.period(view.period), names.boundaries(view.boundaries)]
    return " · ".join([*parts, _("Illustrative data")] if view.illustrative else parts)


def in_force_words() -> str:
    """Why the number of targets differs from period to period."""
    return _("Only targets in force in the period are counted, so their number differs from period to period.")


def _sentence(view: View, aims: pd.DataFrame) -> tuple[str, dict[str, str]]:
    told = headline(aims, view.unit, str(view.period))
    due = owing(view)
    came = [row for row in due if row.standing != "missing"]
    counted = covered.returns(view, due, came)
    typed = aims[~aims["indicator"].map(lambda code: indicators()[code].sources == SYSTEM)]
    date = headline(typed, view.unit, str(view.period)).data_date
    numbers = {
        "good": f"{told.on_track}/{told.total}",
        "slow": str(told.behind),
        "unknown": str(told.no_data),
        "reported": f"{number(counted.whole)}/{number(counted.due)}",
        "former": covered.former(counted),
        "day": day(date),
        "better": str(told.up),
        "worse": str(told.down),
    }
    parts = [
        _(": {good} targets on pace, {slow} behind, {unknown} without enough data."),
        _("{reported} communes have reported, data to {day}.") if date else _("{reported} communes have reported; no figure has come yet."),
    ]
    if not told.total:
        parts[0] = _(": no target has been set for this unit.")
    if silent := [row.unit for row in due if row.standing == "missing"]:
        numbers["silent"] = names.some(silent, SILENT_NAMED)
        parts.append(_("Not sent: {silent}."))
    if told.total and told.compared:
        parts.append(_("Against the period before: {better} up, {worse} down."))
    elif told.total:
        numbers["why"] = why_not(told.why_not, names.period_inline(view.period.previous))
        parts.append(_("Not comparable with the period before: {why}."))
    if counted.former_due:
        parts.append(_("Counted {former}."))
    return names.period(view.period) + " ".join(parts), numbers
