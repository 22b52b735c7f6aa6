"""Words and lines written into paragraphs and cells of a Word file."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from report import form
from report.content import Run

SIZE, SMALL, TABLE = 14, 13, 10
"""Sizes of letters in points: of the text, of what stands beside it, in tables."""
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
CELL = 1.9
"""The blank edge that Word leaves on both sides of a cell, in millimetres."""


def write(paragraph: Paragraph, run: Run, size: float) -> None:
    """Add the words of a run to a paragraph, in letters of a size; nothing where it has none."""
    if not run.text:
        return
    made = paragraph.add_run(run.text)
    made.font.size, made.font.bold, made.font.italic = Pt(size), run.bold or None, run.italic or None


def in_middle(document: DocxDocument, run: Run, size: float) -> None:
    """Add a paragraph of its own in the middle of the page."""
    paragraph = document.add_paragraph()
    paragraph.alignment, paragraph.paragraph_format.space_after = CENTRE, Pt(form.SPACE_BETWEEN)
    write(paragraph, run, size)


def in_cell(cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False, centred: bool = True) -> None:
    """Add a line to a cell."""
    paragraph = cell.add_paragraph()
    paragraph.alignment = CENTRE if centred else WD_ALIGN_PARAGRAPH.LEFT
    write(paragraph, Run(text, bold=bold, italic=italic), size)


def ruled(cell: _Cell, text: str, size: float, share: float, width: float) -> None:
    """The line under the words above: so much of their width, in the middle of the cell."""
    paragraph = cell.add_paragraph()
    room = width - 2 * CELL
    border(paragraph, min(form.width_of(text, size) * share, room), room)


def border(paragraph: Paragraph, length: float, room: float) -> None:
    """Draw a line of a length over an empty paragraph, in the middle of the room it has."""
    side = max(0.0, (room - length) / 2)
    layout = paragraph.paragraph_format
    layout.left_indent = layout.right_indent = Mm(side)
    layout.space_after, layout.line_spacing = Pt(0), Pt(3)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )
