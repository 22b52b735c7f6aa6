"""What the overview says: the figures of a unit and period, arranged as sentence, cards and concerns. No arithmetic of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, day, language, number
from indicators.headline import headline
from indicators.reasons import sentences
from pages.parts import arrivals, clock, data, lists, names, subject
from pages.parts.briefing import Briefing, Linked, html
from pages.parts.cards import Card, shown
from pages.parts.filters import Filters
from pages.parts.lists import Line
from pages.parts.numbers import none
from pages.parts.worries import worries

HISTORY = 8
URGENT = ("off_track", "behind", "no_data", "not_comparable", "on_pace", "reached", "no_target")


@st.cache_resource(max_entries=256, show_spinner=False)
def first_block(key: str, _filters: Filters, version: int, spoken: str) -> str:
    """The first block of the overview as HTML, made once per choice and version of the store."""
    return html(_briefing(key, _filters, version, spoken))


@st.cache_resource(max_entries=256, show_spinner=False)
def targets_table(key: str, _filters: Filters, version: int, spoken: str) -> tuple[str, str]:
    """Every indicator that has a target as an HTML table, and the sentence under it."""
    lines = all_targets(key, _filters, version, spoken)
    return lists.attainment(lines), lists.counts(lines)


@st.cache_resource(max_entries=256, show_spinner=False)
def _briefing(key: str, _filters: Filters, version: int, spoken: str) -> Briefing:
    filters = _filters
    past = [str(filters.period.shift(-back)) for back in range(HISTORY - 1, -1, -1)]
    shown = [row["indicator"] for row in data.overview_rows()]
    table = data.standing((filters.unit,), tuple(past), tuple(shown), filters.boundaries, version)
    aims = data.standing((filters.unit,), (past[-1],), data.core_indicators(), filters.boundaries, version)
    made = tuple(_card(filters, row, _of(table, row["indicator"])) for row in data.overview_rows())
    short = {row["indicator"]: row["short_en"] if spoken == "en" else row["short_vi"] for row in data.overview_rows()}
    template, numbers = _sentence(filters, aims, made)
    return Briefing(
        _heading(filters),
        template,
        numbers,
        made,
        worries(filters, short, aims[aims["status"] != "no_target"]),
        _buttons(filters),
    )


def _of(table: pd.DataFrame, indicator: str) -> list[Mapping[str, Any]]:
    """The rows of one indicator, oldest period first."""
    return table[table["indicator"] == indicator].to_dict("records")


def _card(filters: Filters, declared: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> Card:
    now, indicator = rows[-1], indicators()[declared["indicator"]]
    trace = {"chi_so": indicator.code}
    return Card(
        name=declared["short_en"] if language() == "en" else declared["short_vi"],
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
        change_words=_change_words(filters, now),
        history=tuple(none(row["value"]) for row in rows),
        path=tuple(none(row["pace"]) for row in rows),
        reporting=int(now["units_reporting"]),
        due=int(now["units_due"]),
        data_date=now["data_date"],
        page=filters.address(data.group_of(indicator.code).slug, **trace),
        trace=filters.address("nguon-goc", **trace),
        better_up=indicator.better == "up",
    )


def _change_words(filters: Filters, now: Mapping[str, Any]) -> str:
    before = names.period(filters.period.previous)
    if none(now["change"]) is None:
        return _("nothing to compare with in {period}", period=before.lower())
    return _("against {period}, in the same {count} units", period=before.lower(), count=number(now["units_compared"]))


def _sentence(filters: Filters, aims: pd.DataFrame, made: Sequence[Card]) -> tuple[str, dict[str, Linked]]:
    told = headline(aims, filters.unit, str(filters.period))
    owing = [row for row in arrivals.boards(filters.unit, [filters.period.months[-1]], clock.today())[0] if row.standing != "exempt"]
    came = [row for row in owing if row.standing != "missing"]
    last = max((card.data_date for card in made if card.data_date), default=None)
    board, targets = filters.address("thu-bao-cao"), "#chi-tieu"
    numbers = {
        "good": Linked(f"{told.on_track}/{told.total}", targets),
        "slow": Linked(str(told.behind), targets),
        "unknown": Linked(str(told.no_data), targets),
        "reported": Linked(f"{number(len(came))}/{number(len(owing))}", board),
        "day": Linked(day(last) or _("no date"), board),
        "better": Linked(str(told.up), targets),
        "worse": Linked(str(told.down), targets),
    }
    template = _(
        ": {good} targets on pace, {slow} behind, {unknown} without enough data. {reported} communes have reported, data to {day}. "
        "Against the period before: {better} up, {worse} down."
    )
    if not told.total:
        template = _(": no target has been set for this unit. {reported} communes have reported, data to {day}.")
    return names.period(filters.period) + template, numbers


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
    past = tuple(str(_filters.period.shift(-back)) for back in range(HISTORY - 1, -1, -1))
    now = data.standing((_filters.unit,), past[-1:], data.core_indicators(), _filters.boundaries, version)
    aimed = tuple(now[now["status"] != "no_target"]["indicator"])
    table = data.standing((_filters.unit,), past, aimed, _filters.boundaries, version)
    made = [subject.indicator_line(_filters, indicators()[code], _of(table, code)) for code in aimed]
    return sorted(made, key=lambda line: URGENT.index(line.status))


@st.cache_resource(max_entries=64, show_spinner=False)
def units_table(key: str, _filters: Filters, version: int, spoken: str) -> str:
    """Every unit of the area under the cards' indicators, those without any figure last."""
    codes = tuple(row["indicator"] for row in data.overview_rows())
    table = data.standing(data.compared_units(_filters), (str(_filters.period),), codes, _filters.boundaries, version)
    rows: dict[str, list[lists.Cell]] = {}
    for row in sorted(table.to_dict("records"), key=lambda row: codes.index(row["indicator"])):
        indicator = indicators()[row["indicator"]]
        text = shown(none(row["value"]), indicator.unit == "percent", indicator.decimals) or "–"
        address = _filters.address("nguon-goc", chi_so=row["indicator"], don_vi=row["unit"])
        rows.setdefault(row["unit"], []).append(lists.Cell(text, row["status"] if text != "–" else "no_data", address))
    order = sorted(rows, key=lambda unit: all(cell.status == "no_data" for cell in rows[unit]))
    heads = [(card.name, card.page) for card in _briefing(key, _filters, version, spoken).cards]
    named = [(names.unit(unit), _filters.address("don-vi", don_vi=unit), rows[unit]) for unit in order]
    return lists.every_unit(heads, named, _("Unit"))
