"""Which way a table runs: communes in rows or in columns, indicators in rows, or sectors under a total; and what each column holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import Column, column_of, heading, role_of
from loaders.understanding.headings.corrected import with_corrections
from loaders.understanding.headings.fields import bare_part
from loaders.understanding.headings.match import match
from loaders.understanding.names.short_names import commune_like, only_initials
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.below import below_communes
from loaders.understanding.orienting.beside_sums import with_months
from loaders.understanding.orienting.described import describing
from loaders.understanding.orienting.districts import district_column
from loaders.understanding.orienting.leading_figures import figures_lead
from loaders.understanding.orienting.unit_columns import area_column, far_column, first_cells, unit_column
from loaders.understanding.placing.packed_cells import several_figures
from loaders.understanding.texts.rowkinds import is_figure, is_hamlet, is_section_mark, is_total, numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import spellings

Shape = Literal["wide", "long", "transposed", "sectors", "tidy", "dated", "spoken", "paid", "unknown"]
ONE_UNIT: tuple[str, ...] = ("long", "sectors", "tidy", "dated", "spoken", "paid")
"""The shapes whose rows need not name a unit: the sheet does."""
_FEW = 3
_LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Oriented:
    """A table with the meaning of its columns. `unit_col` holds commune names (wide), `label_col` indicator or row names.

    `far`: the communes are not those of the installation's area; they are known by their code or by the province in `area_col`
    or in a row above. `title`: of the sheet. `named`: the period that only the name of the file states, where rows state their own.
    `headed`: the names in `group_col` stand over several rows each, which `label_col` tells apart ("planned", "done"); `outer_col`: titles
    of what those names belong to.
    `districts`: the rows are districts of the province, not communes."""

    table: Table
    shape: Shape
    columns: dict[int, Column]
    index_col: int | None
    code_col: int | None
    unit_col: int | None
    label_col: int | None
    measure_col: int | None
    group_col: int | None
    area_col: int | None = None
    far: bool = False
    period_col: int | None = None
    basis_col: int | None = None
    title: str = ""
    named: Period | None = None
    headed: bool = False
    outer_col: int | None = None
    districts: bool = False

    def text(self, row: int, col: int | None) -> str:
        """What a cell of the table shows, also under a merge; empty where there is no such column or cell."""
        cell = self.table.sheet.shown(row, col) if col is not None else None
        return cell.text.strip() if cell else ""


def orient(table: Table, on: dt.date | None) -> Oriented:
    """The orientation of a table; `on` is the last day of its period, for names that changed hands."""
    columns = with_months(table, with_corrections(table, {col: column_of(table, col) for col in table.columns}))
    if table.spoken:
        return Oriented(table, "spoken", columns, None, None, None, None, None, None)
    index_col = _index(table, columns)
    code_col = next((c.col for c in columns.values() if c.role == "code" and c.col != index_col), None)
    text_cols = [c for c in columns if c not in (index_col, code_col) and _texts(table, c) >= 1]
    areas_in = district_column(table, text_cols[:6], on)
    unit_col = areas_in if areas_in is not None else unit_column(table, columns, text_cols, index_col, on)
    far_col = far_column(table, columns, text_cols, on) if unit_col is None else None
    unit_col = unit_col if unit_col is not None else far_col
    area_col = area_column(table, columns, text_cols, unit_col) if far_col is not None else None
    across = len({n.text for c in columns.values() if (n := unit_over(c, on))})
    measure_col = _measure_column(table, columns, text_cols)
    label_col = _label_column(table, columns, [c for c in text_cols if c not in (measure_col,)], index_col)
    group_col = _group_column(table, columns, label_col, index_col)
    if unit_col is not None:
        shape: Shape = "wide"
    elif across >= 2:
        shape = "transposed"
    else:
        shape = _long_or_sectors(table, columns, label_col)
    return Oriented(
        table,
        shape,
        columns,
        index_col,
        code_col,
        unit_col,
        label_col,
        measure_col,
        group_col,
        area_col,
        far_col is not None,
        districts=areas_in is not None,
    )


def unit_over(column: Column, on: dt.date | None) -> Named | None:
    """The commune that the headings over a column name, the innermost first; no letters that are the short form of a heading ("SL")."""
    if is_total(column.leaf):
        return None
    named = next(((text, found) for text in reversed(column.path) if (found := commune_like(text, on))), None)
    if named is None or (named[1].unit and role_of(plain(named[0])) and only_initials(named[0], named[1].unit)):
        return None
    return named[1]


def _texts(table: Table, col: int) -> int:
    texts = [c for c in first_cells(table, col) if c.kind == "T" and not numberish(c) and len(c.text.strip()) > 1]
    return sum(1 for c in texts if not several_figures(c))


def _index(table: Table, columns: dict[int, Column]) -> int | None:
    named = [c.col for c in columns.values() if c.role == "index" and not _holds_names(table, c.col)]
    if named:
        return named[0]
    first = min(columns, default=None)
    if first is None:
        return None
    cells = first_cells(table, first)
    if columns[first].path:
        free = not columns[first].role or (columns[first].role == "label" and not _texts(table, first))
        return first if free and _counts_rows(cells) and not heading(columns[first]).codes else None
    numbers = [c for c in cells if numberish(c) or is_section_mark(c.text)]
    if not _counts_rows(cells) and not any(is_figure(c) for col in columns if col != first for c in first_cells(table, col)):
        return None
    return first if cells and len(numbers) >= 0.8 * len(cells) else None


def _counts_rows(cells: list[Cell]) -> bool:
    """Whether the figures of a column go on by one from row to row (1, 2, 3; 18, 19, 20), and there is one in most rows."""
    figures = [c.value for c in cells if c.kind == "N"]
    steps = {b - a for a, b in pairwise(figures) if isinstance(a, int | float) and isinstance(b, int | float)}
    return len(figures) >= _LEAST_ROWS and 2 * len(figures) > len(cells) and steps == {1}


def _holds_names(table: Table, col: int) -> bool:
    """Words where the numbers of the rows should be: the table is shifted."""
    cells = first_cells(table, col)
    words = [c for c in cells if c.kind == "T" and not numberish(c) and len(c.text.strip()) > 4]
    return len(cells) >= 3 and len(words) >= 0.8 * len(cells)


def _measure_column(table: Table, columns: dict[int, Column], text_cols: list[int]) -> int | None:
    named = [c.col for c in columns.values() if c.role == "measure"]
    if named:
        return named[0]
    for col in text_cols:
        if columns[col].role != "unit" and plain(columns[col].leaf) not in ("", "don vi"):
            continue
        cells = [c for c in first_cells(table, col) if c.kind == "T"]
        known = sum(1 for c in cells if measure_known(c.text))
        if cells and known >= 0.7 * len(cells):
            return col
    return None


def measure_known(text: str) -> bool:
    """Whether a text is the name of a unit of measure."""
    return plain(text).strip(" .()") in spellings()


def _label_column(table: Table, columns: dict[int, Column], text_cols: list[int], index_col: int | None) -> int | None:
    leading = [c for c in text_cols if any(other > c and _counted(table, other) for other in columns)]
    named = [c for c in text_cols if columns[c].role == "label"]
    if leading and "explains" in {kind for c in named if c not in leading for kind in classes("sides.csv", columns[c].leaf)}:
        named = [c for c in named if c in leading]
    if named:
        return next((c for c in named if not over_rows(table, c, text_cols) and not _sparse(table, c, named)), named[0])
    explained = next((c for c in text_cols if columns[c].role == "note" and _leads(table, columns, c)), None)
    if explained is not None and any(c < explained and not columns[c].role and _tells(table, c) for c in text_cols):
        explained = None
    if explained is not None:
        return explained
    scored = [(sum(len(c.text) for c in first_cells(table, col) if c.kind == "T" and not numberish(c)), col) for col in text_cols]
    scored = [
        (n, col) for n, col in scored if columns[col].role not in ("note", "measure", "person") and not _numbers_rows(table, columns[col])
    ]
    summed = [(n, col) for n, col in scored if below_communes(columns[col]) or any(is_total(c.text) for c in first_cells(table, col))]
    scored = summed or [(n, col) for n, col in scored if col in leading] or scored
    scored = [(n, col) for n, col in scored if len(scored) > 1 and _tells(table, col)] or scored
    if not scored:
        return None
    return max(scored, key=lambda s: (s[0], -s[1]))[1]


def _counted(table: Table, col: int) -> bool:
    """Whether a column holds figures in most of its cells."""
    cells = first_cells(table, col)
    return 2 * sum(numberish(c) for c in cells) > len(cells)


def _leads(table: Table, columns: dict[int, Column], col: int) -> bool:
    """A column headed like one of remarks ("Explanation") whose words name what the figures count, which all stand on one side of it."""
    index = _index(table, columns)
    figures = [c for c in columns if columns[c].role != "index" and c != index and any(numberish(x) for x in first_cells(table, c))]
    left = all(c > col for c in figures)
    return (left or figures_lead(table, columns, col, (index,))) and _tells(table, col)


def _numbers_rows(table: Table, column: Column) -> bool:
    """A column headed by "No.", unless names stand in it ("Item" over what is counted)."""
    return column.role == "index" and not _holds_names(table, column.col)


def _tells(table: Table, col: int) -> bool:
    """Whether most texts of a column name what we count."""
    texts = [c.text for c in first_cells(table, col) if c.kind == "T" and not numberish(c)]
    return bool(texts) and 2 * sum(1 for text in texts if match(text).codes) >= len(texts)


def _sparse(table: Table, col: int, named: list[int]) -> bool:
    """A column of names in a few rows, beside another one with a name in every row."""
    return any(_texts(table, other) >= 2 * _texts(table, col) for other in named if other > col)


def over_rows(table: Table, col: int, text_cols: list[int]) -> bool:
    """A column whose texts stand over several rows each, beside another one with a text in every row."""
    over = any(m.left == col == m.right and m.bottom > m.top for m in table.sheet.merges if table.data_first <= m.top <= table.data_last)
    return over and any(_texts(table, other) > _texts(table, col) for other in text_cols if other > col)


def _group_column(table: Table, columns: dict[int, Column], label_col: int | None, index_col: int | None) -> int | None:
    if label_col is None:
        return None
    for col in columns:
        if (
            col < label_col
            and col != index_col
            and any(
                m.left == col == m.right and m.bottom > m.top for m in table.sheet.merges if table.data_first <= m.top <= table.data_last
            )
        ):
            return col
    return next((c for c in columns if c < label_col and columns[c].role == "group"), None)


def _long_or_sectors(table: Table, columns: dict[int, Column], label_col: int | None) -> Shape:
    if label_col is None:
        across = sum(1 for c in columns.values() if heading(c).codes)
        return "sectors" if across else "unknown"
    labels = [] if below_communes(columns[label_col]) else [c.text for c in first_cells(table, label_col) if c.kind == "T"]
    rows = sum(1 for text in labels if match(text).codes and not is_hamlet(text))
    across = sum(1 for c in columns.values() if c.col != label_col and heading(c).codes and not bare_part(c.leaf))
    if across and across == rows < len(labels) / _FEW and any(is_total(text) for text in labels):
        return "sectors"  # one of many groups that are summed up bears the name of something we count elsewhere
    if across > rows or (across >= 3 and rows <= across and rows <= 2):
        return "sectors"
    if rows or describing(table, columns) or any(c.role in ("actual", "in_period", "year_to_date", "to_date") for c in columns.values()):
        return "long"
    return "unknown"
