"""The title of a group of rows merged over the columns of its table, right under the headings: no heading of theirs."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_MARK = re.compile(r"([ivx]{1,4}|[a-h]|\d{1,2}) ?[.)/:-] ?[a-z]")
_FURTHER = 400


def titles_group(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether the one merged text of a row is the title of the rows below it: it bears a mark ("I. Departments"), names a group of units,
    or another row further down, with figures below it, is merged just like it."""
    cell = cells_in(sheet, region, row)[0]
    if _MARK.match(plain(cell.text).strip()) or "group_row" in classes("lines.csv", cell.text):
        return True
    return any(
        _alike(cell, cells_in(sheet, region, below)) and any(numberish(c) for c in cells_in(sheet, region, below + 1)[1:])
        for below in range(row + 2, min(row + _FURTHER, region.bottom))
    )


def _alike(cell: Cell, cells: list[Cell]) -> bool:
    if len(cells) != 1 or cells[0].kind != "T" or numberish(cells[0]) or cells[0].merge is None or cell.merge is None:
        return False
    return (cells[0].merge.left, cells[0].merge.right) == (cell.merge.left, cell.merge.right) and cells[0].text != cell.text
