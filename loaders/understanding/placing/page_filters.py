"""The filters over a pivot table ("Month | (All)", "Field | Civil status"): which part they leave, and whether one period is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import statements
from loaders.understanding.names.whose import commune, district, province
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes

Filter = tuple[Cell, Cell]
"""What is filtered, and what is let through."""
_NO_PART = frozenset({"unit", "measure", "index", "code"})


def every_period(sheet: Sheet, tables: Sequence[Table]) -> Cell | None:
    """The cell of a filter that lets more than one period through."""
    return next((value for label, value in _filters(sheet, tables) if _of_time(label) and _passes(value)), None)


def narrowed(sheet: Sheet, tables: Sequence[Table]) -> Filter | None:
    """The first filter that leaves only a part of what is counted."""
    return next((found for found in _filters(sheet, tables) if _narrows(*found)), None)


def _filters(sheet: Sheet, tables: Sequence[Table]) -> Iterator[Filter]:
    """The rows of two texts side by side over the first table, where it is a pivot table."""
    table = tables[0] if tables else None
    if table is None:
        return
    over = [sheet.rows[row] for row in sorted(sheet.rows) if row < table.header_first]
    pairs = [(a, b) for a, b in (cells for cells in over if len(cells) == 2) if a.is_text and a.col == table.left and b.col == a.col + 1]
    if pairs and (is_pivot(table) or any("every" in classes("lines.csv", value.text) for _label, value in pairs)):
        yield from (pair for pair in pairs if not any("pivot" in classes("lines.csv", cell.text) for cell in pair))


def is_pivot(table: Table) -> bool:
    """Whether headings or rows bear the words that the program itself writes into a pivot table."""
    head = [text for path in table.headers.values() for text in path]
    ends = [c.text for row in table.body[-1:] for c in table.row(row)[:1]]
    return any("pivot" in classes("lines.csv", text) for text in (*head, *ends))


def _of_time(label: Cell) -> bool:
    return "period_label" in classes("lines.csv", label.text)


def _passes(value: Cell) -> bool:
    return "every" in classes("lines.csv", value.text)


def _narrows(label: Cell, value: Cell) -> bool:
    """Whether a filter is one on something else than time and place, and lets less than everything through."""
    kinds = classes("lines.csv", value.text)
    if not value.is_text or _of_time(label) or statements(value.text, "line") or ("every" in kinds and "several" not in kinds):
        return False
    heads = set(classes("columns.csv", label.text))
    if heads & _NO_PART or ("label" in heads and "group" not in heads) or "level_label" in classes("lines.csv", label.text):
        return False
    named = commune(value.text, None)
    return not (named.unit or named.candidates or district(value.text) or province(value.text))
