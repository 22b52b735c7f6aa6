"""One unit on one page: who it is, all its indicators, its returns, the mistakes that come back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from catalogue.calendars import due_date
from catalogue.indicators import groups, indicators
from catalogue.issues import IssueKind
from catalogue.language import _, day, number
from catalogue.periods import Period
from catalogue.units import Succession, units
from indicators.expected import Expected
from pages.parts import data, desk, names
from pages.parts.drawing import lists, standing
from pages.parts.drawing.lists import Line
from pages.parts.figures import subject
from pages.parts.figures.past import pasts
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link, table
from pages.parts.sending import recent
from pages.parts.sending.mistakes import Mistake
from report.brief.returns import days_words


@dataclass(frozen=True, slots=True)
class Links:
    """Where things lead: a unit's page, a return."""

    unit: Callable[[str], str]
    file: Callable[[int], str]


def about(unit_id: str, on: dt.date, links: Links) -> Html:
    """The place of a unit in the register: above it, before it, after it; of one that has ended by the day, what its area is now."""
    known = units()
    unit = known[unit_id]
    above = " › ".join(names.called(one) for one in known.path(unit_id)[1:-1])
    ended = None if unit.exists(on) else _area_now(unit_id, on, links)
    told = desk.facts(
        [
            (_("Belongs to"), above),
            (_("Official code"), unit.code if unit.level not in ("country", "office") else ""),
            (_("Exists"), _span(unit.valid_from, unit.valid_to)),
            (_("Made of"), _links(known.predecessors(unit_id), lambda s: s.old, links)),
            (_("Became"), _links(known.successors(unit_id), lambda s: s.new, links)),
        ]
    )
    return join([told, ended])


def _area_now(unit_id: str, on: dt.date, links: Links) -> Html | None:
    """Of whose figures those after the end of a unit are."""
    unit = units()[unit_id]
    now = [one for one in units().communes_under(unit_id, on) if one.id != unit_id]
    if not now or not unit.valid_to:
        return None
    head = _("Figures after {day} are of the area of the former {unit}, now {count} communes: ", **_named(unit_id, len(now)))
    return h("p", head, join([link(names.called_inline(one), links.unit(one.id)) for one in now], ", "), ".", class_="desk-note")


def _named(unit_id: str, count: int) -> dict[str, str]:
    unit = units()[unit_id]
    return {"day": day(unit.valid_to), "unit": names.called_inline(unit), "count": number(count)}


def _span(start: Any, end: Any) -> str:
    if start and end:
        return _("{first} to {last}", first=day(start), last=day(end))
    return _("from {day}", day=day(start)) if start else _("until {day}", day=day(end)) if end else ""


def _links(successions: Sequence[Succession], other: Callable[[Succession], str], links: Links) -> Html | str:
    named = [
        join([link(names.unit(other(s)), links.unit(other(s))), " " + _("(whole)") if s.share == "whole" else " " + _("(a part)")])
        for s in successions
    ]
    return join(named, ", ") if named else ""


SLOW, NAMED = ("missed", "off_track", "behind"), 6


@dataclass(frozen=True, slots=True)
class Standings:
    """All indicators of a unit: by group those with a figure, the names of those without, one sentence; `codes` with a figure now first,
    `slow` those that do not keep up with their target, the worst standing first."""

    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    silent: tuple[str, ...]
    said: str
    codes: tuple[str, ...]
    slow: tuple[tuple[str, Line], ...] = ()


@st.cache_resource(max_entries=128, show_spinner=False)
def standings(key: str, _filters: Filters, version: int, spoken: str) -> Standings:
    """How the chosen unit stands, computed once per choice, version of the store and language."""
    codes = tuple(code for code, indicator in indicators().items() if indicator.status != "legacy")
    found = pasts(_filters, (_filters.unit,), codes, subject.HISTORY, version)
    lines = {code: subject.indicator_line(_filters, indicators()[code], found[_filters.unit, code]) for code in codes}
    told = {code: line for code, line in lines.items() if any(value is not None for value in line.history)}
    by_group = [(names.group(g), tuple(line for code, line in told.items() if data.group_of(code) == g)) for g in groups().values()]
    silent = tuple(names.indicator(code) for code in codes if code not in told)
    ordered = tuple(sorted(codes, key=lambda code: (lines[code].value is None, code not in told)))
    slow = sorted(((code, line) for code, line in lines.items() if line.status in SLOW), key=lambda pair: SLOW.index(pair[1].status))
    shown = tuple((name, own) for name, own in by_group if own)
    return Standings(shown, silent, _sentence(list(lines.values())), ordered, tuple(slow))


