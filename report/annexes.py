"""The tables behind the text: every indicator, every commune, and the cells that every figure was typed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from catalogue.language import _, number
from catalogue.legal import LegalBasis, outlived
from catalogue.periods import Period
from catalogue.units import units
from report import wording
from report.content import Annex, Cell
from report.facts import Aim, Fact, Place, trace_id
from report.register import short

MOST_COLUMNS = 8
STATUS = {
    "reached": "reached",
    "on_pace": "on pace",
    "behind": "behind",
    "off_track": "far behind",
    "missed": "not reached",
}


def indicator_table(found: Sequence[Fact], documents: Mapping[str, LegalBasis], on: dt.date, *, sourced: bool = False) -> Annex:
    """Every figure of the report with its trace id under its name, counts, target, standing, change, and the document that sets the
    target, with the one in its place where it has ended by the day; where no annex of sources follows (`sourced`), in which workbook the
    cells of each trace id stand."""
    head = (
        _("No."), _("Indicator"), _("Period"), _("Numerator"), _("Denominator"), _("Result"), _("Target"), _("Standing"),
        _("Change"), _("Units reporting"), _("Document"),
    )  # fmt: skip
    rows = tuple(_indicator_row(place, fact, documents, on) for place, fact in enumerate(found, 1))
    widths = (4, 32, 8, 9, 9, 7, 7, 8, 6, 7, 11)
    changed = any(row[_CHANGE].text for row in rows)
    notes = (
        _("Change: in percentage points (counts for a number) against the period before, in the same units.") if changed else "",
        _("In small letters the trace id: under it the cells behind each figure stand in the annex of sources.")
        if sourced
        else _("In small letters the trace id: under it the cells behind each figure stand in the workbook of sources."),
    )
    told = Annex("indicators", _("Table of indicators"), head, rows, widths, " ".join(filter(None, notes)))
    return told if changed else _without(told, _CHANGE)


_CHANGE = 8


def _without(annex: Annex, column: int) -> Annex:
    """A table without a column that says nothing."""

    def rest(row: Sequence) -> tuple:
        return (*row[:column], *row[column + 1 :])

    return replace(annex, head=rest(annex.head), rows=tuple(rest(row) for row in annex.rows), widths=rest(annex.widths))


def _indicator_row(place: int, fact: Fact, documents: Mapping[str, LegalBasis], on: dt.date) -> tuple[Cell, ...]:
    trace, aim, rate = trace_id(fact.indicator.code, fact.unit, fact.period), fact.aim, fact.indicator.unit == "percent"
    move = next((move.amount for move in fact.moves if move.before == fact.period.previous), None)
    return (
        Cell(str(place), right=True),
        Cell(fact.indicator.name_vi, below=trace),
        Cell(wording.raised(wording.period(fact.period))),
        Cell(number(fact.numerator, None), trace, right=True),
        Cell(number(fact.denominator, None), trace, right=True),
        Cell(shown(fact, fact), trace, right=True, bold=True),
        Cell(wording.sign(aim.value, aim.operator, rate) if aim else "", right=True),
        Cell(_(STATUS[aim.status]) if aim and aim.status in STATUS else ""),
        Cell("" if move is None else wording.signed(move, 1 if rate else 0), right=True),
        Cell(f"{number(fact.reporting)}/{number(fact.due)}" if fact.due else "", right=True),
        _document_cell(aim, documents, on) if aim else Cell(""),
    )


def _document_cell(aim: Aim, documents: Mapping[str, LegalBasis], on: dt.date) -> Cell:
    """The document that sets a target; of one that has ended since, which stands in its place."""
    document = documents.get(aim.legal_basis)
    if document is None:
        return Cell(aim.legal_basis)
    after = outlived(document, documents, on, aim.by.end("plain") if aim.by else on)
    if after is None:
        return Cell(short(document), cites=document.id)
    ended = _("no longer in force") if after is document else _("now {document}", document=short(after))
    return Cell(f"{short(document)} ({ended})", cites=document.id)


def shown(of: Fact | Place, fact: Fact) -> str:
    """A value in a table; nothing to count is said, a missing one is a dash."""
    if of.value is None:
        nothing = fact.state == "zero_denominator" if isinstance(of, Fact) else of.block == "no_denominator"
        return _("nothing arose") if nothing else "–"
    if fact.indicator.unit != "percent":
        return number(of.value, fact.indicator.decimals)
    whole = of.numerator is None or of.numerator in (0, of.denominator)
    return wording.rate(of.value, fact.indicator.decimals, whole)


def commune_table(found: Sequence[Fact], chosen: Sequence[str], period: Period) -> Annex | None:
    """A line for each commune, a column for each of the chosen indicators: percentage over its counts. None without communes."""
    columns = [fact for code in chosen for fact in found if fact.indicator.code == code and fact.places][:MOST_COLUMNS]
    if not columns:
        return None
    members = sorted({place.unit for fact in columns for place in fact.places}, key=lambda one: units()[one].code)
    by_unit = {(fact.indicator.code, place.unit): place for fact in columns for place in fact.places}
    rows = [
        (Cell(str(at), right=True), Cell(units()[unit].name), *(_commune_cell(by_unit.get((f.indicator.code, unit)), f) for f in columns))
        for at, unit in enumerate(members, 1)
    ]
    total = (Cell(""), Cell(_("In all"), bold=True), *(_commune_cell(fact, fact, bold=True) for fact in columns))
    head = (_("No."), _("Unit"), *(_column(fact, period) for fact in columns))
    note = _("A dash: the unit has not reported. Percentages of units are never averaged: the last line divides the sums.")
    return Annex(
        "communes",
        _("Table by unit, {period}", period=wording.period(period))
        if any(fact.period == period for fact in columns)
        else _("Table by unit"),
        head,
        (*rows, total),
        (5, 16, *(80 / len(columns) for _column in columns)),
        note,
    )


def _column(fact: Fact, period: Period) -> str:
    """The indicator; with its period where that is not the one of the report, which stands in the title."""
    if fact.period == period:
        return fact.indicator.name_vi
    return _("{name} ({period})", name=fact.indicator.name_vi, period=wording.period(fact.period))


def _commune_cell(of: Fact | Place | None, fact: Fact, *, bold: bool = False) -> Cell:
    if of is None:
        return Cell("–", right=True, bold=bold)
    counts = f" ({number(of.numerator, None)}/{number(of.denominator, None)})" if None not in (of.numerator, of.denominator) else ""
    said = shown(of, fact) + (counts if of.value is not None and fact.indicator.unit == "percent" else "")
    return Cell(said, trace_id(fact.indicator.code, of.unit, of.period), right=True, bold=bold)
