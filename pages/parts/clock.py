"""The day as people here count it: the store keeps moments in UTC, the office lives seven hours ahead."""

from __future__ import annotations

import datetime as dt

from catalogue.calendars import HERE


def today() -> dt.date:
    """The date in Viet Nam."""
    return dt.datetime.now(HERE).date()


def local(moment: dt.datetime) -> dt.datetime:
    """A moment of the store on the clock of the office."""
    return moment.astimezone(HERE)


def hour(moment: dt.datetime) -> str:
    """A moment as 08:05 23/11/2026."""
    return local(moment).strftime("%H:%M %d/%m/%Y")
