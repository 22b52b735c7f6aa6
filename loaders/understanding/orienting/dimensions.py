"""Tables whose rows say more than one thing: a unit and an indicator a row (tidy data), a period a row, blocks of rows under a name."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.dates.times import from_systems, in_digits
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.headings.columns import Column, heading
from loaders.understanding.headings.match import match
from loaders.understanding.orienting.days_of_rows import bounds_days, days_of_rows
from loaders.understanding.orienting.named_blocks import block_title
from loaders.understanding.orienting.names_over_rows import told_apart, with_names_over_rows
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.plan_rows import basis_column
from loaders.understanding.orienting.row_words import BESIDE, basis_word, is_comparison
from loaders.understanding.orienting.time_columns import TIME_HEADINGS, times_lead
from loaders.understanding.placing.packed_cells import several_figures
from loaders.understanding.texts.rowkinds import is_beside_times, is_time_total, is_total, numberish
from loaders.understanding.texts.words import plain

_MOST = 0.6
_UNTOLD = ("long", "sectors", "unknown")
_BARE_YEAR = re.compile(r"20[12]\d")
_BESIDE_ANOTHER = re.compile(r"(thang|quy|nam|ky) (nay|truoc|sau)")
_DAYS = re.compile(
    r"(tu |den |toi )?(het )?(ngay|thoi diem|date)\b(?!.*\b(thang|ky)\b)|"
    r"dau thoi gian|(thoi gian )?(gui|nop|nhap|tra loi|hoan thanh|bat dau|ket thuc|cap nhat|tao|lap)\b|"
    r"time ?stamp|(start|completion|submission|submitted|created|updated|modified|sent|received)\b"
)
"""Headings of days on which something was done: an answer sent, a form filled in. They say nothing of the period."""
_BARE_MONTH = re.compile(r"(0?[1-9]|1[0-2])")


def refine(o: Oriented, on: dt.date | None) -> Oriented:
    """The same orientation, or the one of a table with an indicator, a period or a basis in every row."""
    if o.shape == "spoken":
        return o
    basis_col, found = basis_column(o), _refined(o)
    headed = with_names_over_rows(found, basis_col)
    if headed is not None:
        return headed
    if basis_col is None:
        return told_apart(found)
    alone = o.unit_col is None and found.shape in _UNTOLD and basis_col == o.label_col and _named_across(o, (basis_col,))
    return replace(found, basis_col=basis_col, shape="dated") if alone else told_apart(replace(found, basis_col=basis_col))


def _refined(o: Oriented) -> Oriented:
    period_col = _period_column(o)
    label_col = _indicator_column(o, period_col)
    if o.unit_col is not None and label_col is not None and not _named_across(o, (o.unit_col, label_col, period_col)):
        return replace(o, shape="tidy", label_col=label_col, period_col=period_col)
    if o.unit_col is None and period_col is not None:
        if label_col is not None and o.shape in ("long", "unknown") and not _named_across(o, (label_col, period_col)):
            return replace(o, shape="tidy", label_col=label_col, period_col=period_col)
        if label_col is None and _named_across(o, (period_col,)) and o.shape in _UNTOLD:
            return replace(o, shape="dated", label_col=period_col, period_col=period_col)
    if o.shape == "wide" and period_col is not None:
        return replace(o, period_col=period_col)
    return o


def _named_across(o: Oriented, without: tuple[int | None, ...]) -> int:
    """How many columns of figures name an element of their own."""
    return sum(1 for c in o.columns.values() if c.col not in without and c.path and heading(c).codes and _figures(o, c.col))


def _figures(o: Oriented, col: int) -> bool:
    held = o.table.sheet.cells
    cells = [c for r in o.table.body[:40] if (c := held.get((r, col)))]
    return bool(cells) and sum(1 for c in cells if c.kind in "NPXD" or numberish(c)) >= 0.5 * len(cells)


def _indicator_column(o: Oriented, period_col: int | None) -> int | None:
    """A column of names of indicators, that of the communes and the periods aside."""
    for col, column in o.columns.items():
        if col in (o.unit_col, o.measure_col, o.index_col, o.code_col, period_col) or column.role == "note":
            continue
        cells = [c for c in o.table.by_column.get(col, []) if c.kind == "T" and not numberish(c) and not is_total(c.text)][:60]
        known = [c for c in cells if match(c.text).codes and not several_figures(c)]
        if len(cells) >= 2 and len(known) >= _MOST * len(cells) and len({plain(c.text) for c in known}) >= 1:
            return col
    return None


# ---------------------------------------------------------------- periods in rows


def _period_column(o: Oriented) -> int | None:
    """A column most of whose cells state a period and which is no column of figures; the finest where year and month stand apart, words
    before days."""
    found = [(col, kinds) for col in o.columns if (kinds := _kinds(o, col))]
    fine = sorted((col for col, kinds in found if kinds != {"year"}), key=lambda col: _holds_days(o, col))
    return next(iter(fine or [col for col, _said in found]), None)


def _holds_days(o: Oriented, col: int) -> bool:
    return any(cell.kind == "D" for cell in o.table.by_column.get(col, [])[:60])


def _kinds(o: Oriented, col: int) -> set[str]:
    """The kinds of period that the cells of a column state; empty where it is no column of periods."""
    column = o.columns[col]
    aside = column.role == "note" and not times_lead(o, column)
    if col in (o.unit_col, o.measure_col, o.code_col) or aside or bounds_days(column) or heading(column).codes:
        return set()
    cells = o.table.by_column.get(col, [])[:60]
    times = [c for c in cells if not of_no_time(c.text)]
    said = [s for c in times if (s := _states(column, c))]
    several = len(times) >= 2 or (len(cells) >= 2 and bool(TIME_HEADINGS.match(plain(column.leaf))))
    return {s.kind for s in said} if said and several and len(said) >= 0.8 * len(times) else set()


@lru_cache(maxsize=16384)
def of_no_time(text: str) -> bool:
    """What stands among rows of periods and is none: their sum or mean, their difference, the last period, a plan."""
    return is_time_total(text) or is_beside_times(text) or basis_word(text) in BESIDE or is_comparison(text)


def _years(o: Oriented, fine: int) -> dict[int, int]:
    """Row -> its year, where years stand in a column of their own beside that of months or quarters."""
    col = next((c for c in o.columns if c != fine and _kinds(o, c) == {"year"}), None)
    cells = {r: o.table.sheet.cell(r, col) for r in o.table.body} if col is not None else {}
    return {r: s.period.year for r, c in cells.items() if c and col is not None and (s := _states(o.columns[col], c)) and s.period}


def _states(column: Column, cell: Cell) -> Statement | None:
    """The period one cell of a column states; a bare number counts under a heading that speaks of months or quarters."""
    text = cell.text.strip()
    head = plain(column.leaf).replace("_", " ")
    if len(text) > 40 or of_no_time(text) or _DAYS.match(head):
        return None
    if isinstance(cell.value, dt.datetime) and cell.value.time() != dt.time():
        return None
    if cell.kind == "D" and isinstance(cell.value, dt.date):
        text = f"{cell.value:%m/%Y}" if 1 in (cell.value.day, (cell.value + dt.timedelta(days=1)).day) else text
    timed = TIME_HEADINGS.match(head) if column.stated is None and not _BESIDE_ANOTHER.fullmatch(head) else None
    text = from_systems(in_digits(text), bool(timed)) if timed else from_systems(text, False)
    if timed and timed[1] == "nam" and _BARE_YEAR.fullmatch(text):
        text = f"nam {text}"
    elif _BARE_MONTH.fullmatch(text) and timed and timed[1] in ("thang", "thang bao cao", "quy"):
        text = f"{timed[1].split()[0]} {text}"
    elif re.fullmatch(r"(0?[1-9]|1[0-2])\s*[/.\-]\s*20[12]\d", text):
        text = f"thang {text}"
    elif text == cell.text.strip() and numberish(cell):
        return None
    found = statements(text, "header")
    return found[0] if len(found) == 1 and (timed or _nothing_else(text)) else None


def _nothing_else(text: str) -> bool:
    return bool(re.fullmatch(r"(thang|quy|nam|ky|t|q|dau|cuoi|thu|[\divx/.,:()\- ])+", plain(text)))


def periods_of_rows(o: Oriented, whole: Period | None) -> dict[int, Period]:
    """Row -> the period it states: by its first and last day, in its own column, or in a line of text over its block."""
    days = days_of_rows(o)
    if days:
        return {row: period for row, period in days.items() if period is not None}
    if o.period_col is not None:
        return _by_column(o, o.period_col, whole)
    return _by_block(o, whole)


def _by_column(o: Oriented, col: int, whole: Period | None) -> dict[int, Period]:
    found: dict[int, Period] = {}
    last: Period | None = None
    years = _years(o, col)
    for row in o.table.body:
        owner = o.table.sheet.owners.get((row, col))
        cell = o.table.sheet.cell(owner.top, owner.left) if owner else o.table.sheet.cell(row, col)
        said = _states(o.columns[col], cell) if cell else None
        last = _dated(o, said, Period(years[row], "year", 1) if row in years else whole) if said else (last if cell is None else None)
        if last:
            found[row] = last
    only = set(found.values())
    return dict.fromkeys(o.table.body, only.pop()) if col == o.basis_col and len(only) == 1 else found


def _dated(o: Oriented, said: Statement, whole: Period | None) -> Period | None:
    """The period of a statement; a missing year is that of the name of the file, up to the period it names."""
    found = completed(said, whole or o.named)
    return None if found and whole is None and said.period is None and o.named and found.months[-1] > o.named.months[-1] else found


def completed(said: Statement, whole: Period | None) -> Period | None:
    """The period of a statement, its year taken from that of the sheet where it has none."""
    if said.period:
        return said.period
    return Period(whole.year, said.kind, said.number) if whole else None


def _by_block(o: Oriented, whole: Period | None) -> dict[int, Period]:
    blocks: dict[int, Period] = {}
    for row in o.table.body:
        text = block_title(o, row)
        said = statements(text, "header") if text and len(text) < 60 and _nothing_else(text) else []
        period = completed(said[0], whole) if len(said) == 1 else None
        if period:
            blocks[row] = period
    if len(set(blocks.values())) < 2:
        return {}
    return _spread(o, blocks)


def _spread(o: Oriented, blocks: dict[int, Period]) -> dict[int, Period]:
    found: dict[int, Period] = {}
    last: Period | None = None
    for row in o.table.body:
        last = blocks.get(row, last)
        if last:
            found[row] = last
    return found
