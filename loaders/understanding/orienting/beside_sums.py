"""A heading "Month" beside one of sums ("so far"): its figures are those of the month."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from loaders.understanding.headings.columns import Column
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_TIME = re.compile(r"(so lieu |so |ket qua |kq |thuc hien |th )?(thang|quy|ky)")
_MONTHS = 12
_SUMS = ("cumulative", "year_to_date", "to_date")


def with_months(table: Table, columns: dict[int, Column]) -> dict[int, Column]:
    """The columns, those headed by a month, quarter or period alone beside their sum said to count what is of it."""
    return {col: replace(c, role="in_period") if _of_the_month(table, c, columns) else c for col, c in columns.items()}


def _of_the_month(table: Table, column: Column, columns: Mapping[int, Column]) -> bool:
    if column.role or not column.path or not _TIME.fullmatch(plain(column.leaf).strip(" .:*")):
        return False
    sums = [c for c in columns.values() if c.role in _SUMS and c.path[:-1] == column.path[:-1]]
    return len(sums) == 1 and (len(column.path) > 1 or _within(table, column.col, sums[0].col))


def _within(table: Table, col: int, total: int) -> bool:
    """Whether the figures of a column are no greater than those of another in every row, and do not merely number months."""
    cells = [(table.sheet.cell(row, col), table.sheet.cell(row, total)) for row in table.body]
    held = [(a.value, b.value) for a, b in cells if a and b and isinstance(a.value, int | float) and isinstance(b.value, int | float)]
    month = [a for a, _total in held]
    numbered = month == list(range(int(month[0]), int(month[0]) + len(month))) and month[-1] <= _MONTHS if month else False
    return len(held) > 1 and not numbered and all(a <= b for a, b in held)
