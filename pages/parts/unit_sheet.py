"""One unit on one page: who it is, all its indicators, its returns, the mistakes that come back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from catalogue.indicators import Indicator, groups, indicators
from catalogue.issues import IssueKind
from catalogue.language import _, day, number
from catalogue.periods import Period
from catalogue.units import Succession, units
from indicators.expected import Expected
from pages.parts import board, desk, marks, names, recent, standing, status
from pages.parts.effect import counts, shown
from pages.parts.html import Html, h, join, link, table


@dataclass(frozen=True, slots=True)
class Links:
    """Where things lead: a unit's page, an indicator on its group's page, the trace of its figure, a return."""

    unit: Callable[[str], str]
    indicator: Callable[[Indicator], str]
    trace: Callable[[Indicator], str]
    file: Callable[[int], str]


def about(unit_id: str, links: Links) -> Html:
    """The place of a unit in the register: above it, before it, after it."""
    known = units()
    unit = known[unit_id]
    above = " › ".join(one.name for one in known.path(unit_id)[1:-1])
    return desk.facts(
        [
            (_("Belongs to"), above),
            (_("Official code"), unit.code if unit.level not in ("country", "office") else ""),
            (_("Exists"), _span(unit.valid_from, unit.valid_to)),
            (_("Made of"), _links(known.predecessors(unit_id), lambda s: s.old, links)),
            (_("Became"), _links(known.successors(unit_id), lambda s: s.new, links)),
        ]
    )


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


def sentence(now: pd.DataFrame) -> str:
    """How the unit stands against its targets, in one sentence."""
    counted = now["status"].value_counts()
    good, slow = (int(counted.reindex(list(codes), fill_value=0).sum()) for codes in (("reached", "on_pace"), ("behind", "off_track")))
    with_figures = int(now["value"].notna().sum())
    said = _("{count} of {all} indicators have figures.", count=number(with_figures), all=number(len(now)))
    if good + slow == 0:
        return said + " " + _("None of them has a target that can be compared.")
    return said + " " + _("Against targets: {good} on pace, {slow} behind.", good=number(good), slow=number(slow))


def indicator_tables(rows: Mapping[str, Sequence[Mapping[str, Any]]], links: Links) -> Html:
    """All indicators by group; those without any figure are only named, last. `rows`: of each its last periods, oldest first."""
    parts, silent = [], []
    for group in groups().values():
        members = [code for code in rows if indicators()[code].group == group.code]
        told = [code for code in members if any(row["value"] == row["value"] for row in rows[code])]
        if told:
            parts += [h("h3", names.group(group), class_="desk-group"), _group([(indicators()[c], rows[c]) for c in told], links)]
        if len(told) < len(members):
            silent += [names.indicator(code) for code in members if code not in told]
    if silent:
        listed = h("ul", *(h("li", name) for name in silent))
        parts.append(h("details", h("summary", _("{count} indicators without any figure", count=number(len(silent)))), listed))
    return join(parts)


def _group(members: Iterable[tuple[Indicator, Sequence[Mapping[str, Any]]]], links: Links) -> Html:
    head = [_("Indicator"), _("Value"), _("Counts"), _("Target"), _("Standing"), _("Last periods")]
    return table(
        head, [_line(indicator, rows, links) for indicator, rows in members], label=_("Indicators"), kinds="tnnnto", class_="desk-unit"
    )


def _line(indicator: Indicator, rows: Sequence[Mapping[str, Any]], links: Links) -> tuple[object, ...]:
    now = rows[-1]
    value = shown(indicator, now["value"], now["state"])
    figure = link(h("strong", value), links.trace(indicator)) if now["value"] == now["value"] else h("span", value, class_="desk-small")
    history = [None if row["value"] != row["value"] else row["value"] for row in rows]
    line = marks.spark(history, [], _("The last {count} periods", count=len(history)), height=26)
    target = shown(indicator, now["target"], "") if now["target"] == now["target"] and now["target"] is not None else "–"
    badge = Html(status.badge(now["status"])) if now["status"] not in ("no_target",) else "–"
    return (
        link(names.indicator(indicator.code), links.indicator(indicator)),
        figure,
        counts(now["numerator"], now["denominator"]),
        target,
        badge,
        Html(line),
    )


def returns_table(periods: Sequence[Period], rows: Sequence[Expected | None], links: Links) -> Html:
    """What the unit sent for each period, the latest first."""
    head = [_("Period"), _("Standing"), _("Received"), _("Against the due date"), _("Figures taken in"), ""]
    body = [
        (
            names.period(period),
            standing.badge(recent.sign(row)),
            day(row.received_on) or "–",
            h("span", board.days_words(row), class_="desk-bad" if row.late else None),
            number(row.accepted) if row.files else "–",
            link(_("Open"), links.file(row.submission)) if row.submission else "",
        )
        for period, row in sorted(zip(periods, rows, strict=True), key=lambda pair: pair[0], reverse=True)
        if row is not None
    ]
    return table(head, body, label=_("Returns of this unit"), kinds="ttttno")


def mistakes_table(counted: Mapping[str, tuple[int, int]], kinds: Mapping[str, IssueKind]) -> Html:
    """Mistakes that came back: kind, in how many returns, how many cells, how to avoid it; the most frequent first."""
    head = [_("Mistake"), _("Returns"), _("Times"), _("How to avoid it")]
    ordered = sorted(counted.items(), key=lambda item: (-item[1][0], -item[1][1]))
    body = [
        (kinds[code].what if code in kinds else code, number(returns), number(times), kinds[code].how if code in kinds else "")
        for code, (returns, times) in ordered
    ]
    return table(head, body, label=_("Mistakes that came back"), kinds="tnno")
