"""The annex of sources: for every figure of the report the cells of the files that it was counted from, under its trace id."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from catalogue.language import _, day, number
from catalogue.units import units
from indicators.cube import Cube
from indicators.trace import trace
from report import names, wording
from report.content import Annex, Cell
from report.facts import Fact, trace_id

Row = tuple[str, int, float, str, str, float]
"""Of a cell that a count is made of: unit, sign, value, sheet, cell, number of the return."""
ROW = ("unit", "sign", "value", "sheet", "cell", "submission")
MOST_UNITS = 40
"""An area of more units has its cells in the workbook of sources (origin_book); the annex counts them."""


@dataclass(frozen=True, slots=True)
class File:
    """A file received: its name, and the day it came."""

    name: str
    received_on: dt.date | None


def sources_of(cube: Cube, facts: Sequence[Fact], files: Mapping[int, File], on: dt.date) -> tuple[Annex, ...]:
    """The table of figures with their cells, and the table of files that numbers them; none where no figure has a cell."""
    traced = {fact: trace(cube, fact.indicator.code, fact.unit, fact.period, on=on).rows for fact in facts}
    numbers = _numbered(traced.values())
    if not numbers:
        return ()
    rows = [row for fact, cells in traced.items() for row in _rows(fact, cells, numbers)]
    head = (_("Trace id"), _("Unit"), _("Numerator"), _("Cells of the numerator"), _("Denominator"), _("Cells of the denominator"))
    note = _("Sheet!cell, then in brackets the numbers of the files, listed in the next annex; a minus sign: taken off.")
    figures = Annex("sources", _("Sources of the figures"), head, tuple(rows), (22, 13, 9, 24, 9, 23), note)
    return figures, _files(numbers, files)


def _numbered(tables: Iterable[pd.DataFrame]) -> dict[int, int]:
    """The submissions met, numbered by unit and then by their own order, so that a unit's files follow each other.

    What was counted from the arrivals themselves has no return (number 0).
    """
    met = {
        (unit, int(sent))
        for table in tables
        for unit, sent in zip(table["unit"], table["submission"], strict=True)
        if sent == sent and sent
    }
    ordered = sorted(met, key=lambda pair: (units()[pair[0]].code if pair[0] in units() else pair[0], pair[1]))
    return {sent: at for at, sent in enumerate(dict.fromkeys(sent for _unit, sent in ordered), 1)}


def _rows(fact: Fact, cells: pd.DataFrame, numbers: Mapping[int, int]) -> list[tuple[Cell, ...]]:
    """The figure itself, then a line for each unit that it adds up."""
    name = wording.raised(names.area(fact.unit, fact.period.end("plain")))
    own = (Cell(trace_id(fact.indicator.code, fact.unit, fact.period), bold=True), Cell(name, bold=True))
    told = _by_unit(cells)
    members = list(told)
    whole = (Cell(number(fact.numerator, None), right=True, bold=True), Cell(number(fact.denominator, None), right=True, bold=True))
    if len(members) > MOST_UNITS or members in ([], [fact.unit]):
        sides = [[row for unit in members for row in told[unit][side]] for side in SIDES]
        above, below = (_cells(rows, numbers, short=len(members) > MOST_UNITS) for rows in sides)
        return [(*own, whole[0], Cell(above), whole[1], Cell(below))]
    added = Cell(_("the sum of {count} units", count=number(len(members))))
    total = (*own, whole[0], added, whole[1], added if fact.denominator is not None else Cell(""))
    return [total, *(_unit(fact, unit, told[unit], numbers) for unit in members)]


SIDES = ("numerator", "denominator")
SHOWN_AS = {"percentage": "numerator"}
"""A percentage that was sent without counts has its cell where that of a numerator would be."""


def _by_unit(cells: pd.DataFrame) -> dict[str, dict[str, list[Row]]]:
    """The cells of each unit by side, in the order met; in plain tuples, since a table asked row by row is slow."""
    found: dict[str, dict[str, list[Row]]] = {}
    for side, *row in zip(cells["side"].tolist(), *(cells[name].tolist() for name in ROW), strict=True):
        found.setdefault(row[0], defaultdict(list))[SHOWN_AS.get(side, side)].append(tuple(row))
    return found


def _unit(fact: Fact, unit: str, told: Mapping[str, list[Row]], numbers: Mapping[int, int]) -> tuple[Cell, ...]:
    mine = [told[side] for side in SIDES]
    counts = [number(float(sum(row[1] * row[2] for row in side)), None) if side else "" for side in mine]
    name = units()[unit].name if unit in units() else unit
    above, below = (_cells(side, numbers) for side in mine)
    return (
        Cell(trace_id(fact.indicator.code, unit, fact.period)), Cell(name),
        Cell(counts[0], right=True), Cell(above), Cell(counts[1], right=True), Cell(below),
    )  # fmt: skip


def _cells(rows: Sequence[Row], numbers: Mapping[int, int], *, short: bool = False) -> str:
    """The same cell of several files once: "S1!D14 [1-12]"; what was counted from the arrivals themselves says so."""
    if short:
        return _("{count} cells: see the workbook of sources", count=number(len(rows)))
    found: dict[str, list[int]] = {}
    for _unit, sign, _value, sheet, cell, sent in rows:
        if not cell or sent != sent or int(sent) not in numbers:
            found.setdefault(_("register of returns"), [])
        else:
            found.setdefault(("\u2212" if sign < 0 else "") + f"{sheet}!{cell}", []).append(numbers[int(sent)])
    return "; ".join(f"{place} [{_spans(files)}]" if files else place for place, files in found.items())


def _spans(files: Sequence[int]) -> str:
    """1, 2, 3, 7 as 1-3, 7."""
    ordered = sorted(set(files))
    breaks = [0, *(at for at, (one, other) in enumerate(pairwise(ordered), 1) if other != one + 1), len(ordered)]
    spans = [ordered[start:end] for start, end in pairwise(breaks)]
    return ", ".join(str(span[0]) if len(span) == 1 else f"{span[0]}-{span[-1]}" for span in spans)


def _files(numbers: Mapping[int, int], files: Mapping[int, File]) -> Annex:
    rows = tuple(
        (
            Cell(str(at), right=True),
            Cell(files[sent].name if sent in files else ""),
            Cell(day(files[sent].received_on) if sent in files else ""),
            Cell(str(sent), right=True),
        )
        for sent, at in numbers.items()
    )
    head = (_("No."), _("File"), _("Received on"), _("Number in the store"))
    return Annex("files", _("Files received"), head, rows, (6, 64, 15, 15))
