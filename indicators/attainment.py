"""Figures against their targets: reached, on pace, behind, off track, missed on the day, or why that cannot be said."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.indicators import Formula, Indicator
from catalogue.periods import Period
from catalogue.targets import Target
from indicators.aims import NEAR, Numbers, assigned, ends, pace, reached, scopes, short_by, starts, steps, target_for, way_begins
from indicators.thresholds import Thresholds, thresholds
from indicators.words import Words, declared

STATUSES = ("reached", "on_pace", "behind", "off_track", "missed", "no_data", "no_target", "not_comparable")
ADDED: dict[str, tuple[Any, type]] = {
    "target": (np.nan, float),
    "target_id": ("", object),
    "target_revision": (0, int),
    "target_operator": ("", object),
    "target_from": (None, object),
    "target_to": (None, object),
    "target_level": ("", object),
    "target_steps": (None, object),
    "target_scope": ("", object),
    "status": ("no_target", object),
    "pace": (np.nan, float),
    "baseline": (np.nan, float),
    "baseline_date": (None, object),
    "gap_count": (np.nan, float),
    "not_comparable": ("", object),
}
"""The columns added, each with what stands where there is no target."""


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
    Targets marked unverified are left out unless asked for. A quota rate without a target is measured by its whole quota
    (100, no day, no pace, an empty target_id). Adds: target, target_id, target_revision, target_operator,
    target_from, target_to (dates), target_level, target_steps ((day, value) pairs, None without), target_scope, status, pace,
    baseline, baseline_date, gap_count (still missing, in counts), not_comparable (why: "unit", "denominator").
    """
    words, limits = words or declared(), limits or thresholds()
    choose = _Chooser([t for t in targets if t.status == "in_force" and (t.verified or unverified)], words)
    known = _known([table] if history is None else [history, table], choose.aimed)
    table = table.reset_index(drop=True)
    facts = _Facts.of(table)
    quotas = {code for code, indicator in words.indicators.items() if indicator.quota}
    for (code, text), at in facts.groups(choose.aimed | quotas).items():
        indicator = words.indicators[code]
        end = Period.parse(text).end(indicator.calendar)
        day, today = min(end, on) if on else end, on or dt.datetime.now(dt.UTC).date()
        chosen: dict[Target, list[int]] = defaultdict(list)
        for place in at:
            target = choose(indicator, facts.unit[place], day) or assigned(indicator)
            if target is not None:
                chosen[target].append(place)
        for target, places in chosen.items():
            facts.judge(np.array(places), target, indicator, (day, today), known.get(code, {}), limits)
    return pd.concat([table, pd.DataFrame(facts.added)], axis=1)


class _Chooser:
    """Finds the target of an indicator, unit and day, each question answered once."""

    def __init__(self, targets: list[Target], words: Words) -> None:
        self._words = words
        self._by_indicator: dict[str, list[Target]] = defaultdict(list)
        self._scopes: dict[tuple[str, dt.date], dict[str, int]] = {}
        self._answers: dict[tuple[str, str, dt.date], Target | None] = {}
        for target in targets:
            self._by_indicator[target.indicator].append(target)
        self.aimed = frozenset(self._by_indicator)

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


Known = dict[str, tuple[list[int], list[float]]]
"""By unit: the days (ordinals, rising) on which a value was known, and the values."""


def _known(tables: list[pd.DataFrame], aimed: Collection[str]) -> dict[str, Known]:
    """By indicator, of those with targets, what was known when."""
    found: dict[str, Known] = {code: {} for code in aimed}
    columns = ["indicator", "unit", "value", "data_date"]
    whole = pd.concat([table.loc[table["indicator"].isin(list(aimed)), columns] for table in tables], ignore_index=True)
    told = whole[whole["value"].notna() & whole["data_date"].notna()].sort_values("data_date", kind="stable")
    for code, unit, value, day in zip(*(told[name].tolist() for name in columns), strict=True):
        days, values = found[code].setdefault(unit, ([], []))
        days.append(day.toordinal())
        values.append(value)
    return found


def _beginnings(known: Known, units: list[str], begin: dt.date, day: dt.date) -> tuple[Numbers, Numbers]:
    """Per unit the last value known when the way began, else the first one after, with its day; never one of the day itself."""
    first, last = begin.toordinal(), day.toordinal()
    values, days = np.full(len(units), np.nan), np.full(len(units), np.nan)
    for place, unit in enumerate(units):
        told_on, told = known.get(unit, ([], []))
        there = bisect_left(told_on, last)
        at = min(max(0, bisect_right(told_on, first) - 1), there - 1)
        if at >= 0:
            values[place], days[place] = told[at], told_on[at]
    return values, days


@dataclass(slots=True)
class _Facts:
    """The columns of the figures as arrays, and those that are added, filled target by target."""

    indicator: list[str]
    period: list[str]
    unit: list[str]
    value: Numbers
    numerator: Numbers
    denominator: Numbers
    formula: list[str]
    added: dict[str, npt.NDArray[Any]]

    @classmethod
    def of(cls, table: pd.DataFrame) -> _Facts:
        period = table["figure_period"] if "figure_period" in table else table["period"]
        return cls(
            indicator=table["indicator"].tolist(),
            period=period.tolist(),
            unit=table["unit"].tolist(),
            value=table["value"].to_numpy(np.float64),
            numerator=table["numerator"].to_numpy(np.float64),
            denominator=table["denominator"].to_numpy(np.float64),
            formula=table["denominator_formula"].tolist(),
            added={name: np.full(len(table), empty, dtype=kind) for name, (empty, kind) in ADDED.items()},
        )

    def groups(self, aimed: Collection[str]) -> dict[tuple[str, str], list[int]]:
        """Where the rows of each indicator (of those with targets) and period stand."""
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, key in enumerate(zip(self.indicator, self.period, strict=True)):
            if key[0] in aimed:
                found[key].append(place)
        return found

    def judge(
        self,
        at: npt.NDArray[np.int64],
        target: Target,
        indicator: Indicator,
        days: tuple[dt.date, dt.date],
        known: Known,
        limits: Thresholds,
    ) -> None:
        """Judge rows of one indicator and period by one target; `days` are that of the figures and that of looking at them."""
        day, today = days
        through: tuple[tuple[dt.date, float], ...] = ()
        start, end = (starts(target, indicator.calendar), ends(target, indicator.calendar)) if target.period_to else (None, None)
        first = since = expected = np.full(len(at), np.nan)
        if end is not None:
            begin = way_begins(target, indicator.calendar, day)
            first, since = _beginnings(known, [self.unit[place] for place in at], begin, day)
            through = steps(target, indicator.calendar)
            expected = pace(first, since, target.value, end, day, through)
            expected[np.isnan(expected)] = target.value if day >= end else np.nan
        unlike = _unlike(self.formula[at[0]], target, indicator)
        dates = np.array([dt.date.fromordinal(int(ordinal)) if ordinal == ordinal else None for ordinal in since], dtype=object)
        told = {
            "target": target.value,
            "target_id": target.id,
            "target_revision": target.revision,
            "target_operator": target.operator,
            "target_from": start,
            "target_to": end,
            "target_level": target.level,
            "target_scope": target.scope,
            "status": "not_comparable"
            if unlike
            else _statuses(self.value[at], target, indicator, expected, limits, over=end is not None and day >= end and today > end),
            "pace": np.nan if unlike else expected,
            "baseline": first,
            "baseline_date": dates,
            "gap_count": np.nan if unlike else short_by(target, indicator, self.numerator[at], self.denominator[at]),
            "not_comparable": unlike,
        }
        for name, values in told.items():
            self.added[name][at] = values
        for place in at if through else ():
            self.added["target_steps"][place] = through


def _unlike(denominator: str, target: Target, indicator: Indicator) -> str:
    """Why figures and target cannot be compared: another unit of measure, or another denominator. Empty when they can."""
    if target.unit and target.unit != indicator.unit:
        return "unit"
    return "denominator" if target.denominator and _terms(target.denominator) != _terms(denominator) else ""


@cache
def _terms(formula: str) -> frozenset[tuple[int, str]]:
    return frozenset(Formula.parse(formula).terms) if formula else frozenset()


def _statuses(
    value: Numbers, target: Target, indicator: Indicator, expected: Numbers, limits: Thresholds, *, over: bool
) -> npt.NDArray[np.object_]:
    """`over`: the last day has passed, and the figures are of that day or later: what is not reached then is missed."""
    measure = np.where(np.isnan(expected), target.value, expected)
    down = indicator.better == "down"
    ahead = (value <= measure + NEAR) if down else (value >= measure - NEAR)
    most, least = (measure, value) if down else (value, measure)
    cases = [np.isnan(value), reached(target, indicator, value), ahead & ~np.isnan(expected), most >= limits.behind_from * least]
    told = np.select(cases, ["no_data", "reached", "on_pace", "behind"], "off_track")
    return np.where(over & np.isin(told, ["on_pace", "behind", "off_track"]), "missed", told).astype(object)
