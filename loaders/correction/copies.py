"""Copies of a workbook with values alone, for files that cannot be written again as they are."""

from __future__ import annotations

import io

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.cell import Cell as Written
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from loaders.correction.losses import KEPT_WHOLE
from loaders.opening.door import Opened
from loaders.opening.grid import Cell, Grid, Sheet, column_name

_STATES = {"visible": "visible", "hidden": "hidden", "very_hidden": "veryHidden"}
_THIN = Side(style="thin", color="FFBBBBBB")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_LEAST_WIDTH, _MOST_WIDTH = 6.0, 42.0
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "_"))


def values_of(opened: Opened, grid: Grid) -> Workbook:
    """A new workbook with the values and, where they can be told, the formats of the file."""
    if opened.format in KEPT_WHOLE:
        dressed = _dressed(opened.data)
        if dressed.sheetnames == [sheet.name for sheet in grid.sheets]:
            return dressed
    return _plain(grid)


def _dressed(data: bytes) -> Workbook:
    """The results instead of the formulas, all formats kept; charts, pictures, names and links left out."""
    book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
    book.defined_names.clear()
    for sheet in book.worksheets:
        sheet._charts, sheet._images, sheet._pivots = [], [], []  # type: ignore[attr-defined]
        sheet.defined_names.clear()
    return book


def _plain(grid: Grid) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in grid.sheets:
        made = book.create_sheet(sheet.name.translate(_FORBIDDEN)[:31] or None)
        made.sheet_state = _STATES[sheet.state]
        _fill(made, sheet)
    if all(sheet.sheet_state != "visible" for sheet in book.worksheets):
        book.worksheets[0].sheet_state = "visible"
    return book


def _fill(made: Worksheet, sheet: Sheet) -> None:
    for cell in sheet.cells.values():
        if not cell.extra.under_merge:
            _put(made.cell(cell.row + 1, cell.col + 1), cell)  # type: ignore[arg-type]
    for merge in sheet.merges:
        made.merge_cells(merge.address)
    for col in range(sheet.n_cols):
        made.column_dimensions[column_name(col)].width = _width(sheet, col)
        made.column_dimensions[column_name(col)].hidden = col in sheet.hidden_cols
    for row in sheet.hidden_rows:
        made.row_dimensions[row + 1].hidden = True


def _put(written: Written, cell: Cell) -> None:
    style = cell.style
    text = cell.is_text
    written.value = ILLEGAL_CHARACTERS_RE.sub("", cell.text) if text else cell.value  # type: ignore[assignment]
    if text:  # also one that begins with "=": a text stays a text
        written.data_type, written.quotePrefix = "s", True
    font = "Times New Roman" if cell.extra.decoded_from or not style.font else style.font
    written.font = Font(name=font, bold=style.bold, italic=style.italic, strike=style.strike)
    written.alignment = Alignment(wrap_text=text, vertical="center", indent=style.indent)
    written.border = _BOX
    if style.number_format != "General" and not text:
        written.number_format = style.number_format
    if len(style.fill) == 8:
        written.fill = PatternFill("solid", fgColor=style.fill)


def _width(sheet: Sheet, col: int) -> float:
    """Wide enough for the texts of a column that are not merged over others."""
    longest = max((len(c.text) for c in sheet.cells.values() if c.col == col and c.merge is None), default=0)
    return min(_MOST_WIDTH, max(_LEAST_WIDTH, longest * 0.95 + 2))
