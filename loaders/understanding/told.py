"""What a person is told of a table, whatever it is about: which column holds the keys of its rows, which one names them, and what its
figures are measured in, as printed."""

from __future__ import annotations

from loaders.opening.grid import Cell
from loaders.understanding.looking import lines_over
from loaders.understanding.measures import as_printed, several
from loaders.understanding.orient import Oriented
from loaders.understanding.rowkinds import numberish
from loaders.understanding.sheet_reading import SheetReading
from loaders.understanding.tables import Table
from loaders.understanding.words import classes

_ROWS = 60
_SHORT = 14
_NEAR = 2


def key_column(o: Oriented) -> int | None:
    """The column of the numbers or codes of the rows: the number of the row before a code, a code that its heading or its cells betray."""
    if o.index_col is not None:
        return o.index_col
    if o.code_col is not None:
        return o.code_col
    name = name_column(o)
    rest = [c for c in o.table.columns if c not in (name, o.measure_col)]
    headed = [c for c in rest if "key" in classes("naming.csv", _leaf(o, c)) and _short(o.table, c)]
    return next(iter(headed), next((c for c in rest if name is not None and c < name and _codes(o.table, c)), None))


def name_column(o: Oriented) -> int | None:
    """The column that names the rows: communes, labels, names of their own, else the longest texts before the first figures."""
    rest = [c for c in o.table.columns if c not in (o.index_col, o.code_col)]
    if o.unit_col is not None:
        people = [c for c in rest if c < o.unit_col and "person" in classes("naming.csv", _leaf(o, c)) and _words(o.table, c)]
        return people[0] if people and o.columns[o.unit_col].role != "unit" else o.unit_col
    if o.label_col is None or o.columns[o.label_col].role != "label":
        named = [c for c in rest if {"name", "person"} & set(classes("naming.csv", _leaf(o, c))) and _words(o.table, c)]
        before = [c for c in rest[: _first_figures(o.table, rest)] if c not in (o.measure_col,) and _words(o.table, c)]
        best = named[:1] or sorted(before, key=lambda c: -sum(len(x.text) for x in _words(o.table, c)))[:1]
        if best:
            return best[0]
    return o.label_col if o.label_col is not None else next(iter(rest), None)


def measured_in(part: SheetReading, o: Oriented) -> str | None:
    """What the last line over a table that says so says its figures are measured in. A line over a table before it holds no longer where
    the rows have measures of their own."""
    table = o.table
    last = max((t.data_last for t in part.tables if t.data_last < table.header_first), default=-1)
    own = lines_over(part.sheet, part.tables, table)
    for cell in (*reversed(own), *(c for c in reversed(lines_over(part.sheet, [table], table)) if c not in own)):
        lone = table.header_first - cell.row <= _NEAR and cell.kind in "TP" and several(cell.text)
        found = cell.text.strip(" .():") if lone else as_printed(cell.text) if cell.is_text else None
        if found:
            return None if cell.row <= last and o.measure_col is not None else found
    return None


def _leaf(o: Oriented, col: int) -> str:
    return o.columns[col].leaf


def _cells(table: Table, col: int) -> list[Cell]:
    """The cells of a column, the titles of sections that stand alone in their row left out."""
    rows = [r for r in table.body[:_ROWS] if len(table.row(r)) > 1]
    return [c for r in rows if (c := table.sheet.cell(r, col)) and not c.extra.under_merge]


def _words(table: Table, col: int) -> list[Cell]:
    return [c for c in _cells(table, col) if c.kind == "T" and not numberish(c)]


def _first_figures(table: Table, columns: list[int]) -> int:
    """How many of the columns stand before the first one of figures."""
    for place, col in enumerate(columns):
        cells = _cells(table, col)
        if cells and sum(numberish(c) for c in cells) >= 0.5 * len(cells):
            return place
    return len(columns)


def _short(table: Table, col: int) -> bool:
    cells = _cells(table, col)
    return bool(cells) and all(len(c.text.strip()) <= _SHORT for c in cells)


def _codes(table: Table, col: int) -> bool:
    """Short marks with a figure in each and no two alike: C1, C2; KH001."""
    texts = [c.text.strip() for c in _words(table, col) if len(c.text.strip()) <= _SHORT and " " not in c.text.strip()]
    coded = [t for t in texts if any(x.isdigit() for x in t)]
    return len(coded) >= 3 and len(coded) >= 0.8 * len(texts) and len(set(texts)) == len(texts)
