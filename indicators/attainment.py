"""Figures against their targets: reached, on pace, behind, off track, or why that cannot be said."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any

import pandas as pd

from catalogue.indicators import Formula, Indicator
from catalogue.periods import Period
from catalogue.targets import Target
from indicators.aims import NEAR, Baseline, ends, pace, reached, scopes, short_by, starts, target_for, way_begins
from indicators.thresholds import Thresholds, thresholds
from indicators.words import Words, declared

STATUSES = ("reached", "on_pace", "behind", "off_track", "no_data", "no_target", "not_comparable")
ADDED = (
    "target", "target_id", "target_revision", "target_operator", "target_from", "target_to", "target_level", "target_scope",
    "status", "pace", "baseline", "baseline_date", "gap_count", "not_comparable",
)  # fmt: skip


def attainment(
    table: pd.DataFrame,
    targets: Iterable[Target],
    on: dt.date | None = None,
    *,
    words: Words | None = None,
    history: pd.DataFrame | None = None,
    unverified: bool = False,
    limits: Thresholds | None = None,
) -> pd.DataFrame:
    """The figures with, for each, its target (percent or count) and how it stands on the way there.

    Each row is judged on the last day of its period, or on `on` when that is earlier. The way to a target begins at the
    last figure known at the start of its span (of the year, while the span lies ahead), else at the first one known after
    that; `history` holds figures to look for it beside those of `table`. Without one the target itself is the measure.
    Targets marked unverified are left out unless asked for. Adds: target, target_id, target_revision, target_operator,
    target_from, target_to (dates), target_level, target_scope, status, pace, baseline, baseline_date, gap_count (still
    missing, in counts), not_comparable (why: "unit", "denominator").
    """
    words, limits = words or declared(), limits or thresholds()
    choose = _Chooser([t for t in targets if t.status == "in_force" and (t.verified or unverified)], words)
    known = _known(table if history is None else pd.concat([history, table], ignore_index=True))
    judged = []
    for row in table.to_dict("records"):
        indicator, unit = words.indicators[row["indicator"]], row["unit"]
        end = Period.parse(row.get("figure_period") or row["period"]).end(indicator.calendar)
        day = min(end, on) if on else end
        target = choose(indicator, unit, day)
        start = None
        if target is not None:
            begin = way_begins(target, indicator.calendar, day)
            start = _baseline(known.get((indicator.code, unit), []), begin, day)
        judged.append(_judged(row, target, indicator, start, day, limits))
    return pd.concat([table.reset_index(drop=True), pd.DataFrame(judged, columns=list(ADDED))], axis=1)


class _Chooser:
    """Finds the target of an indicator, unit and day, each question answered once."""

    def __init__(self, targets: list[Target], words: Words) -> None:
        self._words = words
        self._by_indicator: dict[str, list[Target]] = defaultdict(list)
        self._scopes: dict[tuple[str, dt.date], dict[str, int]] = {}
        self._answers: dict[tuple[str, str, dt.date], Target | None] = {}
        for target in targets:
            self._by_indicator[target.indicator].append(target)

    def __call__(self, indicator: Indicator, unit: str, day: dt.date) -> Target | None:
        mine = self._by_indicator.get(indicator.code)
        if not mine:
            return None
        if (unit, day) not in self._scopes:
            self._scopes[unit, day] = scopes(self._words.units, unit, day)
        key = indicator.code, unit, day
        if key not in self._answers:
            self._answers[key] = target_for(mine, indicator, self._words.units, unit, day, self._scopes[unit, day])
        return self._answers[key]


def _known(table: pd.DataFrame) -> dict[tuple[str, str], list[Baseline]]:
    """The values of each indicator and unit with their dates, the oldest first."""
    found: dict[tuple[str, str], list[Baseline]] = defaultdict(list)
    valued = table[table["value"].notna() & table["data_date"].notna()].sort_values("data_date")
    for indicator, unit, value, day in zip(*(valued[name].tolist() for name in ("indicator", "unit", "value", "data_date")), strict=True):
        found[indicator, unit].append(Baseline(value, day))
    return found


def _baseline(known: list[Baseline], start: dt.date, day: dt.date) -> Baseline | None:
    """The last value known when the span began, else the first one known after that; never one of the day itself."""
    before = [b for b in known if b.day <= start and b.day < day]
    after = [b for b in known if start < b.day < day]
    return before[-1] if before else after[0] if after else None


def _judged(
    row: Mapping[Hashable, Any], target: Target | None, indicator: Indicator, start: Baseline | None, day: dt.date, limits: Thresholds
) -> tuple[object, ...]:
    if target is None:
        nothing = ("", math.nan, "", None, None, "", "", "no_target", math.nan, math.nan, None, math.nan, "")
        return (math.nan, *nothing)
    end = ends(target, indicator.calendar)
    unlike = _unlike(row, target, indicator)
    expected = pace(start, target, end, day) if start else target.value if day >= end else math.nan
    status, gap = "not_comparable", math.nan
    if not unlike:
        status = _status(row["value"], target, indicator, expected, limits)
        gap = short_by(target, indicator, row["numerator"], row["denominator"])
    about = (target.id, target.revision, target.operator, starts(target, indicator.calendar), end, target.level, target.scope)
    since = (start.value, start.day) if start else (math.nan, None)
    return (target.value, *about, status, math.nan if unlike else expected, *since, gap, unlike)


def _unlike(row: Mapping[Hashable, Any], target: Target, indicator: Indicator) -> str:
    """Why figure and target cannot be compared: another unit of measure, or another denominator. Empty when they can."""
    if target.unit and target.unit != indicator.unit:
        return "unit"
    return "denominator" if target.denominator and _terms(target.denominator) != _terms(row["denominator_formula"]) else ""


def _terms(formula: str) -> set[tuple[int, str]]:
    return set(Formula.parse(formula).terms) if formula else set()


def _status(value: float, target: Target, indicator: Indicator, expected: float, limits: Thresholds) -> str:
    if math.isnan(value):
        return "no_data"
    if reached(target, indicator, value):
        return "reached"
    measure = target.value if math.isnan(expected) else expected
    ahead = value <= measure + NEAR if indicator.better == "down" else value >= measure - NEAR
    if ahead and not math.isnan(expected):
        return "on_pace"
    most, least = (measure, value) if indicator.better == "down" else (value, measure)
    return "behind" if most >= limits.behind_from * least else "off_track"
