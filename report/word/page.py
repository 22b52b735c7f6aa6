"""The pages of a Word file: paper, margins, page numbers, and what every page says of itself."""

from __future__ import annotations

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt

from report import form
from report.content import Run
from report.word.marks import CENTRE, SIZE, SMALL, TABLE, write

TOP, BOTTOM, LEFT, RIGHT, HEADER = 20, 20, 30, 15, 10
"""Margins in millimetres."""
UPRIGHT, SIDEWAYS = (side - LEFT - RIGHT for side in form.PAGE)
"""The width between the margins, in millimetres."""


def blank(mark: str) -> DocxDocument:
    """A new document: an upright page in the letters of the form; `mark` is what every page must say of itself."""
    document = Document()
    section = document.sections[0]
    upright(section)
    style = document.styles["Normal"]
    style.font.name, style.font.size = form.FONT, Pt(SIZE)  # type: ignore[union-attr]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), form.FONT)
    style.paragraph_format.space_after = Pt(0)  # type: ignore[union-attr]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)
    numbered(section)
    marked(section, mark)
    return document


def upright(section: Section) -> None:
    """The paper and margins of a text."""
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(side) for side in form.PAGE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(HEADER)


def sideways(section: Section) -> None:
    """A landscape page: the binding edge of 30 mm stays on the left, pages are counted anew."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(form.PAGE[1]), Mm(form.PAGE[0])
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    numbered(section)


def numbered(section: Section) -> None:
    """The page number in the middle of the top margin, not on the first page, counted from 1."""
    section.different_first_page_header_footer = True
    header = section.header
    header.is_linked_to_previous = section.first_page_header.is_linked_to_previous = False
    paragraph = header.paragraphs[0]
    paragraph.alignment = CENTRE
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        run.font.size = Pt(SMALL)
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = text
        run._r.append(part)
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    columns = section._sectPr.find(qn("w:cols"))
    columns.addprevious(start) if columns is not None else section._sectPr.append(start)


def marked(section: Section, mark: str) -> None:
    """What every page must say of itself, the first one too, at the head; nothing without a mark."""
    for header in (section.first_page_header, section.header) if mark else ():
        paragraph = header.add_paragraph() if any(one.runs for one in header.paragraphs) else header.paragraphs[0]
        paragraph.alignment = CENTRE
        write(paragraph, Run(mark, bold=True), TABLE)
