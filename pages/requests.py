"""Requests: what a letter or an empty form asks for, answered from what is held; what is missing goes to the communes once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.errors import UserError
from catalogue.language import _, number
from catalogue.periods import Period
from loaders.answer_book import FILLABLE, answer_book
from loaders.answering import Answer, cells_behind, communes_of, forms_to_send, lacking
from loaders.asked import Asked
from pages.parts import data, desk, filters, gate, names
from pages.parts.filters import Filters
from pages.parts.registers import request_form, request_list
from pages.parts.visitor import visitor

KINDS = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "docx", "pdf", "txt"]
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show() -> None:
    """Show the place to drop a request, its items with their answers, and the register of requests."""
    gate.require("analyst")
    chosen, by = filters.chosen(), visitor()
    desk.begin(
        _("Answer a request"),
        _("Drop the letter or the empty form. What is held is filled in with its date and source; only what is missing is asked for."),
    )
    file = st.file_uploader(_("A letter (Word, PDF, text) or an empty form (workbook)"), type=KINDS, key="request-file")
    typed = st.text_area(_("Or paste the text of the letter"), key="request-text", height=120)
    given = (file.getvalue(), file.name) if file else (typed.encode(), "") if typed and typed.strip() else None
    if given:
        try:
            _answered(request_list.asked_in(*given), given, chosen, by)
        except UserError as error:
            st.error(str(error))
    request_list.register(chosen, by)


def _answered(asked: Asked, given: tuple[bytes, str], chosen: Filters, by: str) -> None:
    """The items with their answers, the files to take away, and what must still be asked for."""
    if not asked.items:
        st.info(_("Nothing in it was recognised as a figure asked for. Choose the counts by hand on the page of data."))
        return
    period = Period.parse(asked.period) if asked.period else chosen.period
    found = request_list.answers(asked, chosen, period)
    desk.show(desk.heading(_("What is asked for")), desk.note(request_list.summary(found, chosen, period)))
    request_list.unclear(asked)
    desk.show(request_list.answer_table(found, chosen))
    communes = communes_of(chosen.unit, period)
    _answer_file(found, given, communes, names.period(period))
    _missing(found, communes, chosen, period, asked, by)


def _answer_file(found: Sequence[Answer], given: tuple[bytes, str], communes: Sequence[str], period: str) -> None:
    form, name = given
    fillable = name.lower().endswith(FILLABLE)
    cells = cells_behind(data.store(), found, communes)
    title = _("Answer to a request for figures, {period}", period=names.within(period))
    book = answer_book(found, cells, title, form if fillable else None, macros=name.lower().endswith(".xlsm"))
    label = _("The form, filled in, with sources") if fillable else _("The answer as a workbook, with sources")
    st.download_button(label, book, name if fillable else "tra-loi.xlsx", XLSX, type="primary", on_click="ignore", key="request-book")


def _missing(found: Sequence[Answer], communes: Sequence[str], chosen: Filters, period: Period, asked: Asked, by: str) -> None:
    """Who still owes what, the forms to send, and the entry in the register."""
    desk.show(desk.heading(_("Still to be asked for")))
    again = st.toggle(_("Ask anew also for what is held of an earlier period"), key="request-older")
    missing = lacking(data.counting_cube(chosen.version), found, communes, period, older=again)
    if not missing:
        desk.show(desk.note(_("Nothing: every figure kept here is held for this period.")))
        return
    desk.show(request_list.missing_table(missing, chosen))
    forms = forms_to_send(data.store(), missing, period)
    label = _("One prefilled workbook for each of {count} communes", count=number(len(missing)))
    st.download_button(label, forms, f"bieu-can-bo-sung-{period}.zip", "application/zip", on_click="ignore", key="request-forms")
    request_form.ask(missing, period, by, title=asked.file)
