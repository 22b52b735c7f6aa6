"""Adding or revising a target: what is asked for, and what must be right before it is recorded."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

import streamlit as st

from catalogue.errors import UserError
from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day
from catalogue.legal import LegalBasis, legal_bases
from catalogue.periods import Period
from catalogue.targets import Operator, Target
from catalogue.units import units
from pages.parts import clock, desk, names
from pages.parts.drawing import terms
from pages.parts.html import Html, h, join, table
from pages.parts.registers import target_list, typed
from pages.parts.visitor import who
from store.targets import Revision

LEVELS = ("commune", "district", "province", "country")
MOST_PERCENT = 1000


@dataclass(frozen=True, slots=True)
class Entered:
    """What a person filled in, as typed."""

    indicator: str
    scope: str
    level: str
    period_from: str
    period_to: str
    operator: str
    value: str
    denominator: str
    legal_basis: str
    other_document: str
    clause: str
    text: str
    status: str
    verified: bool
    reason: str
    steps: str = ""


def faults(entered: Entered) -> list[str]:
    """What is still missing or wrong, one sentence each; nothing when it can be recorded."""
    indicator, found = indicators().get(entered.indicator), []
    if indicator is None:
        found.append(_("Choose an indicator."))
    if entered.scope not in units():
        found.append(_("Choose the unit it is set for."))
    first, last = typed.period(entered.period_from), typed.period(entered.period_to)
    if first is None or last is None:
        found.append(_("Write the periods as {examples}.", examples=_examples()))
    elif last.end("plain") < first.start("plain"):
        found.append(_("The last period lies before the first."))
    if indicator:
        found += [*_wrong_steps(entered, indicator, first, last), *_wrong_value(entered.value, indicator)]
    if not (entered.legal_basis or entered.other_document.strip()):
        found.append(_("Name the document that sets the target."))
    if not entered.clause.strip():
        found.append(_("Name the clause, item or annex in which it stands."))
    if not entered.reason.strip():
        found.append(_("Say why it is added or changed."))
    return found


def _wrong_value(text: str, indicator: Indicator) -> list[str]:
    if not text.strip():
        return [_("Write the value to be reached.")]
    try:
        value = typed.value(text, indicator)
    except UserError as error:
        return [str(error)]
    if value < 0:
        return [_("Write the value to be reached.")]
    over = indicator.unit == "percent" and value > (MOST_PERCENT if indicator.quota else 100)
    return [_("A target in percent is at most 100.")] if over else []


def _wrong_steps(entered: Entered, indicator: Indicator, first: Period | None, last: Period | None) -> list[str]:
    try:
        steps = typed.steps(entered.steps, indicator)
    except UserError as error:
        return [str(error)]
    except ValueError:
        return [_("Write the steps as {example}.", example=_stepped())]
    within = first is None or last is None or all(first.start("plain") <= _end(p) <= last.end("plain") for p, _value in steps)
    return [] if within else [_("The steps must lie between the first and the last period.")]


def _end(period: str) -> dt.date:
    return Period.parse(period).end("plain")


def target_of(entered: Entered, before: Target | None) -> Target:
    """The target as it reads from now on; ask `faults` first. A new one gets an id of its own."""
    indicator = indicators()[entered.indicator]
    made = Target(
        id=before.id if before else f"local-{secrets.token_hex(6)}",
        indicator=entered.indicator,
        scope=entered.scope,
        level=entered.level,
        period_from=str(typed.period(entered.period_from)),
        period_to=str(typed.period(entered.period_to)),
        operator=cast(Operator, entered.operator),
        value=typed.value(entered.value, indicator),
        unit=indicator.unit,
        denominator=entered.denominator,
        legal_basis=entered.legal_basis or entered.other_document.strip(),
        clause=entered.clause.strip(),
        status=entered.status,
        verified=entered.verified,
        text=entered.text.strip(),
        steps=typed.steps(entered.steps, indicator),
    )
    return replace(made, unit=before.unit) if before and before.indicator == made.indicator else made


def _examples() -> str:
    """Periods as they may be written: a year, a quarter, a month."""
    year = clock.today().year
    return "; ".join(names.period(one) for one in (Period(year, "year"), Period(year, "quarter", 4), Period.month(year, 12)))


def _stepped() -> str:
    """Steps as they may be written."""
    year = clock.today().year
    return typed.written([(str(Period(year, "quarter", 2)), 40), (str(Period(year, "quarter", 4)), 60)])


def ask(before: Target | None, scopes: Sequence[str]) -> Entered | None:
    """Draw the form, filled from `before`; what was entered when it is sent, else None. `scopes` are the units offered."""
    key = before.id if before else "new"
    codes = list(indicators())
    start = codes.index(before.indicator) if before and before.indicator in codes else None
    code = st.selectbox(
        _("Indicator"),
        codes,
        index=start,
        format_func=names.indicator,
        key=f"{key}-indicator",
        disabled=before is not None,
        help=_("The indicator of a target stays; record a new target for another one.") if before else None,
        placeholder=_("Choose"),
    )
    if code is None:
        return None
    with st.form(key=f"{key}-target"):
        entered = _fields(key, before, indicators()[code], scopes)
        sent = st.form_submit_button(_("Record"), type="primary")
    return entered if sent else None


def _fields(key: str, before: Target | None, indicator: Indicator, scopes: Sequence[str]) -> Entered:
    scope, level = _whose(key, before, scopes)
    first, last = _when(key, before)
    written = typed.written(before.steps) if before else ""
    steps = st.text_input(_("Steps on the way (period: value; …)"), written, key=f"{key}-steps", placeholder=_stepped())
    operator, value, denominator = _what(key, before, indicator)
    document, other, clause, text = _source(key, before)
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    statuses = list(target_list.STATUSES)
    with left:
        status = st.selectbox(
            _("Standing"),
            statuses,
            index=statuses.index(before.status) if before else 0,
            format_func=_status,
            key=f"{key}-status",
        )
    with right:
        verified = st.checkbox(
            _("I have checked it against the document"), value=before.verified if before else False, key=f"{key}-verified"
        )
    reason = st.text_input(_("Why it is added or changed"), key=f"{key}-reason", max_chars=300) or ""
    return Entered(
        indicator.code,
        scope,
        level,
        first,
        last,
        operator,
        value,
        denominator,
        document,
        other,
        clause,
        text,
        status,
        verified,
        reason,
        steps or "",
    )


def _whose(key: str, before: Target | None, scopes: Sequence[str]) -> tuple[str, str]:
    offered = list(dict.fromkeys([*([before.scope] if before and before.scope in units() else []), *scopes]))
    left, right = st.columns(2)
    with left:
        scope = st.selectbox(_("Set for"), offered, format_func=names.unit, key=f"{key}-scope")
    levels = list(LEVELS)
    at = levels.index(before.level) if before and before.level in levels else 0
    with right:
        level = st.selectbox(_("Judges"), levels, index=at, format_func=target_list.level_words, key=f"{key}-level")
    return scope, level


def _when(key: str, before: Target | None) -> tuple[str, str]:
    left, right = st.columns(2)
    spans = (before.period_from, before.period_to) if before else ("", "")
    start, end = (names.period(Period.parse(one)) if one else "" for one in spans)
    with left:
        first = st.text_input(_("From period"), start, key=f"{key}-from", placeholder=_examples())
    with right:
        last = st.text_input(_("To period"), end, key=f"{key}-to", placeholder=_examples())
    return first or "", last or ""


def _what(key: str, before: Target | None, indicator: Indicator) -> tuple[str, str, str]:
    signs, denominators = list(target_list.SIGNS), list(dict.fromkeys(str(v.denominator or "") for v in indicator.versions))
    left, middle, right = st.columns([1, 2, 4])
    at = signs.index(before.operator) if before else signs.index(">=" if indicator.better == "up" else "<=")
    with left:
        operator = st.selectbox(_("Sign"), signs, index=at, format_func=lambda sign: target_list.SIGNS[sign], key=f"{key}-sign")
    with middle:
        label = _("Value ({unit})", unit=terms.unit_words(indicator))
        value = st.text_input(label, typed.as_typed(before.value) if before else "", key=f"{key}-value") or ""
    place = denominators.index(before.denominator) if before and before.denominator in denominators else 0
    with right:
        denominator = st.selectbox(
            _("Taken of"), denominators, index=place, format_func=lambda code: _formula(indicator, code), key=f"{key}-of"
        )
    return operator, value, denominator


def _source(key: str, before: Target | None) -> tuple[str, str, str, str]:
    legal = legal_bases()
    known = before is not None and before.legal_basis in legal
    ids = ["", *legal]
    at = ids.index(before.legal_basis) if before and known else 0
    document = st.selectbox(_("Document"), ids, index=at, format_func=lambda i: _document(legal, i), key=f"{key}-document")
    left, right = st.columns(2)
    with left:
        other = st.text_input(
            _("Document that is not in the register: number, date, title"),
            value=before.legal_basis if before and not known else "",
            key=f"{key}-other",
        )
    with right:
        clause = st.text_input(_("Clause, item or annex"), value=before.clause if before else "", key=f"{key}-clause")
    text = st.text_area(_("Its words"), value=before.text if before else "", key=f"{key}-text", height=80)
    return document, other or "", clause or "", text or ""


def _document(legal: dict[str, LegalBasis], found: str) -> str:
    return terms.legal_words(legal[found]) if found else _("Not in the register")


def _status(status: str) -> str:
    return _(target_list.STATUSES[status])


def _formula(indicator: Indicator, denominator: str) -> str:
    version = next(v for v in indicator.versions if str(v.denominator or "") == denominator)
    return terms.formula_words(version.denominator) if version.denominator else _("nothing, it is a count")


def history_table(revisions: Sequence[Revision]) -> Html:
    """How a target read over time, the latest first: the day each wording was recorded here, and the day its document took effect."""
    head = [_("Recorded here on"), _("Target"), _("When"), _("Document"), _("Standing"), _("By"), _("Reason")]
    rows = [
        (
            _("the start") if one.recorded_on.year == 1 else day(one.recorded_on),
            join([h("strong", target_list.value_words(one.target)), h("div", target_list.steps_words(one.target), class_="desk-small")]),
            target_list.span_words(one.target),
            _document_of(one.target),
            target_list.status_words(one.target),
            who(one.by),
            one.reason or "–",
        )
        for one in reversed(revisions)
    ]
    said = desk.note(_("The day on which a wording was recorded here is not the day on which its document took effect."))
    return join([table(head, rows, label=_("Revisions"), kinds="tnttooo"), said])


def _document_of(target: Target) -> Html:
    """The document of a wording with the day from which it is in force, where that is known."""
    named, basis = target_list.document_words(target, legal_bases()), legal_bases().get(target.legal_basis)
    since = basis.in_force_from if basis else None
    told = h("div", _("In force from {day}", day=day(since)), class_="desk-small") if since else None
    return join([h("div", named, lang="vi"), told])
