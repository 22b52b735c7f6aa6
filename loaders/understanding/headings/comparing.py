"""Headings that only compare: under "compared with last month" stand last month, this month and the difference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.headings.columns import FIGURES, PERIOD_ONLY, Column, role_of
from loaders.understanding.texts.words import plain

_COMPARED = frozenset({"delta", "last_period", "plan_rate", "plan"})
_WITH = re.compile(r"\b(so (sanh|voi)|bien dong|cung ky|doi chieu)\b")
_NOW = re.compile(r"\b(ky|thang|quy|nam) (nay|bao cao)\b")


def compares(column: Column, depth: int, whole: Period | None, others: Sequence[Column]) -> bool:
    """Whether the heading at that depth (0 is the innermost) compares, and this column is the side that holds the figures of the period.

    It says so itself ("this month", "May"), or it is "done" beside a column of the time or the plan it is compared with."""
    if not depth or role_of(plain(column.path[-1 - depth])) not in _COMPARED or not _WITH.search(plain(column.path[-1 - depth])):
        return False
    inside = [plain(text) for text in column.path[-depth:]]
    figures = [text for text in inside if role_of(text) in FIGURES]
    if whole is not None and column.period_in(whole) == whole and (figures or any(PERIOD_ONLY.fullmatch(text) for text in inside)):
        return True
    if any(_NOW.search(text) for text in figures):
        return True
    group = column.path[:-depth]
    return bool(figures) and any(_other_side(c, len(group), whole) for c in others if c is not column and c.path[: len(group)] == group)


def _other_side(column: Column, over: int, whole: Period | None) -> bool:
    """Whether a column under the same heading is the plan, the last period or another time."""
    if any(role_of(plain(text)) in ("plan", "last_period") for text in column.path[over:]):
        return True
    own = column.period_in(whole)
    return own is not None and whole is not None and not set(own.months) & set(whole.months)
