"""Forms drawn with merged blocks over many narrow columns: what is counted and its answer in blocks side by side, beside a block with the
title of their section."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import numberish, unanswered
from loaders.understanding.texts.tables import Table

_LEAST_WIDTH = 3
_LEAST_LINES = 2
_LEAST = 4
Line = tuple[Cell, Cell]
"""The block with what is counted, and that with its answer."""


def drawn_forms(sheet: Sheet) -> list[Table]:
    """One table for each section of such a form, its title the heading over its answers; none where another number stands on the sheet."""
    lines = {row: line for row, cells in sheet.seen.items() if (line := _line(cells))}
    answers = {line[1].address for line in lines.values()}
    if len(lines) < _LEAST or any(numberish(c) and c.address not in answers for cells in sheet.seen.values() for c in cells):
        return []
    found = list(_sections(sheet, lines))
    return [table for table, _rows in found] if sum(rows for _table, rows in found) == len(lines) else []


def _line(cells: list[Cell]) -> Line | None:
    """The last two blocks of a row, where the first of them is wide, both end in the same row and an answer stands in the second."""
    if len(cells) < _LEAST_LINES:
        return None
    label, answer = cells[-2], cells[-1]
    if (
        label.merge is None
        or answer.merge is None
        or not label.is_text
        or numberish(label)
        or not (numberish(answer) or unanswered(answer))
    ):
        return None
    wide = label.merge.right - label.merge.left + 1 >= _LEAST_WIDTH
    beside = label.merge.right + 1 == answer.col and label.merge.bottom == answer.merge.bottom
    return (label, answer) if wide and beside else None


def _sections(sheet: Sheet, lines: dict[int, Line]) -> Iterator[tuple[Table, int]]:
    """The tables with their numbers of lines, each of the lines that a block left of them runs down along."""
    for cells in sheet.seen.values():
        for cell in cells:
            if cell.merge is None or not cell.is_text:
                continue
            own = [
                line for row, line in lines.items() if cell.merge.top <= row <= cell.merge.bottom and line[0].col == cell.merge.right + 1
            ]
            if len(own) >= _LEAST_LINES and len({answer.col for _label, answer in own}) == 1:
                label, answer = own[0]
                top, bottom = cell.merge.top, cell.merge.bottom
                headers: dict[int, tuple[str, ...]] = {label.col: (), answer.col: (cell.text,)}
                yield Table(sheet, top, top - 1, None, top, bottom, label.col, answer.col, headers), len(own)
