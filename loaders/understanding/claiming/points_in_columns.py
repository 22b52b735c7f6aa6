"""The columns of points in a table with a commune a row: by their headings, by a row of maxima, or because they add up to a total."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.understanding.headings.columns import Column, role_of
from loaders.understanding.headings.match import denominators, match
from loaders.understanding.headings.points import (
    counts,
    indexes,
    maximum,
    names_places,
    names_points,
    only_points,
    only_sum,
    titled,
    totals_points,
)
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_FEWEST, _CLOSE = 2, 0.051


def columns_of_points(o: Oriented) -> tuple[set[int], set[int]]:
    """The columns of points, and those of their sums which bear no more than "total" or "points"."""
    below = _maxima_below(o)
    texts = {text for column in o.columns.values() for text in column.path}
    if not below and not any(names_points(t) or only_sum(t) or maximum(t) is not None for t in texts):
        return set(), set()
    shown = [c for c in o.columns.values() if c.path and c.col not in (o.unit_col, o.index_col, o.code_col, o.measure_col, o.label_col)]
    parts = {c.col for c in shown if _says_points(c, shown)} | below | _with_maximum(o, shown)
    bare = {c.col for c in shown if only_points(c.leaf) or (only_sum(c.leaf) and (c.col in parts or titled(o.title)))}
    sums = set()
    for column in shown if o.shape == "wide" else ():
        if column.col in bare or (totals_points(column.leaf) and column.role != "max_score"):
            added = _summed(o, column, shown)
            parts |= added
            sums |= {column.col} & bare if added else set()
    return parts - sums, sums


def unsettled(o: Oriented, known: set[int]) -> set[int]:
    """The columns beside a total of points that name neither a count nor a rate and hold nothing greater than it: points, or not.
    One that names a part of what another one names, and is never more than that, counts, and so does the other."""
    shown = [c for c in o.columns.values() if c.path] if o.shape == "wide" else []
    most = max((_greatest(o, c.col) for c in shown if totals_points(c.leaf) and not any(map(names_places, c.path))), default=0.0)
    loose = {c.col for c in shown if most and c.col not in known and not any(map(counts, c.path)) and _greatest(o, c.col) <= most}
    wholes = {code: c.col for c in shown if loose and (code := _named(c))}
    parts = {col: wholes.get(denominators().get(_named(o.columns[col]), "")) for col in loose}
    within = {col for col, whole in parts.items() if _within(o, col, whole)}
    return loose - within - {parts[col] for col in within}


def _named(column: Column) -> str:
    """The one element that a heading surely names."""
    named = match(column.leaf, tuple(reversed(column.path[:-1])))
    return named.codes[0] if named.sure and len(named.codes) == 1 else ""


def _within(o: Oriented, col: int, whole: int | None) -> bool:
    """Whether a column holds whole numbers, never more than those of the column of its whole."""
    if whole is None:
        return False
    pairs = [(part, number(o, row, whole)) for row in o.table.body if (part := number(o, row, col)) is not None]
    return all(most is not None and part <= most and part == int(part) for part, most in pairs)


def _greatest(o: Oriented, col: int) -> float:
    return max((v for row in o.table.body if (v := number(o, row, col)) is not None), default=0.0)


def _says_points(column: Column, beside: Sequence[Column]) -> bool:
    """A column of points by its own heading, or by one above it where its own is neither a count nor a rate, nor beside one of points."""
    if names_points(column.leaf):
        return True
    if not any(names_points(text) for text in column.path[:-1]) or counts(column.leaf):
        return False
    return not any(names_points(c.leaf) for c in beside if c is not column and c.path[:-1] == column.path[:-1])


def _with_maximum(o: Oriented, shown: Sequence[Column]) -> set[int]:
    """The columns whose headings give the most points they can hold, where headings or title speak of points or one holds all of them."""
    most = {c.col: m for c in shown if (m := maximum(c.leaf)) is not None}
    figures = list(most.values())
    if len(most) < _FEWEST or figures == [figures[0] + n for n in range(len(figures))]:
        return set()
    spoken = titled(o.title) or bool(indexes(o.title)) or any(names_points(text) for c in shown for text in c.path)
    whole = max(figures)
    if not spoken and (len(figures) <= _FEWEST or abs(sum(figures) - 2 * whole) > _CLOSE):
        return set()
    return {col for col in most if not re.search(r"ty le|%", plain(o.columns[col].leaf))}


def _maxima_below(o: Oriented) -> set[int]:
    """The columns with a figure in a row that says how many points can be reached at most."""
    rows = o.table.body if o.shape == "wide" else ()
    most = [row for row in rows if any(c.kind == "T" and role_of(plain(c.text)) == "max_score" for c in o.table.row(row)[:3])]
    return {c.col for row in most for c in o.table.row(row) if c.kind == "N"}


def _summed(o: Oriented, total: Column, shown: Sequence[Column]) -> set[int]:
    """The columns right before or behind a total whose figures add up to it in every row."""
    figures = {r: v for r in o.table.body if o.text(r, o.unit_col) and (v := number(o, r, total.col)) is not None}
    if len(figures) < _FEWEST:
        return set()
    cols = [c.col for c in shown]
    at = cols.index(total.col)
    for side in (cols[:at][::-1], cols[at + 1 :]):
        left, run = dict(figures), set[int]()
        for col in side:
            beside = {r: number(o, r, col) for r in figures}
            if any(v is None for v in beside.values()):
                break
            left = {r: left[r] - (beside[r] or 0) for r in figures}
            run.add(col)
            if len(run) >= _FEWEST and all(abs(v) < _CLOSE for v in left.values()):
                return run
    return set()


def number(o: Oriented, row: int, col: int) -> float | None:
    """The figure of a cell, one typed as text with a point or comma before its fraction as well; three digits behind it are thousands."""
    cell = o.table.sheet.cells.get((row, col))
    if cell is None:
        return None
    if isinstance(cell.value, int | float):
        return float(cell.value)
    text = cell.text.strip().replace(",", ".")
    return float(text) if re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text) else None
