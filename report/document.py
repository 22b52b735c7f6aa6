"""A draft as a Word file in the form of Decree 30/2020. Nothing here knows what the words mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph as DocxParagraph

from catalogue.language import LANGUAGES, _, speaking
from report import form, names
from report.content import Annex, Cell, Draft, Header, Paragraph, Run, Signature
from report.footnotes import Footnotes

TOP, BOTTOM, LEFT, RIGHT, HEADER = 20, 20, 30, 15, 10
SIZE, SMALL, TABLE = 14, 13, 10
BULLETS = {"bullet": "- ", "detail": "+ "}
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LETTERHEAD = (60, 105)
INSIDE = 50
"""How far in those stand whom a letter is written to, in millimetres."""
SIGNING = (80, 85)
CELL = 1.9
"""The blank edge that Word leaves on both sides of a cell, in millimetres."""
_UNBROKEN = re.compile(r"[\u2265\u2264<>] \S+|\([\d.,]+/[\d.,]+\)|\d+/[^\W\d_]\S*|[^\s/]+/?")
ROOM = 2 * CELL + 0.8
"""The edges of a cell with its lines, in millimetres."""
WIDEST = 0.16
"""The part of a table that a column may take for the sake of one long word."""
TABLE_SIZES = (TABLE, 9.5, 9)
SMALLEST = 8
"""Of the line under the words of a cell, such as a trace id."""


def docx(draft: Draft) -> bytes:
    """The Word file of a draft, in Vietnamese whatever the screen speaks."""
    with speaking(LANGUAGES[0]):
        return _docx(draft)


def _docx(draft: Draft) -> bytes:
    document, notes = _blank(names.invented() if draft.illustrative else ""), Footnotes()
    _letterhead(document, draft.header)
    _title(document, draft.header)
    for paragraph in draft.paragraphs():
        _body(document, paragraph, notes)
    _foot(document, draft.recipients, draft.signature)
    for place, annex in enumerate(draft.annexes, 1):
        _annex(document, annex, place if len(draft.annexes) > 1 else 0, draft)
    notes.attach(document)
    document.core_properties.title = f"{draft.header.kind} {draft.header.title}"
    document.core_properties.author = " ".join(draft.header.body)
    document.core_properties.comments = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _blank(mark: str) -> DocxDocument:
    document = Document()
    section = document.sections[0]
    _upright(section)
    style = document.styles["Normal"]
    style.font.name, style.font.size = form.FONT, Pt(SIZE)  # type: ignore[union-attr]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), form.FONT)
    style.paragraph_format.space_after = Pt(0)  # type: ignore[union-attr]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)
    _numbered(section)
    _marked(section, mark)
    return document


def _upright(section: Section) -> None:
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Mm(side) for side in form.PAGE)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(HEADER)


def _numbered(section: Section) -> None:
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


def _marked(section: Section, mark: str) -> None:
    """What every page must say of itself, the first one too, at the head; nothing without a mark."""
    for header in (section.first_page_header, section.header) if mark else ():
        paragraph = header.add_paragraph() if any(one.runs for one in header.paragraphs) else header.paragraphs[0]
        paragraph.alignment = CENTRE
        _write(paragraph, Run(mark, bold=True), TABLE)


def _letterhead(document: DocxDocument, header: Header) -> None:
    table = _bare(document, LETTERHEAD, 2)
    left, right = table.rows[0].cells
    for line in header.superior:
        _line(left, line, form.BODY_NAME.most)
    for line in header.body:
        _line(left, line, form.BODY_NAME.most, bold=True)
    _rule(left, header.body[-1], form.BODY_NAME.most, 0.4, LETTERHEAD[0])
    _line(right, _("SOCIALIST REPUBLIC OF VIET NAM"), form.COUNTRY.most, bold=True)
    motto = _("Independence - Freedom - Happiness")
    _line(right, motto, form.MOTTO.most, bold=True)
    _rule(right, motto, form.MOTTO.most, 1.0, LETTERHEAD[1])
    left, right = table.rows[1].cells
    _line(left, _("No.: {blank}{sign}", blank=" " * 8, sign=header.sign), form.NUMBER.most)
    _line(
        right,
        _("{place}, day {day} month {month} year {year}", place=header.place, day=" " * 6, month=" " * 6, year=" " * 8),
        form.PLACE.most,
        italic=True,
    )
    if not header.kind:
        _line(left, header.title, form.SUBJECT.least)


def _title(document: DocxDocument, header: Header) -> None:
    """The kind and what it is about, with the line under them; a letter begins with those it is written to."""
    if header.kind:
        _kind(document, header)
    _addressed(document, header)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _kind(document: DocxDocument, header: Header) -> None:
    for text, before in ((header.kind, 18), (header.title, 0)):
        paragraph = document.add_paragraph()
        paragraph.alignment, paragraph.paragraph_format.space_before = CENTRE, Pt(before)
        _write(paragraph, Run(text, bold=True), form.TITLE.most)
    width = form.PAGE[0] - LEFT - RIGHT
    longest = min(form.width_of(header.title, form.TITLE.most), width)
    _border(document.add_paragraph(), longest * 0.4, width)


def _addressed(document: DocxDocument, header: Header) -> None:
    """One on the line of the word itself; several each on a line of its own under it."""
    if not header.addressed:
        return
    several = len(header.addressed) > 1 and not header.kind
    to = document.add_paragraph()
    to.alignment, to.paragraph_format.space_before = CENTRE, Pt(6 if header.kind else 18)
    _write(to, Run(_("To:") if several else _("To: {names}.", names="; ".join(header.addressed))), SIZE)
    for place, name in enumerate(header.addressed if several else (), 1):
        line = document.add_paragraph()
        line.paragraph_format.left_indent = Mm(INSIDE)
        _write(line, Run(f"- {name}{'.' if place == len(header.addressed) else ';'}"), SIZE)


def _body(document: DocxDocument, paragraph: Paragraph, notes: Footnotes) -> None:
    made = document.add_paragraph()
    layout = made.paragraph_format
    made.alignment, layout.first_line_indent = JUSTIFY, Mm(form.INDENTS[1])
    layout.space_after, layout.space_before, layout.line_spacing = Pt(form.SPACE_BETWEEN), Pt(0), 1.1
    layout.keep_with_next = paragraph.style in ("heading", "subheading") or paragraph.text.endswith(":")
    bold = paragraph.style in ("heading", "subheading")
    if paragraph.style in BULLETS:
        _write(made, Run(BULLETS[paragraph.style]), SIZE)
    for at, run in enumerate(paragraph.runs):
        _write(made, Run(run.text, bold=run.bold or bold, italic=run.italic or paragraph.style == "basis"), SIZE)
        if run.note:
            notes.mark(made, run.note, follows=at > 0 and not run.text and bool(paragraph.runs[at - 1].note))


def _foot(document: DocxDocument, recipients: Sequence[str], signature: Signature) -> None:
    """Recipients on the left, the signer on the right, kept on one page."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = _bare(document, SIGNING, 1)
    left, right = table.rows[0].cells
    _line(left, _("Recipients:"), form.RECIPIENTS_HEAD.most, bold=True, italic=True, centred=False)
    for name in recipients:
        _line(left, f"- {name}", form.RECIPIENTS.most, centred=False)
    for line in signature.lines:
        _line(right, line, form.SIGNER.most, bold=True)
    for _blank_line in range(4):
        _line(right, "", form.SIGNER.most)
    _line(right, signature.name, form.SIGNER.most, bold=True)


