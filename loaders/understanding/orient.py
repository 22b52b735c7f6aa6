"""Which way a table runs: communes in rows or in columns, indicators in rows, or sectors under a total; and what each column holds."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.match import Match, match
from loaders.understanding.measures import spellings
from loaders.understanding.rowkinds import is_section_mark, is_total, numberish
from loaders.understanding.tables import Table
from loaders.understanding.tags import meaning
from loaders.understanding.things import things
from loaders.understanding.tongues import vietnamese
from loaders.understanding.when import Statement, statements
from loaders.understanding.whose import Named, commune, is_office, province, short_name
from loaders.understanding.words import patterns, plain
from loaders.understanding.words import table as words_table

Shape = Literal["wide", "long", "transposed", "sectors", "tidy", "dated", "unknown"]
ONE_UNIT: tuple[str, ...] = ("long", "sectors", "tidy", "dated")
"""The shapes whose rows need not name a unit: the sheet does."""
Role = str
BASES = {"in_period": "in_period", "year_to_date": "year_to_date", "to_date": "to_date", "cumulative": "cumulative"}
FIGURES = ("actual", *BASES)
"""The roles of columns that hold the figures of a table with indicators in rows."""
_BASIS_WORDS = re.compile(
    r"\(?\b(luy ke (tu )?dau nam|luy ke den nay|luy ke|trong ky bao cao|trong ky|trong thang|trong quy|tu dau nam( den nay)?|den nay)\b\)?"
)
_PERIOD_ONLY = re.compile(
    r"(thang|quy|t|q)[ ./-]*([1-9]|0[1-9]|1[0-2]|i{1,3}|iv)([ ./-]*(nam)?[ ./-]*20[12]\d)?|"
    r"((so lieu |ket qua )?(thuc hien |th |ket qua |so lieu |so ))?(ca |trong )?nam 20[12]\d|"
    r"[69] ?(thang|t)( (dau|cuoi) nam)?[ ./-]*(nam)?[ ./-]*20[12]\d"
)
_TIME_WORD = re.compile(r"\b(thang|quy|ky|luy ke|dau nam|den nay|den ngay)\b")
_RESULT_OF_YEAR = re.compile(r"(thuc hien|th|ket qua|so).* nam 20[12]\d")
_YEAR_ONLY = re.compile(r"nam 20[12]\d")
_SUM_OF = re.compile(r"^(tong cong|cong|tong|tong so)( ca)? ")
_RESULT_WORDS = frozenset(row["text"] for row in words_table("result_words.csv"))
_SAMPLE = 60


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its headings outermost first, what they make it (`role`), the period its heading `stated`."""

    col: int
    path: tuple[str, ...]
    role: Role
    hidden: bool
    stated: Statement | None = None

    @property
    def leaf(self) -> str:
        """The innermost heading."""
        return self.path[-1] if self.path else ""

    def period_in(self, whole: Period | None) -> Period | None:
        """The period its heading names, a missing year taken from the period of the sheet; None when it names none."""
        if self.stated is None:
            return None
        if self.stated.period:
            return None if self._around(self.stated.period, whole) else self.stated.period
        return Period(whole.year, self.stated.kind, self.stated.number) if whole else None

    def _around(self, year: Period, whole: Period | None) -> bool:
        """A year that holds the period of the sheet, over a heading with words of its own on time: it says no more than in which year."""
        inside = year.kind == "year" and whole is not None and whole.kind != "year" and whole.year == year.year
        return inside and bool(_TIME_WORD.search(plain(self.leaf)) or _RESULT_OF_YEAR.fullmatch(plain(self.leaf).strip()))


@dataclass(frozen=True, slots=True)
class Oriented:
    """A table with the meaning of its columns. `unit_col` holds commune names (wide), `label_col` indicator or row names.

    `far`: the communes are not those of the installation's area; they are known by their code or by the province in `area_col`
    or in a row above. `title`: of the sheet."""

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

    def text(self, row: int, col: int | None) -> str:
        """What a cell of the table shows, also under a merge; empty where there is no such column or cell."""
        cell = self.table.sheet.shown(row, col) if col is not None else None
        return cell.text.strip() if cell else ""


def orient(table: Table, on: dt.date | None) -> Oriented:
    """The orientation of a table; `on` is the last day of its period, for names that changed hands."""
    columns = {col: _column(table, col) for col in table.columns}
    index_col = _index(table, columns)
    code_col = next((c.col for c in columns.values() if c.role == "code" and c.col != index_col), None)
    text_cols = [c for c in columns if c not in (index_col, code_col) and _texts(table, c) >= 1]
    unit_col = _unit_column(table, columns, text_cols, on)
    far_col = _far_column(table, columns, text_cols, on) if unit_col is None else None
    unit_col = unit_col if unit_col is not None else far_col
    area_col = _area_column(table, columns, text_cols, unit_col) if far_col is not None else None
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
    return Oriented(table, shape, columns, index_col, code_col, unit_col, label_col, measure_col, group_col, area_col, far_col is not None)


