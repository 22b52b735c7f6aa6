"""One indicator over one period for many units: sums, states and values as arrays, before they become a table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from catalogue.indicators import Definition, Indicator
from catalogue.periods import Period
from indicators.cube import Cube
from indicators.reasons import Why
from indicators.spans import counts, percentages
from indicators.sums import Numbers, Question, Sums, Whole, at_rows, broken_months, picked, sums

Boundaries = Literal["reported", "current"]
STATES = ("ok", "partial", "missing", "zero_denominator", "not_applicable", "not_due", "refused")
OK, PARTIAL, MISSING, ZERO, NOT_APPLICABLE, NOT_DUE, REFUSED = range(len(STATES))
COUNTED = np.array([state in ("ok", "partial", "zero_denominator") for state in STATES])
"""Whether a state has counts to show."""
_EMPTY = np.array([state in ("missing", "not_due") for state in STATES])
_HINDERS = {
    NOT_APPLICABLE: int(Why.NO_DEFINITION | Why.UNIT_NOT_VALID),
    REFUSED: int(Why.SPLIT_PREDECESSOR | Why.NOT_ADDITIVE | Why.MIXED_STOCK_FLOW),
}
"""States that need no other reason than these."""
SMALL = 200
"""Rows of so many units or fewer are remembered: what every visitor asks for again."""


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one indicator and period, one element of each array per unit asked for."""

    indicator: Indicator
    definition: Definition
    period: Period
    sums: Sums
    state: Whole
    value: Numbers


def row(
    cube: Cube, code: str, units: tuple[str, ...], period: Period, boundaries: Boundaries, today: dt.date, denominator: str = ""
) -> Row:
    """The row, computed once for the life of the cube when it is small. Its arrays are not to be changed."""
    key = ("row", code, units, period, boundaries, today, denominator)
    found = cube.kept.get(key)
    if found is not None:
        return found
    found = _row(cube, cube.words.indicators[code], units, period, boundaries, today, denominator)
    if len(units) <= SMALL:
        cube.keep(key, found)
    return found


def _row(
    cube: Cube, indicator: Indicator, units: tuple[str, ...], period: Period, boundaries: Boundaries, today: dt.date, denominator: str
) -> Row:
    end = period.end(indicator.calendar)
    definition = indicator.definition(end, denominator)
    pivot = max(today, end) if boundaries == "current" else end
    question = Question(indicator, definition, units, period, pivot)
    found = sums(cube, question)
    if any(month > period.first_month for month in broken_months(question)):
        found.why |= int(Why.DEFINITION_CHANGED)
    state = _state(cube, indicator, definition, period, today, found)
    value = _value(indicator, definition, found, state)
    _own_returns(cube, question, found, state, value)
    return Row(indicator, definition, period, found, state, value)


def _state(cube: Cube, indicator: Indicator, definition: Definition, period: Period, today: dt.date, found: Sums) -> Whole:
    """The state of each figure; the flags that explain it are added to `found.why`."""
    end = period.end(indicator.calendar)
    counted = found.months > 0
    silent = counted & (found.reporting < found.due)
    gaps = counted & (found.months < found.months_due)
    later = end > today
    longer = not _asked_for(indicator, period)
    state = np.where(counted, np.where(silent | gaps, PARTIAL, OK), NOT_DUE if later or longer else MISSING)
    state[counted & (found.denominator == 0) & (definition.denominator is not None)] = ZERO
    found.why |= np.where(silent, int(Why.UNITS_SILENT), 0) | np.where(gaps & ~silent, int(Why.MONTHS_MISSING), 0)
    found.why |= np.where(later, int(Why.PERIOD_OPEN), 0) | np.where(~counted & longer, int(Why.LONGER_FREQUENCY), 0)
    state[_unlike(cube, definition, found, counted)] = REFUSED
    if not definition.holds(end):
        found.why |= int(Why.NO_DEFINITION)
    state[found.why & _HINDERS[NOT_APPLICABLE] > 0] = NOT_APPLICABLE
    found.why |= np.where(state == MISSING, int(Why.NOTHING_REPORTED), 0) | np.where(state == ZERO, int(Why.ZERO_DENOMINATOR), 0)
    for refusing, reasons in _HINDERS.items():
        found.why = np.where(state == refusing, found.why & reasons, found.why)
    return state


def _unlike(cube: Cube, definition: Definition, found: Sums, counted: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Where a sum would be wrong: a split predecessor, scores of several units, months of a stock and a flow together."""
    scores = any(not cube.words.elements[code].additive for code in definition.numerator.elements)
    found.why |= np.where(scores & (found.due > 1), int(Why.NOT_ADDITIVE), 0)
    mixed = ~counted & (found.why & int(Why.MIXED_STOCK_FLOW) > 0)
    return (found.why & int(Why.SPLIT_PREDECESSOR | Why.NOT_ADDITIVE) > 0) | mixed


def _value(indicator: Indicator, definition: Definition, found: Sums, state: Whole) -> Numbers:
    shown = (state == OK) | (state == PARTIAL)
    if definition.denominator is None:
        return np.where(shown, found.numerator, np.nan)
    scale = 100.0 if indicator.unit == "percent" else 1.0
    below = np.where(shown & (found.denominator != 0), found.denominator, np.nan)
    return scale * found.numerator / below


def _own_returns(cube: Cube, question: Question, found: Sums, state: Whole, value: Numbers) -> None:
    """Where there is nothing that can be summed: what the unit itself returned, counts before a bare percentage."""
    needy = _EMPTY[state] | ((state == REFUSED) & (found.why & int(Why.NOT_ADDITIVE) > 0))
    if not needy.any():
        return
    period = question.period
    span = period.first_month, period.last_month
    typed = percentages(cube, question.indicator.code, period.year, span)
    own_counts = counts(cube, question.definition, period.year, span, broken_months(question))
    rows = cube.rows(question.units)
    own = picked(own_counts, rows)
    use = needy & (own.months > 0)
    found.numerator[use], found.denominator[use], found.last[use] = own.numerator[use], own.denominator[use], own.last[use]
    state[use] = OK
    value[use] = _value(question.indicator, question.definition, found, state)[use]
    _stands_alone(found, use, int(Why.OWN_RETURN))
    if question.indicator.unit == "percent":
        percents = at_rows(typed, rows)
        bare = needy & ~use & ~np.isnan(percents)
        value[bare], state[bare], found.last[bare] = percents[bare], OK, period.last_month
        found.numerator[bare], found.denominator[bare] = np.nan, np.nan
        _stands_alone(found, bare, int(Why.PERCENT_ONLY))


def _stands_alone(found: Sums, use: npt.NDArray[np.bool_], why: int) -> None:
    found.reporting = np.where(use, 1, found.reporting)
    found.due = np.where(use, 1, found.due)
    found.months = np.where(use, 1, found.months)
    found.months_due = np.where(use, 1, found.months_due)
    found.why = np.where(use, why, found.why)


def _asked_for(indicator: Indicator, period: Period) -> bool:
    """Whether the indicator's own reporting rhythm has an end at the end of the period."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[indicator.frequency]
    return period.last_month % months == 0
