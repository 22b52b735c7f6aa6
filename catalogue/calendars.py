"""Working days and deadlines: when a return about a period is due."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import cast

from catalogue.periods import Calendar, Kind, Period
from catalogue.tables import date_or_none, rows

SATURDAY = 5
HERE = dt.timezone(dt.timedelta(hours=7))
"""The clock of Viet Nam; moments are kept in UTC."""


@dataclass(frozen=True, slots=True)
class Regime:
    """A reporting regime: returns of a kind of period are due so many working days after the period's end."""

    code: str
    kind: Kind
    calendar: Calendar
    working_days: int
    valid_from: dt.date | None
    valid_to: dt.date | None
    legal_basis: str
    name_vi: str
    name_en: str


@cache
def holidays() -> dict[dt.date, bool]:
    """Days that differ from the week: False for a day off, True for a Saturday worked in exchange."""
    return {dt.date.fromisoformat(row["date"]): row["working"] == "yes" for row in rows("holidays.csv", ("date",))}


def is_working_day(day: dt.date) -> bool:
    """Monday to Friday, but for holidays and exchanged days."""
    return holidays().get(day, day.weekday() < SATURDAY)


def after_working_days(day: dt.date, count: int) -> dt.date:
    """The day so many working days later."""
    while count > 0:
        day += dt.timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_days(after: dt.date, until: dt.date) -> int:
    """Working days after one day, up to and with another; negative when the second lies before the first."""
    if until < after:
        return -working_days(until, after)
    return sum(is_working_day(after + dt.timedelta(days=count)) for count in range(1, (until - after).days + 1))


@cache
def regimes() -> tuple[Regime, ...]:
    """The regimes of data/returns_due.csv."""
    return tuple(_regime(row) for row in rows("returns_due.csv", ("regime",)))


def _regime(row: dict[str, str]) -> Regime:
    kind, calendar = cast(Kind, row["frequency"]), cast(Calendar, row["calendar"])
    start, end = date_or_none(row["from"]), date_or_none(row["to"])
    days = int(row["working_days"])
    return Regime(row["regime"], kind, calendar, days, start, end, row["legal_basis"], row["name_vi"], row["name_en"])


def regime_of(period: Period) -> Regime:
    """The regime in force for a kind of period at its end; of several the last declared. ValueError when there is none."""
    for regime in reversed(regimes()):
        end = period.end(regime.calendar)
        started = regime.valid_from is None or regime.valid_from <= end
        if regime.kind == period.kind and started and (regime.valid_to is None or end <= regime.valid_to):
            return regime
    raise ValueError(f"no reporting regime for {period}")


def due_date(period: Period) -> dt.date:
    """The last day on which a return about the period is in time."""
    regime = regime_of(period)
    return after_working_days(period.end(regime.calendar), regime.working_days)
