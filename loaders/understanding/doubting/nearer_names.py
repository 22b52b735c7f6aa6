"""Figures behind a further column of names, where a row names another unit than its own: whose they are, a person says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.language import _
from catalogue.names import accented_key
from catalogue.units import Unit, units
from loaders.opening.grid import column_name
from loaders.questions import Option
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, district
from loaders.understanding.orienting.below import below_communes
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.districts import district_row
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.unit_columns import of_other_territory
from loaders.understanding.sheets.asking import ask_about, settled_by
from loaders.understanding.texts.rowkinds import numberish

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LEAST = 2
_NO_UNITS = frozenset({"note", "measure", "person", "code", "index"})


def ask_nearer(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask the figures between which and the name of their row the name of another unit stands."""
    on = part.last_day
    for index, o in enumerate(part.oriented):
        others = _further(o, on)
        values = [c for c in part.claims if c.table == index and c.role == "value" and c.codes] if others else []
        for col in others:
            claims = [c for c in values if _before(o, others, c.cell.col) == col]
            doubted = [c for c in claims if not _same(_at(o, c, col, on), c.unit)]
            if not _row_by_row(o, col, doubted, claims) or all(_kin(_at(o, c, col, on), c.unit) for c in claims if o.text(c.cell.row, col)):
                continue
            first = o.table.sheet.shown(doubted[0].cell.row, col) or doubted[0].cell
            key = f"nearer:{part.sheet.name}!{first.address}"
            if given.get(key) == "nearer":
                for claim in doubted:
                    claim.unit = _at(o, claim, col, on)
            elif not settled_by(given.get(key), doubted, keep="row", drop="leave"):
                _ask(reading, o, col, doubted, key)


def _ask(reading: Reading, o: Oriented, col: int, doubted: Sequence[Claim], key: str) -> None:
    first, told = doubted[0], next((c for c in doubted if o.text(c.cell.row, col)), doubted[0])
    said = {"other": o.text(told.cell.row, col), "unit": o.text(told.cell.row, o.unit_col)}
    options = (
        Option("row", _("Of the units of column {column}", column=column_name(o.unit_col or 0))),
        Option("nearer", _("Of the units of column {column}", column=column_name(col))),
        Option("leave", _("Leave them out")),
    )
    ask_about(reading, doubted, key, "unit_nearer", first.sheet, told.cell.address, options, **said)


def _further(o: Oriented, on: dt.date | None) -> list[int]:
    """The columns beside that of the units of the rows in which most words are names of units as well: not headed by hamlets, by areas, by
    people or by what the units were before."""
    if o.unit_col is None or o.far:
        return []
    apart = {o.unit_col, o.index_col, o.code_col, o.area_col}
    return [col for col, column in o.columns.items() if col not in apart and column.role not in _NO_UNITS and _of_names(o, col, on)]


def _of_names(o: Oriented, col: int, on: dt.date | None) -> bool:
    words = [c for c in o.table.by_column.get(col, []) if c.kind == "T" and not numberish(c)]
    named = [c for c in words if _named(o, c.text, on)]
    if below_communes(o.columns[col]) or of_other_territory(o.columns[col], words, on):
        return False
    if all(district(c.text, on) and not commune_kind(c.text) for c in named) and not o.districts:
        return False  # none at all, or the districts of the rows
    return len(named) >= min(_LEAST, len(o.table.body)) > 0 and 2 * len(named) > len(words)


def _row_by_row(o: Oriented, col: int, doubted: Sequence[Claim], claims: Sequence[Claim]) -> bool:
    """Whether most of the rows that have figures behind a column have a name in it, and some the name of another unit."""
    rows = {c.cell.row for c in claims}
    named = {row for row in rows if o.text(row, col)}
    return any(c.cell.row in named for c in doubted) and 2 * len(named) > len(rows)


def _before(o: Oriented, others: Sequence[int], col: int) -> int | None:
    """The last column of names before a column of figures."""
    return max((c for c in (*others, o.unit_col) if c is not None and c < col), default=None)


def _at(o: Oriented, claim: Claim, col: int, on: dt.date | None) -> Named | None:
    """The unit that the row of a figure names in a further column."""
    return _named(o, o.text(claim.cell.row, col), claim.period.end("nd09") if claim.period else on)


def _named(o: Oriented, text: str, on: dt.date | None) -> Named | None:
    return district_row(text, on) if o.districts else commune_like(text, on)


def _same(named: Named | None, own: Named | None) -> bool:
    """Whether a name may mean the unit of the row."""
    mine, theirs = _may_be(own), _may_be(named)
    return bool({u.id for u in mine} & {u.id for u in theirs} or _names(mine) & _names(theirs))


def _kin(named: Named | None, own: Named | None) -> bool:
    """Whether a name may mean the unit of the row, one of those it was made of, or one it became."""
    register = units()
    ids = [i for u in _may_be(own) for i in (*(s.old for s in register.predecessors(u.id)), *(s.new for s in register.successors(u.id)))]
    return _same(named, own) or bool(_names([register[i] for i in ids]) & _names(_may_be(named)))


def _may_be(named: Named | None) -> tuple[Unit, ...]:
    if named is None:
        return ()
    return (named.unit, *named.candidates) if named.unit else named.candidates


def _names(found: Iterable[Unit]) -> set[str]:
    return {accented_key(u.name) for u in found}
