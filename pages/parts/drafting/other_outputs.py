"""The same figures in other forms, each made when it is asked for: one page, slides, workbook, the letter that reminds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from catalogue.language import LANGUAGES, _, language, speaking
from pages.parts.drafting import ordering
from pages.parts.figures import page, views
from pages.parts.filters import Filters
from report import consolidated, one_page, origin_book, sending
from report.brief.view import View

PDF = "application/pdf"
OFFICE = "application/vnd.openxmlformats-officedocument"
PPTX, DOCX = f"{OFFICE}.presentationml.presentation", f"{OFFICE}.wordprocessingml.document"
ANCHOR = "ban-khac"
XLSX = f"{OFFICE}.spreadsheetml.sheet"


def show(filters: Filters) -> None:
    """The block of downloads."""
    page.section(_("Other forms of the same figures"), ANCHOR)
    with st.container(horizontal=True, key="other-outputs"):
        _button(filters, _("One A4 page (PDF)"), one_page.pdf, f"mot-trang-{filters.period}.pdf", PDF, language())
        _button(filters, _("Slides for the meeting (PowerPoint)"), sending.deck, f"trinh-chieu-{filters.period}.pptx", PPTX, language())
        _button(filters, _("Consolidated workbook (Excel)"), consolidated.write, f"tong-hop-{filters.period}.xlsx", XLSX, LANGUAGES[0])
        _button(
            filters, _("Cells behind every figure (Excel)"), origin_book.write, f"nguon-so-lieu-{filters.period}.xlsx", XLSX, LANGUAGES[0]
        )


def letter(filters: Filters) -> None:
    """The letter that reminds those who are late, as a Word file in the official form; who signs and receives it is asked beside it."""
    with st.expander(_("Who signs the letter, who receives it"), key="letter-choices"):
        signed = ordering.signed_by(filters, "letter")
    write = partial(sending.letter, **signed)
    _button(filters, _("Official letter (Word)"), write, f"cong-van-{filters.period}.docx", DOCX, LANGUAGES[0])


def _button(filters: Filters, label: str, write: Callable[[View], bytes], name: str, kind: str, spoken: str) -> None:
    """A download that is made on the click alone, in a language."""
    view = views.view(filters)

    def made() -> bytes:
        with speaking(spoken):
            return write(view)

    st.download_button(label, made, name, kind, on_click="ignore", icon=":material/download:", key=name)
