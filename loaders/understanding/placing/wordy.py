"""Tables of words alone: calendars, timetables, lists of tasks. Nothing is read from them, yet they stand somewhere."""

from __future__ import annotations

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.header_paths import path_over
from loaders.understanding.placing.header_rows import grow_down
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.texts.rowkinds import is_footer, is_note, numberish
from loaders.understanding.texts.tables import Region, Table, cells_in

_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_LONG = 40


def wordy_tables(sheet: Sheet) -> list[Table]:
    """The tables of a sheet in which no figure stands: titles over rows that fill most of their columns."""
    region = Region(0, sheet.n_rows - 1, 0, sheet.n_cols - 1)
    found: list[Table] = []
    for row in sheet.rows:
        if found and row <= found[-1].data_last:
            continue
        cells = cells_in(sheet, region, row)
        if len(cells) < _LEAST_COLUMNS or not all(_title(c) for c in cells) or sum(header_word(c.text) for c in cells) < 2:
            continue
        last = grow_down(sheet, region, row, row)
        inside = Region(row, region.bottom, cells[0].col, max(c.merge.right if c.merge else c.col for c in cells))
        end = _end(sheet, inside, last)
        if end - last >= _LEAST_ROWS:
            headers = {col: path_over(sheet, inside, row, last, col) for col in range(inside.left, inside.right + 1)}
            found.append(Table(sheet, row, last, None, last + 1, end, inside.left, inside.right, headers))
    return found


def _title(cell: Cell) -> bool:
    return cell.kind == "T" and not numberish(cell) and len(cell.text) < _LONG


def _end(sheet: Sheet, inside: Region, last: int) -> int:
    """The last of the rows under a header that fill its columns, what stands merged from above among them."""
    row = last
    while row < inside.bottom and (cells := cells_in(sheet, inside, row + 1)):
        shown = sum(sheet.shown(row + 1, col) is not None for col in range(inside.left, inside.right + 1))
        if is_footer(cells[0].text) or is_note(cells[0].text) or shown < 0.6 * (inside.right - inside.left + 1):
            break
        row += 1
    return row
