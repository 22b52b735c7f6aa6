"""Rows under a header that explain its columns (machine names, types, "how it is counted"): words where figures follow."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import bare_rate
from loaders.understanding.placing.lone_rates import says_rate
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in

_LOOK = 8
_LEAST_NAMES = 3
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_TYPE = re.compile(r"[A-Za-z]{1,8} ?\(\d+(?:[.,;] ?\d+)?\)|[CDNSTX]")
"""What a program calls a column, and the type it gives it."""


def explains(sheet: Sheet, row: int, left: int, right: int) -> bool:
    """Whether a row holds words, and only words, under headings of their own and over figures."""
    cells = [c for c in sheet.rows.get(row, ()) if left <= c.col <= right and not c.extra.under_merge]
    if len(cells) < 2 or any(_figure(c) or c.kind == "D" for c in cells):
        return False
    if not all(_headed(sheet, row, c.col) for c in cells):
        return False
    over = [c for c in cells if _figures_below(sheet, row, c.col)]
    columns = [col for col in range(left, right + 1) if _figures_below(sheet, row, col)]
    return len(over) >= 2 and len(over) >= 0.6 * len(columns)


def _headed(sheet: Sheet, row: int, col: int) -> bool:
    """Whether a heading stands over a cell: in the row before it, or higher up where that row only divides other columns or holds codes."""
    over = next((c for r in range(row - 1, max(-1, row - 4), -1) if (c := sheet.cell(r, col)) and not numberish(c)), None)
    return over is not None and over.kind == "T" and bool(sheet.rows.get(row - 1))


def spoken(sheet: Sheet, col: int, last: int, under: int, path: tuple[str, ...]) -> tuple[str, ...]:
    """The headings of a column, the innermost given by the row under it where that alone is written with accents; "rate" or a percent
    sign under a heading that says no rate is one more."""
    for row in range(last + 1, under + 1):
        cell = sheet.cell(row, col)
        if cell and path and bare_rate(cell.text) and not any(map(says_rate, path)):
            return (*path, cell.text.strip())
        if cell and path and path[-1].isascii() and not cell.text.isascii():
            return (*path[:-1], cell.text.strip())
    return path


def named_as_programs(sheet: Sheet, region: Region, row: int) -> int:
    """The last of the rows under the header that ends in `row` which hold nothing but names and types as programs write them (HO_TEN,
    C(20), N(16,1), D), a heading over each; `row` itself where none does."""
    while row < region.bottom:
        cells = cells_in(sheet, region, row + 1)
        names = sum(bool(_TYPE.fullmatch(c.text.strip())) or ("_" in c.text and _NAME.fullmatch(c.text.strip())) is not None for c in cells)
        plain_names = all(_NAME.fullmatch(c.text.strip()) or _TYPE.fullmatch(c.text.strip()) for c in cells)
        if len(cells) < _LEAST_NAMES or not plain_names or 2 * names < len(cells) or not all(_headed(sheet, row + 1, c.col) for c in cells):
            break
        row += 1
    return row


def _figure(cell: Cell) -> bool:
    return cell.kind in "NX" or numberish(cell)


def _figures_below(sheet: Sheet, row: int, col: int) -> bool:
    below = [c for r in range(row + 1, row + 1 + _LOOK) if (c := sheet.cell(r, col))]
    return len(below) >= 2 and sum(1 for c in below if _figure(c)) >= 0.7 * len(below)
