"""Tables without a figure: calendars, timetables, lists of tasks, forms that nobody has filled in yet. Nothing is read from them, yet
they stand somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import role_of
from loaders.understanding.placing.body import body_of
from loaders.understanding.placing.column_numbers import is_number_row
from loaders.understanding.placing.counted_lists import counted_lists
from loaders.understanding.placing.empty_forms import labels_to
from loaders.understanding.placing.explaining import named_as_programs
from loaders.understanding.placing.further import over_header
from loaders.understanding.placing.header_paths import path_over
from loaders.understanding.placing.header_rows import grow_down
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.placing.titles import is_title, numbered_caption, says_of_itself
from loaders.understanding.placing.worded_amounts import priced_list
from loaders.understanding.texts.rowkinds import is_footer
from loaders.understanding.texts.tables import Region, Table, cells_in
from loaders.understanding.texts.words import classes, plain

_NAMES = frozenset({"person", "name", "when"})
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_MANY_COLUMNS = 4
_LONG = 60
_MOST_BLANKS = 40


def wordy_tables(sheet: Sheet, found: list[Table]) -> list[Table]:
    """The tables of a sheet in which no figure stands, beside those already `found`: titles over rows of words, or over empty rows; then
    lists without titles whose rows count."""
    tables: list[Table] = []
    for row in sheet.rows:
        covering = [t for t in (*found, *tables) if t.header_first <= row <= t.data_last]
        for left, right in _free(sheet, row, covering):
            bottom = min((t.header_first for t in found if t.header_first > row and left <= t.right), default=sheet.n_rows)
            region = Region(row, bottom - 1, left, right)
            region = region if bottom == sheet.n_rows else replace(region, bottom=over_header(sheet, region, bottom))
            table = _table(sheet, region, beside=bool(covering)) or (None if covering else priced_list(sheet, region))
            if table is not None:
                tables.append(table)
    return [*tables, *counted_lists(sheet, [*found, *tables])]


def _free(sheet: Sheet, row: int, covering: list[Table]) -> Iterator[tuple[int, int]]:
    """The columns of a row in which another table may begin: all, or those apart from the tables that stand in the row, to their right."""
    border = max((t.right for t in covering), default=-2) + 1
    if border < 0:
        yield 0, sheet.n_cols - 1
    elif sheet.cell(row, border) is None and border + _LEAST_COLUMNS < sheet.n_cols:
        yield border + 1, sheet.n_cols - 1


def _table(sheet: Sheet, region: Region, beside: bool = False) -> Table | None:
    """The table whose header begins in the first row of a region; `beside` another one it has rows, and its keys, names or caption."""
    row = region.top
    cells = cells_in(sheet, region, row)
    if len(cells) < _LEAST_COLUMNS or not all(_title(c, cells) for c in cells) or len({plain(c.text) for c in cells}) < len(cells):
        return None
    if says_of_itself(cells) or any(_answers(a, b) for a, b in pairwise(cells)):
        return None
    last = grow_down(sheet, region, row, row)
    heads = [c for r in range(row, last + 1) for c in cells_in(sheet, region, r)]
    left, right = min(c.col for c in heads), max(c.merge.right if c.merge else c.col for c in heads)
    inside = Region(row, region.bottom, left, right)
    if not beside and (bottom := labels_to(sheet, inside, row, last + 1)) is not None:
        return Table(sheet, row, last, None, last + 1, bottom, left, right, _paths(sheet, inside, (row, last)))
    number = last + 1 if is_number_row(sheet, inside, last + 1) else None
    typed = named_as_programs(sheet, inside, last) if number is None else last
    start = (typed if number is None else number) + 1
    begun, end, repeats = body_of(sheet, inside, start, row, last, words=True)
    grouped = last > row and any(c.merge and c.merge.right > c.merge.left for c in cells)
    filled = sum(_filled(sheet, inside, r, grouped) for r in range(start, end + 1))
    known = sum(header_word(c.text) for c in heads)
    lead = role_of(plain(cells[0].text).strip(" .:"))
    first = [c for r in range(start, end + 1) for c in cells_in(sheet, inside, r)[:1]]
    labelled = (lead == "label" or _heads_names(cells[0], first)) and len(first) == end - start + 1 > 1
    keyed = lead in ("index", "code") or labelled or (_captioned(sheet, region, cells, known) and filled == end - start + 1 > 1)
    if beside and not (keyed and begun is not None):
        return None
    if (
        known < 2
        and not (keyed and (filled > 1 or {start, start + 1} <= sheet.ruled_rows))
        and (right - left + 1 < _MANY_COLUMNS or filled < _LEAST_ROWS or filled < 0.6 * (end - last))
    ):
        return None
    drawn = typed > last or start in sheet.ruled_rows
    if not keyed and not drawn and number is None and filled < _LEAST_ROWS:
        return None
    if begun is None:
        end = _blank_to(sheet, inside, start)
        if end < start and (not (keyed or number is not None) or known < 2 or start < sheet.n_rows):
            return None
        if start > region.bottom < sheet.n_rows - 1:
            return None
        end = max(end, start)
    headers = _paths(sheet, inside, (row, last))
    return Table(sheet, row, max(last, typed), number, start, end, left, right, headers, repeats=frozenset(repeats))


def _paths(sheet: Sheet, inside: Region, rows: tuple[int, int]) -> dict[int, tuple[str, ...]]:
    """The headings over each column of a table whose header runs from one row to another."""
    return {col: path_over(sheet, inside, *rows, col) for col in range(inside.left, inside.right + 1)}


def _answers(label: Cell, cell: Cell) -> bool:
    """The name of somebody, written with capitals, behind the word for one, which is not: "Full name | Le An"."""
    words = cell.text.split()
    named = "person" in classes("naming.csv", label.text) and not _capitals(label.text)
    return named and len(words) > 1 and _capitals(cell.text) and not cell.text.isupper() and not header_word(cell.text)


def _capitals(text: str) -> bool:
    return all(word[:1].isupper() for word in text.split())


def _captioned(sheet: Sheet, region: Region, cells: list[Cell], known: int) -> bool:
    """Whether a numbered caption stands alone right over a row of headings: no labels with their answers beside them, two and two."""
    over = cells_in(sheet, replace(region, top=0), cells[0].row - 1)
    return len(over) == 1 and numbered_caption(over[0].text) and (len(cells) % 2 == 1 or known > 1)


def _title(cell: Cell, line: list[Cell]) -> bool:
    """Whether a cell may head a column of words: a word as "no" too, which elsewhere answers, one post of a signature among others, a
    school class."""
    posts = sum(is_footer(c.text) for c in line)
    return (
        (cell.kind in "TP" or names_classes(line))
        and is_title(cell, line)
        and len(cell.text) < _LONG
        and (3 * posts < len(line) or not is_footer(cell.text))
    )


def _heads_names(head: Cell, cells: list[Cell]) -> bool:
    """Whether a heading of names or times stands over cells that may be some: names of people are written with capitals."""
    kinds = _NAMES & set(classes("naming.csv", head.text))
    return bool(kinds) and ("person" not in kinds or all(_capitals(c.text) for c in cells))


def _filled(sheet: Sheet, inside: Region, row: int, grouped: bool = False) -> bool:
    """Whether a row fills its columns, what stands merged from above among them; under headings in groups a name and one more will do."""
    if grouped and len(cells := cells_in(sheet, inside, row)) > 1 and cells[0].col <= inside.left + 1:
        return True
    shown = sum(sheet.shown(row, col) is not None for col in range(inside.left, inside.right + 1))
    return shown >= 0.6 * (inside.right - inside.left + 1) and bool(cells_in(sheet, inside, row))


def _blank_to(sheet: Sheet, inside: Region, start: int) -> int:
    """The last of the empty rows of a form: those with lines drawn around them, else all up to what stands below."""
    below = next((r for r in range(start, min(start + _MOST_BLANKS, inside.bottom) + 1) if cells_in(sheet, inside, r)), None)
    ruled = start
    while ruled in sheet.ruled_rows and ruled != below:
        ruled += 1
    return (ruled if ruled > start else below or start) - 1
