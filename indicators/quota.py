"""The arithmetic of quotas: how many are missing, how fast it goes, how fast it must go, and who decides it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from catalogue.periods import Period
from indicators.change import common
from indicators.cube import Cube
from indicators.rows import Boundaries
from indicators.spans import nature
from indicators.thresholds import thresholds

WEEK, MONTH = 7, 365.25 / 12


@dataclass(frozen=True, slots=True)
class Speed:
    """How many a week were added lately, in the same units: per_week (NaN when unknown), since which day, in how many units.

    `steady` is False for a flow, which begins anew each period: it has no weekly speed and needs none.
    """

    per_week: float = math.nan
    since: dt.date | None = None
    units: int = 0
    steady: bool = True


@dataclass(frozen=True, slots=True)
class Quota:
    """What is missing for a target and whether the present speed is enough.

    verdict: "reached", "enough", "short", "stalled" (nothing is added), "overdue" (the day has passed), "unknown" (no speed).
    The weeks begin on the day `seen` that the figure is of, which may lie well before the day it is read.
    """

    missing: float
    weeks_left: float
    needed_per_week: float
    speed: Speed
    verdict: str
    seen: dt.date | None = field(default=None, compare=False)


def speed(
    cube: Cube, indicator: str, unit: str, period: Period | str, *, boundaries: Boundaries = "reported", on: dt.date | None = None
) -> Speed:
    """The weekly growth of a stock over the last periods, between the furthest of them and now that share units.

    A flow has no such speed, nor has a stock across a change of definition.
    """
    now = period if isinstance(period, Period) else Period.parse(period)
    declared = cube.words.indicators[indicator]
    end = now.end(declared.calendar)
    definition = declared.definition(end)
    if nature(definition, cube.words) != "stock":
        return Speed(steady=False)
    today = on or dt.datetime.now(dt.UTC).date()
    pivot = max(today, end) if boundaries == "current" else end
    for back in range(int(thresholds().speed_periods), 0, -1):
        then = now.shift(-back)
        day = then.end(declared.calendar)
        if declared.definition(day).version != definition.version:
            continue
        alike = common(cube, declared, definition, (unit,), now, then, pivot)
        if alike.units[0]:
            added = float(alike.numerator_now[0] - alike.numerator_before[0])
            return Speed(added * WEEK / (end - day).days, day, int(alike.units[0]))
    return Speed()


def quota(row: Mapping[Hashable, Any], lately: Speed, *, better: str = "up") -> Quota:
    """The quota of a row of `standing` (gap_count, target_to, data_date, status); only a steady count needs so many a week."""
    missing = float(row["gap_count"])
    seen, until = row["data_date"], row["target_to"]
    weeks = (until - seen).days / WEEK if seen is not None and until is not None and not math.isnan(missing) else math.nan
    needed = missing / weeks if weeks > 0 and lately.steady else math.nan
    return Quota(missing, weeks, needed, lately, _verdict(row["status"], missing, weeks, needed, lately.per_week, better), seen)


def _verdict(status: str, missing: float, weeks: float, needed: float, per_week: float, better: str) -> str:
    if status == "reached" or missing == 0:
        return "reached"
    if math.isnan(missing) or math.isnan(weeks):
        return "unknown"
    if weeks <= 0:
        return "overdue"
    if math.isnan(per_week):
        return "unknown"
    gained = -per_week if better == "down" else per_week
    return "stalled" if gained <= 0 else "enough" if gained >= needed else "short"


@dataclass(frozen=True, slots=True)
class Climb:
    """How a rate moves, in points a month: between its last two periods, and as it must from the day `seen` to meet its target on the day.
    NaN when unknown."""

    now: float = math.nan
    needed: float = math.nan
    seen: dt.date | None = field(default=None, compare=False)


def climb(row: Mapping[Hashable, Any]) -> Climb:
    """The climb of a row of `standing` (change, value, target, target_to, data_date): what a flow has in place of a weekly speed."""
    seen, until = row["data_date"], row["target_to"]
    months = (until - seen).days / MONTH if seen is not None and until is not None else math.nan
    span = len(Period.parse(str(row["figure_period"])).months)
    needed = (float(row["target"]) - float(row["value"])) / months if months > 0 else math.nan
    return Climb(float(row["change"]) / span, needed, seen)


def gaps(table: pd.DataFrame, target: float, *, better: str = "up") -> pd.DataFrame:
    """Who makes up what is missing: the units of one indicator and period, the most missing first.

    Each unit is measured by the rate `target` (percent) of the whole. Columns: unit, numerator, denominator, gap (counts),
    share (0 to 1 of all that is missing), cumulative, decisive (the fewest units that hold the share to be named).
    Units without counts are left out: what they miss is not known.
    """
    rows = table[table["numerator"].notna() & table["denominator"].notna()]
    wanted = target * rows["denominator"] / 100
    over = rows["numerator"] - wanted if better == "down" else wanted - rows["numerator"]
    found = rows[["unit", "numerator", "denominator"]].assign(gap=np.ceil(over.clip(lower=0) - 1e-6))
    found = found.sort_values(["gap", "unit"], ascending=[False, True]).reset_index(drop=True)
    total = found["gap"].sum()
    share = found["gap"] / total if total else found["gap"] * 0.0
    before = share.cumsum() - share
    named = (before < thresholds().share_to_name - 1e-9) & (found["gap"] > 0)
    return found.assign(share=share, cumulative=share.cumsum(), decisive=named)


@dataclass(frozen=True, slots=True)
class Supposed:
    """What the whole would be if some units reached a rate: its rate now and then, how many more (or fewer) that takes.

    `missing`: how many would still be missing for the target, NaN without one.
    """

    now: float
    then: float
    moved: float
    missing: float


def suppose(table: pd.DataFrame, units: Collection[str], rate: float, target: float = math.nan, *, better: str = "up") -> Supposed:
    """All rows together if the chosen units reached `rate` (percent); those already beyond it stay. NaN without counts."""
    rows = table[table["numerator"].notna() & table["denominator"].notna()]
    above, below = rows["numerator"].to_numpy(float), rows["denominator"].to_numpy(float)
    chosen = rows["unit"].isin(list(units)).to_numpy()
    reach = np.ceil(rate * below / 100 - 1e-6) if better == "up" else np.floor(rate * below / 100 + 1e-6)
    reached = np.where(chosen, np.maximum(above, reach) if better == "up" else np.minimum(above, reach), above)
    whole = below.sum()
    if not whole:
        return Supposed(math.nan, math.nan, math.nan, math.nan)
    wanted = target * whole / 100
    short = wanted - reached.sum() if better == "up" else reached.sum() - wanted
    missing = math.nan if math.isnan(target) else max(0.0, math.ceil(short - 1e-6))
    return Supposed(100 * above.sum() / whole, 100 * reached.sum() / whole, abs(reached.sum() - above.sum()), missing)


def what_if(table: pd.DataFrame, units: Collection[str], rate: float, *, better: str = "up") -> float:
    """The rate of the whole in `suppose`."""
    return suppose(table, units, rate, better=better).then