def slow(found: Standings) -> Html | None:
    """The indicators that do not keep up with their targets by name, each a link to its page."""
    if not found.slow:
        return None
    named: list[Html | str] = [
        join([link(names.short_indicator(code), line.address), " " + lists.told(line)]) for code, line in found.slow[:NAMED]
    ]
    if len(found.slow) > NAMED:
        named.append(_("and {count} more indicators", count=number(len(found.slow) - NAMED)))
    return h("p", _("Behind their targets:"), " ", join(named, "; "), ".", class_="desk-big")


def _sentence(lines: Sequence[Line]) -> str:
    """How many indicators have a figure now, and how they stand against their targets."""
    valued = [line for line in lines if line.value is not None]
    sorts = (("reached", "on_pace"), ("behind", "off_track"), ("missed",), ("no_data", "not_comparable"))
    good, slow, missed, unknown = (len([line for line in lines if line.status in codes]) for codes in sorts)
    said = _("{count} of {all} indicators have figures.", count=number(len(valued)), all=number(len(lines)))
    if not good + slow + missed:
        return said + " " + _("None of them has a target that can be compared.")
    counted = {"good": number(good), "slow": number(slow), "missed": number(missed), "unknown": number(unknown)}
    if missed:
        return (
            f"{said} {_('Against targets: {good} on pace, {slow} behind, {missed} not reached, {unknown} without enough data.', **counted)}"
        )
    return said + " " + _("Against targets: {good} on pace, {slow} behind, {unknown} without enough data.", **counted)


def indicator_tables(found: Standings) -> Html:
    """All indicators by group; those without any figure are only named, last."""
    parts = [join([h("h3", name, class_="desk-group"), Html(lists.attainment(lines))]) for name, lines in found.groups]
    if found.silent:
        named = h("summary", _("{count} indicators without any figure", count=number(len(found.silent))))
        parts.append(h("details", named, h("ul", *(h("li", name) for name in found.silent))))
    legend = Html(lists.legend([line for _name, lines in found.groups for line in lines]))
    return h("div", legend, *parts, class_="page desk-same")


def returns_table(periods: Sequence[Period], rows: Sequence[Expected | None], links: Links) -> Html:
    """What the unit sent for each period, the latest first."""
    head = [_("Period"), _("Standing"), _("Received"), _("Against the due date"), _("Figures taken in"), ""]
    body = [
        (
            names.period(period),
            standing.badge(recent.sign(row)),
            day(row.received_on) or "–",
            h("span", days_words(row, due_date(period)), class_="desk-bad" if row.late else None),
            number(row.accepted) if row.files else "–",
            link(_("Open"), links.file(row.submission)) if row.submission else "",
        )
        for period, row in sorted(zip(periods, rows, strict=True), key=lambda pair: pair[0], reverse=True)
        if row is not None
    ]
    return table(head, body, label=_("Returns of this unit"), kinds="ttttno")


def mistakes_table(counted: Mapping[str, Mistake], kinds: Mapping[str, IssueKind]) -> Html:
    """Mistakes that came back: kind, in how many returns, how many cells, how to avoid it; the most frequent first."""
    head = [_("Mistake"), _("Number of returns"), _("Times"), _("Again in"), _("How to avoid it")]
    ordered = sorted(counted.items(), key=lambda item: (-item[1].returns, -item[1].times))
    body = [
        (
            kinds[code].what if code in kinds else code,
            number(found.returns),
            number(found.times),
            ", ".join(found.places) or "–",
            kinds[code].how if code in kinds else "",
        )
        for code, found in ordered
    ]
    return table(head, body, label=_("Mistakes that came back"), kinds="tnnto")
