"""Weights under headings, the last row of a header: what a fault costs or a merit adds, the share of a part: "(-1)", "(+5)", "(30%)"."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.column_numbers import is_number_row
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LEAST = 2
_AMOUNT = r"\d{1,3}(?:[.,]\d{1,2})?\s*(?:%|d|diem)?"
_WEIGHT = re.compile(rf"[\[(]\s*(?:[-+x*]|he so)?\s*{_AMOUNT}\s*[\])]|(?:[-+x*]|he so)\s*{_AMOUNT}")
_SIGNED = re.compile(r"[\[(]?\s*[-+]")


def weights_under(sheet: Sheet, region: Region, first: int, row: int) -> bool:
    """Whether a row under the headings from `first` on holds nothing but weights, typed as texts, and each column without one, that of the
    names of the rows among them, has a heading that is merged down to it."""
    cells = cells_in(sheet, region, row)
    if len(cells) < _LEAST or not all(_weight(c) for c in cells) or not any(map(numberish, cells)):
        return False
    if is_number_row(sheet, region, row) and not any(_SIGNED.match(c.text.strip()) for c in cells):
        return False
    heads = [c for r in range(first, row) for c in cells_in(sheet, region, r)]
    left, right = min(c.col for c in heads), max(c.merge.right if c.merge else c.col for c in heads)
    weighed = {c.col for c in cells}
    reaching = {col for c in heads if c.merge and c.merge.bottom >= row for col in range(c.merge.left, c.merge.right + 1)}
    return left in reaching and not weighed & reaching and weighed | reaching >= set(range(left, right + 1))


def _weight(cell: Cell) -> bool:
    return cell.is_text and cell.merge is None and _WEIGHT.fullmatch(plain(cell.text).strip()) is not None
