"""Returns received: who is due, who has sent, who is late, and the words to remind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from catalogue.calendars import due_date
from catalogue.language import LANGUAGES, _, day, speaking
from catalogue.units import units
from indicators.expected import Expected
from pages.parts import board, clock, desk, exempting, gate, names, recent, request_list
from pages.parts.arrivals import expected_returns
from pages.parts.csv_file import csv_bytes
from pages.parts.filters import Filters, chosen
from pages.parts.html import h
from pages.parts.letters import Reminder, chat_line, letter
from pages.parts.visitor import visitor

DAYS_TO_ANSWER = 5


def show() -> None:
    """Show the board of the chosen period."""
    gate.require("viewer")
    filters, today = chosen(), clock.today()
    due = due_date(filters.period)
    rows = expected_returns(filters, today)
    desk.begin(_("Returns received"), _("{period}, due on {day}.", period=names.period(filters.period), day=day(due)))
    if not rows:
        st.info(_("No commune owes a return for this unit and period."))
        return
    desk.show(h("p", board.summary(rows, due, today), class_="desk-big"))
    desk.show(
        board.board_table(rows, lambda unit: _unit_page(filters, unit), lambda number: filters.address("nop-bao-cao", tep=str(number)))
    )
    if gate.allows("analyst") and (asked := request_list.watched(filters)):
        desk.show(asked)
    _take_away(rows, filters)
    if gate.allows("analyst"):
        exempting.ask(rows, filters.period, visitor())
    _remind(rows, filters, due, today)
    recent.show(filters, today)


def _unit_page(filters: Filters, unit: str) -> str:
    return filters.address("don-vi", **{"don-vi": unit})


def _take_away(rows: Sequence[Expected], filters: Filters) -> None:
    name = f"thu-bao-cao-{filters.period}.csv"
    st.download_button(
        _("Download this list"), csv_bytes(*board.take_away(rows)), file_name=name, mime="text/csv", icon=":material/download:"
    )


def _remind(rows: Sequence[Expected], filters: Filters, due: dt.date, today: dt.date) -> None:
    with speaking(LANGUAGES[0]):
        reminder = _reminder(rows, filters, due, today)
        line, text = chat_line(reminder), letter(reminder)
    desk.show(desk.heading(_("Reminder")))
    if not reminder.needed:
        desk.show(desk.note(_("Nobody needs to be reminded.")))
        return
    desk.show(desk.note(_("Ready to copy: point at the box, then press the copy sign at its corner.")))
    st.markdown(f"**{_('One line for the group chat')}**")
    st.code(line, language=None, wrap_lines=True)
    st.markdown(f"**{_('Text of an official letter')}**")
    st.code(text, language=None, wrap_lines=True)


def _reminder(rows: Sequence[Expected], filters: Filters, due: dt.date, today: dt.date) -> Reminder:
    """Whom to remind, in the words of the language in force."""
    known = units()
    return Reminder(
        area=names.area(filters.unit, filters.period.end()),
        period=names.period(filters.period),
        due=due,
        answer_by=max(due, today + dt.timedelta(days=DAYS_TO_ANSWER)) if today > due else due,
        missing=tuple(known[row.unit].name for row in rows if row.standing == "missing"),
        asked=tuple(known[row.unit].name for row in rows if row.standing in board.TO_REMIND),
    )
