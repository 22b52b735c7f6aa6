"""What the overview says: the figures of a unit and period, arranged as sentence, cards and concerns. No arithmetic of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from indicators.headline import headline
from indicators.punctuality import SYSTEM
from indicators.reasons import sentences
from indicators.standing import in_step
from pages.parts import arrivals, clock, covered, data, lists, names, subject
from pages.parts.briefing import Briefing, Linked, html
from pages.parts.cards import Card, shown
from pages.parts.filters import Filters
from pages.parts.lists import Line
from pages.parts.numbers import none
from pages.parts.past import Past, before, pasts, when, why_not
from pages.parts.worries import worries

HISTORY = 8
SILENT_NAMED = 2
"""So many units that have not sent are named in the sentence."""
URGENT = ("off_track", "behind", "no_data", "not_comparable", "on_pace", "reached", "no_target")


@st.cache_resource(max_entries=256, show_spinner=False)
def first_block(key: str, _filters: Filters, version: int, spoken: str) -> str:
    """The first block of the overview as HTML, made once per choice and version of the store."""
    return html(_briefing(key, _filters, version, spoken))


@st.cache_resource(max_entries=256, show_spinner=False)
def targets_table(key: str, _filters: Filters, version: int, spoken: str) -> tuple[str, str]:
    """Every indicator that has a target as an HTML table, and the sentence under it."""
    lines = all_targets(key, _filters, version, spoken)
    return lists.attainment(lines), f"{lists.counts(lines)} {_in_force_words()}"


@st.cache_resource(max_entries=256, show_spinner=False)
def _briefing(key: str, _filters: Filters, version: int, spoken: str) -> Briefing:
    filters = _filters
    found = pasts(filters, (filters.unit,), data.overview_indicators(), HISTORY, version)
    aims = data.standing((filters.unit,), (str(filters.period),), data.core_indicators(), filters.boundaries, version)
    made = tuple(_card(filters, row, found[filters.unit, row["indicator"]]) for row in data.overview_rows())
    main = {code: names.short_indicator(code) for code in data.overview_indicators()}
    template, numbers = _sentence(filters, aims, made)
    return Briefing(
        _heading(filters),
        template,
        numbers,
        made,
        worries(filters, main, aims[aims["status"] != "no_target"]),
        _buttons(filters),
    )


def _card(filters: Filters, declared: Mapping[str, str], past: Past) -> Card:
    now, indicator = past.now, indicators()[declared["indicator"]]
    counted = covered.units(filters, indicator.code, now, filters.version)
    return Card(
        name=names.short_indicator(indicator.code),
        full_name=names.indicator(indicator.code),
        rate=indicator.unit == "percent",
        decimals=indicator.decimals,
        status=now["status"],
        value=none(now["value"]),
        numerator=none(now["numerator"]),
        denominator=none(now["denominator"]),
        counted=names.counted(indicator),
        why_missing=", ".join(sentences(now["reason"])),
        target=none(now["target"]),
        target_sign=now["target_operator"] or "",
        target_when=names.until(now["target_to"]),
        pace=none(now["pace"]),
        change=none(now["change"]),
        change_words=_change_words(now),
        history=past.values,
        path=past.path,
        reporting=counted.whole,
        due=counted.due,
        data_date=now["data_date"],
        page=filters.address(data.group_of(indicator.code).slug, chi_so=indicator.code),
        trace=filters.address("nguon-goc", chi_so=indicator.code, ky=now["figure_period"]),
        when=when(filters, now),
        former=covered.former(counted),
        better_up=indicator.better == "up",
    )


def _change_words(now: Mapping[str, Any]) -> str:
    if none(now["change"]) is None:
        return why_not(now["change_reason"], before(now))
    return _(
        "against {period} ({count} units alike)",
        period=names.short(Period.parse(now["figure_period"]).previous),
        count=number(now["units_compared"]),
    )


def _sentence(filters: Filters, aims: pd.DataFrame, made: Sequence[Card]) -> tuple[str, dict[str, Linked]]:
    told = headline(aims, filters.unit, str(filters.period))
    owing = [row for row in arrivals.boards(filters.unit, [filters.period.months[-1]], clock.today())[0] if row.standing != "exempt"]
    came = [row for row in owing if row.standing != "missing"]
    counted = covered.returns(filters, owing, came)
    typed = aims[~aims["indicator"].map(lambda code: indicators()[code].sources == SYSTEM)]
    board, targets = filters.address("thu-bao-cao"), "#chi-tieu"
    numbers = {
        "good": Linked(f"{told.on_track}/{told.total}", targets, _in_force_words()),
        "slow": Linked(str(told.behind), targets),
        "unknown": Linked(str(told.no_data), targets),
        "reported": Linked(f"{number(counted.whole)}/{number(counted.due)}", board),
        "former": Linked(covered.former(counted), board),
        "day": Linked(day(headline(typed, filters.unit, str(filters.period)).data_date) or _("no date"), board),
        "better": Linked(str(told.up), targets),
        "worse": Linked(str(told.down), targets),
    }
    parts = [
        _(": {good} targets on pace, {slow} behind, {unknown} without enough data."),
        _("{reported} communes have reported, data to {day}."),
    ]
    if not told.total:
        parts[0] = _(": no target has been set for this unit.")
    if silent := [row.unit for row in owing if row.standing == "missing"]:
        numbers["silent"] = Linked(names.some(silent, SILENT_NAMED), board)
        parts.append(_("Not sent: {silent}."))
    if told.total and told.compared:
        parts.append(_("Against the period before: {better} up, {worse} down."))
    elif told.total:
        numbers["why"] = Linked(why_not(told.why_not, names.period_inline(filters.period.previous)), targets)
        parts.append(_("Not comparable with the period before: {why}."))
    if counted.former_due:
        parts.append(_("Counted {former}."))
    return names.period(filters.period) + " ".join(parts), numbers


def _in_force_words() -> str:
    return _("Only targets in force in the period are counted, so their number differs from period to period.")


def _heading(filters: Filters) -> str:
    parts = [names.unit(filters.unit), names.period(filters.period), names.boundaries(filters.boundaries)]
    if data.illustrative(filters.version):
        parts.append(_("Illustrative data"))
    return " · ".join(parts)


def _buttons(filters: Filters) -> tuple[Linked, ...]:
    return (
        Linked(_("Draft of the report"), filters.address("du-thao")),
        Linked(_("Print one A4 page"), "#print"),
        Linked(_("Who has not reported"), filters.address("thu-bao-cao")),
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def all_targets(key: str, _filters: Filters, version: int, spoken: str) -> list[Line]:
    """Every indicator that has a target, the worst first."""
    now = data.standing((_filters.unit,), (str(_filters.period),), data.core_indicators(), _filters.boundaries, version)
    aimed = tuple(now[now["status"] != "no_target"]["indicator"])
    found = pasts(_filters, (_filters.unit,), aimed, HISTORY, version)
    made = [subject.indicator_line(_filters, indicators()[code], found[_filters.unit, code]) for code in aimed]
    return sorted(made, key=lambda line: URGENT.index(line.status))


def _cell(filters: Filters, row: Mapping[str, Any]) -> lists.Cell:
    """One unit's figure of the period compared; an older one is a note beside the dash, with its period."""
    indicator = indicators()[row["indicator"]]
    text = shown(none(row["value"]), indicator.unit == "percent", indicator.decimals)
    address = filters.address("nguon-goc", chi_so=row["indicator"], don_vi=row["unit"], ky=row["figure_period"])
    if row["compared"] and text:
        return lists.Cell(text, row["status"], address)
    older = Period.parse(row["figure_period"])
    return lists.Cell("–", "no_data", address, f"{names.short(older)}: {text}" if text else "")


