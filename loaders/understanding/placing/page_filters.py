"""The filters over a pivot table ("Month | (All)", "Field | Civil status"): which part they leave, and whether one period is left."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.tags import meaning
from loaders.understanding.names.whose import commune, district, province
from loaders.understanding.placing.applied_filters import Filter, applied
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes

_NAMES = re.compile(r",| or | and ")
_FORMER = re.compile(r"\s*\([^()]{2,4}\)$")
_AS_COUNTED = "nonsecret"
"""What no count of papers includes anyway: a filter on it leaves nothing out."""
_NO_PART = frozenset({"unit", "measure", "index", "code"})


def every_period(sheet: Sheet, tables: Sequence[Table]) -> Cell | None:
    """The cell of a filter that lets more than one period through."""
    return next((f.cell for f in _filters(sheet, tables) if f.of_time and (_passes(f.value) or f.several)), None)


def narrowed(sheet: Sheet, tables: Sequence[Table]) -> Filter | None:
    """The first filter that leaves only a part of what is counted."""
    return next((found for found in _filters(sheet, tables) if _narrows(found)), None)


def _filters(sheet: Sheet, tables: Sequence[Table]) -> Iterator[Filter]:
    """The filters printed into one cell, and the rows of two texts side by side over the first table, where it is a pivot table."""
    yield from applied(sheet)
    table = tables[0] if tables else None
    if table is None:
        return
    over = [sheet.rows[row] for row in sorted(sheet.rows) if row < table.header_first]
    pairs = [(a, b) for a, b in (cells for cells in over if len(cells) == 2) if a.is_text and a.col == table.left and b.col == a.col + 1]
    if pairs and (is_pivot(table) or any("every" in classes("lines.csv", value.text) for _label, value in pairs)):
        kept = (pair for pair in pairs if not any("pivot" in classes("lines.csv", cell.text) for cell in pair))
        yield from (
            Filter(label.text, value.text, value)
            for label, value in kept
            if value.is_text or "period_label" in classes("lines.csv", label.text)
        )


def is_pivot(table: Table) -> bool:
    """Whether headings or rows bear the words that the program itself writes into a pivot table."""
    head = [text for path in table.headers.values() for text in path]
    ends = [c.text for row in table.body[-1:] for c in table.row(row)[:1]]
    return any("pivot" in classes("lines.csv", text) for text in (*head, *ends))


def _passes(value: str) -> bool:
    return "every" in classes("lines.csv", value)


def _narrows(found: Filter) -> bool:
    """Whether a filter is one on something else than time and place, and lets less than everything through."""
    kinds = classes("lines.csv", found.value)
    if found.of_time or _as_counted(found) or statements(found.value, "line") or ("every" in kinds and "several" not in kinds):
        return False
    heads = set(classes("columns.csv", found.label))
    if heads & _NO_PART or ("label" in heads and "group" not in heads) or "level_label" in classes("lines.csv", found.label):
        return False
    return not all(_is_place(name) for name in _NAMES.split(found.value))


def _as_counted(found: Filter) -> bool:
    """Whether a filter leaves what is counted anyway: papers that are not secret, by its value or with its label ("secrecy | ordinary")."""
    both = f"{found.label.strip(' :')} {found.value}"
    return any(said.tags == {_AS_COUNTED} and said.clear for said in map(meaning, (found.value, both)))


def _is_place(text: str) -> bool:
    text = _FORMER.sub("", text).strip()
    named = commune(text, None)
    return bool(named.unit or named.candidates or district(text) or province(text))
