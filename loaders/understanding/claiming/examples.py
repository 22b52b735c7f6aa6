"""Figures that are nobody's: rows and columns that only show how a form is filled in ("example"), what formulas make of empty cells."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.indicators import indicators
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import classes

_NOTE = "no_figure"


def leave_examples(o: Oriented, found: Sequence[Claim]) -> None:
    """Take nothing from a row that is numbered or named as an example, nor from a column headed so."""
    names = {o.index_col, o.code_col, o.label_col, o.unit_col, o.group_col, o.outer_col} - {None}
    rows = {row for row in o.table.body if any(_example(o.text(row, col)) for col in names)}
    columns = {col for col, column in o.columns.items() if any(_example(text) for text in column.path)}
    for claim in found:
        if claim.cell.row in rows or claim.cell.col in columns:
            claim.role = "skip"
            claim.notes.append(_NOTE)


def nothing_typed(found: Sequence[Claim]) -> bool:
    """Whether all that a table gives are rates and totals that its own formulas make of cells in which nobody typed anything."""
    figures = [c for c in found if c.role in ("value", "total", "check")]
    return bool(figures) and all(
        c.cell.extra.formula and not c.cell.value and (c.role != "value" or (c.codes[:1] and c.codes[0] in indicators())) for c in figures
    )


def _example(text: str) -> bool:
    return bool(text) and "example" in classes("lines.csv", text)
