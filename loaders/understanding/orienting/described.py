"""Columns of words saying what the figures beside them count: "a is | a | b is | b | a/b", "upper side | figure | lower side | figure"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import FIGURES, Column
from loaders.understanding.headings.match import match
from loaders.understanding.headings.ratios import ratio_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.typed.measures import in_heading

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented

_ASIDE = frozenset({"note", "rank", "measure", "code", "index", "unit", "group"})
_SET_APART = _ASIDE - {"note"}
"""A column headed like one of remarks ("explanation") may say what the figure beside it counts."""
_SET_ASIDE = frozenset({"plan", "last_period"})
_LEAST = 2


def describing(table: Table, columns: Mapping[int, Column]) -> list[int]:
    """The columns whose words name elements in most rows, each with a column of figures to its right; two or more, else none."""
    order = sorted(columns)
    found = [col for col, after in pairwise(order) if columns[col].role not in _SET_APART and _names(table, col) and _counts(table, after)]
    return found if len(found) >= _LEAST else []


def worded(table: Table, col: int) -> bool:
    """Whether most rows have words in a column."""
    words = [c for r in table.body if (c := table.sheet.cell(r, col)) and c.kind == "T" and not numberish(c)]
    return 2 * len(words) > len(table.body)


def shares(table: Table, col: int) -> bool:
    """Whether every figure of a column is written with a percent sign."""
    cells = [c for r in table.body if (c := table.sheet.cell(r, col)) and numberish(c)]
    return bool(cells) and all(c.text.rstrip().endswith("%") if c.is_text else c.style.percent for c in cells)


def panels_of(o: Oriented) -> list[Oriented]:
    """A table with several columns of names, each with its figures to the right: one table for each, rates left aside, and what is headed
    as a plan or as the last period. None where there is but one."""
    told = describing(o.table, o.columns)
    names = sorted({c.col for c in o.columns.values() if c.role == "label" and worded(o.table, c.col)} | set(told))
    if len(names) > 1 and _figures_first(o, names):
        spans = zip([-1, *names], names, strict=False)
        return [replace(o, label_col=end, columns={col: c for col, c in o.columns.items() if before < col <= end}) for before, end in spans]
    found = []
    for start, end in zip(names, [*names[1:], max(o.columns, default=0) + 1], strict=len(names) > 0):
        inside = {col: c for col, c in o.columns.items() if start <= col < end and not is_share(o, col)}
        if start in told:
            inside = {col: c for col, c in inside.items() if col == start or _right_of(inside, start) == col or _says_when(c)}
        if any(col != start and has_figures(o, col) for col in inside):
            found.append(replace(o, label_col=start, columns=inside))
    return [p for p in found if p.label_col is None or p.columns[p.label_col].role not in _SET_ASIDE] if len(found) > 1 else []


def _figures_first(o: Oriented, names: list[int]) -> bool:
    """Whether each column of names has its figures to the left: before the first one, between any two, none behind the last."""
    held = [col for col, c in o.columns.items() if col not in names and c.role not in _ASIDE and has_figures(o, col)]
    places = [sum(name < col for name in names) for col in held]
    return set(places) == set(range(len(names)))


def _right_of(columns: Mapping[int, Column], col: int) -> int | None:
    return min((c for c in columns if c > col), default=None)


def _says_when(column: Column) -> bool:
    return column.role in FIGURES or column.stated is not None


def rates_beside(o: Oriented, index: int, sides: list[Claim]) -> Iterator[Claim]:
    """The percentages of rows whose two figures are described: those of one in the other, where that is a rate."""
    for row in o.table.body:
        pair = [c for c in sides if c.cell.row == row and c.role == "value" and c.sure]
        last = max((c.cell.col for c in pair), default=0)
        pair = pair if len(pair) != _LEAST or ratio_of(pair[0].code) == (pair[0].code, pair[1].code) else pair[::-1]
        if len(pair) != _LEAST or ratio_of(pair[0].code) != (pair[0].code, pair[1].code):
            continue
        for cell in o.table.row(row):
            if cell.col > last and numberish(cell) and is_share(o, cell.col):
                claim = Claim(o.table.sheet.name, cell, index, "check", pair[0].codes, True, label=pair[0].label, notes=["rate_of_row"])
                claim.key = f"{pair[0].key} / rate"
                yield claim


def is_share(o: Oriented, col: int) -> bool:
    """Whether a column of a table holds percentages, by its heading or by its figures."""
    if col not in o.columns:
        return False
    measure = in_heading(o.columns[col].leaf)
    return o.columns[col].role == "percent" or (measure is not None and measure.code == "percent") or shares(o.table, col)


def _names(table: Table, col: int) -> bool:
    cells = [c for r in table.body if (c := table.sheet.cell(r, col)) and _said(c)]
    return worded(table, col) and 2 * sum(1 for c in cells if match(c.text).codes) >= len(cells)


def _said(cell: Cell) -> bool:
    return cell.kind == "T" and not numberish(cell)


def _counts(table: Table, col: int) -> bool:
    cells = [c for r in table.body if (c := table.sheet.cell(r, col))]
    return 2 * sum(1 for c in cells if numberish(c)) > len(cells) and not shares(table, col)


def has_figures(o: Oriented, col: int) -> bool:
    """Whether a column holds anything that may be a figure."""
    return any((c := o.table.sheet.cell(r, col)) and (c.kind in "NXPD" or any(ch.isdigit() for ch in c.text)) for r in o.table.body)
