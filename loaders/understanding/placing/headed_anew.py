"""Headings of another table in the very next row, no blank before them: words where the rows over them have figures."""

from __future__ import annotations

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.placing.titles import names_commune, says_of_itself
from loaders.understanding.texts.rowkinds import numberish, row_kind, unanswered
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_LEAST_ROWS = 2
_LONG = 60
_LOOK_ABOVE = 40


def headed_anew(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether a row right under the body that began at `start` heads another table: different words alone, each but the first over figures
    with no word among them, or the word for the numbers of rows over such numbers; figures follow under them. They are bold or coloured as
    no row over them is, and words of headings among them, or are such words one and all."""
    cells = cells_in(sheet, region, row)
    if len(cells) < _LEAST_ROWS or not all(map(_may_head, cells)) or len({plain(c.text) for c in cells}) < len(cells):
        return False
    below = [c for r in (row + 1, row + 2) for c in cells_in(sheet, region, r) if c.col in {own.col for own in cells}]
    known = [header_word(c.text) for c in cells]
    if not any(map(numberish, below)) or not any(known[1:]) or _names_row(cells):
        return False
    over = [line for r in range(max(start, row - _LOOK_ABOVE), row) if (line := cells_in(sheet, region, r))]
    if len(over) < _LEAST_ROWS or over[-1][0].row != row - 1 or cells[0].col != over[0][0].col:
        return False
    if "index" in classes("columns.csv", plain(cells[0].text).strip(" .:")):
        return _figures_alone(over, cells[0].col)
    drawn = (all(known) and len(known) > _LEAST_ROWS) or _stands_out(cells, over)
    return drawn and all(_figures_alone(over, c.col) for c in cells[1:])


def _names_row(cells: list[Cell]) -> bool:
    """Whether words alone begin as a row of the body does: with the name of a commune, or a sum, or they say whose the figures are."""
    return row_kind(cells[0].text) == "total" or names_commune(cells[0].text) or says_of_itself(cells)


def _may_head(cell: Cell) -> bool:
    return cell.kind == "T" and not numberish(cell) and not unanswered(cell) and len(cell.text) < _LONG


def _figures_alone(rows: list[list[Cell]], col: int) -> bool:
    """Whether a column holds two figures or more and nothing else."""
    held = [c for line in rows for c in line if c.col == col]
    return len(held) >= _LEAST_ROWS and all(numberish(c) for c in held)


def _stands_out(cells: list[Cell], rows: list[list[Cell]]) -> bool:
    """Whether all cells of a row are bold or of one colour, as the first cell of no other row is."""
    dress = {(c.style.bold, c.style.fill) for c in cells}
    return len(dress) == 1 and dress != {(False, "")} and not dress & {(line[0].style.bold, line[0].style.fill) for line in rows}
