"""The written report: chosen, previewed as it will stand, edited section by section, checked and taken away as a Word file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from catalogue.errors import UserError
from catalogue.language import _
from pages.parts import desk, filters, gate, names
from pages.parts.drafting import ordering, other_outputs, paper, writing, written
from pages.parts.figures import page
from pages.parts.html import h, link

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def show() -> None:
    """Show the choices, the text and what to look at before it is issued."""
    gate.require("viewer")
    chosen = filters.chosen()
    if page.nothing_yet(chosen):
        return
    lead = _("Every number is a figure of the pages and opens the cells it comes from. Parts 1, 3, 4 and 5 are yours to edit.")
    desk.begin(_("Report: {choice}", choice=names.choice(chosen.unit, chosen.period)), lead)
    order = ordering.choices(chosen)
    try:
        draft = written.draft(order, chosen.version)
    except UserError as error:
        st.info(str(error))
        return
    file = f"bao-cao-{chosen.unit}-{chosen.period}.docx"
    word = partial(written.word, order, chosen.version)
    st.download_button(_("Download as Word"), word, file, DOCX, type="primary", on_click="ignore", key="report-word")
    elsewhere = link(_("One A4 page, slides, workbooks"), f"#{other_outputs.ANCHOR}")
    desk.show(h("p", elsewhere, class_="desk-note"), paper.checklist(written.points(order, chosen.version)))
    analyst = gate.allows("analyst")
    if analyst:
        desk.show(h("p", link(_("Check this draft"), chosen.address("kiem-tra-bao-cao", ban_thao="1")), class_="desk-note"))
    writing.changes(chosen, order, draft, analyst)
    desk.show(desk.heading(_("The report as it will stand")), paper.sheet(draft, chosen))
    if analyst:
        writing.sections(chosen, draft)
    other_outputs.show(chosen)
