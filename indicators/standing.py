"""Figures as pages show them: with target, pace and what really changed, each indicator in its own rhythm."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
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
_MOST_TURNS = 3
LOOK_AHEAD = 3
"""Months from its start on in which it is looked for next; only where there is none either, in all the later ones."""


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


def in_step(table: pd.DataFrame) -> pd.Series:
    """Of a table of many units: which rows hold a figure of the one period that the units are compared in.

    For each indicator and period asked that is the period itself where any unit has a figure of it (of an indicator asked for
    each quarter or year more units than have none but an older one), else the last one of the indicator's own rhythm. A unit
    that is silent in the former is out of step, whatever it reported before.
    """
    counted, own = table["state"].isin(["ok", "partial", "zero_denominator"]), table["figure_period"] == table["period"]
    longer = counted & ~own & ~table["figure_period"].str.contains("-M")
    at = [table["indicator"], table["period"]]
    told = (counted & own).groupby(at).transform("sum") > longer.groupby(at).transform("sum")
    return ~told | own


def without_older(table: pd.DataFrame) -> pd.DataFrame:
    """The table of many units, those out of step shown as what they are in the period compared: missing."""
    older = ~in_step(table)
    blank = dict.fromkeys(("numerator", "denominator", "value", "pace", "gap_count", "change"), np.nan)
    told = {"state": "missing", "reason": "nothing_reported", "units_reporting": 0, "months": 0, "data_date": None, "direction": ""}
    shown = table.copy()
    for name, value in {**blank, **told, "change_reason": "no_data"}.items():
        if name in shown:
            shown[name] = np.where(older, value, shown[name])  # type: ignore[call-overload]
    shown.loc[older & (shown["status"] != "no_target"), "status"] = "no_data"
    shown.loc[older, "figure_period"] = shown.loc[older, "period"]
    return shown


def _in_own_rhythm(
    cube: Cube, units: Sequence[str], periods: Sequence[Period], chosen: Sequence[str], boundaries: Boundaries, on: dt.date | None
) -> pd.DataFrame:
    """The figures of the periods asked; where there is none yet, the newest one before: that of the last month since the last period of
    the indicator's own rhythm which has it, else that of this period."""
    table = figures(cube, units=units, periods=periods, indicators=chosen, boundaries=boundaries, on=on)
    table["figure_period"] = table["period"]
    thin = _thin(cube, table)
    for turn in range(_MOST_TURNS):
        waiting = table[(table["state"].isin(["missing", "not_due"]) | thin) & (table["figure_period"] == table["period"])]
        keys = list(zip(waiting["indicator"].tolist(), waiting["period"].tolist(), strict=True))
        earlier = {key: _earlier(cube, cube.words.indicators[key[0]], Period.parse(key[1])) for key in dict.fromkeys(keys)}
        instead = [str(earlier[key][min(turn, len(earlier[key]) - 1)]) for key in keys]
        waiting = waiting[["indicator", "unit", "period"]].assign(figure_period=instead, place=waiting.index)
        waiting = waiting[waiting["figure_period"] != waiting["period"]]
        if waiting.empty:
            break
        last = {(code, text) for (code, text), found in earlier.items() if turn >= len(found) - 1}
        table = _replaced(cube, table, waiting, last, boundaries, on)
    return table


def _thin(cube: Cube, table: pd.DataFrame) -> pd.Series:
    """The figures of areas in a period shorter than the rhythm of their indicator that no more than half of the units reported: they do not
    take the place of the last quarter or year that more of them did."""
    longer = {
        (code, text): own_period(cube.words.indicators[code], Period.parse(text)) != Period.parse(text)
        for code, text in dict.fromkeys(zip(table["indicator"], table["period"], strict=True))
    }
    of_longer = [longer[key] for key in zip(table["indicator"], table["period"], strict=True)]
    return _few(table) & pd.Series(of_longer, index=table.index, dtype=bool)


def _few(table: pd.DataFrame) -> pd.Series:
    """The figures that no more than half of the units reported."""
    return (table["state"] == "partial") & (table["units_reporting"] * 2 <= table["units_due"])


