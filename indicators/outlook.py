"""Whether a target will be reached: the forecast of a figure held against the day of its target."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from catalogue.indicators import Indicator
from catalogue.periods import Period
from indicators.aims import COMPARE
from indicators.forecast import Forecast, Trial, backtest, forecast
from indicators.spans import nature
from indicators.thresholds import thresholds
from indicators.words import Words

Row = Mapping[Hashable, Any]
MOST_AHEAD, MOST_OLD = 12, 2
"""Periods looked ahead at most; the last comparable figure may be so many periods older than the one shown."""
YEAR = {"month": 12, "quarter": 4, "half": 2, "year": 1}
Verdict = Literal["early", "close", "late"]
SURE = ("early", "late")
"""What a range answers about a target however wide it is."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast for `periods`, from the last comparable figure (of period `since`) on, and what it means for the target of day `until`.

    verdict: "early" (even the worse end of the range reaches the target on its day, and the middle does so in good time), "late" (even the
    better end does not), "close"; "" without a target. `by` is the first period whose middle reaches the target, None when none does.
    """

    since: Period
    periods: tuple[Period, ...]
    found: Forecast
    verdict: Verdict | Literal[""]
    by: Period | None
    until: dt.date | None = None


def comparable(rows: Sequence[Row], *, joined: bool) -> list[float | None]:
    """The values of successive rows of `standing` that may be compared with the last: complete, and of one definition and area.

    `joined`: the past is shown in today's boundaries, so that regrouped units do not break the series where they are exact.
    """
    values: list[float | None] = []
    for row in rows:
        value = row["value"] if row["state"] == "ok" else None
        if row["break"] == "definition" or (row["break"] == "boundary" and not (joined and row["exact"])):
            values = [None] * len(values)
        values.append(None if value is None or value != value else float(value))
    return values


def limits(indicator: Indicator) -> dict[str, float]:
    """Between which values a figure can lie at all."""
    return {"highest": 100.0} if indicator.unit == "percent" and not indicator.quota else {}


def settings(indicator: Indicator, words: Words, kind: str) -> dict[str, Any]:
    """How the series of an indicator in periods of a kind is to be forecast."""
    return {"flow": nature(indicator.latest, words) != "stock", "year": YEAR.get(kind, 1), **limits(indicator)}


def outlook(rows: Sequence[Row], periods: Sequence[Period], indicator: Indicator, words: Words, *, joined: bool) -> Outlook | None:
    """The outlook from the rows of `standing` of successive periods; None for a thin or an old series, when the day has come, and where
    it would say nothing: without an answer about a target the range is no wider than what is known, or too wide to act on.

    Without a target the next quarter of a year is forecast.
    """
    last = rows[-1]
    until = last["target_to"] if isinstance(last["target_to"], dt.date) else None
    series = comparable(rows, joined=joined)
    known = [place for place, value in enumerate(series) if value is not None]
    kind = periods[-1].kind
    if not known or len(series) - 1 - known[-1] > MOST_OLD or last["status"] in ("reached", "missed") or kind not in YEAR:
        return None
    since = periods[known[-1]]
    ahead = _ahead(since, until, indicator) if until else max(1, YEAR[kind] // 4)
    if not 1 <= ahead <= MOST_AHEAD or since.shift(ahead) <= periods[-1]:
        return None
    found = forecast(series, ahead, **settings(indicator, words, kind))
    if found is None:
        return None
    coming = tuple(since.shift(step) for step in range(1, ahead + 1))
    verdict, by = _judged(found, coming, last, until, indicator)
    if verdict not in SURE and _says_nothing(found, series[known[-1]], indicator):
        return None
    return Outlook(since, coming, found, verdict, by, until)


def _says_nothing(found: Forecast, now: float | None, indicator: Indicator) -> bool:
    """Whether all of the range is shown as the figure is now, or it holds a great part of all that a percentage can be."""
    low, high = found.low[-1], found.high[-1]
    shown = {round(value, indicator.decimals) for value in (low, high, now) if value is not None}
    return len(shown) == 1 or (indicator.unit == "percent" and high - low > thresholds().forecast_widest)


def _ahead(since: Period, until: dt.date, indicator: Indicator) -> int:
    """How many periods after `since` the target's day lies in the one that ends on or after it."""
    for step in range(1, MOST_AHEAD + 1):
        if since.shift(step).end(indicator.calendar) >= until:
            return step
    return 0


def _judged(
    found: Forecast, coming: Sequence[Period], last: Row, until: dt.date | None, indicator: Indicator
) -> tuple[Verdict | Literal[""], Period | None]:
    target = last["target"]
    if until is None or target is None or target != target:
        return "", None
    down = indicator.better == "down"
    meets = COMPARE["<=" if down else ">="]
    worse, better = (found.high, found.low) if down else (found.low, found.high)
    by = next((period for period, value in zip(coming, found.middle, strict=True) if meets(value, target)), None)
    spare = (until - by.end(indicator.calendar)).days / 7 if by else None
    if meets(worse[-1], target) and spare is not None and spare >= thresholds().forecast_margin_weeks:
        return "early", by
    return ("close" if meets(better[-1], target) else "late"), by


def trials(rows: Sequence[Row], periods: Sequence[Period], indicator: Indicator, words: Words, *, joined: bool, ahead: int) -> Trial:
    """How forecasts of this figure would have done so many periods ahead."""
    return backtest(comparable(rows, joined=joined), ahead, **settings(indicator, words, periods[-1].kind))
