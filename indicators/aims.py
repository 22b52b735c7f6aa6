"""Which target a unit is judged by on a day, and where it should stand on the way there."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from catalogue.indicators import Indicator
from catalogue.periods import Calendar, Period
from catalogue.targets import Operator, Target
from catalogue.units import Units

COMPARE = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt}
NEAR = 1e-9
Numbers = npt.NDArray[np.float64]


def assigned(indicator: Indicator) -> Target | None:
    """What the denominator of a quota rate says by itself: the whole quota, with no day named. None for other indicators."""
    if not indicator.quota:
        return None
    sign: Operator = "<=" if indicator.better == "down" else ">="
    return Target("", indicator.code, "", "", "", "", sign, 100.0, "percent", "", "", "", "in_force", True, "")


@cache
def starts(target: Target, calendar: Calendar) -> dt.date:
    """The first day of the target's span."""
    return Period.parse(str(target.period_from)).start(calendar)


@cache
def ends(target: Target, calendar: Calendar) -> dt.date:
    """The day by which the target is to be reached."""
    return Period.parse(str(target.period_to)).end(calendar)


def way_begins(target: Target, calendar: Calendar, day: dt.date) -> dt.date:
    """Where the way to the target is drawn from: the start of its span, or of this year while the span lies ahead."""
    first = starts(target, calendar)
    if first <= day:
        return first
    year = Period(day.year, "year")
    return year.start(calendar) if day <= year.end(calendar) else Period(day.year + 1, "year").start(calendar)


def scopes(units: Units, unit: str, on: dt.date) -> dict[str, int]:
    """The areas whose targets concern a unit on a day, with their depth; an area that has ended takes those of its successors."""
    here = units[unit]
    found = {other.id: depth for depth, other in enumerate(units.path(unit)) if other.exists(on) or other.id == unit}
    if not here.exists(on) and here.level not in ("commune", "office"):
        paths = [[u.id for u in units.path(c.id)][:-1] for c in units.communes_under(unit, on)]
        shared = set.intersection(*map(set, paths)) if paths else set()
        found |= {id: depth for path in paths[:1] for depth, id in enumerate(path) if id in shared and id != unit}
    return found


def target_for(
    targets: Iterable[Target], indicator: Indicator, units: Units, unit: str, on: dt.date, within: dict[str, int] | None = None
) -> Target | None:
    """The target in force for the unit: its own before one for all units of its level, before one of a wider area.

    A span that holds the day comes first, then the nearest later one. Of revisions the last counts.
    """
    within = scopes(units, unit, on) if within is None else within
    level = units[unit].level
    fitting = [
        t
        for t in targets
        if t.indicator == indicator.code
        and t.scope in within
        and (t.scope == unit or t.level in (level, units[t.scope].level))
        and ends(t, indicator.calendar) >= on
    ]

    def rank(t: Target) -> tuple[object, ...]:
        later = starts(t, indicator.calendar) > on
        return (later, t.scope != unit, t.level != level, -within[t.scope], ends(t, indicator.calendar), -t.revision)

    return min(fitting, key=rank, default=None)


def reached(target: Target, indicator: Indicator, values: Numbers) -> npt.NDArray[np.bool_]:
    """Whether each value satisfies the target; "=" is read in the indicator's direction. NaN does not."""
    sign = target.operator
    if sign == "=":
        sign = "<=" if indicator.better == "down" else ">="
    near = NEAR if sign in (">=", "<") else -NEAR
    return COMPARE[sign](values + near, target.value)


@cache
def steps(target: Target, calendar: Calendar) -> tuple[tuple[dt.date, float], ...]:
    """The days by which values on the way to the target are to be reached, those before its own day, in order."""
    last = ends(target, calendar)
    found = ((Period.parse(period).end(calendar), value) for period, value in target.steps)
    return tuple(sorted(step for step in found if step[0] < last))


def pace(
    starting: Numbers, days: Numbers, target: float, end: dt.date, on: dt.date, through: Sequence[tuple[dt.date, float]] = ()
) -> Numbers:
    """Where the ways from starting values (known on `days`, ordinals; NaN unknown) to the target stand on the day.

    A way is straight, or straight from one to the next of the steps it goes `through`; past a step it starts from there.
    """
    for day, value in through:
        if day >= on:
            end, target = day, value
            break
        behind = ~(days >= day.toordinal())
        starting, days = np.where(behind, value, starting), np.where(behind, day.toordinal(), days)
    length = end.toordinal() - days
    share = np.where(length <= 0, 1.0, np.clip((on.toordinal() - days) / np.where(length <= 0, 1, length), 0, 1))
    return starting + (target - starting) * share


def short_by(target: Target, indicator: Indicator, numerators: Numbers, denominators: Numbers) -> Numbers:
    """How many more (or, where less is better, fewer) must be counted for the target; NaN where there are no counts."""
    wanted = target.value * denominators / 100 if indicator.unit == "percent" else target.value
    gap = numerators - wanted if indicator.better == "down" else wanted - numerators
    return np.maximum(0.0, np.ceil(gap - 1e-6)) + 0.0
