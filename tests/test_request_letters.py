"""A request in any kind of file asks for the same: text, Word, PDF."""

from __future__ import annotations

import io

import pytest
from docx import Document
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from test_asked import LETTER

from catalogue.errors import UserError
from pages.parts.registers.request_list import asked_in

CODES = [("dossiers_recv_online",), ("oss_on_time_rate_resolved",), ("officials_with_cert",), ("hamlets_with_cdt",), ()]


def word() -> bytes:
    out, letter = io.BytesIO(), Document()
    for line in LETTER.splitlines():
        letter.add_paragraph(line)
    letter.save(out)
    return out.getvalue()


def pdf() -> bytes:
    pdfmetrics.registerFont(TTFont("DejaVu", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"))
    out = io.BytesIO()
    page = Canvas(out)
    page.setFont("DejaVu", 11)
    for at, line in enumerate(LETTER.splitlines()):
        page.drawString(60, 780 - 18 * at, line)
    page.save()
    return out.getvalue()


@pytest.mark.parametrize(("make", "name"), [(LETTER.encode, "cong van.txt"), (word, "cong van.docx"), (pdf, "cong van.pdf")])
def test_a_letter_asks_for_the_same_whatever_its_file(make, name: str) -> None:
    asked = asked_in(make(), name)
    assert asked.period == "2026-M10"
    assert [item.codes for item in asked.items] == CODES


def test_a_broken_letter_says_so() -> None:
    with pytest.raises(UserError):
        asked_in(b"PK\x03\x04 no word file", "cong van.docx")
