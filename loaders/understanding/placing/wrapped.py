"""Headings whose lines stand in a row each, as a table copied from a text document has them: "Total of officials," over "staff"."""

from __future__ import annotations

from itertools import pairwise

from catalogue.text import nfc
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import table

_MOST = 6
_OPEN = tuple(",;/(-")


def wrapped_last(sheet: Sheet, region: Region, first: int, last: int) -> int | None:
    """The last row of a header that is broken so: every heading begins in its first row, nothing is merged, and one of them plainly goes
    on in the next; None for any other header."""
    lines = [cells_in(sheet, region, row) for row in range(first, min(first + _MOST, region.bottom + 1))]
    begun = {c.col for c in lines[0]} if lines else set()
    end = first
    for over, cells in pairwise(lines):
        if not cells or any(c.col not in begun or not _words(c) for c in cells):
            break
        if end >= last and not _broken(sheet, first, end, over):
            break
        end += 1
    merged = any(c.merge is not None for cells in lines[: end - first + 1] for c in cells)
    broken = any(_broken(sheet, first, first + i, cells) for i, cells in enumerate(lines[: end - first]))
    return end if broken and not merged and end >= last and end > first else None


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
        if below and _words(below) and (so_far.count("(") > so_far.count(")") or _goes_on(cell.text)):
            return True
    return False


def _goes_on(text: str) -> bool:
    """Whether a text ends in a sign or a word that wants another one; a word as it is written, accents too."""
    last = nfc(text).lower().split()[-1:]
    return text.rstrip().endswith(_OPEN) or bool(last and last[0] in {row["text"] for row in table("going_on.csv")})


def _words(cell: Cell) -> bool:
    return cell.is_text and not numberish(cell) and sum(letter.isalpha() for letter in cell.text) > 1