def commune_like(text: str, on: dt.date | None) -> Named | None:
    """The commune a cell names, by its full or its shortened name; None when it names none."""
    if not text or len(text) > 60:
        return None
    named = commune(text, on)
    if named.far:
        return None
    if (named.unit and named.sure) or named.doubt in ("old", "new", "misspelt"):
        return named
    short = short_name(text, on) if len(text) <= 14 else named
    if short.unit:
        return short
    return named if (named.unit or named.candidates) and not named.far else None


def unit_over(column: Column, on: dt.date | None) -> Named | None:
    """The commune that the headings over a column name, the innermost first."""
    if is_total(column.leaf):
        return None
    return next((named for text in reversed(column.path) if (named := commune_like(text, on))), None)


def _column(table: Table, col: int) -> Column:
    path = table.headers.get(col, ())
    leaf = plain(vietnamese(path[-1])) if path else ""
    role = role_of(leaf) or (role_of(leaf.split("/")[0]) if leaf.isascii() and "/" in leaf and len(leaf) < 24 else "")
    if not role and len(path) > 1 and leaf in ("", "tong so", "tong"):
        role = ""
    return Column(col, path, role, col in table.sheet.hidden_cols, _stated(path, leaf))


def _stated(path: tuple[str, ...], leaf: str) -> Statement | None:
    """The period that the innermost heading states, else one above it that says nothing but a period."""
    said = statements(path[-1], "header") if path and len(path[-1]) < 40 else []
    if len(said) == 1 and (said[0].kind != "year" or _PERIOD_ONLY.fullmatch(leaf)):
        return _of_year(path, said[0]) if said[0].kind == "year" else _in_year(said[0], path[:-1])
    over = [s for text in reversed(path[:-1]) if _PERIOD_ONLY.fullmatch(plain(text).strip()) for s in statements(text, "header")]
    return over[0] if over else None


def _in_year(said: Statement, above: tuple[str, ...]) -> Statement:
    """A month without its year under a heading that is a year and nothing more."""
    years = [s.period for text in above if _YEAR_ONLY.fullmatch(plain(text).strip()) for s in statements(text, "header") if s.period]
    if said.period is None and said.number and len(years) == 1:
        return replace(said, period=Period(years[0].year, said.kind, said.number))
    return said


def _of_year(path: tuple[str, ...], year: Statement) -> Statement:
    """A year under a heading that names months of it ("done in 6 months" over "year 2026"): those months of that year."""
    joined = {s for text in path[:-1] for s in statements(f"{text} {path[-1]}", "header") if s.kind != "year"}
    return next(iter(joined)) if len(joined) == 1 else year


@lru_cache(maxsize=4096)
def role_of(leaf: str) -> Role:
    """The role a folded heading gives its column, or an empty text."""
    clean = leaf.strip(" .:*")
    bare = clean.removesuffix("(%)").strip()
    found = next((kind for kind, pattern in patterns("columns.csv") if pattern.search(clean)), "")
    return role_of(bare) if found == "percent" and bare != clean and role_of(bare) in FIGURES else found


def _cells(table: Table, col: int) -> list[Cell]:
    rows = table.body[:_SAMPLE]
    cells = table.sheet.cells
    return [c for r in rows if (c := cells.get((r, col))) and not c.extra.under_merge]


def _texts(table: Table, col: int) -> int:
    return sum(1 for c in _cells(table, col) if c.kind == "T" and not numberish(c) and len(c.text.strip()) > 1)


def _index(table: Table, columns: dict[int, Column]) -> int | None:
    named = [c.col for c in columns.values() if c.role == "index" and not _holds_names(table, c.col)]
    if named:
        return named[0]
    first = min(columns, default=None)
    if first is None or columns[first].path:
        return None
    cells = _cells(table, first)
    numbers = [c for c in cells if numberish(c) or is_section_mark(c.text)]
    return first if cells and len(numbers) >= 0.8 * len(cells) else None


def _holds_names(table: Table, col: int) -> bool:
    """Words where the numbers of the rows should be: the table is shifted."""
    cells = _cells(table, col)
    words = [c for c in cells if c.kind == "T" and not numberish(c) and len(c.text.strip()) > 4]
    return len(cells) >= 3 and len(words) >= 0.8 * len(cells)


def _unit_column(table: Table, columns: dict[int, Column], text_cols: list[int], on: dt.date | None) -> int | None:
    best, best_hits = None, 0
    for col in text_cols[:6]:
        cells = [c for c in _cells(table, col) if c.kind == "T" and not numberish(c)]
        if not cells or _below_communes(columns[col]):
            continue
        hits = sum(1 for c in cells if commune_like(c.text, on))
        misses = sum(
            1 for c in cells if not commune_like(c.text, on) and not is_total(c.text) and not is_office(c.text) and not _group_row(table, c)
        )
        role = columns[col].role
        enough = (hits >= 2 and hits > misses) or (hits >= 1 and (role == "unit" or misses == 0) and hits >= misses)
        if enough and hits > best_hits and role not in ("note", "measure"):
            best, best_hits = col, hits
    return best


