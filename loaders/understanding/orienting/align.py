"""Do the figures stand under their headings? A table shifted by one column is told, never guessed back into place."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import Column, heading, role_of
from loaders.understanding.orienting.counts_for_rates import counts_for_rates
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import plain

_MOST = 0.6


def misplaced(o: Oriented) -> Cell | None:
    """The first cell that shows a table shifted against its headings; None where everything stands in its place."""
    if o.shape == "unknown" or o.table.header_last < o.table.header_first:
        return None
    filled = {c.col: _filled(o, c) for c in o.columns.values()}
    return _beside_empty(o, filled) or _words_for_figures(o, filled) or _beyond(o, filled) or counts_for_rates(o)


def _filled(o: Oriented, column: Column) -> tuple[list[Cell], list[Cell]]:
    """(figures, words) of a column."""
    cells = o.table.by_column.get(column.col, [])
    figures = [c for c in cells if c.kind == "N" or numberish(c)]
    return figures, [c for c in cells if c.kind == "T" and not numberish(c)]


def _named(column: Column) -> bool:
    """A heading that calls for figures: an element, a rate, a role of figures."""
    found = heading(column)
    return bool(found.codes) or found.rate or column.role in ("actual", "in_period", "year_to_date", "to_date", "cumulative")


def _rows(o: Oriented) -> int:
    return max(1, len(o.table.body))


def _place(o: Oriented, col: int) -> bool:
    return col in (o.unit_col, o.label_col, o.index_col, o.code_col, o.measure_col, o.group_col)


def _beside_empty(o: Oriented, filled: dict[int, tuple[list[Cell], list[Cell]]]) -> Cell | None:
    """A column that calls for figures has nothing at all, while one that calls for none is full of them."""
    empty = [c for c in o.columns.values() if c.leaf and _named(c) and not any(filled[c.col]) and not c.hidden]
    stray = [c for c in o.columns.values() if (not c.leaf or c.role == "note") and not _place(o, c.col)]
    for column in stray:
        figures = filled[column.col][0]
        if len(figures) >= _MOST * _rows(o) and len(figures) >= 2 and any(e.col < column.col for e in empty):
            return figures[0]
    return None


def _words_for_figures(o: Oriented, filled: dict[int, tuple[list[Cell], list[Cell]]]) -> Cell | None:
    """The names stand under a heading that calls for figures, or figures under the heading of the names."""
    if o.shape in ("wide", "tidy") and o.unit_col is not None:
        column = o.columns[o.unit_col]
        if len(heading(column).codes) == 1 and heading(column).sure and not _of_names(column):
            return next(iter(filled[o.unit_col][1]), None)
    if o.shape != "wide":
        return None
    for column in o.columns.values():
        figures, words = filled[column.col]
        if column.role == "unit" and not words and len(figures) >= _MOST * _rows(o) and len(figures) >= 2:
            return figures[0]
    return None


def _of_names(column: Column) -> bool:
    """A heading of the names of units, or of these and of what is counted ("content / unit")."""
    parts = [part for part in re.split(r"[-/,;()]|\bva\b", plain(column.leaf)) if part.strip()]
    return column.role == "unit" or (len(parts) > 1 and all(role_of(part.strip()) in ("unit", "label") for part in parts))


def _beyond(o: Oriented, filled: dict[int, tuple[list[Cell], list[Cell]]]) -> Cell | None:
    """Figures to the right of the last heading, as many as under the headings themselves."""
    if o.shape not in ("wide", "sectors", "transposed"):
        return None
    headed = [c.col for c in o.columns.values() if c.leaf]
    if not headed:
        return None
    beyond = [c for c in o.columns.values() if c.col == max(headed) + 1 and not c.leaf]
    for column in beyond:
        figures = filled[column.col][0]
        if len(figures) >= max(2, 0.8 * _rows(o)):
            return figures[0]
    return None
