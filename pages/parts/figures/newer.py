"""A month later than the one shown, whose due date has passed: what shows the newest figures must not hide that others are owed."""

from __future__ import annotations

import datetime as dt

from catalogue.calendars import due_date
from catalogue.language import _, day, number
from indicators.expected import tally
from pages.parts import arrivals, data, names
from pages.parts.filters import Filters
from pages.parts.html import Html, h, link


def note(filters: Filters, today: dt.date) -> Html | None:
    """How many have sent the newest month that is due, with the way to the board; none where no later month than the one shown is."""
    later = [period for period in data.periods(filters.version) if period.kind == "month" and due_date(period) < today]
    if filters.period != data.latest(filters.version) or not later or later[0] <= filters.period:
        return None
    told = tally(arrivals.boards(filters.unit, later[:1], today)[0])
    said = _(
        "{period} was due on {day}: {sent} of {due} communes have sent.",
        period=names.period(later[0]),
        day=day(due_date(later[0])),
        sent=number(told.sent),
        due=number(told.due),
    )
    if told.sent > len(told.taken):
        said += " " + _("Of these {parts}.", parts=_("{taken} taken in", taken=number(len(told.taken))))
    way = link(said, filters.address("thu-bao-cao", ky=str(later[0])))
    return h("div", h("p", way, class_="newer"), class_="page") if told.due else None
