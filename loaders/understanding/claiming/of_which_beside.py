"""Indicators in rows with a column of totals beside one of a part of them: "total | of which online"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.claiming.both_columns import is_rate
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.labels import OF_WHICH
from loaders.understanding.headings.match import denominators, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import only_thing
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_LEADING = re.compile(rf"^{OF_WHICH}[ :,+-]*(?=\w)")
_LED_BY_TOTAL = re.compile(r"^\W*tong( so| cong)?\b")
_TOTAL = frozenset({"total"})
_OPEN = frozenset({"no_figure"})


def wholes_and_parts(o: Oriented, found: Sequence[Claim]) -> None:
    """Read what a row names in the column of totals, and in the column of a part that part of it, where the row and the heading together
    name one. Nothing is done where the table has other columns of figures, or its figures are known already."""
    columns = _columns(o)
    inside = [c for c in found if columns and c.cell.col in (columns[0].col, columns[1].col)]
    if columns is None or any(c.role == "value" or set(c.notes) - _OPEN for c in inside):
        return
    whole, part = columns
    leaf = _LEADING.sub("", plain(part.leaf))
    for claim in inside:
        own = match(claim.label, claim.group)
        if not own.sure or own.rate or len(own.codes) != 1:
            continue
        if claim.cell.col == whole.col:
            _take(claim, own.codes[0], whole)
        elif (named := match(f"{claim.label} {leaf}", claim.group)).sure and denominators().get(named.codes[0]) == own.codes[0]:
            _take(claim, named.codes[0], part)


def _columns(o: Oriented) -> tuple[Column, Column] | None:
    """The column of totals and that of their part, where a table with indicators in rows has these and at most their rate."""
    aside = (o.label_col, o.index_col, o.measure_col, o.group_col, o.outer_col, o.code_col)
    shown = [c for c in o.columns.values() if c.col not in aside and not c.hidden and c.role != "note" and not is_rate(c)]
    if o.shape != "long" or len(shown) != 2 or any(c.role for c in shown):
        return None
    whole, part = shown
    return (whole, part) if _counts_all(whole.leaf) and _LEADING.match(plain(part.leaf)) else None


def _counts_all(leaf: str) -> bool:
    """Whether a heading says "total" and no more than which thing."""
    said, rest = meaning(leaf), meaning(_LED_BY_TOTAL.sub("", plain(leaf)))
    return said.tags >= _TOTAL and not said.unknown and (said.tags == _TOTAL or only_thing(rest))


def _take(claim: Claim, code: str, column: Column) -> None:
    claim.codes, claim.sure, claim.role, claim.notes = (code,), True, "value", []
    claim.basis = basis_in(code, basis_role(column)) or claim.basis
