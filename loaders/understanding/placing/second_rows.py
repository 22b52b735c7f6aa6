"""Second rows of a header that no merge tells: days and their names under each other, and words that head the columns left without a
heading by the row over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LEAST_DAYS = 3
_LONG = 60
_LOOK = 8
_MOST_ROWS = 3
_IN_BRACKETS = re.compile(r"\([^()]+\)")
_WEEKDAY = re.compile(
    r"\(?(?:(?:thu|t|th)[ .]?(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|c\.n|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?)\)?"
)
_DAY = re.compile(r"\(?(?:ngay )?(\d{1,2})(?:[/.-](\d{1,2})(?:[/.-]\d{2,4})?)?\)?")
NAMES_DAYS = re.compile(r"\(?(?:thu|ngay|ngay thang|ngay, thang|thu ngay|thu, ngay|buoi|gio)\)?")


def days_under(over: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a row names the days of the week under days, or gives the days under their names: a heading for each column, beside no more
    than a word for them in the first one."""
    own = [c for c in cells if not NAMES_DAYS.fullmatch(plain(c.text).strip(" .:"))]
    columns = {c.col: c for c in over}
    if len(own) < _LEAST_DAYS or len(cells) - len(own) > 1 or any(c.col not in columns or c.merge for c in own):
        return False
    above = [columns[c.col] for c in own]
    if own[0].col == over[0].col:
        return False
    return (_weekdays(own) and not _weekdays(above)) or (_days(own) and _weekdays(above))


