"""What a person is told of a table, whatever it is about: which column holds the keys of its rows, which one names them, and what its
figures are measured in, as printed."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell
from loaders.understanding.dates.when import statements
from loaders.understanding.orienting.orient import Oriented, over_rows
from loaders.understanding.placing.nearby import locals_of
from loaders.understanding.sheets.looking import lines_over
from loaders.understanding.sheets.sheet_reading import SheetReading
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import as_printed, printed_near

_ROWS = 60
_SHORT = 14
_NEAR = 2
_PAIR = 2
_LABEL = 24
_LONGEST_LABEL = 12
_FEW = 6
_LONG = re.compile(r"\d{8,}")
_NUMBERED = re.compile(r"(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)/] ?[a-z]|(?:bang|bieu|phu luc)(?: so)? ?(?:\d|[ivx]+\b)")
_MEASURE = re.compile(r"don vi tinh|dvt|d\.v\.t")
_CLOCK = re.compile(r"\d{1,2} ?(?::|h|g) ?\d{2}(?: ?(?::|-|den) ?.*)?")


def key_column(o: Oriented) -> int | None:
    """The column of the numbers or codes of the rows: the number of the row before a code, a code that its heading or its cells betray."""
    if o.index_col is not None:
        return o.index_col
    if o.code_col is not None and _told_apart(o, o.code_col):
        return o.code_col
    name = name_column(o)
    rest = [c for c in o.table.columns if c not in (name, o.measure_col)]
    if rest and rest[0] == o.table.columns[0] and _codes(o.table, rest[0]):
        return rest[0]
    headed = [c for c in rest if _keyed(o, c) and _told_apart(o, c)]
    before = [c for c in rest if name is not None and c < name]
    return next(iter(headed), next((c for c in before if _codes(o.table, c) or "number" in classes("naming.csv", _leaf(o, c))), None))


def name_column(o: Oriented) -> int | None:
    """The column that names the rows: communes, labels, names of their own, else the longest texts before the first figures."""
    rest = [c for c in o.table.columns if c not in (o.index_col, o.code_col)]
    if o.unit_col is not None:
        people = [c for c in rest if c < o.unit_col and {"person", "name"} & set(classes("naming.csv", _leaf(o, c))) and _words(o.table, c)]
        return people[0] if people and o.columns[o.unit_col].role != "unit" else o.unit_col
    if o.label_col is None or o.columns[o.label_col].role != "label":
        named = [c for c in rest if {"name", "person"} & set(classes("naming.csv", _leaf(o, c))) and _words(o.table, c)]
        before = [c for c in rest[: _first_figures(o, rest)] if c != o.measure_col and _words(o.table, c)]
        before = [c for c in before if not _keyed(o, c) and (o.index_col is not None or not _codes(o.table, c))] or before
        counted = [o.index_col] if o.index_col is not None and not before else []
        when = [c for c in (*counted, *rest[: _first_figures(o, rest)]) if "when" in classes("naming.csv", _leaf(o, c))]
        wordless = o.label_col is None or not _words(o.table, o.label_col)
        if when and not named and (before or wordless) and all(_clock(o.table, c) for c in before if c not in when):
            return when[0]
        if named or before:
            return named[0] if named else _wordiest(o.table, _likely(o, before))
    return o.label_col if o.label_col is not None else next(iter(rest), None)


def _likely(o: Oriented, columns: list[int]) -> list[int]:
    """Those of some columns of words that rather name the rows: not over several rows, left of the measures, with the totals."""
    found = [c for c in columns if not over_rows(o.table, c, columns)] or columns
    found = [c for c in found if o.measure_col is not None and c < o.measure_col] or found
    return [c for c in found if any(is_total(x.text) for x in _words(o.table, c))] or found


def measured_in(part: SheetReading, o: Oriented) -> str | None:
    """What the last line over a table that says so says its figures are measured in. A line over a table before it holds no longer where
    the rows or the headings have measures of their own."""
    table = o.table
    last = max((t.data_last for t in part.tables if t.data_last < table.header_first), default=-1)
    own = lines_over(part.sheet, part.tables, table)
    heads = {(c.row, c.col) for t in part.tables if t is not table for r in range(t.header_first, t.header_last + 1) for c in t.row(r)}
    further = [c for c in lines_over(part.sheet, [table], table) if c not in own and (c.row, c.col) not in heads]
    if any(_captions(c) and c.row > last for c in own):
        further = [c for c in further if not _under_caption(part, c)]
        own = [c for c in own if c.row > last or not _under_caption(part, c)]
    for cell in (*reversed(own), *reversed(further)):
        row = part.sheet.rows[cell.row]
        alone = len(row) == 1 or (len(row) == _PAIR and cell is row[1] and len(row[0].text) > _LONGEST_LABEL)
        near = table.header_first - cell.row <= _NEAR and cell.kind in "TP" and alone
        found = (as_printed(_with_answer(part, cell)) if cell.is_text else None) or (printed_near(cell.text) if near else None)
        if found:
            own_measures = o.measure_col is not None or any(map(_measure_behind, _headings(table)))
            return None if cell.row <= last and own_measures else found
    return None


def times_of(part: SheetReading) -> list[str | None]:
    """The period of each table: that of its sheet; else that of the lines between it and the table before, where there are several; else,
    where nothing around the tables speaks of time, the one that its headings name; no year, of which plans and capital speak."""
    if part.when.period is not None:
        return [str(part.when.period)] * len(part.tables)
    own = [local.period for local in locals_of(part.sheet, part.tables, None)]
    silent = not (part.when.candidates or part.said)
    return [str(said) if said else _of_headings(t) if silent else None for t, said in zip(part.tables, own, strict=True)]


def _of_headings(table: Table) -> str | None:
    named = {s.period for text in _headings(table) for s in statements(text, "header")}
    only = next(iter(named)) if len(named) == 1 else None
    return str(only) if only and only.kind != "year" else None


def _captions(cell: Cell) -> bool:
    """The numbered caption of one of several tables: "3. Legal aid"."""
    return cell.is_text and bool(_NUMBERED.match(plain(cell.text)))


def _under_caption(part: SheetReading, cell: Cell) -> bool:
    """Whether a line is the numbered caption of a table, or stands under one, not the first, over its headings: said of it alone."""
    if _captions(cell):
        return True
    below = min((t.header_first for t in part.tables if t.header_first > cell.row), default=cell.row)
    ended = max((t.data_last for t in part.tables if t.data_last < cell.row), default=-1)
    over = [c for row in range(ended + 1, cell.row) for c in part.sheet.rows.get(row, ())]
    return ended >= 0 and below > cell.row and any(map(_captions, over))


def _with_answer(part: SheetReading, cell: Cell) -> str:
    """The text of a cell; of one that ends in a colon, or is but the word for a measure, together with the words right behind it."""
    row = part.sheet.rows[cell.row]
    behind = next((c for c in row if c.col > cell.col and c.is_text), None)
    label = cell.text.strip()
    waits = label.endswith(":") or (len(row) == _PAIR and bool(_MEASURE.fullmatch(plain(label))))
    return f"{label.rstrip(':')}: {behind.text}" if behind is not None and waits and len(cell.text) < _LABEL else cell.text


def _headings(table: Table) -> list[str]:
    return [c.text for row in range(table.header_first, table.header_last + 1) for c in table.row(row) if c.is_text]


def _measure_behind(text: str) -> bool:
    """A heading with its measure in brackets behind it: "price (dong)"."""
    return text.strip().endswith(")") and printed_near(text) not in (None, "%")


def _leaf(o: Oriented, col: int) -> str:
    return o.columns[col].leaf


def _cells(table: Table, col: int) -> list[Cell]:
    """The cells of a column, the titles of sections that stand alone in their row left out."""
    rows = [r for r in table.body[:_ROWS] if len(table.row(r)) > 1]
    return [c for r in rows if (c := table.sheet.cell(r, col)) and not c.extra.under_merge]


def _words(table: Table, col: int) -> list[Cell]:
    return [c for c in _cells(table, col) if c.kind == "T" and not numberish(c) and any(letter.isalpha() for letter in c.text)]


def _first_figures(o: Oriented, columns: list[int]) -> int:
    """How many of the columns stand before the first one of figures; days and months are none."""
    for place, col in enumerate(columns):
        cells = _cells(o.table, col)
        if cells and "when" not in classes("naming.csv", _leaf(o, col)) and sum(numberish(c) for c in cells) >= 0.5 * len(cells):
            return place
    return len(columns)


def _clock(table: Table, col: int) -> bool:
    """Hardly anything but times of the day."""
    words = _words(table, col)
    return sum(bool(_CLOCK.fullmatch(plain(c.text).strip())) for c in words) >= 0.8 * len(words)


def _keyed(o: Oriented, col: int) -> bool:
    """A heading of keys over nothing long."""
    cells = _cells(o.table, col)
    return "key" in classes("naming.csv", _leaf(o, col)) and bool(cells) and all(len(c.text.strip()) <= _SHORT for c in cells)


def _told_apart(o: Oriented, col: int) -> bool:
    """Whether the codes of a column are not the same few ones again and again, as those of kinds are."""
    texts = [c.text.strip() for c in _cells(o.table, col)]
    return len(texts) < _FEW or 2 * len(set(texts)) > len(texts)


def _wordiest(table: Table, columns: list[int]) -> int:
    """The first of some columns of words, but for one that has twice as many letters and no number in each text, as papers have."""
    columns = [c for c in columns if not all(any(x.isdigit() for x in w.text) for w in _words(table, c))] or columns
    letters = {col: sum(len(c.text) for c in _words(table, col)) for col in columns}
    most = max(columns, key=lambda col: letters[col])
    return most if letters[most] >= 2 * letters[columns[0]] else columns[0]


def _codes(table: Table, col: int) -> bool:
    """Short marks with a figure in each and no two alike: C1, C2; KH001; 0101."""
    texts = [c.text.strip() for c in _cells(table, col) if _marked(c)]
    coded = [t for t in texts if any(x.isdigit() for x in t) and len(t) <= _SHORT and " " not in t]
    return len(coded) >= 3 and len(coded) >= 0.8 * len(texts) and len(set(texts)) == len(texts)


def _marked(cell: Cell) -> bool:
    """A text that is no figure: words, or digits that begin with 0 or are too many for one."""
    long = cell.is_text and bool(_LONG.fullmatch(cell.text.strip()))
    return (cell.kind == "T" and (not numberish(cell) or cell.text.startswith("0"))) or long
