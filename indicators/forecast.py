"""Where a series is going, as a range: simple methods, each tried on periods held back, and the one that erred least is used.

A series holds one value a period, oldest first, None where nothing comparable is known. Nothing is said of a thin one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from indicators.thresholds import thresholds

Series = Sequence[float | None]
Method = Callable[[Series, int], float | None]

LEAST_FIT, LEAST_TRIED, RECENT, LEVEL_OF = 3, 3, 12, 3
"""Known values a method needs; trials an error needs; values a trend is drawn through; values a level is the middle of."""
SAID = 0.8
"""The part of earlier errors that the range would have held."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The next periods after the last known value (at `start`): middle and range for each.

    `method` is "trend", "level" or "season". `error` is the middle one of its errors one period ahead, over `tried` periods held back.
    """

    method: str
    start: int
    middle: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    error: float
    tried: int


def trend(series: Series, ahead: int) -> float | None:
    """The last value and so many times the middle one of all slopes between the last values."""
    known = _known(series)[-RECENT:]
    if len(known) < LEAST_FIT:
        return None
    slopes = [(b - a) / (later - earlier) for (earlier, a), (later, b) in combinations(known, 2)]
    last, value = known[-1]
    return value + float(np.median(slopes)) * (len(series) - 1 - last + ahead)


def level(series: Series, ahead: int) -> float | None:
    """The middle one of the last values."""
    known = _known(series)[-LEVEL_OF:]
    return float(np.median([value for _place, value in known])) if len(known) == LEVEL_OF else None


def season(year: int) -> Method:
    """The value of the same season a year (so many periods) before, moved by how far the last value is from the one a year before it."""

    def found(series: Series, ahead: int) -> float | None:
        last = len(series) - 1
        if last < year or ahead > year:
            return None
        alike, now, before = series[last + ahead - year], series[last], series[last - year]
        return None if alike is None or now is None or before is None else alike + now - before

    return found


def methods(flow: bool, year: int) -> dict[str, Method]:
    """The methods that are tried: seasons only where something is counted anew each period."""
    tried: dict[str, Method] = {"trend": trend, "level": level}
    return {**tried, "season": season(year)} if flow else tried


def errors(series: Series, method: Method, ahead: int) -> list[float]:
    """How far the method was off, each time it could have been asked `ahead` periods before a known value."""
    found = []
    for end in range(LEAST_FIT, len(series) - ahead + 1):
        told, came = method(series[:end], ahead) if series[end - 1] is not None else None, series[end - 1 + ahead]
        if told is not None and came is not None:
            found.append(abs(told - came))
    return found


def forecast(series: Series, ahead: int, *, flow: bool, year: int = 12, lowest: float = 0.0, highest: float = math.inf) -> Forecast | None:
    """The next `ahead` periods after the last known value; None when fewer values are known than are asked for, or too few could be tried.

    `year` is the number of periods in a year. The range of a period is the error that `SAID` of trials so far ahead keep
    within; further ahead than could be tried it widens in step with the distance.
    """
    known = _known(series)
    if len(known) < int(thresholds().forecast_points) or ahead < 1:
        return None
    start = known[-1][0]
    past = series[: start + 1]
    tried = {name: errors(past, method, 1) for name, method in methods(flow, year).items()}
    fit = {name: float(np.median(off)) for name, off in tried.items() if len(off) >= LEAST_TRIED}
    if not fit:
        return None
    best = min(fit, key=lambda name: fit[name])
    method = methods(flow, year)[best]
    steps = range(1, ahead + 1)
    middle = [method(past, step) for step in steps]
    widths = list(_widths(past, method, ahead))
    if any(value is None for value in middle):
        return None
    around = [(value or 0.0, width) for value, width in zip(middle, widths, strict=True)]

    def within(value: float) -> float:
        return min(highest, max(lowest, value))

    return Forecast(
        best,
        start,
        tuple(within(value) for value, _width in around),
        tuple(within(value - width) for value, width in around),
        tuple(within(value + width) for value, width in around),
        fit[best],
        len(tried[best]),
    )


def _widths(past: Series, method: Method, ahead: int) -> Iterator[float]:
    """Half the range of each period ahead; never narrower than that of the period before."""
    width, tried = 0.0, 0
    for step in range(1, ahead + 1):
        off = errors(past, method, step)
        if len(off) >= LEAST_TRIED:
            width, tried = max(width, _kept_within(off)), step
            yield width
        else:
            yield width * step / tried if tried else math.nan


def _kept_within(off: list[float]) -> float:
    """The error that the next one keeps within in `SAID` of all cases, minding how few were seen: that of split conformal ranges."""
    return float(np.quantile(off, min(1.0, SAID * (len(off) + 1) / len(off)), method="higher"))


def _known(series: Series) -> list[tuple[int, float]]:
    return [(place, value) for place, value in enumerate(series) if value is not None]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of asking for a forecast before each known value, `ahead` periods earlier: asked how often, the middle error, how many came
    inside the range."""

    ahead: int
    asked: int
    error: float
    inside: int


def backtest(series: Series, ahead: int, *, flow: bool, year: int = 12, lowest: float = 0.0, highest: float = math.inf) -> Trial:
    """The forecast as it would have been made at each earlier period, by what was known then, held against what came."""
    off, inside = [], 0
    for end in range(1, len(series) - ahead + 1):
        came = series[end - 1 + ahead]
        if came is None or series[end - 1] is None:
            continue
        told = forecast(series[:end], ahead, flow=flow, year=year, lowest=lowest, highest=highest)
        if told is not None:
            off.append(abs(told.middle[-1] - came))
            inside += told.low[-1] - 1e-9 <= came <= told.high[-1] + 1e-9
    return Trial(ahead, len(off), float(np.median(off)) if off else math.nan, inside)
