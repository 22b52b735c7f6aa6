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
_WEEKDAY = re.compile(
    r"\(?(?:(?:thu|t|th)[ .]?(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|c\.n|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?)\)?"
)
_DAY = re.compile(r"\(?(?:ngay )?(\d{1,2})(?:[/.-](\d{1,2})(?:[/.-]\d{2,4})?)?\)?")
_NAMES_DAYS = re.compile(r"\(?(?:thu|ngay|ngay thang|ngay, thang|thu ngay|thu, ngay|buoi|gio)\)?")


def days_under(over: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a row names the days of the week under days, or gives the days under their names: a heading for each column, beside no more
    than a word for them in the first one."""
    own = [c for c in cells if not _NAMES_DAYS.fullmatch(plain(c.text).strip(" .:"))]
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


def _weekdays(cells: Sequence[Cell]) -> bool:
    return all(c.kind == "T" and _WEEKDAY.fullmatch(plain(c.text).strip(" .:")) for c in cells)


def _days(cells: Sequence[Cell]) -> bool:
    """Days that follow each other, with the end of a month between them at most."""
    found = [_DAY.fullmatch(plain(c.text).strip(" .:")) for c in cells]
    days = [int(m[1]) for m in found if m]
    return len(days) == len(cells) and all(0 < b - a <= 3 or (a > 20 and b < 8) for a, b in pairwise(days))


def heads_gaps(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether a row of words heads columns of figures that the rows `first`..`upper` leave without a heading, nothing being merged: what
    else it holds are the first columns of their groups, or further lines of headings."""
    cells = cells_in(sheet, region, lower)
    head = [c for row in range(first, upper + 1) for c in cells_in(sheet, region, row)]
    if any(c.merge for c in (*head, *cells)) or not all(c.kind == "T" and not numberish(c) and len(c.text) < _LONG for c in cells):
        return False
    headed = {c.col for c in head}
    gaps = {c.col for c in cells} - headed
    if not gaps or min(gaps) < min(headed) or not all(_figures_below(sheet, region, lower, col) for col in gaps):
        return False
    return all(c.col in gaps or c.col + 1 in gaps or _further(c) for c in cells)


def _further(cell: Cell) -> bool:
    """A text that begins like the further line of a heading: in small letters or in brackets."""
    begin = cell.text.strip()[:1]
    return begin.islower() or begin in "(["


def _figures_below(sheet: Sheet, region: Region, row: int, col: int) -> bool:
    below = [c for r in range(row + 1, min(row + _LOOK, region.bottom) + 1) if (c := sheet.cell(r, col))]
    return bool(below) and sum(c.kind in "NXP" or numberish(c) for c in below) >= 0.7 * len(below)