@st.cache_resource(max_entries=64, show_spinner=False)
def units_table(key: str, _filters: Filters, version: int, spoken: str) -> str:
    """Every unit of the area under the cards' indicators, those without any figure last."""
    codes = tuple(row["indicator"] for row in data.overview_rows())
    table = data.standing(data.compared_units(_filters), (str(_filters.period),), codes, _filters.boundaries, version)
    rows: dict[str, list[lists.Cell]] = {}
    compared = table.assign(compared=in_step(table))
    for row in sorted(compared.to_dict("records"), key=lambda row: codes.index(row["indicator"])):
        rows.setdefault(row["unit"], []).append(_cell(_filters, row))
    order = sorted(rows, key=lambda unit: all(cell.status == "no_data" for cell in rows[unit]))
    heads = [
        (card.name, card.page, _column(compared[compared["indicator"] == code], _filters))
        for code, card in zip(codes, _briefing(key, _filters, version, spoken).cards, strict=True)
    ]
    named = [(names.unit(unit), _filters.address("don-vi", don_vi=unit), rows[unit]) for unit in order]
    return lists.every_unit(heads, named, _("Unit"))


def _column(rows: pd.DataFrame, filters: Filters) -> str:
    """The period that the units of a column are compared in, when it is not the one chosen."""
    periods = rows.loc[rows["compared"] & rows["value"].notna(), "figure_period"].unique().tolist()
    return names.period(Period.parse(periods[0])) if len(periods) == 1 and periods[0] != str(filters.period) else ""
