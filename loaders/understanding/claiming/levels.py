"""Columns that say with their figures what they are: what stood before and what came in addition make up the level beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import permutations

from loaders.understanding.claiming.basis import calls_increase
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_ROWS = 2
"""So many rows at least must add up."""
_STOOD = re.compile(r"\b(truoc|dau|da co|san co|ton|cu|den|thang|quy|nam|ky)\b")
_NO_WORD = frozenset({"no_figure"})
Rows = Mapping[tuple[int, tuple[str, ...]], Mapping[int, Claim]]


def take_sums(o: Oriented, found: Sequence[Claim]) -> None:
    """The column whose every stock is that of one column and the increase in another: its figures are the levels, where nothing else is."""
    rows: dict[tuple[int, tuple[str, ...]], dict[int, Claim]] = {}
    left = any(c.codes and (c.role != "value" or "increment" in c.notes) for c in found)
    for claim in found if left else ():
        number = claim.cell.kind == "N" and isinstance(claim.cell.value, int | float)
        if claim.codes and number and (claim.basis == "to_date" or "increment" in claim.notes):
            rows.setdefault((claim.cell.row, claim.codes), {})[claim.cell.col] = claim
    for before, added, level in _sums(o, rows):
        for cells in rows.values():
            claim = cells[level]
            if claim.role == "skip" and set(claim.notes) <= _NO_WORD:
                claim.role, claim.basis = "value", "to_date"
                claim.notes.clear()
            for other in (cells[before], cells[added]):
                if other.role == "value":
                    other.role = "skip"
                    other.notes.append("increment" if other is cells[added] else "last_period")
        return


def _sums(o: Oriented, rows: Rows) -> list[tuple[int, int, int]]:
    """(before, added, level): columns of which the last is the sum of the others in every row; empty where there are several."""
    if len(rows) < _ROWS or any(c.role == "value" and "increment" not in c.notes for cells in rows.values() for c in cells.values()):
        return []
    columns = set.intersection(*(set(cells) for cells in rows.values()))
    added = {col for col in columns if calls_increase(o.columns[col]) or kept_out(o.columns[col], None, []) == "delta"}
    found = [
        (before, more, level)
        for before, more, level in permutations(sorted(columns), 3)
        if more in added and not {before, level} & added and _adds_up(rows, before, more, level) and _of_times(o, before, more)
    ]
    return found if len(found) == 1 else []


def _of_times(o: Oriented, before: int, added: int) -> bool:
    """Whether a difference is one between times: it is called an increase, or what it is added to stood before."""
    return calls_increase(o.columns[added]) or any(_STOOD.search(plain(text)) for text in o.columns[before].path)


def _adds_up(rows: Rows, before: int, added: int, level: int) -> bool:
    held = [[float(cells[col].cell.value) for col in (before, added, level)] for cells in rows.values()]  # type: ignore[arg-type]
    return all(0 <= more < much and was + more == much for was, more, much in held) and any(more for _was, more, _much in held)
