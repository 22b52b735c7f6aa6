"""The rows of points in a table with indicators in rows: by their labels, by a column of maxima, or because they add up to a total."""

from __future__ import annotations

from loaders.understanding.claiming.points_in_columns import number
from loaders.understanding.headings.points import indexes, maximum, names_points, only_points, only_sum, titled, totals_points
from loaders.understanding.orienting.orient import Oriented

_FEWEST, _CLOSE = 2, 0.051
_SCORES = ("score",)


def rows_of_points(o: Oriented, cols: set[int]) -> tuple[set[int], set[int]]:
    """The rows of points, and those of their sums which bear no more than "total" or "points"; `cols` hold the figures."""
    labels = {row: text for row in o.table.body if (text := o.text(row, o.label_col) or o.text(row, o.index_col))}
    most = next((c.col for c in o.columns.values() if c.role == "max_score"), None)
    spoken = titled(o.title) or most is not None or any(names_points(text) for text in labels.values())
    if not spoken and not any(totals_points(text) for text in labels.values()) and not indexes(o.title):
        return set(), set()
    parts = {row for row, text in labels.items() if names_points(text)}
    limits = {row for row, text in labels.items() if maximum(text) is not None}
    parts |= limits if len(limits) >= _FEWEST and spoken else set()
    if most is not None and o.shape == "transposed":
        parts |= {row for row in labels if number(o, row, most) is not None}
    sums = set()
    for row, text in labels.items():
        if only_points(text) or (only_sum(text) and spoken) or totals_points(text):
            added = _summed(o, row, cols)
            parts |= added
            sums |= {row} if (added or row in parts) and (only_points(text) or only_sum(text)) else set()
    return parts - sums, sums


def _summed(o: Oriented, total: int, cols: set[int]) -> set[int]:
    """The rows right above a total whose figures add up to it in every column."""
    figures = {c: v for c in cols if (v := number(o, total, c)) is not None}
    run = set[int]()
    if not figures:
        return run
    for row in [r for r in o.table.body if r < total][::-1]:
        beside = {c: number(o, row, c) for c in figures}
        if all(v is None for v in beside.values()):
            continue
        figures = {c: figures[c] - (beside[c] or 0) for c in figures}
        run.add(row)
        if len(run) > _FEWEST and all(abs(v) < _CLOSE for v in figures.values()):
            return run
    return set()


def within_maxima(o: Oriented, cols: set[int]) -> bool:
    """Whether no figure of the rows is greater than the most points its row can reach: it may be points, whatever its column is called."""
    most = next((c.col for c in o.columns.values() if c.role == "max_score"), None)
    if most is None or any(c.role in _SCORES for c in o.columns.values()):
        return False
    pairs = [(v, m) for r in o.table.body for c in cols if (v := number(o, r, c)) is not None and (m := number(o, r, most)) is not None]
    return bool(pairs) and all(v <= m for v, m in pairs)