def _below_communes(column: Column) -> bool:
    """A heading that calls its names those of hamlets: one may bear the name of a commune."""
    return bool(column.path) and "hamlet" in meaning(column.leaf).tags


def _far_column(table: Table, columns: dict[int, Column], text_cols: list[int], on: dt.date | None) -> int | None:
    """A column of communes of other provinces: most of its cells are names that some commune of the country bears."""
    likely = [c for c in text_cols[:6] if columns[c].role not in ("note", "measure", "label")]
    for col in sorted(likely, key=lambda c: columns[c].role != "unit"):
        cells = [c for c in _cells(table, col) if c.kind == "T" and not numberish(c)]
        far = sum(1 for c in cells if commune(c.text, on).far)
        if len(cells) >= 5 and far >= 0.6 * len(cells) and len({plain(c.text) for c in cells}) >= 0.7 * len(cells):
            return col
    return None


def _area_column(table: Table, columns: dict[int, Column], text_cols: list[int], unit_col: int | None) -> int | None:
    """The column beside it that holds provinces."""
    for col in text_cols[:6]:
        cells = [c for c in _cells(table, col) if c.kind == "T" and not numberish(c)]
        if col != unit_col and len(cells) >= 5 and sum(1 for c in cells if province(c.text)) >= 0.9 * len(cells):
            return col
    return None


def _group_row(table: Table, cell: Cell) -> bool:
    return not any(numberish(c) for c in table.row(cell.row) if c.col > cell.col)


def _measure_column(table: Table, columns: dict[int, Column], text_cols: list[int]) -> int | None:
    named = [c.col for c in columns.values() if c.role == "measure"]
    if named:
        return named[0]
    for col in text_cols:
        if columns[col].role != "unit" and plain(columns[col].leaf) not in ("", "don vi"):
            continue
        cells = [c for c in _cells(table, col) if c.kind == "T"]
        known = sum(1 for c in cells if measure_known(c.text))
        if cells and known >= 0.7 * len(cells):
            return col
    return None


def measure_known(text: str) -> bool:
    """Whether a text is the name of a unit of measure."""
    return plain(text).strip(" .()") in spellings()


def _label_column(table: Table, columns: dict[int, Column], text_cols: list[int], index_col: int | None) -> int | None:
    named = [c for c in text_cols if columns[c].role == "label"]
    if named:
        return next((c for c in named if not _over_rows(table, c, text_cols)), named[0])
    scored = [(sum(len(c.text) for c in _cells(table, col) if c.kind == "T" and not numberish(c)), col) for col in text_cols]
    scored = [(n, col) for n, col in scored if columns[col].role not in ("note", "index", "measure")]
    if not scored:
        return None
    return max(scored, key=lambda s: (s[0], -s[1]))[1]


def _over_rows(table: Table, col: int, text_cols: list[int]) -> bool:
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
    rows = sum(1 for r in table.body[:_SAMPLE] if (c := table.sheet.cell(r, label_col)) and c.kind == "T" and match(c.text).codes)
    across = sum(1 for c in columns.values() if c.col != label_col and heading(c).codes)
    if across > rows or (across >= 3 and rows <= across and rows <= 2):
        return "sectors"
    if rows or any(c.role in ("actual", "in_period", "year_to_date", "to_date") for c in columns.values()):
        return "long"
    return "unknown"


def heading(column: Column) -> Match:
    """The element the headings of a column name, words of basis left out."""
    parts = [clean for text in column.path if (clean := without_basis(vietnamese(text)))]
    if len(parts) > 1 and plain(parts[-1]) in _RESULT_WORDS:
        parts.pop()
    if not parts:
        return Match()
    if bare_rate(parts[-1]):
        return Match(rate=True)
    return match(parts[-1], tuple(reversed(parts[:-1])))


def bare_rate(text: str) -> bool:
    """A heading that says no more than "rate": it is the percentage of what stands beside it."""
    said = meaning(text)
    return said.tags <= {"rate", "total", "vsquota"} and not said.unknown and ("rate" in said.tags or "%" in text)


def without_basis(text: str) -> str:
    """A heading without the words that only say over which time it counts; empty when nothing else is left."""
    folded = plain(text)
    role = role_of(folded)
    if role == "to_date" and (meaning(text).tags - meaning(text).asides) & things():
        return text
    return "" if role in BASES or _PERIOD_ONLY.fullmatch(_SUM_OF.sub("", folded)) else text


def words_of(name: str) -> tuple[dict[str, str], ...]:
    """A table of data/reader, for those who need its rows."""
    return words_table(name)
