"""Figures that stand left of their names: "How many | What"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from loaders.understanding.headings.columns import FIGURES, Column
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes

_FIGURES = (*FIGURES, "plan", "plan_rate", "percent", "last_period", "delta")


def figures_lead(table: Table, columns: Mapping[int, Column], label_col: int | None, names: tuple[int | None, ...]) -> bool:
    """Whether the figures of a table stand left of the names of its rows: none stands right of them, and a heading to the left says what it
    counts. `names`: the columns of numbers of rows, codes and measures."""
    if label_col is None:
        return False
    held = {
        c.col for row in table.body for c in table.row(row) if c.col in columns and c.col not in names and (c.kind == "N" or numberish(c))
    }
    unheaded = table.header_last < table.header_first
    return max(held, default=label_col) < label_col and (
        unheaded or any(counts(columns[col]) or _bare_count(table, columns[col]) for col in held)
    )


def counts(column: Column) -> bool:
    """Whether a heading says that what stands under it are figures ("number of dossiers", "in the month", "planned")."""
    if column.role:
        return column.role in _FIGURES
    said = meaning(column.leaf)
    return column.stated is not None or (bool(said.tags) and not said.unknown)


def _bare_count(table: Table, column: Column) -> bool:
    """Whether a heading says only "number" over figures that do not grow from row to row, as the numbers of pages and articles do."""
    values = [c.value for c in table.by_column.get(column.col, []) if isinstance(c.value, int | float)]
    return "counts" in classes("sides.csv", column.leaf) and any(a > b for a, b in pairwise(values))
