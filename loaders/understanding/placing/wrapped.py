"""Headings whose lines stand in a row each, as a table copied from a text document has them: "Total of officials," over "staff"."""

from __future__ import annotations

import re
from itertools import pairwise

from catalogue.text import nfc
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain, table

_MOST = 6
_LEAST = 3
_LONG = 60
_YEAR = re.compile(r"20[012]\d|19\d\d")
_OPEN = tuple(",;/(-")


def wrapped_last(sheet: Sheet, region: Region, first: int, last: int) -> int | None:
    """The last row of a header that is broken so: every heading begins in its first row, nothing is merged, and one of them plainly goes
    on in the next; None for any other header."""
    lines = [cells_in(sheet, region, row) for row in range(first, min(first + _MOST, region.bottom + 1))]
    begun = {c.col for c in lines[0]} if lines else set()
    end = first
    for over, cells in pairwise(lines):
        if not cells or any(c.col not in begun or not (_words(c) or _year_under(sheet, c)) for c in cells):
            break
        if end >= last and not _broken(sheet, first, end, over):
            break
        end += 1
    merged = any(c.merge is not None for cells in lines[: end - first + 1] for c in cells)
    broken = any(_broken(sheet, first, first + i, cells) for i, cells in enumerate(lines[: end - first]))
    return end if broken and not merged and end >= last and end > first else None


def wrapped_first(sheet: Sheet, region: Region, first: int) -> int:
    """The row in which the headings begin whose further lines stand in the row `first`: the very same columns hold words in the rows over
    it, and most of the lines under them begin in the middle of a phrase."""
    while first > region.top:
        cells, over = cells_in(sheet, region, first), cells_in(sheet, region, first - 1)
        same = len(cells) >= _LEAST and [c.col for c in cells] == [c.col for c in over]
        if not same or not all(_words(c) and c.merge is None and ":" not in c.text and len(c.text) < _LONG for c in over):
            break
        if sum(_in_the_middle(c.text) for c in cells) < 0.6 * len(cells):
            break
        first -= 1
    return first


def joined(sheet: Sheet, first: int, last: int, col: int) -> tuple[str, ...]:
    """The heading over a column in one piece."""
    text = " ".join(_lines(sheet, first, last, col))
    return (text,) if text else ()


def _lines(sheet: Sheet, first: int, last: int, col: int) -> list[str]:
    return [cell.text.strip() for row in range(first, last + 1) if (cell := sheet.cell(row, col)) and cell.text.strip()]


def _broken(sheet: Sheet, first: int, row: int, cells: list[Cell]) -> bool:
    """Whether a heading plainly goes on below a row: in the middle of brackets, of a list or of a phrase."""
    for cell in cells:
        so_far = " ".join(_lines(sheet, first, row, cell.col))
        below = sheet.cell(row + 1, cell.col)
        if below and _year_under(sheet, below):
            return True
        if below and _words(below) and (so_far.count("(") > so_far.count(")") or _goes_on(cell.text)):
            return True
    return False


def _goes_on(text: str) -> bool:
    """Whether a text ends in a sign or a word that wants another one; a word as it is written, accents too."""
    last = nfc(text).lower().split()[-1:]
    return text.rstrip().endswith(_OPEN) or bool(last and last[0] in {row["text"] for row in table("going_on.csv")})


def _in_the_middle(text: str) -> bool:
    """Whether a text begins like the further line of a heading: in small letters, with a number or in brackets."""
    return text.strip()[:1].islower() or text.strip()[:1].isdigit() or text.strip()[:1] == "("


def _year_under(sheet: Sheet, cell: Cell) -> bool:
    """A year under a heading of two lines or two words that ends with the word "year"."""
    over = [c.text for row in (cell.row - 2, cell.row - 1) if (c := sheet.cell(row, cell.col)) and c.is_text]
    words = plain(" ".join(over)).split()
    return len(words) > 1 and words[-1] == "nam" and bool(_YEAR.fullmatch(cell.text.strip()))


def _words(cell: Cell) -> bool:
    return cell.is_text and not numberish(cell) and sum(letter.isalpha() for letter in cell.text) > 1
