"""Which column of a table holds the names of its communes, or of those of other provinces, and which one their provinces."""

from __future__ import annotations

import datetime as dt
import re

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.match import match
from loaders.understanding.names.short_names import commune_like, summed_commune
from loaders.understanding.names.whose import commune, province
from loaders.understanding.orienting.below import below_communes, rows_below
from loaders.understanding.orienting.row_words import names_office, word_of_commune
from loaders.understanding.placing.form_fields import names_sender
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_SAMPLE = 60
_AREAS = re.compile(r"^(ten )?(huyen|thi xa|khu vuc|cum|dia ban|vung|khoi)\b(?!.*\b(xa|phuong)\b)")
_BEFORE = re.compile(r"\b(cu|truoc (day|sap nhap|sap xep))\b")


def first_cells(table: Table, col: int) -> list[Cell]:
    """The cells of the first rows of a column, from above: enough to tell what it holds."""
    cells = table.by_column.get(col, [])
    if len(table.body) > _SAMPLE:
        cells = [c for c in cells[:_SAMPLE] if c.row < table.body[_SAMPLE]]
    return cells


def unit_column(table: Table, columns: dict[int, Column], text_cols: list[int], index_col: int | None, on: dt.date | None) -> int | None:
    """The column of communes: of several the one that is not headed by districts or what was before, with the most different names."""
    best, most = None, (False, 0, 0)
    for col in text_cols[:6]:
        cells = [c for c in first_cells(table, col) if c.kind == "T" and not numberish(c)]
        if not cells or below_communes(columns[col]):
            continue
        communes = {c.row for c in cells if commune_like(c.text, on) or summed_commune(c.text, on)}
        communes -= {row for row in communes if names_sender(table.row(row))}
        hits = len(communes)
        parts = rows_below(table, columns, col, index_col, on) if hits >= 2 else frozenset()
        others = [c for c in cells if c.row not in communes and not _is_sum(c.text) and not names_office(c.text)]
        others = [c for c in others if not word_of_commune(c.text)]
        misses = sum(1 for c in others if c.row not in parts and not _group_row(table, c))
        role = columns[col].role
        enough = (hits >= 2 and hits > misses) or (hits >= 1 and (role == "unit" or misses == 0) and hits >= misses)
        rank = (not of_other_territory(columns[col], cells, on), len({plain(c.text) for c in cells if commune_like(c.text, on)}), hits)
        if enough and rank > most and role not in ("note", "measure", "person"):
            best, most = col, rank
    return best


def _is_sum(text: str) -> bool:
    """A sum of the rows, and not the name of what is counted that begins like one ("total of officials")."""
    return is_total(text) and not match(text).sure


def of_other_territory(column: Column, cells: list[Cell], on: dt.date | None) -> bool:
    """A heading of districts or clusters, or of the units that were before, unless all of these still were on that day."""
    texts = [plain(text) for text in column.path]
    if any(map(_AREAS.search, texts)):
        return True
    named = [commune_like(c.text, on) for c in cells] if on is not None and any(map(_BEFORE.search, texts)) else []
    still = bool(named) and all(n is not None and n.sure and n.unit is not None for n in named)
    return any(map(_BEFORE.search, texts)) and not still


def far_column(table: Table, columns: dict[int, Column], text_cols: list[int], on: dt.date | None) -> int | None:
    """A column of communes of other provinces: most of its cells are names that some commune of the country bears."""
    likely = [c for c in text_cols[:6] if columns[c].role not in ("note", "measure", "label", "person")]
    for col in sorted(likely, key=lambda c: columns[c].role != "unit"):
        cells = [c for c in first_cells(table, col) if c.kind == "T" and not numberish(c)]
        far = sum(1 for c in cells if commune(c.text, on).far)
        if len(cells) >= 5 and far >= 0.6 * len(cells) and len({plain(c.text) for c in cells}) >= 0.7 * len(cells):
            return col
    return None


def area_column(table: Table, columns: dict[int, Column], text_cols: list[int], unit_col: int | None) -> int | None:
    """The column beside it that holds provinces."""
    for col in text_cols[:6]:
        cells = [c for c in first_cells(table, col) if c.kind == "T" and not numberish(c)]
        if col != unit_col and len(cells) >= 5 and sum(1 for c in cells if province(c.text)) >= 0.9 * len(cells):
            return col
    return None


def _group_row(table: Table, cell: Cell) -> bool:
    return not any(numberish(c) for c in table.row(cell.row) if c.col > cell.col)
