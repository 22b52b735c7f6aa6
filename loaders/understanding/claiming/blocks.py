"""Several rows of one commune, each of a sector, hamlet or kind named beside it: parts of it, and which of them is their sum."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from loaders.understanding.claiming.row_units import row_unit
from loaders.understanding.headings.columns import heading
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.below import below_communes
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_time_total, is_total, names_week, numberish
from loaders.understanding.texts.words import plain

_APART = frozenset({"note", "measure", "code", "index"})
_LEAST = 2
_MONTH = re.compile(r"((tong|cong|tong cong|luy ke|so lieu|ket qua|ca)( ca| cua)? )?(thang|t) ?(0?[1-9]|1[0-2])?([ ./-]*(nam )?20[12]\d)?")


@dataclass(frozen=True, slots=True)
class _Row:
    row: int
    named: bool
    group: str


def blocks(o: Oriented, on: dt.date | None) -> tuple[Mapping[int, Named | None], Mapping[int, Named | None]]:
    """Row of a part -> its commune; row of a sum among such rows -> its commune. Rows that bear the commune's name each and have no sum
    are left as they are: they are asked, or another table has the sum."""
    weeks = _weeks(o)
    beside = [weeks.col] if weeks else _beside(o)
    if o.unit_col is None or not beside:
        return {}, {}
    sums_it = _sums_weeks if weeks else is_total
    held: dict[tuple[str, ...], list[_Row]] = defaultdict(list)
    units: dict[tuple[str, ...], Named | None] = {}
    name, unit = "", None
    for row in o.table.body:
        own = o.text(row, o.unit_col)
        if own:
            name, unit = own, row_unit(o, row, on)
        group = weeks.said[row] if weeks else next((text for col in beside if (text := o.text(row, col))), "")
        if unit is None or not _counts(o, row, beside) or not (own or group):
            continue
        key = (unit.unit.id if unit.unit else plain(name), *(o.text(row, col) for col in (o.period_col, o.basis_col) if col is not None))
        held[key].append(_Row(row, bool(own), group))
        units[key] = unit
    parts, sums = dict[int, Named | None](), dict[int, Named | None]()
    several = _sums_in_blocks(list(held.values()), sums_it)
    for key, rows in held.items():
        rows = rows if several else [r for r in rows if r.named or not sums_it(r.group)]
        inner = [r for r in rows if r.group and not sums_it(r.group)]
        whole = next((r.row for r in rows if sums_it(r.group) or (r.named and not r.group and _sums(o, r.row, inner))), None)
        if inner and len(rows) >= _LEAST and (whole is not None or weeks or not all(r.named for r in rows)):
            parts |= {r.row: units[key] for r in inner}
            sums |= {whole: units[key]} if whole is not None else {}
    return parts, sums


def sums_below(o: Oriented, below: Collection[int], on: dt.date | None) -> Mapping[int, Named | None]:
    """Row of a total -> the commune over it, where each is named in a row without figures over rows of its parts and their total."""
    found: dict[int, Named | None] = {}
    communes = 0
    unit: Named | None = None
    parts = 0
    for row in o.table.body if o.unit_col is not None else ():
        named = row_unit(o, row, on)
        if row in below:
            parts += 1
        elif named is not None:
            if _counts(o, row, ()):
                return {}
            communes, unit, parts = communes + 1, named, 0
        elif unit is not None and parts >= _LEAST and is_time_total(next((c.text for c in o.table.row(row) if c.kind == "T"), "")):
            found[row], unit = unit, None
    return found if len(found) == communes else {}


@dataclass(frozen=True, slots=True)
class _Weeks:
    """The column of weeks, and row -> the week, or the sum of weeks, that stands in it or over it."""

    col: int
    said: Mapping[int, str]


def _weeks(o: Oriented) -> _Weeks | None:
    """The column that holds weeks and their sums and nothing else, whatever it is headed."""
    for col in o.columns.keys() - {o.unit_col, o.index_col, o.code_col}:
        head = "" if heading(o.columns[col]).codes else o.columns[col].leaf
        first = next((text for row in o.table.body if (text := o.text(row, col))), "")
        if not _is_week(first, head) and not _sums_weeks(first):
            continue
        said = {row: text for row in o.table.body if (text := o.text(row, col))}
        weeks = {row for row, text in said.items() if _is_week(text, head)}
        if len(weeks) >= _LEAST and all(row in weeks or _sums_weeks(text) for row, text in said.items()):
            last = ""
            return _Weeks(col, {row: (last := said.get(row) or last) for row in o.table.body})
    return None


def _is_week(text: str, head: str) -> bool:
    return names_week(text) or (text.strip().isdigit() and names_week(f"{head} {text}"))


def _sums_weeks(text: str) -> bool:
    """What stands among weeks and means all of them: "Total", "Whole month", "Month 3"."""
    return is_time_total(text) or bool(_MONTH.fullmatch(plain(text).strip(" .:")))


def _sums_in_blocks(held: Collection[list[_Row]], sums_it: Callable[[str], bool]) -> bool:
    """Whether a nameless row called total is that of the commune over it: each commune has one."""
    return len(held) >= _LEAST and all(any(sums_it(r.group) for r in rows) for rows in held)


def _sums(o: Oriented, whole: int, inner: Collection[_Row]) -> bool:
    """Whether a row without a word beside its commune sums the others: those that do not bear the name, or most of its figures do."""
    if not any(r.named for r in inner):
        return True
    figures = {c.col: c.value for c in o.table.row(whole) if isinstance(c.value, int | float) and c.col != o.index_col}
    agreeing = [col for col, value in figures.items() if value == sum(o.table.sheet.number(r.row, col) or 0.0 for r in inner)]
    return 2 * len(agreeing) > len(figures)


def _beside(o: Oriented) -> list[int]:
    """The columns of words that name neither units nor times nor anything that is counted."""
    known = {o.unit_col, o.index_col, o.code_col, o.measure_col, o.period_col, o.basis_col}
    cols = [
        c.col for c in o.columns.values() if c.col not in known and c.role not in _APART and (below_communes(c) or not heading(c).codes)
    ]
    return [col for col in cols if sum(1 for row in o.table.body if _worded(o.text(row, col))) >= _LEAST]


def _worded(text: str) -> bool:
    return any(c.isalpha() for c in text)


def _counts(o: Oriented, row: int, beside: Collection[int]) -> bool:
    return any(numberish(c) for c in o.table.row(row) if c.col not in (o.index_col, o.code_col, o.unit_col, o.period_col, *beside))
