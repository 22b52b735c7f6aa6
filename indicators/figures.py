"""The figures: each indicator for units and periods, with everything that must travel with the number."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.indicators import Indicator
from catalogue.periods import Calendar, Period
from indicators.cube import Cube, cube_of
from indicators.reasons import Why, codes
from indicators.rows import COUNTED, STATES, Boundaries, Row, row
from indicators.words import codes_of

Texts = npt.NDArray[np.object_]
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
    rows: list[Row] = []
    breaks: list[Texts] = []
    for code in chosen:
        below = (denominators or {}).get(code, "")
        mine = [row(cube, code, tuple(units), period, boundaries, today, below) for period in asked]
        rows += mine
        breaks += _breaks(mine)
    return _frame(rows, breaks, tuple(units))


def _bring(cube: Cube, chosen: Sequence[Indicator], periods: Sequence[Period]) -> None:
    """Everything the figures need, in one question to the source for each year."""
    needed = [code for i in chosen for version in i.versions for code in (*codes_of(version), i.code)]
    cube.load(needed, {period.year for period in periods})


def _breaks(rows: Sequence[Row]) -> list[Texts]:
    """What changed since the figure before in time: its definition, or (in the units of that time) its members."""
    found: dict[int, Texts] = {}
    order = sorted(range(len(rows)), key=lambda at: rows[at].period)
    for before, at in zip([None, *order], order, strict=False):
        here = rows[at]
        found[at] = np.full(len(here.state), "", dtype=object)
        if before is None:
            continue
        if rows[before].definition.version != here.definition.version:
            found[at][:] = "definition"
        else:
            was, now = rows[before].sums, here.sums
            found[at][(was.due > 0) & (now.due > 0) & (was.mark != now.mark)] = "boundary"
    return [found[at] for at in range(len(rows))]


def _frame(rows: Sequence[Row], breaks: Sequence[Texts], units: tuple[str, ...]) -> pd.DataFrame:
    def repeated(values: list[object]) -> Texts:
        return np.repeat(np.array(values, dtype=object), len(units))

    def joined(arrays: Iterable[npt.NDArray[Any]], dtype: npt.DTypeLike) -> npt.NDArray[Any]:
        return np.concatenate([np.zeros(0, dtype=dtype), *arrays]).astype(dtype, copy=False)

    state = joined((r.state for r in rows), np.int64)
    why = joined((r.sums.why for r in rows), np.int64)
    divided = np.repeat(np.array([r.definition.denominator is not None for r in rows], dtype=bool), len(units))
    return pd.DataFrame(
        {
            "indicator": repeated([r.indicator.code for r in rows]),
            "period": repeated([str(r.period) for r in rows]),
            "unit": np.tile(np.array(units, dtype=object), len(rows)),
            "numerator": np.where(COUNTED[state], joined((r.sums.numerator for r in rows), np.float64), np.nan),
            "denominator": np.where(COUNTED[state] & divided, joined((r.sums.denominator for r in rows), np.float64), np.nan),
            "value": joined((r.value for r in rows), np.float64),
            "state": _STATE_NAMES[state],
            "units_reporting": joined((r.sums.reporting for r in rows), np.int64),
            "units_due": joined((r.sums.due for r in rows), np.int64),
            "months": joined((r.sums.months for r in rows), np.int64),
            "months_due": joined((r.sums.months_due for r in rows), np.int64),
            "data_date": joined((_dates(r) for r in rows), np.object_),
            "definition": repeated([r.definition.version for r in rows]),
            "denominator_formula": repeated([str(r.definition.denominator or "") for r in rows]),
            "exact": (why & int(Why.OUTSIDE_AREA | Why.PERCENT_ONLY)) == 0,
            "reason": np.array([codes(bits) for bits in why.tolist()], dtype=object),
            "break": joined(breaks, np.object_),
        },
        copy=False,
    )


def _dates(row: Row) -> Texts:
    """The last day of the last month counted, None where nothing is."""
    return _ends_of_months(row.period.year, row.indicator.calendar)[np.where(COUNTED[row.state], row.sums.last, 0)]


@cache
def _ends_of_months(year: int, calendar: Calendar) -> Texts:
    """By the number of the month; None at 0."""
    return np.array([None, *(Period.month(year, month).end(calendar) for month in range(1, 13))], dtype=object)
