"""How many units of the boundaries chosen have a figure, where the sums below count those of an earlier day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from catalogue.periods import Period
from indicators.cube import Cube
from indicators.rows import OK, ZERO, Boundaries, row
from indicators.sums import areas


@dataclass(frozen=True, slots=True)
class Reported:
    """`whole` of `due` units of the boundaries chosen have a complete figure; it was `former_reporting` of `former_due` units then.

    The last two are 0 where the units are the same.
    """

    whole: int
    due: int
    former_reporting: int = 0
    former_due: int = 0


def reported(
    cube: Cube, indicator: str, unit: str, period: Period | str, *, boundaries: Boundaries = "reported", on: dt.date | None = None
) -> Reported:
    """The units behind one figure. A merged unit counts when all it was made of have reported."""
    asked = period if isinstance(period, Period) else Period.parse(period)
    today = on or dt.datetime.now(dt.UTC).date()
    figure = row(cube, indicator, (unit,), asked, boundaries, today)
    reporting, due = int(figure.sums.reporting[0]), int(figure.sums.due[0])
    end = asked.end(figure.indicator.calendar)
    if boundaries == "reported" or (due <= 1 and reporting == due):
        return Reported(reporting, due)
    today_units = areas(cube, (unit,), max(today, end), max(today, end)).units
    then_units = areas(cube, (unit,), max(today, end), end).units
    if set(today_units) == set(then_units):
        return Reported(reporting, due)
    states = row(cube, indicator, today_units, asked, boundaries, today).state
    return Reported(int(np.isin(states, (OK, ZERO)).sum()), len(today_units), reporting, due)