def _annex(document: DocxDocument, annex: Annex, place: int, draft: Draft) -> None:
    """A landscape section; the only annex of a document has no number (`place` 0)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _sideways(section)
    _marked(section, names.invented() if draft.illustrative else "")
    heading = _("Annex {number}", number=_roman(place)) if place else _("Annex")
    for text, size, bold in ((heading, form.ANNEX.most, True), (annex.title.upper(), form.ANNEX_TITLE.most, True)):
        _centred(document, Run(text, bold=bold), size)
    _centred(document, Run(_attached(draft.header), italic=True), SMALL)
    width = form.PAGE[1] - LEFT - RIGHT
    if annex.note:
        _centred(document, Run(annex.note, italic=True), TABLE + 1)
    _table(document, annex, width)


def _attached(header: Header) -> str:
    """Which document an annex belongs to; number and day are left for the clerk."""
    template = (
        _("(Attached to the Report No. {blank}{sign} of day {day} month {month} year {year})")
        if header.kind
        else _("(Attached to the Official Letter No. {blank}{sign} of day {day} month {month} year {year})")
    )
    return template.format(blank=" " * 6, sign=header.sign, day=" " * 4, month=" " * 4, year=" " * 6)


def _sideways(section: Section) -> None:
    """A landscape page: the binding edge of 30 mm stays on the left, pages are counted anew."""
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(form.PAGE[1]), Mm(form.PAGE[0])
    for old in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(old)
    _numbered(section)


def _centred(document: DocxDocument, run: Run, size: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment, paragraph.paragraph_format.space_after = CENTRE, Pt(form.SPACE_BETWEEN)
    _write(paragraph, run, size)


def _table(document: DocxDocument, annex: Annex, width: float) -> None:
    table = document.add_table(rows=0, cols=len(annex.head))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    size, widths = fitted(annex, width)
    _columns(table, widths)
    head = table.add_row()
    _repeat(head)
    for cell, text, one in zip(_cells(head), annex.head, widths, strict=True):
        _fill(cell, Cell(text, bold=True), one, size, CENTRE)
    for row in annex.rows:
        made = table.add_row()
        _whole(made)
        for cell, content, one in zip(_cells(made), row, widths, strict=True):
            _fill(cell, content, one, size, WD_ALIGN_PARAGRAPH.RIGHT if content.right else WD_ALIGN_PARAGRAPH.LEFT)


def _cells(row: _Row) -> list[_Cell]:
    """The cells of a row that has no merged ones: the library's own way looks through the whole table for each row."""
    return [_Cell(element, row) for element in row._tr.tc_lst]  # type: ignore[arg-type]


