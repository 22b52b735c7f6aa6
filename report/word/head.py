"""The head of a document: the letterhead, its kind and title, those it is written to."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.shared import Mm, Pt

from catalogue.language import _
from report import form
from report.content import Header, Run
from report.word.grid import bare
from report.word.marks import CENTRE, SIZE, border, in_cell, ruled, write
from report.word.page import UPRIGHT

LETTERHEAD = (60, 105)
INSIDE = 50
"""How far in those stand whom a letter is written to, in millimetres."""


def letterhead(document: DocxDocument, header: Header) -> None:
    """The bodies above on the left, the country on the right, the number and the day under them."""
    table = bare(document, LETTERHEAD, 2)
    left, right = table.rows[0].cells
    for line in header.superior:
        in_cell(left, line, form.BODY_NAME.most)
    for line in header.body:
        in_cell(left, line, form.BODY_NAME.most, bold=True)
    ruled(left, header.body[-1], form.BODY_NAME.most, 0.4, LETTERHEAD[0])
    in_cell(right, _("SOCIALIST REPUBLIC OF VIET NAM"), form.COUNTRY.most, bold=True)
    motto = _("Independence - Freedom - Happiness")
    in_cell(right, motto, form.MOTTO.most, bold=True)
    ruled(right, motto, form.MOTTO.most, 1.0, LETTERHEAD[1])
    left, right = table.rows[1].cells
    in_cell(left, _("No.: {blank}{sign}", blank=" " * 8, sign=header.sign), form.NUMBER.most)
    in_cell(
        right,
        _("{place}, day {day} month {month} year {year}", place=header.place, day=" " * 6, month=" " * 6, year=" " * 8),
        form.PLACE.most,
        italic=True,
    )
    if not header.kind:
        in_cell(left, header.title, form.SUBJECT.least)


def titled(document: DocxDocument, header: Header) -> None:
    """The kind and what it is about, with the line under them; a letter begins with those it is written to."""
    if header.kind:
        _kind(document, header)
    _addressed(document, header)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _kind(document: DocxDocument, header: Header) -> None:
    for text, before in ((header.kind, 18), (header.title, 0)):
        paragraph = document.add_paragraph()
        paragraph.alignment, paragraph.paragraph_format.space_before = CENTRE, Pt(before)
        write(paragraph, Run(text, bold=True), form.TITLE.most)
    longest = min(form.width_of(header.title, form.TITLE.most), UPRIGHT)
    border(document.add_paragraph(), longest * 0.4, UPRIGHT)


def _addressed(document: DocxDocument, header: Header) -> None:
    """One on the line of the word itself; several each on a line of its own under it."""
    if not header.addressed:
        return
    several = len(header.addressed) > 1 and not header.kind
    to = document.add_paragraph()
    to.alignment, to.paragraph_format.space_before = CENTRE, Pt(6 if header.kind else 18)
    write(to, Run(_("To:") if several else _("To: {names}.", names="; ".join(header.addressed))), SIZE)
    for place, name in enumerate(header.addressed if several else (), 1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Mm(INSIDE)
        write(line, Run(f"- {name}{'.' if place == len(header.addressed) else ';'}"), SIZE)
