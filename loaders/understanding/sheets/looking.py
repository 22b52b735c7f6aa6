"""The tables of a sheet and what the lines around them say, before any figure is read."""

from __future__ import annotations

import re
from collections.abc import Callable

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.days import signed_on
from loaders.understanding.placing.coded_headings import Codes, decoded
from loaders.understanding.placing.layout import find_tables
from loaders.understanding.placing.legend import written_out
from loaders.understanding.placing.refilled import refilled
from loaders.understanding.placing.shorts_among import spelt_among
from loaders.understanding.sheets.sheet_reading import LINES_ABOVE, SheetReading
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import Measure, in_line, over_table

_TITLES = frozenset({"title", "plan_title"})
_NOTE = re.compile(r"\W*(ghi chu|luu y|chu thich|chu giai|nhan xet|danh gia chung)\b")
"""What a note begins with: it is no title, whatever it speaks of."""


def look(sheet: Sheet, codes: Callable[[], Codes] = dict) -> SheetReading:
    """The tables of a sheet and what the lines around them say, before any figure is read; `codes`: what stands for codes."""
    sheet = refilled(sheet)
    tables = [decoded(table, codes) for table in find_tables(sheet)]
    tables = spelt_among(written_out(sheet, tables))
    part = SheetReading(sheet, tables)
    for cell in sheet.texts:
        if not any(t.holds(cell) for t in tables):
            _line(part, cell)
    for table in tables:
        for row in range(max(0, table.header_first - 2), table.header_first):
            for cell in sheet.rows.get(row, ()):
                part.measure = part.measure or in_line(cell.text)
    part.measures = [_measure_over(sheet, tables, table) or part.measure for table in tables]
    return part


def _measure_over(sheet: Sheet, tables: list[Table], table: Table) -> Measure | None:
    """The measure in the last line over a table that states one; it holds for the tables after it until another line does."""
    return next((m for c in reversed(lines_over(sheet, tables, table)) if c.is_text and (m := over_table(c.text))), None)


def lines_over(sheet: Sheet, tables: list[Table], table: Table) -> list[Cell]:
    """What stands over a table in no table, as they follow each other; nothing over a table beside it."""
    beside = [t for t in tables if t is not table and t.header_first <= table.data_last and table.header_first <= t.data_last]
    lines = [c for row in range(table.header_first) for c in sheet.rows.get(row, ()) if not any(t.holds(c) for t in tables)]
    if beside:
        lines = [c for c in lines if not any(t.left <= c.col <= t.right for t in beside)]
    return lines


def _aside(text: str) -> bool:
    """A line in brackets, which only adds to what another says; so does none."""
    return not text or text.strip().startswith("(")


def _line(part: SheetReading, cell: Cell) -> None:
    text = cell.text
    part.measure = part.measure or in_line(text)
    kinds = frozenset(classes("lines.csv", text))
    if kinds & _TITLES and len(text) > len(part.title) and cell.row < LINES_ABOVE and not _NOTE.match(plain(text)):
        part.title = text
    first = min((t.header_first for t in part.tables), default=0)
    if (
        cell.row < first
        and "letterhead" not in kinds
        and (_aside(part.heading), len(text)) > (_aside(text), len(part.heading))
        and len(text) < 200
    ):
        part.heading = text
    signed = signed_on(text)
    if signed and (part.signed is None):
        part.signed, part.signed_cell = signed, cell.address
