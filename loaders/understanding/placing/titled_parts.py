"""A further part of a table behind a blank: under a title merged over all its columns, with figures in the very columns of the rows over
it and no headings of its own, as yearbooks print their indices."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.placing.titles import is_year, names_commune, numbered_caption
from loaders.understanding.texts.rowkinds import is_footer, is_note, names_hamlet, numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes

_LEAST = 2
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIKE = 0.8
_HARMLESS = frozenset({"group_row", "share"})


def titled_part(sheet: Sheet, region: Region, first: int, start: int, row: int) -> bool:
    """Whether the title of a further part of the body that began at `start` stands in a row, where the headings, from `first` on, are times
    and leave it to rows and titles what is told: every row down to the next blank has its name and its figures in the very columns of the
    body's own. A title that says whose or of which time the figures are begins another table, as a numbered caption does. Rows that name
    counts of ours are left for a person to see: the title may say that they are something else."""
    cells = cells_in(sheet, region, row)
    if len(cells) != 1 or not _over_all(cells[0], region) or _tells(cells[0].text):
        return False
    body = [_kinds(found) for r in range(start, row) if (found := cells_in(sheet, region, r)) and len(found) > 1]
    top = row + 1 if cells_in(sheet, region, row + 1) else row + 2
    part: list[list[Cell]] = []
    for at in range(top, region.bottom + 1):
        if not (found := cells_in(sheet, region, at)):
            break
        part.append(found)
    if not part or not body or names_classes(part[0]) or all(is_year(c) for c in part[0] if numberish(c)):
        return False
    rows = [found for found in part if not (is_footer(found[0].text) or is_note(found[0].text))]
    own = max(body, key=body.count)
    alike = len(own[1]) >= _LEAST and body.count(own) >= _LIKE * len(body)
    if not rows or any(match(bare_label(c.text)).codes for found in rows for c in found[:1]):
        return False
    return alike and all(_kinds(found) == own for found in rows) and _of_times(sheet, region, range(first, start), own[1])


def _of_times(sheet: Sheet, region: Region, rows: range, columns: tuple[int, ...]) -> bool:
    """Whether a year or another time heads each of the columns."""
    heads = [c for row in rows for c in cells_in(sheet, region, row)]
    return set(columns) <= {c.col for c in heads if c.kind == "D" or is_year(c) or _YEAR.search(c.text) or statements(c.text, "header")}


def _kinds(cells: list[Cell]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The columns of words and those of figures in a row."""
    figures = tuple(c.col for c in cells if c.kind in "NPX" or numberish(c))
    return tuple(c.col for c in cells if c.col not in figures), figures


def _over_all(cell: Cell, region: Region) -> bool:
    """Words merged over all columns of the table."""
    wide = cell.merge is not None and cell.merge.left <= region.left and cell.merge.right >= region.right
    return wide and cell.kind == "T" and not numberish(cell)


def _tells(text: str) -> bool:
    """Whether a title tells whose or of which time the figures below are, numbers a table, or is none."""
    if is_footer(text) or is_note(text) or numbered_caption(text) or {*classes("lines.csv", text)} - _HARMLESS:
        return True
    return bool(statements(text, "line")) or names_commune(text) or names_hamlet(text)
