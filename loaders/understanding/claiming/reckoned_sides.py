"""A column of totals, one of whatever was counted of them, and the rate of both: told by arithmetic where the headings do not say it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.ratios import is_all
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain
from loaders.understanding.typed.typed_words import number_in

_LEAST = 2
_DONE = re.compile(r"\b(da|duoc|dat|xong|hoan thanh|thuc hien)\b")
_SLACK = 0.06  # half a shown digit, and what doubles lose


def reckoned_sides(o: Oriented, columns: Sequence[Column], rates: set[int]) -> tuple[int, int] | None:
    """(column of wholes, column of parts) where one column is headed as a total, one more holds counts of what is done ("had / signed";
    not "women", not "left"), one of `rates` is their rate in every row that has all three, two rows at least, and the parts are
    never more; None for anything else."""
    aside = {o.label_col, o.index_col, o.measure_col, o.group_col, o.code_col}
    shown = [c for c in columns if not c.hidden and c.path and c.col not in aside]
    wholes = [c.col for c in shown if is_all(c.leaf) and c.col not in rates]
    parts = [c.col for c in shown if c.col not in (*wholes, *rates) and sum(bool(_readings(o, r, c.col)) for r in o.table.body) >= _LEAST]
    if not len(wholes) == len(parts) == len(rates) == 1 or not _DONE.search(plain(o.columns[parts[0]].leaf)):
        return None
    held = [[_readings(o, row, col) for col in (wholes[0], parts[0], *rates)] for row in o.table.body]
    full = [(w, p, r) for w, p, r in held if w and p and r]
    return (wholes[0], parts[0]) if len(full) >= _LEAST and all(_fits(*row) for row in full) else None


def _fits(wholes: set[float], parts: set[float], rates: set[float]) -> bool:
    """Whether some reading of each figure makes the last the percentage, or the fraction, that the second is of the first."""
    return any(
        0 <= part <= whole and whole and any(abs(100 * part / whole - by * rate) <= _SLACK for by in (1, 100))
        for whole in wholes
        for part in parts
        for rate in rates
    )


def _readings(o: Oriented, row: int, col: int) -> set[float]:
    """Every value that a cell may mean; none where it holds no number."""
    cell = o.table.sheet.cell(row, col)
    if cell is None or cell.extra.under_merge:
        return set()
    if cell.kind == "N" and isinstance(cell.value, int | float):
        return {float(cell.value)}
    number = number_in(cell.text) if cell.is_text else None
    return {v for v in (number.comma, number.point) if v is not None} if number else set()