def fitted(annex: Annex, width: float) -> tuple[float, list[float]]:
    """The size of the letters and the widths of the columns in millimetres: as asked for, but wide enough that no word or number is
    broken; where there is no room for that the letters are smaller."""
    most = WIDEST * width / TABLE
    longest = [min(most, max(form.width_of(piece, 1) for piece in _pieces(annex, at))) for at in range(len(annex.head))]
    size = next((one for one in TABLE_SIZES if one * sum(longest) + ROOM * len(longest) <= width), TABLE_SIZES[-1])
    least = [one * size + ROOM for one in longest]
    least = [one * min(1.0, width / sum(least)) for one in least]
    wanted = [width * one / sum(annex.widths) for one in annex.widths]
    lacking = sum(max(0.0, one - want) for one, want in zip(least, wanted, strict=True))
    spare = sum(max(0.0, want - one) for one, want in zip(least, wanted, strict=True))
    given = [max(one, want - max(0.0, want - one) * lacking / spare) if spare else one for one, want in zip(least, wanted, strict=True)]
    return size, given


def _pieces(annex: Annex, at: int) -> Iterator[str]:
    """What must not be broken in a column: words, numbers, and the parts of a trace id between its strokes."""
    for text in (annex.head[at], *{row[at].text for row in annex.rows}):
        yield from _UNBROKEN.findall(text) or ("",)


def _fill(cell: _Cell, content: Cell, width: float, size: float, alignment: WD_ALIGN_PARAGRAPH) -> None:
    cell.width = Mm(width)
    paragraph = cell.paragraphs[0]
    paragraph.alignment = alignment
    _write(paragraph, Run(content.text, bold=content.bold), size)
    if content.below:
        _write(cell.add_paragraph(), Run(content.below), SMALLEST)


def _repeat(row: _Row) -> None:
    """The head stands again on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _whole(row: _Row) -> None:
    """A row is not torn between two pages."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _columns(table: Table, widths: Sequence[float]) -> None:
    """The widths also in the table's own grid, which is what LibreOffice goes by."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def _bare(document: DocxDocument, widths: Sequence[float], rows: int) -> Table:
    """A table without lines, to set things side by side."""
    table = document.add_table(rows=rows, cols=len(widths))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    _columns(table, widths)
    for row in table.rows:
        _whole(row)
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
            cell._element.remove(cell.paragraphs[0]._element)
    return table


def _line(cell: _Cell, text: str, size: float, *, bold: bool = False, italic: bool = False, centred: bool = True) -> None:
    paragraph = cell.add_paragraph()
    paragraph.alignment = CENTRE if centred else WD_ALIGN_PARAGRAPH.LEFT
    _write(paragraph, Run(text, bold=bold, italic=italic), size)


def _rule(cell: _Cell, text: str, size: float, share: float, width: float) -> None:
    """The line under the words above: so much of their width, in the middle of the cell."""
    paragraph = cell.add_paragraph()
    room = width - 2 * CELL
    _border(paragraph, min(form.width_of(text, size) * share, room), room)


def _border(paragraph: DocxParagraph, length: float, room: float) -> None:
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


def _write(paragraph: DocxParagraph, run: Run, size: float) -> None:
    if not run.text:
        return
    made = paragraph.add_run(run.text)
    made.font.size, made.font.bold, made.font.italic = Pt(size), run.bold or None, run.italic or None


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1]
