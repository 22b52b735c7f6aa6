"""The few things that need a call: who is silent, who holds most of what is missing, whose stock fell."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from catalogue.periods import Period
from catalogue.targets import Target
from indicators.cube import Cube
from indicators.figures import figures
from indicators.punctuality import SYSTEM
from indicators.quota import Quota, quota, speed
from indicators.rows import Boundaries
from indicators.standing import in_step, judged
from indicators.thresholds import thresholds

MANY = 250
"""An area of more communes than this is looked at by the units directly below it."""
SILENCE = 6
"""Periods looked back to say how long a unit has been silent."""
WEIGHTS = {"missed": 1.0, "off_track": 1.0, "behind": 0.6}


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to act on. reason: "silent" (no figure at all, for so many periods; no indicator), "falling" (a stock that should
    grow fell), "missed", "off_track" or "behind". `share` is the part (0 to 1) of what the whole area is missing. `weight` orders them.
    """

    unit: str
    reason: str
    weight: float
    indicator: str = ""
    period: str = ""
    numerator: float = math.nan
    denominator: float = math.nan
    value: float = math.nan
    target: float = math.nan
    target_operator: str = ""
    target_to: dt.date | None = None
    share: float = math.nan
    periods_silent: int = 0
    data_date: dt.date | None = None
    quota: Quota | None = None


def attention(
    cube: Cube,
    targets: Iterable[Target],
    *,
    unit: str,
    period: Period | str,
    indicators: Sequence[str],
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    most: int | None = None,
) -> list[Concern]:
    """The weightiest concerns below a unit, at most so many, no unit twice; none where nothing is wrong."""
    now = period if isinstance(period, Period) else Period.parse(period)
    units = below(cube, unit, now)
    table = judged(cube, targets, units=units, periods=[now.previous, now], indicators=indicators, boundaries=boundaries, on=on)
    last, before = table[table["period"] == str(now)], table[table["period"] == str(now.previous)]
    alike = last[in_step(last)]
    found = [*_silent(cube, last, now, indicators, boundaries, on), *_slow(alike), *_fallen(cube, alike, before)]
    found.sort(key=lambda concern: (-concern.weight, concern.unit, concern.indicator))
    limit = int(thresholds().attention_most) if most is None else most
    chosen = list({concern.unit: concern for concern in reversed(found)}.values())[::-1][:limit]
    return [_with_quota(cube, concern, last, boundaries, on) for concern in chosen]


def below(cube: Cube, unit: str, period: Period) -> list[str]:
    """The units to look at one by one: the communes of the period's end, or of a large area what lies directly below."""
    units, end = cube.words.units, period.end()
    if units[unit].level in ("commune", "office"):
        return [unit]
    communes = units.communes_under(unit, end)
    return [u.id for u in (communes if len(communes) <= MANY else units.children(unit, end))]


def _silent(
    cube: Cube, last: pd.DataFrame, now: Period, indicators: Sequence[str], boundaries: Boundaries, on: dt.date | None
) -> list[Concern]:
    typed = [code for code in indicators if cube.words.indicators[code].sources != SYSTEM]
    last = last[last["indicator"].isin(typed)]
    due = last[(last["figure_period"] == last["period"]) & ~last["state"].isin(["not_due", "not_applicable"])]
    heard_now = set(due.loc[due["state"] != "missing", "unit"])
    units = [unit for unit in due["unit"].unique() if unit not in heard_now]
    if not units:
        return []
    months = [now.shift(-back) for back in range(1, SILENCE)]
    past = figures(cube, units=units, periods=months, indicators=typed, boundaries=boundaries, on=on)
    heard = past["value"].notna().groupby([past["unit"], past["period"]]).any()
    return [_silence(unit, [bool(heard[unit, str(month)]) for month in months]) for unit in units]


def _silence(unit: str, heard: list[bool]) -> Concern:
    length = 1 + (heard.index(True) if True in heard else len(heard))
    return Concern(unit, "silent", 0.5 + 0.25 * length, periods_silent=length)


def _slow(last: pd.DataFrame) -> list[Concern]:
    """Each by its part of what all units together are missing for the indicator."""
    slow = last[last["status"].isin(list(WEIGHTS)) & (last["gap_count"] > 0)]
    totals = slow.groupby("indicator")["gap_count"].transform("sum")
    shares = (slow["gap_count"] / totals).tolist()
    return [
        _concern(row, str(row["status"]), WEIGHTS[row["status"]] * share, share)
        for row, share in zip(slow.to_dict("records"), shares, strict=True)
    ]


def _fallen(cube: Cube, last: pd.DataFrame, before: pd.DataFrame) -> list[Concern]:
    """Stocks that should grow and fell since the period before, by the part that was lost."""
    both = last.merge(before[["indicator", "unit", "numerator", "definition"]], on=["indicator", "unit"], suffixes=("", "_before"))
    fell = both[(both["numerator"] < both["numerator_before"]) & (both["definition"] == both["definition_before"])]
    declared = cube.words.indicators
    return [
        _concern(row, "falling", 0.3 + (row["numerator_before"] - row["numerator"]) / row["numerator_before"], math.nan)
        for row in fell.to_dict("records")
        if declared[row["indicator"]].kind == "stock" and declared[row["indicator"]].better == "up" and row["state"] == "ok"
    ]


def _concern(row: dict, reason: str, weight: float, share: float) -> Concern:
    return Concern(
        row["unit"],
        reason,
        weight,
        indicator=row["indicator"],
        period=row["figure_period"],
        numerator=row["numerator"],
        denominator=row["denominator"],
        value=row["value"],
        target=row["target"],
        target_operator=row["target_operator"] or "",
        target_to=row["target_to"] if isinstance(row["target_to"], dt.date) else None,
        share=share,
        data_date=row["data_date"],
    )


def _with_quota(cube: Cube, concern: Concern, last: pd.DataFrame, boundaries: Boundaries, on: dt.date | None) -> Concern:
    if not concern.indicator:
        return concern
    row = last[(last["unit"] == concern.unit) & (last["indicator"] == concern.indicator)].to_dict("records")[0]
    lately = speed(cube, concern.indicator, concern.unit, concern.period, boundaries=boundaries, on=on)
    return replace(concern, quota=quota(row, lately, better=cube.words.indicators[concern.indicator].better))
