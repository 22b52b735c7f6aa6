"""A month later than the one shown, whose due date has passed: what shows the newest figures must not hide that others are owed."""

from __future__ import annotations

from catalogue.calendars import due_date
from catalogue.language import _, day, number
from indicators.expected import tally
from report import names
from report.brief.view import View


def newer(view: View) -> str:
    """How many have sent the newest month that is due; empty where no later month than the one shown is, or nobody owes it."""
    if view.later is None:
        return ""
    told = tally(view.board([view.later])[0])
    said = _(
        "{period} was due on {day}: {sent} of {due} communes have sent.",
        period=names.period(view.later),
        day=day(due_date(view.later)),
        sent=number(told.sent),
        due=number(told.due),
    )
    if told.sent > len(told.taken):
        said += " " + _("Of these {parts}.", parts=_("{taken} taken in", taken=number(len(told.taken))))
    return said if told.due else ""
