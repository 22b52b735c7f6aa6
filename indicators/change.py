"""What really changed between two periods: the same units, units newly reporting or silent, boundary, definition, correction."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.indicators import Definition, Indicator
from catalogue.periods import Period
from indicators.cube import Cube
from indicators.reasons import Why
from indicators.rows import SMALL, Boundaries, row
from indicators.sums import Numbers, Question, Sums, areas, sums
from indicators.thresholds import thresholds

PARTS = ("same", "coverage", "boundary", "definition", "correction")


@dataclass(frozen=True, slots=True)
class Change:
    """The change of one figure from one period to another and its parts, in percentage points (or counts); NaN where unknown.

    `same`: in the units complete in both (so many in `units_compared`, out of `units_now` due now). `coverage`: units
    newly reporting or silent. `boundary`: the area itself. `definition`: another formula. `correction`: what was sent
    late or corrected since the earlier figure was published. The parts add up to `total`. Not `comparable`: nothing can be
    called real change, `reason` says why ("definition", "no_common_units", "no_data").
    """

    indicator: str
    unit: str
    period: str
    before: str
    value_now: float
    value_before: float
    total: float
    same: float = math.nan
    coverage: float = math.nan
    boundary: float = math.nan
    definition: float = math.nan
    correction: float = math.nan
    units_compared: int = 0
    units_now: int = 0
    comparable: bool = False
    reason: str = ""


Bools = npt.NDArray[np.bool_]


def change(
    cube: Cube,
    indicator: str,
    unit: str,
    period: Period | str,
    before: Period | str | None = None,
    *,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    published: Cube | None = None,
) -> Change:
    """The change to `period` from `before` (the period before it), taken apart.

    `published` is a cube of the data as they stood when the earlier figure was published; without it nothing counts as corrected.
    """
    table = changes(
        cube, indicators=[indicator], units=[unit], period=period, before=before, boundaries=boundaries, on=on, published=published
    )
    return Change(**{name: table[name].tolist()[0] for name in Change.__slots__})


def changes(
    cube: Cube,
    *,
    indicators: Iterable[str],
    units: Sequence[str],
    period: Period | str,
    before: Period | str | None = None,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    published: Cube | None = None,
) -> pd.DataFrame:
    """One row an indicator and unit: the fields of Change, and `direction`: "better", "worse", "level" or "" where it cannot be said."""
    now = period if isinstance(period, Period) else Period.parse(period)
    then = now.previous if before is None else before if isinstance(before, Period) else Period.parse(before)
    today = on or dt.datetime.now(dt.UTC).date()
    asked = tuple(units)
    parts = [_remembered(cube, code, asked, now, then, boundaries, today, published) for code in indicators]
    columns = [*Change.__slots__, "direction"]
    return pd.DataFrame(
        {name: np.concatenate([np.zeros(0, dtype=object), *(part[name] for part in parts)]) for name in columns}
    ).infer_objects()


def _remembered(
    cube: Cube, code: str, units: tuple[str, ...], now: Period, then: Period, boundaries: Boundaries, today: dt.date, published: Cube | None
) -> dict[str, Any]:
    if published is not None:
        return _compare(cube, code, units, now, then, boundaries, today, published)
    key = ("change", code, units, now, then, boundaries, today)
    found = cube.kept.get(key)
    if found is None:
        found = _compare(cube, code, units, now, then, boundaries, today, cube)
        if len(units) <= SMALL:
            cube.keep(key, found)
    return found


def _compare(
    cube: Cube, code: str, units: tuple[str, ...], now: Period, then: Period, boundaries: Boundaries, today: dt.date, published: Cube
) -> dict[str, Any]:
    """The columns of `changes` for one indicator."""
    indicator = cube.words.indicators[code]
    late, early = row(cube, code, units, now, boundaries, today), row(cube, code, units, then, boundaries, today)
    known = row(published, code, units, then, boundaries, today).value
    end = now.end(indicator.calendar)
    pivot = max(today, end) if boundaries == "current" else end
    old_pivot = pivot if boundaries == "current" else then.end(indicator.calendar)
    redefined, remapped = (
        _rates(asked_of(cube, indicator, late.definition, units, then, day), late.definition, indicator) for day in (old_pivot, pivot)
    )
    alike = common(cube, indicator, late.definition, units, now, then, pivot)
    value, before = late.value, early.value
    no_data = np.isnan(value + before + known + late.sums.numerator)
    own = ~no_data & (late.sums.why & early.sums.why & int(Why.OWN_RETURN) > 0)
    renamed = late.definition.version != early.definition.version and _same_formula(late.definition, early.definition)
    redefinition = ~no_data & ~own & (np.isnan(redefined + remapped) | renamed)
    unshared = ~no_data & ~own & ~redefinition & np.isnan(alike.value_now + alike.value_before)
    fine = ~(no_data | own | redefinition | unshared)

    def pick(*cases: tuple[Bools, Any]) -> Numbers:
        return np.select([condition for condition, _ in cases], [np.broadcast_to(value_, no_data.shape) for _, value_ in cases], np.nan)

    same = pick((own, value - before), (fine, alike.value_now - alike.value_before))
    coverage = (alike.value_before - remapped) + (value - alike.value_now)
    return {
        "indicator": np.full(len(units), code, dtype=object),
        "unit": np.array(units, dtype=object),
        "period": np.full(len(units), str(now), dtype=object),
        "before": np.full(len(units), str(then), dtype=object),
        "value_now": value,
        "value_before": known,
        "total": value - known,
        "same": same,
        "coverage": pick((own, 0.0), (unshared, value - remapped), (fine, coverage)),
        "boundary": pick((own, 0.0), (unshared | fine, remapped - redefined)),
        "definition": pick((own, 0.0), (redefinition, value - before), (unshared | fine, redefined - before)),
        "correction": pick((~no_data, before - known)),
        "units_compared": np.where(own, 1, np.where(fine, alike.units, 0)),
        "units_now": late.sums.due,
        "comparable": own | fine,
        "reason": np.select([no_data, redefinition, unshared], ["no_data", "definition", "no_common_units"], "").astype(object),
        "direction": _directions(indicator, same, own | fine),
    }


def _directions(indicator: Indicator, same: Numbers, comparable: Bools) -> npt.NDArray[np.object_]:
    """Whether the same units did better or worse, minding which way is better."""
    level = np.abs(same) < thresholds().change_least
    better = (same > 0) == (indicator.better == "up")
    return np.select([~comparable, level, better], ["", "level", "better"], "worse").astype(object)


@dataclass(frozen=True, slots=True)
class Common:
    """For each unit asked for, the same members in two periods: figure and numerator in each (NaN without any), how many they are."""

    value_now: Numbers
    value_before: Numbers
    numerator_now: Numbers
    numerator_before: Numbers
    units: npt.NDArray[np.int64]


def common(
    cube: Cube, indicator: Indicator, definition: Definition, units: tuple[str, ...], now: Period, then: Period, pivot: dt.date
) -> Common:
    """The members that are complete in both periods, each traced back to those it was made of.

    Members are the units of the pivot day: the later period's own, or today's when the past is shown in today's boundaries.
    """
    groups = areas(cube, units, pivot, pivot)
    late = asked_of(cube, indicator, definition, groups.units, now, pivot)
    early = asked_of(cube, indicator, definition, groups.units, then, pivot)
    both = complete(late) & complete(early)

    def total(values: npt.NDArray[Any]) -> Numbers:
        return np.bincount(groups.group[both], weights=values[both], minlength=len(units)).astype(np.float64)

    many = total(np.ones(len(both)))
    above = [np.where(many > 0, total(found.numerator), np.nan) for found in (late, early)]
    below = [total(found.denominator) for found in (late, early)]
    rates = [_divided(n, d, definition, indicator) for n, d in zip(above, below, strict=True)]
    return Common(rates[0], rates[1], above[0], above[1], many.astype(np.int64))


def asked_of(cube: Cube, indicator: Indicator, definition: Definition, units: tuple[str, ...], period: Period, pivot: dt.date) -> Sums:
    """The sums of units by one definition, in the units of the pivot day."""
    return sums(cube, Question(indicator, definition, units, period, pivot))


def complete(found: Sums) -> Bools:
    """Which areas have all their units and months, and may be added."""
    hindered = found.why & int(Why.SPLIT_PREDECESSOR | Why.UNIT_NOT_VALID) > 0
    return (found.months > 0) & (found.reporting == found.due) & (found.months == found.months_due) & ~hindered


def _rates(found: Sums, definition: Definition, indicator: Indicator) -> Numbers:
    return _divided(np.where(found.months > 0, found.numerator, np.nan), found.denominator, definition, indicator)


def _divided(above: Numbers, below: Numbers, definition: Definition, indicator: Indicator) -> Numbers:
    """The figure of counts, NaN where nothing was counted or the denominator is zero."""
    if definition.denominator is None:
        return above
    return (100.0 if indicator.unit == "percent" else 1.0) * above / np.where(below == 0, np.nan, below)


def _same_formula(one: Definition, other: Definition) -> bool:
    return str(one.numerator) == str(other.numerator) and str(one.denominator or "") == str(other.denominator or "")
