"""What the overview says: the figures of a unit and period, arranged as sentence, cards and concerns. No arithmetic of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _
from catalogue.periods import Period
from catalogue.units import units
from indicators.standing import in_step
from pages.parts import data, names
from pages.parts.drawing import lists
from pages.parts.drawing.briefing import Briefing, Concern, Linked, html
from pages.parts.drawing.cards import Placed
from pages.parts.drawing.lists import Line
from pages.parts.figures import subject, views
from pages.parts.figures.past import pasts
from pages.parts.filters import Filters
from pages.parts.numbers import none
from report.amounts import shown
from report.brief.brief import HISTORY, Brief, brief, in_force_words
from report.brief.card import Card
from report.brief.worries import Worry

RETURNS = ("reported", "taken", "back", "checked", "former", "day", "silent", "deadline")
"""The numbers of the sentence that lead to the board of returns."""
URGENT = ("missed", "off_track", "behind", "no_data", "not_comparable", "on_pace", "reached", "no_target")


@st.cache_resource(max_entries=256, show_spinner=False)
def first_block(key: str, _filters: Filters, version: int, spoken: str) -> str:
    """The first block of the overview as HTML, made once per choice and version of the store."""
    return html(_briefing(key, _filters, version, spoken))


@st.cache_resource(max_entries=256, show_spinner=False)
def targets_table(key: str, _filters: Filters, version: int, spoken: str) -> tuple[str, str]:
    """Every indicator that has a target as an HTML table, and the sentence under it."""
    lines = all_targets(key, _filters, version, spoken)
    return lists.attainment(lines) + lists.legend(lines), f"{lists.counts(lines)} {in_force_words()}"


@st.cache_resource(max_entries=256, show_spinner=False)
def told(key: str, _filters: Filters, version: int, spoken: str) -> Brief:
    """What is told of the choice, in words and values."""
    return brief(views.view(_filters))


@st.cache_resource(max_entries=256, show_spinner=False)
def _briefing(key: str, _filters: Filters, version: int, spoken: str) -> Briefing:
    said = told(key, _filters, version, spoken)
    return Briefing(
        said.heading,
        said.template,
        {name: Linked(words, *_leads_to(_filters, name, said)) for name, words in said.numbers.items()},
        tuple(_placed(_filters, card) for card in said.cards),
        tuple(_concern(_filters, worry) for worry in said.worries),
        _buttons(_filters),
    )


def _leads_to(filters: Filters, name: str, said: Brief) -> tuple[str, str]:
    """Where a number of the sentence leads, and what is said of it on pointing."""
    if name == "latest":
        return filters.address("tong-quan", ky=str(said.latest)), ""
    if name in RETURNS:
        return filters.address("thu-bao-cao"), ""
    return "#chi-tieu", in_force_words() if name == "good" else ""


def _placed(filters: Filters, card: Card) -> Placed:
    page = filters.address(data.group_of(card.code).slug, chi_so=card.code)
    return Placed(card, page, filters.address("nguon-goc", chi_so=card.code, ky=str(card.period)))


def _concern(filters: Filters, worry: Worry) -> Concern:
    address = filters.address("thu-bao-cao")
    if worry.indicator:
        whose = {"don_vi": worry.unit} if worry.unit else {}
        address = filters.address(data.group_of(worry.indicator).slug, chi_so=worry.indicator, **whose)
    title = names.indicator(worry.indicator) if worry.indicator and not worry.unit else ""
    step = Linked(worry.step, _step_leads_to(filters, worry, address)) if worry.step else None
    return Concern(worry.status, Linked(worry.what, address, title), worry.facts, worry.pace, step, worry.kind)


def _step_leads_to(filters: Filters, worry: Worry, address: str) -> str:
    """To the indicator in the unit that the step names; of returns that did not come to the board with the words that remind."""
    if worry.decider:
        return filters.address(data.group_of(worry.indicator).slug, chi_so=worry.indicator, don_vi=worry.decider)
    return address


def _buttons(filters: Filters) -> tuple[Linked, ...]:
    alone = units()[filters.unit].level in ("commune", "office")
    return (
        Linked(_("Draft of the report"), filters.address("bao-cao")),
        Linked(_("Print one A4 page"), "#print"),
        Linked(_("Its returns") if alone else _("Who has not reported"), filters.address("thu-bao-cao")),
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
        (placed.card.name, placed.page, _column(compared[compared["indicator"] == code], _filters))
        for code, placed in zip(codes, _briefing(key, _filters, version, spoken).cards, strict=True)
    ]
    named = [(names.unit(unit), _filters.address("don-vi", don_vi=unit), rows[unit]) for unit in order]
    return lists.every_unit(heads, named, _("Unit"))


def _column(rows: pd.DataFrame, filters: Filters) -> str:
    """The period that the units of a column are compared in, when it is not the one chosen."""
    periods = rows.loc[rows["compared"] & rows["value"].notna(), "figure_period"].unique().tolist()
    return names.period(Period.parse(periods[0])) if len(periods) == 1 and periods[0] != str(filters.period) else ""
