"""A table of figures turned as asked (things x periods x units) with the totals that may be formed, and the reason where none may.

Counts are added, rates divided again from added counts, a state at a date stands only at the last date; never an average.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.elements import Element
from catalogue.indicators import Definition, Formula, Indicator
from catalogue.periods import Period
from indicators.cube import Cube
from indicators.figures import figures
from indicators.reasons import Why, codes
from indicators.rows import Boundaries
from indicators.spans import nature

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Texts = npt.NDArray[np.object_]
ALL = "*"
"""The key of a total, as a unit or as a period."""
_COUNTED = ("ok", "partial", "zero_denominator")
_FIELDS = ("numerator", "denominator", "value", "state", "reason", "data_date")


@dataclass(frozen=True, slots=True)
class Pivot:
    """Every cell of the table; arrays are [thing, period, unit], and a total is the last place of its axis, with the key ALL.

    `over_units` and `over_periods` tell which cells the totals of those axes are formed of. `things` are indicators (a count
    asked for by itself has been made one), `definitions` what they were computed by in the last period, `kinds` are flow, stock
    or mixed. A value is in percent for a rate.
    """

    things: tuple[Indicator, ...]
    definitions: tuple[Definition, ...]
    kinds: tuple[str, ...]
    periods: tuple[str, ...]
    units: tuple[str, ...]
    numerator: Numbers
    denominator: Numbers
    value: Numbers
    state: Texts
    reason: Texts
    data_date: Texts
    over_units: Flags
    over_periods: Flags

    def divided(self, thing: int) -> bool:
        """Whether the thing is a rate, made of two counts."""
        return self.definitions[thing].denominator is not None

    def last_date(self) -> dt.date | None:
        """The latest day any cell speaks of."""
        return max((day for day in self.data_date.ravel() if day is not None), default=None)

    def reporting(self, thing: int) -> tuple[int, int]:
        """Units with a figure in the last period, and units there were to be one for."""
        last = len([one for one in self.periods if one != ALL]) - 1
        states = self.state[thing, last, : len([one for one in self.units if one != ALL])]
        return int(np.isin(states, _COUNTED).sum()), int((states != "not_applicable").sum())


def with_counts(cube: Cube) -> Cube:
    """The same observations, where a count reported by units may be asked for like an indicator, by its own code."""
    found = cube.kept.get("with counts")
    if found is None:
        alone = {code: _alone(element) for code, element in cube.words.elements.items()}
        found = Cube(cube.source, cube.cells, replace(cube.words, indicators=alone | dict(cube.words.indicators)))
        cube.keep("with counts", found)
    return found


def _alone(element: Element) -> Indicator:
    """A count as an indicator of its own, without denominator."""
    definition = Definition("1", Formula(((1, element.code),)), None, None, None, (), "")
    return Indicator(
        element.code, element.group, element.name_vi, element.name_en, "count", "up", 0, "nd09", "month",
        "optional", False, element.kind, "", (), (definition,), element.synonyms,
    )  # fmt: skip


def pivot(
    cube: Cube,
    *,
    things: Sequence[str],
    units: Sequence[str],
    periods: Sequence[Period],
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
) -> Pivot:
    """The table of `things` (codes of indicators or counts), with a total over units and one over periods where there are several."""
    known = with_counts(cube)
    found = figures(known, units=units, periods=periods, indicators=things, boundaries=boundaries, on=on)
    chosen = tuple(known.words.indicators[code] for code in things)
    definitions = tuple(one.definition(periods[-1].end(one.calendar)) for one in chosen)
    kinds = tuple(nature(definition, known.words) for definition in definitions)
    cells = _shaped(found, (len(things), len(periods), len(units)))
    table = Pivot(chosen, definitions, kinds, tuple(map(str, periods)), tuple(units), **cells)
    scores = [any(not known.words.elements[code].additive for code in one.numerator.elements) for one in definitions]
    if len(units) > 1:
        table = _with_units(table, scores, _nested(known, units))
    if len(periods) > 1:
        versions = found.groupby("indicator", sort=False)["definition"].nunique()
        changed = [versions[one.code] > 1 for one in chosen]
        table = _with_periods(table, changed, scores, _overlapping(periods))
    return table


def _shaped(found: pd.DataFrame, shape: tuple[int, int, int]) -> dict:
    arrays = {name: found[name].to_numpy(copy=True).reshape(shape) for name in _FIELDS}
    nothing = np.zeros(shape, dtype=bool)
    return arrays | {"over_units": nothing, "over_periods": nothing}


def _countable(table: Pivot) -> Flags:
    """The cells that have a count to add: those with a figure, but not a percentage typed without its counts."""
    return np.isin(table.state, _COUNTED) & ~np.isnan(table.numerator.astype(np.float64))


def _nested(cube: Cube, units: Sequence[str]) -> bool:
    """Whether one of the units lies within another, so that their sum would count people twice."""
    asked = set(units)
    return any(above.id in asked for unit in asked for above in cube.words.units.path(unit)[:-1])


def _overlapping(periods: Sequence[Period]) -> bool:
    months = [month for period in periods for month in period.months]
    return len(months) != len(set(months))


def _with_units(table: Pivot, scores: Sequence[bool], nested: bool) -> Pivot:
    """The table with a total over its units as the last of them; of what stands at different dates only the newest is added."""
    added, total = _countable(table), _empty(table.state.shape[:2])
    for at, period in np.ndindex(*table.state.shape[:2]):
        place = at, period
        if table.kinds[at] == "stock":
            newest = max(table.data_date[place][added[place]], default=None)
            added[place] &= table.data_date[place] == newest
        why = Why.NOT_ADDITIVE if scores[at] else Why.UNITS_NESTED
        if scores[at] or nested:
            added[place] = False
        _put(total, place, _refused(why) if scores[at] or nested else _sum(table, place, added[place], Why.UNITS_SILENT))
    return _joined(replace(table, over_units=added), total, "units")


def _with_periods(table: Pivot, changed: Sequence[bool], scores: Sequence[bool], overlapping: bool) -> Pivot:
    """The table with a total over its periods as the last of them: flows added, a state at a date as it is in the last."""
    added, total = _countable(table), _empty((len(table.things), len(table.units)))
    last = np.arange(len(table.periods)) == len(table.periods) - 1
    for at, unit in np.ndindex(*total["state"].shape):
        place = at, slice(None), unit
        why = _hinders_time(table.kinds[at], changed[at], overlapping)
        if table.kinds[at] == "stock" or scores[at]:
            added[place] = last
            _put(total, (at, unit), {name: getattr(table, name)[place][-1] for name in _FIELDS})
        elif why:
            added[place] = False
            _put(total, (at, unit), _refused(why))
        else:
            _put(total, (at, unit), _sum(table, place, added[place], Why.MONTHS_MISSING))
    return _joined(replace(table, over_periods=added), total, "periods")


def _hinders_time(kind: str, changed: bool, overlapping: bool) -> Why:
    """Why periods cannot be added; nothing when they can."""
    if overlapping:
        return Why.PERIODS_OVERLAP
    return Why.MIXED_STOCK_FLOW if kind == "mixed" else Why.DEFINITION_CHANGED if changed else Why(0)


def _sum(table: Pivot, place: tuple, added: Flags, absent: Why) -> dict:
    """The total of the cells marked along a line of the table; `absent` is said of cells without a figure."""
    state, reason = table.state[place], table.reason[place]
    due = ~np.isin(state, ("not_applicable", "not_due"))
    left = _left_out(reason[due & ~added], state[due & ~added], absent)
    if not added.any():
        return _refused(left) if left & Why.PERCENT_ONLY else _refused(Why.NOTHING_REPORTED, "missing")
    divided = table.divided(place[0])
    above = float(table.numerator[place][added].sum())
    below = float(table.denominator[place][added].sum()) if divided else np.nan
    own = {word for text in reason[added & (state == "partial")] for word in text.split()}
    said = [*own, *codes(left).split(), *([codes(Why.ZERO_DENOMINATOR)] if below == 0 else [])]
    return {
        "numerator": above,
        "denominator": below,
        "value": np.nan if below == 0 else _value(table.things[place[0]], above, below),
        "state": "zero_denominator" if below == 0 else "partial" if left or own else "ok",
        "reason": " ".join(dict.fromkeys(said)),
        "data_date": max(table.data_date[place][added]),
    }


def _left_out(reasons: Texts, states: Texts, absent: Why) -> Why:
    """Why cells that were due are not in a sum."""
    found = Why(0)
    for text, state in set(zip(reasons, states, strict=True)):
        bare = codes(Why.PERCENT_ONLY) in text.split()
        found |= Why.PERCENT_ONLY if bare else Why.OLDER_DATA if state in _COUNTED else absent
    return found


def _value(thing: Indicator, above: float, below: float) -> float:
    if below != below:
        return above
    return (100.0 if thing.unit == "percent" else 1.0) * above / below


def _refused(why: Why, state: str = "refused") -> dict:
    empty = dict.fromkeys(("numerator", "denominator", "value"), np.nan)
    return empty | {"state": state, "reason": codes(why), "data_date": None}


def _empty(shape: tuple[int, ...]) -> dict:
    numbers = {name: np.full(shape, np.nan) for name in _FIELDS[:3]}
    return numbers | {name: np.full(shape, None, dtype=object) for name in _FIELDS[3:]}


def _put(total: dict, place: tuple, one: dict) -> None:
    for name, value in one.items():
        total[name][place] = value


def _joined(table: Pivot, total: dict, axis: Literal["units", "periods"]) -> Pivot:
    """The table with the total as one more place of an axis."""
    at = 2 if axis == "units" else 1
    nothing = np.zeros(total["state"].shape, dtype=bool)
    longer = total | {"over_units": nothing, "over_periods": nothing}
    joined: dict[str, Any] = {
        name: np.concatenate([getattr(table, name), np.expand_dims(last, at)], axis=at) for name, last in longer.items()
    }
    keys: dict[str, Any] = {axis: (*getattr(table, axis), ALL)}
    return replace(table, **joined, **keys)


Place = dict[str, int]
"""Positions by axis: some of things, periods, units; a row's and a column's together name a cell."""
AXES = ("things", "periods", "units")


def arranged(table: Pivot, down: str) -> tuple[list[Place], list[Place]]:
    """Rows and columns with the axis `down` in the rows and the other two side by side, things outermost."""
    sizes = dict(zip(AXES, table.state.shape, strict=True))
    outer, inner = (axis for axis in AXES if axis != down)
    rows = [{down: at} for at in range(sizes[down])]
    return rows, [{outer: one, inner: other} for one in range(sizes[outer]) for other in range(sizes[inner])]


def at(row: Place, column: Place) -> tuple[int, int, int]:
    """The cell of a row and a column, as an index of the table's arrays."""
    place = row | column
    return place["things"], place["periods"], place["units"]


def long(table: Pivot) -> pd.DataFrame:
    """The cells without totals, a row each: indicator, period, unit, numerator, denominator, value, state, reason, data_date."""
    periods = [one for one in table.periods if one != ALL]
    units = [one for one in table.units if one != ALL]
    kept = (slice(None), slice(len(periods)), slice(len(units)))
    keys = pd.MultiIndex.from_product([[one.code for one in table.things], periods, units], names=["indicator", "period", "unit"])
    cells = {name: getattr(table, name)[kept].ravel() for name in _FIELDS}
    return keys.to_frame(index=False).assign(**cells)
