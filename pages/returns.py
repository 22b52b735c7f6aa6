"""Returns received: who is due, who has sent, who is late, and the words to remind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from catalogue.calendars import due_date, regime_of
from catalogue.language import LANGUAGES, _, day, language, speaking
from catalogue.legal import legal_bases
from catalogue.units import units
from indicators.expected import Expected
from pages.parts import clock, desk, gate, names
from pages.parts.arrivals import expected_returns
from pages.parts.csv_file import csv_bytes
from pages.parts.drafting import other_outputs
from pages.parts.files import prefilled
from pages.parts.files.letters import Reminder, chat_line, letter
from pages.parts.filters import Filters, choose, chosen
from pages.parts.html import Html, h
from pages.parts.registers import request_list
from pages.parts.sending import board, exempting, recent
from pages.parts.visitor import visitor
from report.reminder import TO_MEND, answer_by

WHOM, EVERYONE = "nhac", "tat-ca"


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
    told = _told(filters.key, filters, today, language())
    desk.show(told.summary)
    desk.show(told.table)
    if gate.allows("analyst") and (asked := request_list.watched(filters)):
        desk.show(asked)
    _take_away(told.list, filters)
    if gate.allows("analyst"):
        exempting.ask(rows, filters.period, visitor())
        missing = [row.unit for row in rows if row.standing == "missing"]
        prefilled.ask(missing, [row.unit for row in rows if row.unit not in missing], filters.period)
    _remind(rows, filters, due, today)
    recent.show(filters, today)


class Told(NamedTuple):
    """The board as a sentence, a table and a list to take away."""

    summary: Html
    table: Html
    list: bytes


@st.cache_resource(max_entries=32, show_spinner=False)
def _told(key: str, _filters: Filters, today: dt.date, spoken: str) -> Told:
    rows, due = expected_returns(_filters, today), due_date(_filters.period)
    table = board.board_table(
        rows, due, lambda unit: _unit_page(_filters, unit), lambda number: _filters.address("nop-bao-cao", tep=str(number))
    )
    return Told(h("p", board.summary(rows, due, today), class_="desk-big"), table, csv_bytes(*board.take_away(rows)))


def _unit_page(filters: Filters, unit: str) -> str:
    return filters.address("don-vi", **{"don-vi": unit})


def _take_away(content: bytes, filters: Filters) -> None:
    name = f"thu-bao-cao-{filters.period}.csv"
    st.download_button(_("Download this list"), content, file_name=name, mime="text/csv", icon=":material/download:")


def _remind(rows: Sequence[Expected], filters: Filters, due: dt.date, today: dt.date) -> None:
    owing = [row for row in rows if row.standing == "missing" or row.standing in TO_MEND]
    desk.show(desk.heading(_("Reminder")))
    if not owing:
        desk.show(desk.note(_("Nobody needs to be reminded.")))
        return
    whom = choose(WHOM, _("To whom"), (EVERYONE, *(row.unit for row in owing)), _whom) if len(owing) > 1 else EVERYONE
    with speaking(LANGUAGES[0]):
        reminder = _reminder([row for row in owing if whom in (EVERYONE, row.unit)], filters, due, today)
        line, text = chat_line(reminder), letter(reminder)
    desk.show(desk.note(_("Ready to copy: point at the box, then press the copy sign at its corner."), printed=False))
    st.markdown(f"**{_('One line for the group chat')}**")
    st.code(line, language=None, wrap_lines=True)
    st.markdown(f"**{_('Text of an official letter')}**")
    st.code(text, language=None, wrap_lines=True)
    if whom == EVERYONE and units()[filters.unit].level not in ("commune", "office"):
        other_outputs.letter(filters)


def _whom(code: str) -> str:
    return _("All who owe something") if code == EVERYONE else names.unit(code)


def _reminder(owing: Sequence[Expected], filters: Filters, due: dt.date, today: dt.date) -> Reminder:
    """What reminds those who owe something, in the words of the language in force."""
    known, basis = units(), legal_bases().get(regime_of(filters.period).legal_basis)
    return Reminder(
        area=names.area(filters.unit, filters.period.end()),
        period=names.period(filters.period),
        due=due,
        answer_by=answer_by(due, today),
        missing=tuple(known[row.unit].name for row in owing if row.standing == "missing"),
        back=tuple(known[row.unit].name for row in owing if row.standing == "returned"),
        asked=tuple(known[row.unit].name for row in owing if row.standing in TO_MEND and row.standing != "returned"),
        basis=basis.number if basis else "",
        today=today,
    )
