"""What is remembered of layouts: seen, changed and forgotten by the people who taught it."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _, day, number
from pages.parts import clock, data, desk, filters, gate, names
from pages.parts.files import known_readings
from pages.parts.html import h, link
from pages.parts.visitor import visitor, who
from store import Remembered

SUBMIT = "nop-bao-cao"


def show() -> None:
    """Show each form that was taught, with its sender, and what was decided about it."""
    gate.require("analyst")
    chosen, by = filters.chosen(), visitor()
    lead = _(
        "Answers about a form are used for its next file from the same sender, those of every sender for all. "
        "What is wrong can be changed or forgotten here."
    )
    desk.begin(_("Ways of reading remembered"), lead)
    desk.show(desk.ways(link(_("Submit returns"), chosen.address(SUBMIT))))
    found = data.store().remembered()
    if not found:
        desk.show(desk.note(_("Nothing is remembered yet. Tick the box under the questions of a file to have its answers remembered.")))
    for one in found:
        _form(one, by)


def _form(one: Remembered, by: str) -> None:
    """One form behind a fold, its answers in a form that changes them."""
    sender = names.unit(one.sender) if one.sender else _("every sender")
    answers = known_readings.answers(one)
    title = _("{sender}: {file} ({count} answers)", sender=sender, file=known_readings.file_of(one), count=number(len(answers)))
    with st.expander(title):
        taught = _("Taught by {who} on {day}.", who=who(one.by), day=day(one.at.astimezone(clock.HERE).date()))
        desk.show(h("p", taught, class_="desk-small"))
        changed = known_readings.edited(one, answers)
        with st.container(horizontal=True, vertical_alignment="center"):
            if desk.act(_("Keep the changes"), f"keep-{one.place}", _("Nothing has been changed yet.") if changed == answers else ""):
                data.store().remember_reading(one.signature, one.sender, {**one.mapping, **changed}, by, one.sha256)
                st.rerun()
            with st.popover(_("Forget this form"), key=f"ask-forget-{one.place}"):
                st.markdown(_("The next file of this form is asked about again. What was taken in stays as it is."))
                if st.button(_("Forget"), key=f"forget-{one.place}", type="primary"):
                    data.store().forget(one.signature, one.sender, by)
                    st.rerun()
