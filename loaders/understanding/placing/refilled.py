"""Headers whose merges were taken apart and filled, as exports do: the same title in every cell of what was one merged range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.opening.grid import Cell, Merge, Sheet
from loaders.understanding.texts.rowkinds import numberish

_LEAST_COLUMNS = 2
_BANNER = 3
_BANNER_LETTERS = 15


def refilled(sheet: Sheet) -> Sheet:
    """The sheet with such ranges merged again. Only rows of nothing but words count, in a sheet without merges where two or more titles
    stand in the row below once more, or a long one in three cells side by side."""
    if sheet.merges:
        return sheet
    found = list(_ranges(sheet))
    if sum(1 for merge in found if merge.bottom > merge.top) < _LEAST_COLUMNS and not any(_banner(sheet, merge) for merge in found):
        return sheet
    cells = dict(sheet.cells)
    for merge in found:
        for row in range(merge.top, merge.bottom + 1):
            for col in range(merge.left, merge.right + 1):
                cell = cells[row, col]
                under = (row, col) != (merge.top, merge.left)
                cells[row, col] = cell._replace(merge=merge, extra=cell.extra._replace(under_merge=under))
    return replace(sheet, cells=cells, merges=tuple(found))


def _banner(sheet: Sheet, merge: Merge) -> bool:
    return merge.right - merge.left + 1 >= _BANNER and len(sheet.cells[merge.top, merge.left].text) > _BANNER_LETTERS


def _ranges(sheet: Sheet) -> Iterator[Merge]:
    words = {row for row, cells in sheet.rows.items() if all(c.kind == "T" and not numberish(c) for c in cells)}
    taken: set[tuple[int, int]] = set()
    for row in sorted(words):
        for cell in sheet.rows[row]:
            if (row, cell.col) in taken:
                continue
            merge = _range(sheet, words, cell)
            if merge.bottom > merge.top or merge.right > merge.left:
                taken.update((r, c) for r in range(merge.top, merge.bottom + 1) for c in range(merge.left, merge.right + 1))
                yield merge


def _range(sheet: Sheet, words: set[int], cell: Cell) -> Merge:
    """The widest run of a text to the right, then down as long as every cell of the run repeats it."""
    right, bottom = cell.col, cell.row
    while _says(sheet, cell.row, right + 1, cell.text):
        right += 1
    while bottom + 1 in words and all(_says(sheet, bottom + 1, col, cell.text) for col in range(cell.col, right + 1)):
        bottom += 1
    return Merge(cell.row, cell.col, bottom, right)


def _says(sheet: Sheet, row: int, col: int, text: str) -> bool:
    other = sheet.cell(row, col)
    return other is not None and other.text == text
