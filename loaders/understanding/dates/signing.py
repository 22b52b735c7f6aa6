"""The year of a month or quarter that its sheet names without one: that in which the day of the signature lies in it or soon after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from catalogue.periods import Period
from loaders.understanding.dates.days import of_the_period
from loaders.understanding.dates.when import Statement


def year_signed(said: Iterable[Statement], signed: dt.date) -> list[Statement]:
    """The year that the day of a signature lends to the one period of a sheet for which nothing says a year; nothing where a year is said,
    a month is left open, the sheet names several periods, or the paper was signed at another time."""
    told = list(said)
    named = {(s.kind, s.number) for s in told}
    if len(named) != 1 or not all(s.period is None and s.number and s.strength for s in told):
        return []
    kind, number = named.pop()
    years = [year for year in (signed.year - 1, signed.year) if of_the_period(signed, Period(year, kind, number))]
    return [Statement("line", "", "", "", Period(year, "year"), "year", 1, None, 1) for year in years if len(years) == 1]
