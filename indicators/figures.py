"""The figures: each indicator for units and periods, with everything that must travel with the number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.indicators import Definition, Indicator
from catalogue.periods import Period
from indicators.cube import Cube, cube_of
from indicators.reasons import Why, codes
from indicators.spans import codes_of, counts, percentages
from indicators.sums import Numbers, Question, Sums, Whole, at_rows, broken_months, picked, sums

Boundaries = Literal["reported", "current"]
STATES = ("ok", "partial", "missing", "zero_denominator", "not_applicable", "not_due", "refused")
OK, PARTIAL, MISSING, ZERO, NOT_APPLICABLE, NOT_DUE, REFUSED = range(len(STATES))
_HINDERS = {
    NOT_APPLICABLE: int(Why.NO_DEFINITION | Why.UNIT_NOT_VALID),
    REFUSED: int(Why.SPLIT_PREDECESSOR | Why.NOT_ADDITIVE | Why.MIXED_STOCK_FLOW),
}
"""States that need no other reason than these."""
_STATE_NAMES = np.array(STATES, dtype=object)


def figures(
    cube: Cube | pd.DataFrame,
    *,
    units: Sequence[str],
    periods: Sequence[Period | str],
    indicators: Sequence[str] | None = None,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    denominators: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """One row per indicator, period and unit, in the order asked (units innermost).

    `on` is the day it is looked at: periods that end later are not due, and "current" boundaries are those of that day.
    `denominators` asks for an indicator's variant by its denominator. Columns: indicator, period, unit, numerator,
    denominator (NaN for a count), value (percent 0 to 100 for a rate), state, units_reporting, units_due, months,
    months_due (unit-months counted and due), data_date, definition, denominator_formula, exact, reason (codes of
    `reasons`), break ("" or what changed since the row before it in time: "definition", "boundary").
    """
    cube = cube if isinstance(cube, Cube) else cube_of(cube)
    asked = [p if isinstance(p, Period) else Period.parse(p) for p in periods]
    chosen = list(cube.words.indicators) if indicators is None else list(indicators)
    today = on or dt.datetime.now(dt.UTC).date()
    _bring(cube, [cube.words.indicators[code] for code in chosen], asked)
    tables = []
    for code in chosen:
        indicator = cube.words.indicators[code]
        below = (denominators or {}).get(code, "")
        rows = [_one(cube, indicator, tuple(units), period, boundaries, today, below) for period in asked]
        _mark_breaks(rows, asked)
        tables.extend(rows)
    return _frame(tables, tuple(units))


def _bring(cube: Cube, chosen: Sequence[Indicator], periods: Sequence[Period]) -> None:
    """Everything the figures need, in one question to the source for each year."""
    needed = [code for i in chosen for version in i.versions for code in (*codes_of(version), i.code)]
    cube.load(needed, {period.year for period in periods})


def _one(
    cube: Cube, indicator: Indicator, units: tuple[str, ...], period: Period, boundaries: Boundaries, today: dt.date, denominator: str
) -> dict[str, Any]:
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
    return {
        "indicator": indicator,
        "period": period,
        "definition": definition,
        "sums": found,
        "state": state,
        "value": value,
    }


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
    return scale * np.divide(found.numerator, found.denominator, out=np.full(len(state), np.nan), where=shown & (found.denominator != 0))


def _own_returns(cube: Cube, question: Question, found: Sums, state: Whole, value: Numbers) -> None:
    """Where there is nothing that can be summed: what the unit itself returned, counts before a bare percentage."""
    needy = np.isin(state, (MISSING, NOT_DUE)) | ((state == REFUSED) & (found.why & int(Why.NOT_ADDITIVE) > 0))
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


def _mark_breaks(rows: list[dict[str, Any]], periods: Sequence[Period]) -> None:
    """What changed since the figure before: its definition, or (in the units of that time) the units it is made of."""
    before: dict[str, Any] | None = None
    for _period, row in sorted(zip(periods, rows, strict=True), key=lambda pair: pair[0]):
        size = len(row["sums"].mark)
        if before is None:
            row["break"] = np.full(size, "", dtype=object)
        elif before["definition"].version != row["definition"].version:
            row["break"] = np.full(size, "definition", dtype=object)
        else:
            there = (before["sums"].due > 0) & (row["sums"].due > 0)
            row["break"] = np.where(there & (before["sums"].mark != row["sums"].mark), "boundary", "").astype(object)
        before = row


def _frame(rows: list[dict[str, Any]], units: tuple[str, ...]) -> pd.DataFrame:
    size, many = len(units), len(rows)

    def repeated(values: list[object]) -> npt.NDArray[np.object_]:
        return np.repeat(np.array(values, dtype=object), size)

    def joined(name: str) -> npt.NDArray[Any]:
        return np.concatenate([getattr(row["sums"], name) for row in rows]) if rows else np.zeros(0)

    state = np.concatenate([row["state"] for row in rows]) if rows else np.zeros(0, dtype=np.int64)
    why = joined("why").astype(np.int64)
    counted = np.isin(state, (OK, PARTIAL, ZERO))
    percent = np.repeat([row["definition"].denominator is not None for row in rows], size) if rows else np.zeros(0, dtype=bool)
    return pd.DataFrame(
        {
            "indicator": repeated([row["indicator"].code for row in rows]),
            "period": repeated([str(row["period"]) for row in rows]),
            "unit": np.tile(np.array(units, dtype=object), many),
            "numerator": np.where(counted, joined("numerator"), np.nan),
            "denominator": np.where(counted & percent, joined("denominator"), np.nan),
            "value": np.concatenate([row["value"] for row in rows]) if rows else np.zeros(0),
            "state": _STATE_NAMES[state],
            "units_reporting": joined("reporting").astype(np.int64),
            "units_due": joined("due").astype(np.int64),
            "months": joined("months").astype(np.int64),
            "months_due": joined("months_due").astype(np.int64),
            "data_date": np.concatenate([_dates(row, counted_row=row["state"]) for row in rows]) if rows else np.zeros(0, dtype=object),
            "definition": repeated([row["definition"].version for row in rows]),
            "denominator_formula": repeated([str(row["definition"].denominator or "") for row in rows]),
            "exact": (why & int(Why.OUTSIDE_AREA | Why.PERCENT_ONLY)) == 0,
            "reason": np.array([codes(int(bits)) for bits in why], dtype=object),
            "break": np.concatenate([row["break"] for row in rows]) if rows else np.zeros(0, dtype=object),
        },
        copy=False,
    )


def _dates(row: dict[str, Any], counted_row: Whole) -> npt.NDArray[np.object_]:
    """The last day of the last month counted, None where nothing is."""
    year, calendar = row["period"].year, row["indicator"].calendar
    ends = np.array([None, *(Period.month(year, month).end(calendar) for month in range(1, 13))], dtype=object)
    return ends[np.where(np.isin(counted_row, (OK, PARTIAL, ZERO)), row["sums"].last, 0)]
