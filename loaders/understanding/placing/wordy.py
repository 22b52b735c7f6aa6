"""Tables without a figure: calendars, timetables, lists of tasks, forms that nobody has filled in yet. Nothing is read from them, yet
they stand somewhere."""

from __future__ import annotations

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import role_of
from loaders.understanding.placing.body import body_of
from loaders.understanding.placing.explaining import named_as_programs
from loaders.understanding.placing.header_paths import path_over
from loaders.understanding.placing.header_rows import grow_down
from loaders.understanding.placing.header_score import header_word, is_number_row
from loaders.understanding.placing.titles import is_title
from loaders.understanding.texts.rowkinds import is_footer
from loaders.understanding.texts.tables import Region, Table, cells_in
from loaders.understanding.texts.words import plain

_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_MANY_COLUMNS = 4
_LONG = 60
_MOST_BLANKS = 40


def wordy_tables(sheet: Sheet, found: list[Table]) -> list[Table]:
    """The tables of a sheet in which no figure stands, beside those already `found`: titles over rows of words, or over empty rows."""
    tables: list[Table] = []
    bounds = [t.header_first for t in found]
    for row in sheet.rows:
        if any(t.header_first <= row <= t.data_last for t in (*found, *tables)):
            continue
        bottom = min((b for b in bounds if b > row), default=sheet.n_rows) - 1
        table = _table(sheet, Region(row, bottom, 0, sheet.n_cols - 1))
        if table is not None:
            tables.append(table)
    return tables


def _table(sheet: Sheet, region: Region) -> Table | None:
    """The table whose header begins in the first row of a region."""
    row = region.top
    cells = cells_in(sheet, region, row)
    if len(cells) < _LEAST_COLUMNS or not all(_title(c, cells) for c in cells) or len({plain(c.text) for c in cells}) < len(cells):
        return None
    last = grow_down(sheet, region, row, row)
    heads = [c for r in range(row, last + 1) for c in cells_in(sheet, region, r)]
    left, right = min(c.col for c in heads), max(c.merge.right if c.merge else c.col for c in heads)
    inside = Region(row, region.bottom, left, right)
    number = last + 1 if is_number_row(sheet, inside, last + 1) else None
    typed = named_as_programs(sheet, inside, last) if number is None else last
    start = (typed if number is None else number) + 1
    begun, end, repeats = body_of(sheet, inside, start, row, last, words=True)
    filled = sum(_filled(sheet, inside, r) for r in range(start, end + 1))
    known = sum(header_word(c.text) for c in heads)
    lead = role_of(plain(cells[0].text).strip(" .:"))
    labelled = lead == "label" and end - start >= 1 and all(cells_in(sheet, inside, r)[:1] for r in range(start, end + 1))
    keyed = lead in ("index", "code") or labelled
    if known < 2 and not (keyed and filled > 1) and (len(cells) < _MANY_COLUMNS or filled < _LEAST_ROWS or filled < 0.6 * (end - last)):
        return None
    drawn = typed > last or start in sheet.ruled_rows
    if not keyed and not drawn and number is None and filled < _LEAST_ROWS:
        return None
    if begun is None:
        end = _blank_to(sheet, inside, start)
        if end < start and (not (keyed or number is not None) or known < 2 or start < sheet.n_rows):
            return None
        end = max(end, start)
    headers = {col: path_over(sheet, inside, row, last, col) for col in range(left, right + 1)}
    return Table(sheet, row, max(last, typed), number, start, end, left, right, headers, repeats=frozenset(repeats))


def _title(cell: Cell, line: list[Cell]) -> bool:
    """Whether a cell may head a column of words: a word as "no" too, which elsewhere answers, and one post of a signature among others."""
    posts = sum(is_footer(c.text) for c in line)
    return cell.kind in "TP" and is_title(cell, line) and len(cell.text) < _LONG and (3 * posts < len(line) or not is_footer(cell.text))


def _filled(sheet: Sheet, inside: Region, row: int) -> bool:
    """Whether a row fills its columns, what stands merged from above among them."""
    shown = sum(sheet.shown(row, col) is not None for col in range(inside.left, inside.right + 1))
    return shown >= 0.6 * (inside.right - inside.left + 1) and bool(cells_in(sheet, inside, row))


def _blank_to(sheet: Sheet, inside: Region, start: int) -> int:
    """The last of the empty rows of a form: those with lines drawn around them, else all up to what stands below."""
    below = next((r for r in range(start, min(start + _MOST_BLANKS, inside.bottom) + 1) if cells_in(sheet, inside, r)), None)
    ruled = start
    while ruled in sheet.ruled_rows and ruled != below:
        ruled += 1
    return (ruled if ruled > start else below or start) - 1
