"""Tables of a Word file: those with lines, whose columns are fitted to their words, and those that only set things side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from report import form
from report.content import Annex, Cell, Run
from report.word.marks import CELL, CENTRE, TABLE, write

_UNBROKEN = re.compile(r"[\u2265\u2264<>] \S+|\([\d.,]+/[\d.,]+\)|\d+/[^\W\d_]\S*|[^\s/]+/?")
ROOM = 2 * CELL + 0.8
"""The edges of a cell with its lines, in millimetres."""
WIDEST = 0.16
"""The part of a table that a column may take for the sake of one long word."""
TABLE_SIZES = (TABLE, 9.5, 9)
SMALLEST = 8
"""Of the line under the words of a cell, such as a trace id."""


def table_of(document: DocxDocument, annex: Annex, width: float) -> None:
    """The table of an annex: its head stands again on every page, no row is torn."""
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


def _cells(row: _Row) -> list[_Cell]:
    """The cells of a row that has no merged ones: the library's own way looks through the whole table for each row."""
    return [_Cell(element, row) for element in row._tr.tc_lst]  # type: ignore[arg-type]


def _fill(cell: _Cell, content: Cell, width: float, size: float, alignment: WD_ALIGN_PARAGRAPH) -> None:
    cell.width = Mm(width)
    paragraph = cell.paragraphs[0]
    paragraph.alignment = alignment
    write(paragraph, Run(content.text, bold=content.bold), size)
    if content.below:
        write(cell.add_paragraph(), Run(content.below), SMALLEST)


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


def bare(document: DocxDocument, widths: Sequence[float], rows: int) -> Table:
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
