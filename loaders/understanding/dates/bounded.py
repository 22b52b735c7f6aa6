"""Days that bound a return and make no period of ours: since January to the end of a month, a week, any other stretch of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from catalogue.periods import Period
from loaders.understanding.dates.days import day_in
from loaders.understanding.dates.spans import own_span, period_of, spans
from loaders.understanding.dates.when import When
from loaders.understanding.texts.words import classes, plain

_DAY = dt.timedelta(days=1)


def bounded(when: When, lines: Iterable[str]) -> tuple[When, bool]:
    """(the period of a sheet, whether its figures run since January), in the light of the days its lines state.

    A stretch of days that is no period of ours leaves the period open: what the title says is then only a candidate.
    """
    texts = [text for text in lines if len(text) < 200]
    odd = [(a, b) for text in texts for a, b in _stretches(text) if period_of(a, b) is None]
    for begin, end in odd:
        month = _since_january(begin, end)
        if month is not None and (when.period is None or when.period.months[-1] == month.months[-1]):
            return When(month, when.evidence, (), when.calendar), True
    if when.period is None:
        said = [_since_january(a, b) for text in texts if "since_january" in classes("lines.csv", text) for a, b in _stretches(text)]
        if said and said[0]:
            return When(said[0], when.evidence, (), when.calendar), True
    if odd or any("odd_span" in classes("lines.csv", text) for text in texts):
        return When(None, when.evidence, (when.period,) if when.period else when.candidates, when.calendar), False
    return when, False


def _stretches(text: str) -> list[tuple[dt.date, dt.date]]:
    """The days from..to that a line states; "since January to the 14th of May" begins with the year."""
    said = [(a, b) for a, b, _calendar in spans(own_span(plain(text)))]
    day = day_in(text) if not said and "since_january" in classes("lines.csv", text) else None
    return [(dt.date(day.year, 1, 1), day)] if day else said


def _since_january(begin: dt.date, end: dt.date) -> Period | None:
    """The last month of days that begin with a year, by either calendar, and end with a month."""
    starts = (dt.date(end.year, 1, 1), dt.date(end.year - 1, 12, 15))
    if not any(abs((begin - start).days) <= 1 for start in starts):
        return None
    month = Period.month(end.year, end.month)
    closes = any(abs((month.end(calendar) - end).days) <= 1 for calendar in ("plain", "nd09"))
    return month if closes else None
