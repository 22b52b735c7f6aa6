"""Which units stand behind the parts of a change: newly reporting, silent now, corrected or late since the period before was closed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from catalogue.indicators import Indicator
from catalogue.periods import Period
from indicators.change import asked_of, complete
from indicators.cube import Cube
from indicators.rows import Boundaries, row
from indicators.sums import areas


@dataclass(frozen=True, slots=True)
class Movers:
    """Units complete now but not before; before but not now; and those whose figure of the period before is no longer the published one."""

    joined: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


def movers(
    cube: Cube,
    indicator: str,
    unit: str,
    period: Period,
    before: Period,
    *,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    published: Cube | None = None,
) -> Movers:
    """The arguments are those of `indicators.change.change`."""
    declared = cube.words.indicators[indicator]
    today = on or dt.datetime.now(dt.UTC).date()
    end = period.end(declared.calendar)
    pivot = max(today, end) if boundaries == "current" else end
    definition = declared.definition(end)
    units = areas(cube, (unit,), pivot, pivot).units
    late, early = (complete(asked_of(cube, declared, definition, units, one, pivot)) for one in (period, before))
    joined, silent = (tuple(np.array(units, dtype=object)[which].tolist()) for which in (late & ~early, early & ~late))
    told = _corrected(cube, published, declared, unit, before, boundaries, today) if published is not None else ()
    return Movers(joined, silent, told)


def _corrected(
    cube: Cube, published: Cube, indicator: Indicator, unit: str, before: Period, boundaries: Boundaries, today: dt.date
) -> tuple[str, ...]:
    end = before.end(indicator.calendar)
    pivot = max(today, end) if boundaries == "current" else end
    units = areas(cube, (unit,), pivot, pivot if boundaries == "current" else end).units
    now, then = (row(one, indicator.code, units, before, boundaries, today) for one in (cube, published))
    differs = np.zeros(len(units), dtype=bool)
    for mine, theirs in ((now.sums.numerator, then.sums.numerator), (now.sums.denominator, then.sums.denominator), (now.value, then.value)):
        differs |= (mine != theirs) & ~(np.isnan(mine) & np.isnan(theirs))
    return tuple(np.array(units, dtype=object)[differs].tolist())
