"""Whose returns have come for the last month of a period, and how they stand to the due date, in words."""

from __future__ import annotations

import datetime as dt

from catalogue.calendars import working_days
from catalogue.language import _, number
from catalogue.periods import Period
from indicators.expected import Expected
from report.brief.view import View


def month_of(period: Period, today: dt.date) -> Period:
    """The month whose returns a period ends with; of a longer one that goes on, the last month that is over, else the first."""
    over = [month for month in period.months if month.end() < today]
    return over[-1] if over else period.months[0]


def owing(view: View) -> list[Expected]:
    """Who owes a return and is not exempt, the worst standing first."""
    return [row for row in view.board([month_of(view.period, view.today)])[0] if row.standing != "exempt"]


def open_or_late(view: View) -> list[Expected]:
    """Who still owes something, and who sent late, the worst first."""
    return [row for row in owing(view) if row.standing not in ("accepted", "received") or row.late]


def next_step(row: Expected) -> str:
    """What is to be done about a return."""
    return {
        "missing": _("Call to ask for the return"),
        "returned": _("Ask for the mended file"),
        "to_fix": _("Ask for the mended file"),
        "asked": _("Ask for the answers"),
    }.get(row.standing, _("Remind of the due date of the next period"))


def days_words(row: Expected, due: dt.date | None = None) -> str:
    """How a return stands to its due date, in words; with the date, how many working days that is where nothing has come."""
    if row.standing == "exempt":
        return ""
    if row.received_on is None:
        if row.days == 0:
            return _("due today")
        said = _("{days} days overdue", days=number(row.days)) if row.days > 0 else _("{days} days left", days=number(-row.days))
        return said + (_worked(row.days, due) if due else "")
    if row.days > 0:
        return _("{days} days late", days=number(row.days))
    return _("{days} days early", days=number(-row.days)) if row.days < 0 else _("on the due date")


def _worked(days: int, due: dt.date) -> str:
    """The working days between the due date and the day so many days from it."""
    on = due + dt.timedelta(days=days)
    return " " + _("({worked} working days)", worked=number(abs(working_days(due, on))))
