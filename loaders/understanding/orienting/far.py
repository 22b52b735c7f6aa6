"""Communes of the whole country in rows: names repeat, so the area beside or over a row and its neighbours say which one is meant.

A code settles its row. Else every commune of the name inside the areas that columns and heading rows name is a candidate, and the
order decides: lists of the country are written area by area, so the right reading is the one that enters each area once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from catalogue.names import take_apart
from catalogue.units import Unit, units
from loaders.understanding.names.beyond import Areas, areas_called
from loaders.understanding.names.kinds import commune_kind, is_group
from loaders.understanding.names.whose import Named, coded_commune
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_section_mark, is_total, numberish

_ENOUGH = 20
_UNPLACED = 1.5
_MOST = 0.9
_CODE_LENGTHS = (4, 5)


def units_far(o: Oriented, on: dt.date | None) -> dict[int, Named]:
    """Row of the sheet -> its commune, or the candidates among which nothing decides. Rows that name none are left out."""
    found: dict[int, Named] = {}
    waiting: list[tuple[int, str, tuple[Unit, ...]]] = []
    columns = _area_columns(o, on)
    last: dict[int, Areas] = {}
    over: tuple[Areas, ...] = ()
    for row in o.table.body:
        for col in columns:
            areas = areas_called(o.text(row, col), on)
            last = {c: u for c, u in last.items() if not areas or columns.index(c) < columns.index(col)} | ({col: areas} if areas else {})
        text = o.text(row, o.unit_col)
        heading = areas_of_row(o, row, on)
        if heading:
            provinces = [areas for areas in over if areas[0].level == "province" and heading[0].level == "district"]
            over = (*provinces, heading)
            continue
        if not text or is_total(text) or is_group(text):
            continue
        code = o.text(row, o.code_col)
        if code.isdigit() and len(code) in _CODE_LENGTHS and (named := coded_commune(text, code, on)):
            found[row] = named
            continue
        within = tuple(tuple(u.id for u in areas) for areas in (*last.values(), *over))
        waiting.append((row, text, _candidates(text, within, on)))
    return found | _by_order(waiting)


def areas_of_row(o: Oriented, row: int, on: dt.date | None) -> Areas:
    """The province or districts that a row is headed by: typed as such, or a bare name in a row without a number of its own."""
    text = o.text(row, o.unit_col) or next((c.text for c in o.table.row(row) if c.kind == "T" and not numberish(c) and len(c.text) > 3), "")
    if not text or len(text) > 60 or commune_kind(text):
        return ()
    mark = o.text(row, o.index_col)
    if take_apart(text).type or not mark or is_section_mark(mark):
        return areas_called(text, on)
    return ()


def _area_columns(o: Oriented, on: dt.date | None) -> list[int]:
    """The columns beside the names whose texts are provinces or districts, the larger first."""
    found = []
    for col in o.columns:
        if col in (o.unit_col, o.index_col, o.code_col):
            continue
        texts = [t for row in o.table.body if (t := o.text(row, col)) and not is_total(t)]
        words = [t for t in texts if t[:1].isalpha()]
        if len(words) >= _MOST * len(texts) > 0 and sum(1 for t in words if areas_called(t, on)) >= _MOST * len(texts):
            found.append(col)
    return found


@lru_cache(maxsize=32768)
def _candidates(text: str, within: tuple[tuple[str, ...], ...], on: dt.date | None) -> tuple[Unit, ...]:
    """The communes a name may mean, each inside one of the areas that every column and heading names."""
    for spelling in dict.fromkeys((text, text.replace(" - ", " "))):
        found = units().by_name(spelling, level="commune", on=on)
        for group in (found.exact, found.alias):
            inside = tuple(u for u in group if all(any(units().lies_in(u.id, a) for a in areas) for areas in within))
            if inside:
                return inside
    return ()


def _by_order(waiting: Sequence[tuple[int, str, tuple[Unit, ...]]]) -> dict[int, Named]:
    """The one candidate of each row, or the one that fits the order; all of them where several do or the order says nothing."""
    named = [item for item in waiting if item[2]]
    fits = _fitting([[u.parent for u in candidates] for _row, _text_, candidates in named]) if len(named) >= _ENOUGH else []
    found: dict[int, Named] = {}
    for place, (row, text, candidates) in enumerate(named):
        left = [u for u in candidates if not fits or u.parent in fits[place]]
        alone = len(left) == 1 and (bool(fits) or len(candidates) == 1)
        found[row] = Named(text, left[0]) if alone else Named(text, None, False, "ambiguous", candidates)
    taken = [n.unit.id for n in found.values() if n.unit]
    twice = {u for u in taken if taken.count(u) > 1} if len(set(taken)) < len(taken) else set()
    return {row: Named(n.text, None, False, "ambiguous", (n.unit,)) if n.unit and n.unit.id in twice else n for row, n in found.items()}


def _fitting(choices: Sequence[Sequence[str | None]]) -> list[frozenset[str | None]]:
    """For each row the areas through which the reading with the fewest changes of area can pass; empty where an area comes back.

    Forward and backward the least cost up to each area of each row: an area fits when both together are the least. A row whose names
    lie elsewhere stays unplaced, which costs more than a change and less than two.
    """
    forward, backward = _least(choices), _least(choices[::-1])[::-1]
    best = min(forward[-1].values(), default=0.0)
    fits = []
    for areas, f, b in zip(choices, forward, backward, strict=True):
        held = {a for a in f if a in b and f[a] + b[a] - (0.0 if a in areas else _UNPLACED) == best}
        fits.append(frozenset(held))
    sure = [next(iter(areas)) for areas in fits if len(areas) == 1]
    runs = [area for place, area in enumerate(sure) if place == 0 or sure[place - 1] != area]
    return fits if len(runs) == len(set(runs)) else []


def _least(choices: Sequence[Sequence[str | None]]) -> list[dict[str | None, float]]:
    """For each row the least cost of being in each area there; areas too dear to matter are dropped."""
    found: list[dict[str | None, float]] = []
    for areas in choices:
        before = found[-1] if found else {}
        change = min(before.values(), default=-1.0) + 1.0
        here = {area: cost + _UNPLACED for area, cost in before.items()}
        here |= {area: min(before.get(area, change), change) for area in areas}
        limit = min(here.values(), default=0.0) + 2 * _UNPLACED
        found.append({area: cost for area, cost in here.items() if cost <= limit})
    return found
