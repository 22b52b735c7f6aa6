"""Where a figure comes from, arranged for its page: the sentence, the formula, the units, the cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any

import streamlit as st

from catalogue.indicators import Definition, Formula, Indicator, indicators
from catalogue.language import LANGUAGES, _, day, number
from catalogue.legal import legal_bases
from catalogue.periods import Period
from indicators.reasons import sentences
from indicators.tasks import REGISTER
from indicators.trace import Trace
from indicators.trace import trace as traced
from pages.parts import clock, data, names
from pages.parts.drawing.cards import shown
from pages.parts.drawing.lists import Head, table
from pages.parts.files import batches
from pages.parts.files.sheet_picture import FOUND, legend, page_of, picture
from pages.parts.files.understood import place_of
from pages.parts.filters import Filters
from pages.parts.html import h
from pages.parts.numbers import none

MOST_ROWS = 400
"""Cells that are drawn one by one; of more, the first are shown and the number of the others is said."""
SHEET, CELL, RETURN = "trang", "o", "bao-cao"


@dataclass(frozen=True, slots=True)
class Origin:
    """A figure's trace in HTML: what it is, the formula, the table of units, the table of cells; `means` says what a cell holds, by its
    return, sheet and address."""

    lede: str
    formula: str
    units: str
    cells: str
    hidden: int
    means: Mapping[tuple[str, str, str], str]


@st.cache_resource(max_entries=256, show_spinner=False)
def origin(key: str, _filters: Filters, code: str, version: int, spoken: str) -> Origin:
    """The way of one figure back to its cells."""
    indicator = indicators()[code]
    now = data.standing((_filters.unit,), (str(_filters.period),), (code,), _filters.boundaries, version)
    period = Period.parse(now["figure_period"].iloc[0])
    found = traced(data.cube(version), code, _filters.unit, period, boundaries=_filters.boundaries)
    rows = found.rows.to_dict("records")
    cells = table(_cell_head(), "".join(_cell_row(_filters, code, row) for row in rows[:MOST_ROWS]), "cells")
    units = table(_unit_head(), "".join(_unit_row(_filters, row, indicator) for row in found.units.to_dict("records")))
    hidden = max(0, len(rows) - MOST_ROWS)
    means = {(str(row["submission"]), row["sheet"], row["cell"]): _meaning(row) for row in rows if row["submission"]}
    return Origin(_lede(_filters, indicator, period, found), _formula(indicator, found), units, cells, hidden, means)


def _meaning(row: Mapping[str, Any]) -> str:
    """What a cell holds, in words: on a small screen its row has no room beside it."""
    said = {"name": _counted(row), "unit": names.unit_inline(row["unit"]), "period": names.period_inline(Period.parse(row["period"]))}
    return _("{name}, {unit}, {period}: {value}.", **said, value=number(row["value"], None))


def _counted(row: Mapping[str, Any]) -> str:
    return names.element(row["element"]) if row["side"] != "percentage" else names.indicator(row["element"])


def _lede(filters: Filters, indicator: Indicator, period: Period, found: Trace) -> str:
    figure, rate = found.figure, indicator.unit == "percent"
    value, above, below = none(figure["value"]), none(figure["numerator"]), none(figure["denominator"])
    said = shown(value, rate, indicator.decimals) or _("No data")
    if above is not None and below is not None:
        said += _(" = {above} / {below}", above=number(above, None), below=number(below, None))
    parts = [_("{unit}, {period}: {value}.", unit=names.unit(filters.unit), period=names.period_inline(period), value=said)]
    parts += [f"{words}." for words in sentences(figure["reason"])]
    reported = _("{reporting}/{due} units reported", reporting=number(figure["units_reporting"]), due=number(figure["units_due"]))
    return " ".join([*parts, reported + (f", {_('data to {day}', day=day(figure['data_date']))}." if figure["data_date"] else ".")])


def _formula(indicator: Indicator, found: Trace) -> str:
    definition = found.definition
    terms = [(_("Numerator"), _in_words(definition.numerator))]
    if definition.denominator:
        terms.append((_("Denominator"), _in_words(definition.denominator)))
    terms += [(_("Version"), _version(definition)), (_("Legal basis"), _basis(definition))]
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in terms if words)
    note, spoken = names.note(definition)
    items += f"<dt>{escape(_('Note'))}</dt>{h('dd', note, lang=spoken)}" if note else ""
    return f'<dl class="facts">{items}</dl>'


def _in_words(formula: Formula) -> str:
    words = " ".join(f"{'−' if sign < 0 else '+'} {names.element(code)}" for sign, code in formula.terms)
    return words.removeprefix("+ ")


def _version(definition: Definition) -> str:
    span = [_("from {day}", day=day(definition.valid_from))] if definition.valid_from else []
    span += [_("to {day}", day=day(definition.valid_to))] if definition.valid_to else []
    return ", ".join([definition.version, *span])


def _basis(definition: Definition) -> str:
    known = legal_bases()
    return "; ".join(known[one].number for one in definition.legal_basis if one in known)


def _unit_head() -> tuple[Head, ...]:
    numbers = (Head(words, True) for words in (_("Months"), _("Numerator"), _("Denominator"), _("Value")))
    return (Head(_("Unit")), *numbers, Head(_("Counted")))


def _unit_row(filters: Filters, row: Mapping[str, Any], indicator: Indicator) -> str:
    above, below = none(row["numerator"]), none(row["denominator"])
    value = 100 * above / below if above is not None and below else None
    nothing = _("nothing to count") if below == 0 else "–"
    months = number(row["first_month"]) if row["first_month"] == row["last_month"] else f"{row['first_month']}–{row['last_month']}"
    counted = _("yes") if row["counted"] else "; ".join(sentences(row["reason"])) or _("not reported")
    texts = (months, number(above, None) or "–", number(below, None) or "–", shown(value, True, indicator.decimals) or nothing)
    cells = "".join(f'<td class="num">{escape(text)}</td>' for text in texts)
    to = filters.address("nguon-goc", chi_so=indicator.code, don_vi=row["unit"])
    name = f'<a href="{escape(to)}">{escape(names.unit(row["unit"]))}</a>'
    return f'<tr><th scope="row">{name}</th>{cells}<td>{escape(counted)}</td></tr>'


def _cell_head() -> tuple[Head, ...]:
    before = (Head(_("Part")), Head(_("Unit")), Head(_("Count")), Head(_("Period")), Head(_("Value"), True))
    return (*before, Head(_("As typed")), Head(_("File")), Head(_("Sheet and cell")))


def _cell_row(filters: Filters, code: str, row: Mapping[str, Any]) -> str:
    part = {"numerator": _("Numerator"), "denominator": _("Denominator"), "percentage": _("Percentage")}[row["side"]]
    sign = "− " if row["sign"] < 0 else ""
    name = _counted(row)
    period = names.period(Period.parse(row["period"]))
    return (
        f"<tr><td>{escape(sign + part)}</td><td>{escape(names.unit(row['unit']))}</td><td>{escape(name)}</td>"
        f'<td data-label="{_("Period")}">{escape(period)}</td>'
        f'<td class="num" data-label="{_("Value")}"><b>{number(row["value"], None)}</b></td>'
        f'<td class="raw" data-label="{_("As typed")}">{escape(row["raw"])}</td>'
        f"{_place(filters, code, row)}</tr>"
    )


def _place(filters: Filters, code: str, row: Mapping[str, Any]) -> str:
    """The file and the cell; a count that nobody typed follows from what arrived, and when."""
    if row["sheet"] == REGISTER:
        register = filters.address("nhiem-vu", don_vi=row["unit"])
        return _file_and_cell(escape(_("Counted from the register of tasks")), f'<a href="{escape(register)}">{_("Tasks")}</a>')
    if not row["submission"]:
        return _file_and_cell(escape(_("Counted from the returns received")), "–")
    sent = submission(int(row["submission"]))
    place = {"chi_so": code, RETURN: str(row["submission"]), SHEET: row["sheet"], CELL: row["cell"]}
    found = f"{filters.address('nguon-goc', **place)}#{FOUND}"
    link = h("a", f"{row['sheet']}!{row['cell']}", href=found, lang=LANGUAGES[0])
    received = _("received {day}", day=day(clock.local(sent.received_at).date()))
    file = f'<a href="{escape(filters.address("nop-bao-cao", tep=str(row["submission"])))}">{escape(sent.file_name)}</a>'
    return _file_and_cell(f"{file}<span class='of left'>{received}</span>", link)


def _file_and_cell(file: str, cell: str) -> str:
    return f'<td data-label="{_("File")}">{file}</td><td data-label="{_("Sheet and cell")}">{cell}</td>'


@st.cache_resource(max_entries=4096, show_spinner=False)
def submission(number_: int):
    """One return as it was received; what was sent never changes."""
    return data.store().submission(number_)


@dataclass(frozen=True, slots=True)
class Framed:
    """The picture of a sheet with one cell ringed: the words above it, the legend, the table."""

    words: str
    legend: str
    picture: str


def framed(found: Origin, spoken: str) -> Framed | None:
    """The cell asked for in the address, in the picture of its sheet; None when none is asked for or it is not to be found."""
    file, sheet, cell = (st.query_params.get(name, "") for name in (RETURN, SHEET, CELL))
    drawn = _framed(int(file), sheet, cell, spoken) if file.isdigit() and sheet and cell else None
    meant = found.means.get((file, sheet, cell))
    return replace(drawn, words=f"{meant} {drawn.words}") if drawn and meant else drawn


@st.cache_resource(max_entries=64, show_spinner=False)
def _framed(number_: int, sheet: str, cell: str, spoken: str) -> Framed | None:
    places = [place for text in cell.split(" + ") if (place := place_of(text))]
    try:
        sent = submission(number_)
    except KeyError:
        return None
    for found, marks in batches.pictures(number_):
        if found.name == sheet and places:
            words = _("{file}, sheet {sheet}, cell {cell}", file=sent.file_name, sheet=sheet, cell=cell)
            return Framed(words, legend(marks.values()), picture(found, marks, page_of(places[0]), places))
    return None


def crumbs(filters: Filters, code: str) -> str:
    """The way back, each step with its address: the overview, the indicator, the area, the unit."""
    group = data.group_of(code)
    steps = [(_("Overview"), filters.address("./", don_vi=filters.root)), (names.group(group), filters.address(group.slug, chi_so=code))]
    chain = [filters.root, *([filters.unit] if filters.unit != filters.root else [])]
    steps += [(names.unit(unit), filters.address("nguon-goc", chi_so=code, don_vi=unit)) for unit in chain]
    if st.query_params.get(CELL):
        steps.append((_("Cell {cell}", cell=st.query_params[CELL]), ""))
    links = [f'<a href="{escape(to)}">{escape(name)}</a>' if to else f"<span>{escape(name)}</span>" for name, to in steps]
    return f'<nav class="page crumbs" aria-label="{escape(_("The way back"))}">{" › ".join(links)}</nav>'