def _replaced(
    cube: Cube, table: pd.DataFrame, waiting: pd.DataFrame, last: set[tuple[str, str]], boundaries: Boundaries, on: dt.date | None
) -> pd.DataFrame:
    """The table with the figures of earlier periods in the place of those that wait: where there is one, or where none older is left."""
    tables = [
        figures(
            cube,
            units=rows["unit"].unique().tolist(),
            periods=[str(text)],
            indicators=rows["indicator"].unique().tolist(),
            boundaries=boundaries,
            on=on,
        )
        for text, rows in waiting.groupby("figure_period", sort=False)
    ]
    found = pd.concat(tables, ignore_index=True).rename(columns={"period": "figure_period"})
    replaced = waiting.merge(found, on=["indicator", "unit", "figure_period"]).set_index("place")
    ended = pd.Series(
        [key in last for key in zip(replaced["indicator"], replaced["period"], strict=True)], index=replaced.index, dtype=bool
    )
    before = table["units_reporting"].reindex(replaced.index)
    thin = table["state"].reindex(replaced.index) == "partial"
    few = ~ended & _few(replaced)
    replaced = replaced[
        (ended & ~thin) | (~replaced["state"].isin(["missing", "not_due"]) & ~few & (~thin | (replaced["units_reporting"] > before)))
    ]
    kept = table.drop(index=replaced.index.tolist())
    return pd.concat([kept, replaced[table.columns]]).sort_index()


def _earlier(cube: Cube, indicator: Indicator, period: Period) -> list[Period]:
    """Where to look when a period has no figure, newest first: the last months of the year in which anybody reported it after the last
    period of its own rhythm, then that period."""
    own = own_period(indicator, period)
    if own == period:
        return [own]
    elements = indicator.definition(period.end("plain")).numerator.elements
    first = own.last_month + 1 if own.year == period.year else 1
    months = [m for m in range(period.last_month, first - 1, -1) if any(_reported(cube, code, period.year, m) for code in elements)]
    return [*(Period(period.year, "month", m) for m in months[: _MOST_TURNS - 1] if Period(period.year, "month", m) != period), own]


def _reported(cube: Cube, element: str, year: int, month: int) -> bool:
    block = cube.block(element, year)
    return block is not None and bool(np.isfinite(block.months[month - 1].astype(np.float64)).any())


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
        near = [month.shift(step) for step in range(-LOOK_BACK, LOOK_AHEAD)]
        table = figures(cube, units=units, periods=near, indicators=sorted(codes), boundaries=boundaries, on=on)
        tables.append(table)
        unknown = sorted(codes - set(table.loc[table["value"].notna(), "indicator"]))
        later = _months_between(near[-1], max(periods))
        if unknown and later:
            tables.append(figures(cube, units=units, periods=later, indicators=unknown, boundaries=boundaries, on=on))
    return pd.concat(tables, ignore_index=True).drop_duplicates(["indicator", "period", "unit"]) if tables else None


def _months_between(after: Period, until: Period) -> list[Period]:
    """The months after one month, up to the last one of a period."""
    last = until.months[-1]
    count = (last.year - after.year) * 12 + last.last_month - after.last_month
    return [after.shift(step) for step in range(1, count + 1)]


def _month_after(day: dt.date, calendar: Calendar) -> Period:
    """The month that begins on the day or first after it."""
    month = Period.month(day.year, day.month)
    return month if month.start(calendar) >= day else month.shift(1)


def _with_change(cube: Cube, table: pd.DataFrame, last: Period, boundaries: Boundaries, on: dt.date | None) -> pd.DataFrame:
    rows = table[table["period"] == str(last)]
    parts = [
        changes(
            cube, indicators=mine["indicator"].unique().tolist(), units=mine["unit"].unique().tolist(), period=str(own),
            boundaries=boundaries, on=on,
        )
        for own, mine in rows.groupby("figure_period", sort=False)
    ]  # fmt: skip
    moved = pd.concat(parts, ignore_index=True).rename(columns={"same": "change", "reason": "change_reason", "period": "figure_period"})
    key = ["indicator", "unit", "period", "figure_period"]
    moved = moved.assign(period=str(last))[[*key, "change", "change_reason", "units_compared", "direction"]]
    whole = table.merge(moved, on=key, how="left")
    for name in ("change_reason", "direction"):
        whole[name] = whole[name].where(whole[name].notna(), "")
    return whole