def translated(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Whether a row of words without accents stands over the very same columns as one with accents, nothing merged: English headings."""
    over, cells = cells_in(sheet, region, upper), cells_in(sheet, region, lower)
    if len(cells) < _LEAST_DAYS or [c.col for c in over] != [c.col for c in cells]:
        return False
    if not all(c.kind == "T" and not numberish(c) and c.merge is None and len(c.text) < _LONG for c in (*over, *cells)):
        return False
    return all(c.text.isascii() for c in over) and 2 * sum(not c.text.isascii() for c in cells) > len(cells)


def said_again(sheet: Sheet, region: Region, first: int, last: int) -> int | None:
    """The last of as many rows under the headings `first`..`last`, merged in the same way, that say them again in English; else None."""
    rows = last - first + 1
    return last + rows if last + rows <= region.bottom and _says_in_english(sheet, region, (first, last + 1), rows) else None


def said_before(sheet: Sheet, region: Region, first: int, last: int) -> int:
    """The first of as many rows over the headings `first`..`last`, merged in the same way, that say them in English; else `first`."""
    rows = last - first + 1
    over = first - rows
    return over if over >= region.top and _says_in_english(sheet, region, (first, over), rows) else first


def _says_in_english(sheet: Sheet, region: Region, tops: tuple[int, int], rows: int) -> bool:
    """Whether the rows from the second of two tops on are those from the first on in English: words without accents in the same places."""
    own, other = ([c for r in range(top, top + rows) for c in cells_in(sheet, region, r)] for top in tops)
    if len(other) < _LEAST_DAYS or [_form(c, tops[0]) for c in own] != [_form(c, tops[1]) for c in other]:
        return False
    worded = all(c.is_text and c.text.isascii() and any(map(str.isalpha, c.text)) and len(c.text) < _LONG for c in other)
    drawn = rows > 1 or any(c.merge for c in own)
    return worded and drawn and any(not c.text.isascii() for c in own)


def _form(cell: Cell, top: int) -> tuple[int, ...]:
    """Where a cell stands under `top`, and how far it is merged."""
    merge = cell.merge
    return (cell.row - top, cell.col, merge.bottom - merge.top if merge else 0, merge.right - merge.left if merge else 0)


def in_brackets_under(over: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a row adds something in brackets to the headings right over it ("(Ms Lan)", "(4 digits)"), all but the first at most."""
    headed = {c.col for c in over}
    if len(cells) < _LEAST_DAYS or cells[0].col == min(headed, default=-1) or not all(c.col in headed for c in cells):
        return False
    return all(c.is_text and _IN_BRACKETS.fullmatch(c.text.strip()) and any(map(str.isalpha, c.text)) for c in cells)


def _weekdays(cells: Sequence[Cell]) -> bool:
    return all(c.kind == "T" and _WEEKDAY.fullmatch(plain(c.text).strip(" .:")) for c in cells)


def _days(cells: Sequence[Cell]) -> bool:
    """Days that follow each other, with the end of a month between them at most."""
    found = [_DAY.fullmatch(plain(c.text).strip(" .:")) for c in cells]
    days = [int(m[1]) for m in found if m]
    return len(days) == len(cells) and all(0 < b - a <= 3 or (a > 20 and b < 8) for a, b in pairwise(days))


def heads_gaps(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether a row of words heads columns of figures that the rows `first`..`upper` leave without a heading, nothing being merged: what
    else it holds are the first columns of their groups, further lines of headings, or groups of one column where the names of the rows
    are left alone."""
    cells = cells_in(sheet, region, lower)
    head = [c for row in range(first, upper + 1) for c in cells_in(sheet, region, row)]
    if any(c.merge for c in (*head, *cells)) or not all(c.kind == "T" and not numberish(c) and len(c.text) < _LONG for c in cells):
        return False
    headed = {c.col for c in head}
    gaps = {c.col for c in cells} - headed
    if not gaps or min(gaps) < min(headed) or not all(_figures_below(sheet, region, lower, col) for col in gaps):
        return False
    apart = cells[0].col > min(headed) and len(gaps) > 1
    return all(c.col in gaps or c.col + 1 in gaps or _further(c) or (apart and _figures_below(sheet, region, lower, c.col)) for c in cells)


def words_over_figures(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether a row of words, none of them in the first column of the header over it, stands right over figures in each of its columns, in
    a table whose rows begin with a name: it names nothing that could have these words for figures, and heads its columns. Numbers that
    count the columns of a group (first, second, third dose) are as good as words."""
    cells = cells_in(sheet, region, lower)
    head = {c.col for row in range(first, upper + 1) for c in cells_in(sheet, region, row)}
    counted = _counted_on(cells, head)
    if not (_words(cells) or counted) or cells[0].col <= min(head) or all(_IN_BRACKETS.fullmatch(c.text.strip()) for c in cells):
        return False
    last = lower
    while last - lower < _MOST_ROWS and _words(more := cells_in(sheet, region, last + 1)) and more[0].col >= cells[0].col:
        last += 1
    names = [c for c in cells_in(sheet, region, last + 1) if c.col < cells[0].col]
    named = any(c.kind == "T" and not numberish(c) for c in names) and all(c.col in head for c in names)
    return named and all(_figures_below(sheet, region, last, c.col) for c in cells)


def _counted_on(cells: Sequence[Cell], head: set[int]) -> bool:
    """Whether a row holds words, and numbers that count from one, the first of them alone under a heading: the columns of a group."""
    words, numbers = [c for c in cells if not numberish(c)], [c for c in cells if numberish(c)]
    if not _words(words) or len(numbers) < 2 or any(c.merge for c in numbers):
        return False
    begins = [c.col for c in numbers if c.text.strip() == "1"]
    counted = all(a.col + 1 == b.col and (a.number or 0) + 1 == b.number for a, b in pairwise(numbers) if b.text.strip() != "1")
    return bool(begins) and begins[0] == numbers[0].col and counted and {c.col for c in numbers} & head == set(begins)


def _words(cells: Sequence[Cell]) -> bool:
    """Whether a row holds words alone, and nothing merged."""
    return bool(cells) and all(c.kind == "T" and c.merge is None and not numberish(c) for c in cells)


def _further(cell: Cell) -> bool:
    """A text that begins like the further line of a heading: in small letters or in brackets."""
    begin = cell.text.strip()[:1]
    return begin.islower() or begin in "(["


def _figures_below(sheet: Sheet, region: Region, row: int, col: int) -> bool:
    below = [c for r in range(row + 1, min(row + _LOOK, region.bottom) + 1) if (c := sheet.cell(r, col))]
    return bool(below) and sum(c.kind in "NXP" or numberish(c) for c in below) >= 0.7 * len(below)
