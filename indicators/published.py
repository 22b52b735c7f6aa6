"""The figures as they stood when a period was closed, beside what they have become since."""

from __future__ import annotations

import datetime as dt

from catalogue.calendars import after_working_days, due_date
from catalogue.periods import Period
from indicators.punctuality import HERE
from indicators.thresholds import thresholds


def closed_on(period: Period) -> dt.date:
    """The day on which the figures of a period are closed: so many working days after its returns are due."""
    return after_working_days(due_date(period), int(thresholds().closed_after))


def closed_at(period: Period) -> dt.datetime:
    """The last moment of that day."""
    return dt.datetime.combine(closed_on(period), dt.time.max, HERE)
