"""What really changed between two periods: the same units, units newly reporting or silent, boundary, definition, correction."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from catalogue.indicators import Definition, Indicator
from catalogue.periods import Period
from indicators.cube import Cube
from indicators.reasons import Why
from indicators.rows import Boundaries, row
from indicators.sums import Question, Sums, areas, sums
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
    now = period if isinstance(period, Period) else Period.parse(period)
    then = now.previous if before is None else before if isinstance(before, Period) else Period.parse(before)
    today = on or dt.datetime.now(dt.UTC).date()
    if published is not None:
        return _compare(cube, indicator, unit, now, then, boundaries, today, published)
    key = ("change", indicator, unit, now, then, boundaries, today)
    found = cube.kept.get(key)
    if found is None:
        found = _compare(cube, indicator, unit, now, then, boundaries, today, cube)
        cube.keep(key, found)
    return found


def changes(
    cube: Cube,
    *,
    indicators: Iterable[str],
    units: Sequence[str],
    period: Period | str,
    before: Period | str | None = None,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
) -> pd.DataFrame:
    """One row a Change, its fields as columns, and `direction`: "better", "worse", "level" or "" where it cannot be said."""
    found = [change(cube, code, unit, period, before, boundaries=boundaries, on=on) for code in indicators for unit in units]
    table = pd.DataFrame([{name: getattr(c, name) for name in Change.__slots__} for c in found], columns=list(Change.__slots__))
    table["direction"] = [direction(cube.words.indicators[c.indicator], c) for c in found]
    return table


def direction(indicator: Indicator, moved: Change) -> str:
    """Whether the same units did better or worse, minding which way is better."""
    if not moved.comparable:
        return ""
    if abs(moved.same) < thresholds().change_least:
        return "level"
    return "better" if (moved.same > 0) == (indicator.better == "up") else "worse"


def _compare(
    cube: Cube, code: str, unit: str, now: Period, then: Period, boundaries: Boundaries, today: dt.date, published: Cube
) -> Change:
    indicator = cube.words.indicators[code]
    late = row(cube, code, (unit,), now, boundaries, today)
    early = row(cube, code, (unit,), then, boundaries, today)
    first = row(published, code, (unit,), then, boundaries, today)
    value, before, known = float(late.value[0]), float(early.value[0]), float(first.value[0])
    found = Change(code, unit, str(now), str(then), value, known, value - known, units_now=int(late.sums.due[0]))
    if math.isnan(value - before - known) or math.isnan(float(late.sums.numerator[0])):
        return replace(found, reason="no_data")
    found = replace(found, correction=before - known)
    if late.sums.why[0] & early.sums.why[0] & int(Why.OWN_RETURN):
        return replace(found, same=value - before, coverage=0.0, boundary=0.0, definition=0.0, units_compared=1, comparable=True)
    if late.definition.version != early.definition.version and _same_formula(late.definition, early.definition):
        return replace(found, definition=value - before, reason="definition")
    end = now.end(indicator.calendar)
    pivot = max(today, end) if boundaries == "current" else end
    old_pivot = pivot if boundaries == "current" else then.end(indicator.calendar)
    redefined, remapped = (
        _rate(_ask(cube, indicator, late.definition, (unit,), then, day), late.definition, indicator) for day in (old_pivot, pivot)
    )
    if math.isnan(redefined) or math.isnan(remapped):
        return replace(found, definition=value - before, reason="definition")
    found = replace(found, boundary=remapped - redefined, definition=redefined - before)
    alike = common(cube, indicator, late.definition, unit, now, then, pivot)
    if math.isnan(alike.value_now) or math.isnan(alike.value_before):
        return replace(found, coverage=value - remapped, reason="no_common_units")
    coverage = (alike.value_before - remapped) + (value - alike.value_now)
    return replace(found, same=alike.value_now - alike.value_before, coverage=coverage, units_compared=alike.units, comparable=True)


@dataclass(frozen=True, slots=True)
class Common:
    """The same units in two periods: their figure and numerator in each, and how many they are. NaN where there are none."""

    value_now: float
    value_before: float
    numerator_now: float
    numerator_before: float
    units: int


def common(cube: Cube, indicator: Indicator, definition: Definition, unit: str, now: Period, then: Period, pivot: dt.date) -> Common:
    """The units of the later day that are complete in both periods (an older period traced back to those they were made of)."""
    members = areas(cube, (unit,), pivot, now.end(indicator.calendar)).units
    if not members:
        return Common(math.nan, math.nan, math.nan, math.nan, 0)
    late = _ask(cube, indicator, definition, members, now, pivot)
    early = _ask(cube, indicator, definition, members, then, pivot)
    both = _complete(late) & _complete(early)
    counts = (float(late.numerator[both].sum()), float(early.numerator[both].sum())) if both.any() else (math.nan, math.nan)
    return Common(_rate(late, definition, indicator, both), _rate(early, definition, indicator, both), *counts, int(both.sum()))


def _ask(cube: Cube, indicator: Indicator, definition: Definition, units: tuple[str, ...], period: Period, pivot: dt.date) -> Sums:
    return sums(cube, Question(indicator, definition, units, period, pivot))


def _complete(found: Sums) -> np.ndarray:
    hindered = found.why & int(Why.SPLIT_PREDECESSOR | Why.UNIT_NOT_VALID) > 0
    return (found.months > 0) & (found.reporting == found.due) & (found.months == found.months_due) & ~hindered


def _rate(found: Sums, definition: Definition, indicator: Indicator, among: np.ndarray | None = None) -> float:
    """The figure of the sums together, NaN where nothing was counted or the denominator is zero."""
    counted = found.months > 0 if among is None else among
    if not counted.any():
        return math.nan
    above = float(found.numerator[counted].sum())
    if definition.denominator is None:
        return above
    below = float(found.denominator[counted].sum())
    return math.nan if below == 0 else (100.0 if indicator.unit == "percent" else 1.0) * above / below


def _same_formula(one: Definition, other: Definition) -> bool:
    return str(one.numerator) == str(other.numerator) and str(one.denominator or "") == str(other.denominator or "")
