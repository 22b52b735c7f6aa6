"""Figures as pages show them: with target, pace and what really changed, each indicator in its own rhythm."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from catalogue.indicators import Indicator
from catalogue.periods import Calendar, Kind, Period
from catalogue.targets import Target
from indicators.aims import way_begins
from indicators.attainment import attainment
from indicators.change import changes
from indicators.cube import Cube
from indicators.figures import figures
from indicators.rows import Boundaries

LOOK_BACK = 6
"""Months before a target's span in which its starting point is looked for, the last one first."""
LOOK_AHEAD = 3
"""Months from its start on in which it is looked for when there was none before."""


def standing(
    cube: Cube,
    targets: Iterable[Target],
    *,
    units: Sequence[str],
    periods: Sequence[Period | str],
    indicators: Sequence[str] | None = None,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    unverified: bool = False,
) -> pd.DataFrame:
    """The columns of figures and attainment, and for the last period asked: change, change_reason, units_compared, direction.

    An indicator asked for each quarter or year is shown, in the months between, by its last quarter or year that is
    over; `figure_period` says which. `change` is that of the same units (like for like), in points or counts.
    """
    table = judged(cube, targets, units=units, periods=periods, indicators=indicators, boundaries=boundaries, on=on, unverified=unverified)
    last = max(p if isinstance(p, Period) else Period.parse(p) for p in periods)
    return _with_change(cube, table, last, boundaries, on) if len(table) else table


def judged(
    cube: Cube,
    targets: Iterable[Target],
    *,
    units: Sequence[str],
    periods: Sequence[Period | str],
    indicators: Sequence[str] | None = None,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    unverified: bool = False,
) -> pd.DataFrame:
    """Standing without the change: cheaper where many units are judged at once."""
    asked = [p if isinstance(p, Period) else Period.parse(p) for p in periods]
    chosen = list(cube.words.indicators) if indicators is None else list(indicators)
    aims = list(targets)
    table = _in_own_rhythm(cube, units, asked, chosen, boundaries, on)
    history = beginnings(cube, aims, units=units, periods=asked, indicators=chosen, boundaries=boundaries, on=on)
    return attainment(table, aims, on, words=cube.words, history=history, unverified=unverified)


def own_period(indicator: Indicator, period: Period) -> Period:
    """The period itself, or when it is shorter than the indicator's rhythm the last one of that rhythm ending no later."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[indicator.frequency]
    if len(period.months) >= months:
        return period
    kind: Kind = indicator.frequency
    number = period.last_month // months
    return Period(period.year, kind, number) if number else Period(period.year, kind, 1).previous


def _in_own_rhythm(
    cube: Cube, units: Sequence[str], periods: Sequence[Period], chosen: Sequence[str], boundaries: Boundaries, on: dt.date | None
) -> pd.DataFrame:
    table = figures(cube, units=units, periods=periods, indicators=chosen, boundaries=boundaries, on=on)
    table["figure_period"] = table["period"]
    waiting = table["state"].isin(["missing", "not_due"])
    for (code, period), rows in table[waiting].groupby(["indicator", "period"], sort=False):
        own = own_period(cube.words.indicators[str(code)], Period.parse(str(period)))
        if str(own) == period:
            continue
        instead = figures(cube, units=units, periods=[own], indicators=[str(code)], boundaries=boundaries, on=on)
        instead = instead.assign(figure_period=str(own), period=str(period)).set_index("unit").loc[rows["unit"]].reset_index()
        instead = instead[table.columns].set_axis(rows.index)
        for column in table.columns:
            table.loc[rows.index, column] = instead[column]
    return table


def beginnings(
    cube: Cube,
    targets: Iterable[Target],
    *,
    units: Sequence[str],
    periods: Sequence[Period],
    indicators: Sequence[str],
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
) -> pd.DataFrame | None:
    """The figures around the day on which the way to each target begins; None when no target concerns the indicators."""
    wanted: dict[Period, set[str]] = defaultdict(set)
    for target in targets:
        if target.indicator in indicators:
            calendar = cube.words.indicators[target.indicator].calendar
            for day in {period.end(calendar) for period in periods}:
                wanted[_month_after(way_begins(target, calendar, day), calendar)].add(target.indicator)
    tables = []
    for month, codes in wanted.items():
        months = [month.shift(step) for step in range(-LOOK_BACK, LOOK_AHEAD)]
        tables.append(figures(cube, units=units, periods=months, indicators=sorted(codes), boundaries=boundaries, on=on))
    return pd.concat(tables, ignore_index=True).drop_duplicates(["indicator", "period", "unit"]) if tables else None


def _month_after(day: dt.date, calendar: Calendar) -> Period:
    """The month that begins on the day or first after it."""
    month = Period.month(day.year, day.month)
    return month if month.start(calendar) >= day else month.shift(1)


def _with_change(cube: Cube, table: pd.DataFrame, last: Period, boundaries: Boundaries, on: dt.date | None) -> pd.DataFrame:
    rows = table[table["period"] == str(last)]
    parts = [
        changes(cube, indicators=[str(code)], units=mine["unit"].tolist(), period=str(own), boundaries=boundaries, on=on)
        for (code, own), mine in rows.groupby(["indicator", "figure_period"], sort=False)
    ]
    moved = pd.concat(parts).assign(period=str(last)).rename(columns={"same": "change", "reason": "change_reason"})
    columns = ["indicator", "unit", "period", "change", "change_reason", "units_compared", "direction"]
    return table.merge(moved[columns], on=["indicator", "unit", "period"], how="left")
