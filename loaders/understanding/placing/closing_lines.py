"""Lines of one text under the last row of a table that state something of it: a count behind a colon, what a book holds, a verdict that
waits to be written. No rows, whatever column they stand in."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import is_footer, is_section_mark, is_total, numberish, row_kind
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LEAST_WORDS = 3
_LEAST_DATED = 2
_MOST = 0.8
_LOOK = 2
_MOST_LINES = 12
_STATED = re.compile(r"(?P<label>[^:;]{8,}[^:;\s]) ?: ?\d[\d.,]*(?: [^\W\d_]+){0,2}[.;]?")
_DASHES = "-\u2013\u2022*+"
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?")


def closes(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether nothing but lines of one text stand from a row to the next blank or to those who sign, no row of figures right behind it, and
    the first of them states something of the rows of the body that began at `start`."""
    if not _to_the_blank(sheet, region, row):
        return False
    cell = cells_in(sheet, region, row)[0]
    return _counts(sheet, region, start, cell) or _marked(sheet, region, start, cell) or _waits(sheet, region, start, cell)


def _to_the_blank(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether only lone texts follow in the rows before the next blank, and no row with a figure right behind it."""
    at = row
    while at <= region.bottom and (cells := cells_in(sheet, region, at)):
        if at > row and is_footer(cells[0].text):
            return True
        if len(cells) > 1 or not _words(cells[0]) or at - row > _MOST_LINES:
            return False
        at += 1
    behind = next((found for r in range(at, min(at + _LOOK, region.bottom) + 1) if (found := cells_in(sheet, region, r))), [])
    return not any(c.kind in "NPX" or numberish(c) for c in behind)


def _counts(sheet: Sheet, region: Region, start: int, cell: Cell) -> bool:
    """A label of several words, a colon and a number in one cell, left of the figures of the rows: "Cards asked for in all: 2". Where
    titles like it stand over rows of the body, it is the next of them."""
    said = _STATED.fullmatch(plain(cell.text).strip())
    if said is None or len(said["label"].split()) < _LEAST_WORDS or is_total(said["label"]):
        return False
    lines = _lines(sheet, region, start, cell.row)
    figures = [c.col for line in lines for c in line[1:] if numberish(c)]
    titles = [line[0] for line in lines if len(line) == 1 and line[0].col == cell.col]
    return bool(figures) and cell.col < max(figures) and not any(":" in c.text for c in titles)


def _marked(sheet: Sheet, region: Region, start: int, cell: Cell) -> bool:
    """A line of several words behind a dash, where the rows have their numbers or days."""
    text = cell.text.strip()
    several = text[0] in _DASHES and len(text.strip(_DASHES + " ").split()) > _LEAST_WORDS
    return several and not row_kind(text) and _numbered(sheet, region, start, cell, days=True)


def _waits(sheet: Sheet, region: Region, start: int, cell: Cell) -> bool:
    """Words that end with a colon, nothing beside them, where the rows have their numbers; or right over a line of dots in their column."""
    text = cell.text.strip()
    if not text.endswith(":") or is_total(text):
        return False
    below = cells_in(sheet, region, cell.row + 1)
    dots = len(below) == 1 and below[0].col == cell.col and not any(map(str.isalnum, below[0].text))
    if below and not dots:
        return False
    return _numbered(sheet, region, start, cell) or (dots and cell.col == region.left)


def _numbered(sheet: Sheet, region: Region, start: int, cell: Cell, days: bool = False) -> bool:
    """Whether nearly all rows of the body have their number, or their day, in the column of a cell."""
    over = [c for line in _lines(sheet, region, start, cell.row) for c in line if c.col == cell.col and len(line) > 1]
    numbers = [c for c in over if _number(c) or (days and _day(c))]
    return len(numbers) >= _LEAST_DATED and len(numbers) >= _MOST * len(over)


def _number(cell: Cell) -> bool:
    return numberish(cell) or is_section_mark(cell.text)


def _day(cell: Cell) -> bool:
    return cell.kind == "D" or bool(_DAY.fullmatch(cell.text.strip()))


def _lines(sheet: Sheet, region: Region, start: int, end: int) -> list[list[Cell]]:
    return [found for row in range(start, end) if (found := cells_in(sheet, region, row))]


def _words(cell: Cell) -> bool:
    return not numberish(cell) and (cell.kind == "T" or not any(map(str.isalnum, cell.text)))
