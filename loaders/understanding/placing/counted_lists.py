"""Lists without headings whose rows count from one or are days that follow each other: answers to numbered questions, rosters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import is_footer, is_total, numberish
from loaders.understanding.texts.tables import Region, Table, cells_in

_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_LONGEST_NAME = 60
_FULL = 0.6
_TYPED_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def counted_lists(sheet: Sheet, found: list[Table]) -> Iterator[Table]:
    """The lists of a sheet in rows where no table is `found` yet: three rows or more of three columns, each with its number or day and
    words behind it, and no row of headings right over the first one."""
    region = Region(0, sheet.n_rows - 1, 0, sheet.n_cols - 1)
    taken = {row for t in found for row in range(t.header_first, t.data_last + 1)}
    rows: list[int] = []
    for row in range(sheet.n_rows + 1):
        cells = cells_in(sheet, region, row) if row not in taken else []
        if rows and not _follows(cells, cells_in(sheet, region, rows[-1])):
            yield from _list(sheet, region, rows)
            rows = []
        if cells and _begins_row(cells) and (rows or _place(cells[0]) == 1 or _day(cells[0])):
            rows.append(row)


def _list(sheet: Sheet, region: Region, rows: list[int]) -> Iterator[Table]:
    lines = [cells_in(sheet, region, row) for row in rows]
    columns = {c.col for cells in lines for c in cells}
    left, right = min(columns), max(columns)
    over = cells_in(sheet, region, rows[0] - 1) if rows[0] else []
    full = sum(len(cells) for cells in lines) >= _FULL * len(lines) * (right - left + 1)
    if len(rows) >= _LEAST_ROWS and right - left + 1 >= _LEAST_COLUMNS and full and len(over) < 2:
        total = cells_in(sheet, Region(0, region.bottom, left, right), rows[-1] + 1)
        last = rows[-1] + (len(total) > 1 and total[0].col == left + 1 and is_total(total[0].text))
        yield Table(sheet, rows[0], rows[0] - 1, None, rows[0], last, left, right)


def _begins_row(cells: list[Cell]) -> bool:
    """A number or a day, and short words right behind it that name the row."""
    if len(cells) < 2 or cells[1].col != cells[0].col + 1 or not (_place(cells[0]) or _day(cells[0])):
        return False
    name = cells[1]
    return name.kind == "T" and not numberish(name) and len(name.text) < _LONGEST_NAME and not is_footer(name.text)


def _follows(cells: list[Cell], before: list[Cell]) -> bool:
    """Whether a row bears the next number or the next day, in the same column."""
    if not cells or cells[0].col != before[0].col or not _begins_row(cells):
        return False
    days = _day(before[0]), _day(cells[0])
    if days[0] and days[1]:
        return days[1] - days[0] == timedelta(1)
    return _place(cells[0]) == _place(before[0]) + 1 > 1


def _place(cell: Cell) -> int:
    """The whole number in a cell, 0 where there is none."""
    text = cell.text.strip(" .")
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _day(cell: Cell) -> date | None:
    """The day in a cell, typed as one or as text."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = _TYPED_DAY.fullmatch(cell.text.strip())
    try:
        return date(int(said[3]), int(said[2]), int(said[1])) if said else None
    except ValueError:
        return None
