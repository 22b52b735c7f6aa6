"""Workbooks we send: the pieces they are written with. Texts never become formulas; figures keep their numbers and print on A4."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

COUNT, EXACT = "#,##0", "#,##0.###"
A3, A4 = 8, 9
"""Sizes of paper as Excel numbers them."""
FONT = "Times New Roman"
LONGEST = 8000
"""Characters a formula may have; Excel refuses more than 8,192."""
READABLE, ON_A3 = 16, 26
"""Columns that can still be read when they are put on one page of A4, or of A3."""
SHORT = 45
"""Rows that stay on one page together with what is under the table, such as the signature."""
_THIN = Side(style="thin", color="FF999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="FFEEEEEE")
_PLAIN, _BOLD, _SMALL = Font(name=FONT, size=11), Font(name=FONT, size=11, bold=True), Font(name=FONT, size=10, italic=True)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_APART = Alignment(indent=1)
_RIGHT = Alignment(horizontal="right", vertical="center")
_FORBIDDEN = dict.fromkeys(map(ord, "[]:*?/\\"), " ")


def new_book(first_sheet: str) -> tuple[Workbook, Worksheet]:
    """An empty workbook and its first sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = sheet_name(first_sheet)
    return book, sheet


def sheet_name(words: str) -> str:
    """Words as a sheet may be called: 31 characters, none of those Excel forbids."""
    return words.translate(_FORBIDDEN)[:31].strip()


def counted(value: float | None) -> str:
    """The number format of a count: Excel writes the decimal sign of the longer one even where no decimals follow."""
    return COUNT if value is None or value != value or value == int(value) else EXACT


def percent_format(decimals: int) -> str:
    """The number format of a rate kept as a fraction."""
    return "0." + "0" * decimals + "%" if decimals else "0%"


def text(sheet: Worksheet, row: int, column: int, words: str, *, bold: bool = False, boxed: bool = False, centred: bool = False) -> Cell:
    """A cell of words: what begins like a formula stays words."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = words, "s"
    cell.font, cell.alignment = (_BOLD if bold else _PLAIN), (_CENTRE if centred else _LEFT)
    if boxed:
        cell.border = _BOX
    return cell


def figure(sheet: Worksheet, row: int, column: int, value: float | str | None, form: str = COUNT, *, bold: bool = False) -> Cell:
    """A boxed cell for a number or a formula of ours (a text that begins with "="); None or NaN leaves it empty."""
    empty = value is None or (isinstance(value, float) and math.isnan(value))
    cell = sheet.cell(row, column, None if empty else value)
    cell.number_format, cell.border, cell.alignment = form, _BOX, _RIGHT
    cell.font = _BOLD if bold else _PLAIN
    return cell


def heading(sheet: Worksheet, row: int, column: int, words: str, *, across: int = 1, down: int = 1) -> None:
    """A heading over `across` columns and `down` rows."""
    for one in range(row, row + down):
        for other in range(column, column + across):
            cell = sheet.cell(one, other)
            cell.fill, cell.border, cell.font, cell.alignment = _GREY, _BOX, _BOLD, _CENTRE
    text(sheet, row, column, words, bold=True, boxed=True, centred=True)
    if across > 1 or down > 1:
        sheet.merge_cells(start_row=row, start_column=column, end_row=row + down - 1, end_column=column + across - 1)


def top(sheet: Worksheet, title: str, lines: Iterable[str], width: int) -> int:
    """The block above a table: its title, then smaller lines; the number of the next free row, one left blank."""
    row = 1
    for row, words in enumerate((title, *lines), start=1):
        cell = text(sheet, row, 1, words, centred=True)
        cell.font = Font(name=FONT, size=14, bold=True) if row == 1 else _SMALL
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=min(max(1, width), READABLE))
    sheet.row_dimensions[1].height = 24
    return row + 2


def table(sheet: Worksheet, row: int, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """A table of words with one row of headings; the number of the next free row."""
    for column, words in enumerate(heads, start=1):
        heading(sheet, row, column, words)
    for cells in rows:
        row += 1
        for column, words in enumerate(cells, start=1):
            text(sheet, row, column, words, boxed=True)
    return row + 1


def long_table(
    name: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[str | float]], wide: Sequence[float], mark: str = ""
) -> bytes:
    """A workbook of one sheet with so many rows that they are written one after the other: a title, headings, rows. Texts stay texts."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(sheet_name(name))
    for column, width in enumerate(wide, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A3"
    _paper(sheet, "landscape", A3, mark)
    sheet.append([_streamed(sheet, f"{title}. {mark}" if mark else title, _BOLD)])
    sheet.append([_streamed(sheet, words, _BOLD) for words in heads])
    for row in rows:
        sheet.append([_streamed(sheet, value, _PLAIN) for value in row])
    sheet.auto_filter.ref = f"A2:{get_column_letter(len(heads))}2"
    sheet.print_title_rows = "2:2"
    return as_bytes(book)


def _streamed(sheet: Any, value: str | float, font: Font) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value)
    cell.font = font
    if isinstance(value, str):
        cell.data_type, cell.alignment = "s", _APART
    else:
        cell.number_format = counted(value)
    return cell


def facts(sheet: Worksheet, row: int, pairs: Iterable[tuple[str, str]]) -> int:
    """Names and what is known of them, one a row; the number of the next free row."""
    for name, words in pairs:
        text(sheet, row, 1, name, bold=True)
        text(sheet, row, 2, words)
        row += 1
    return row


def widths(sheet: Worksheet, *wide: float, rest: float | None = None, columns: int = 0) -> None:
    """The widths of the first columns, and of the others up to `columns`."""
    for column in range(1, max(len(wide), columns) + 1):
        width = wide[column - 1] if column <= len(wide) else rest
        if width:
            sheet.column_dimensions[get_column_letter(column)].width = width


def heights(sheet: Worksheet, first: int, last: int, *, least: float = 15) -> None:
    """Make rows high enough for the words wrapped in them; needs the widths, and not every program does it by itself."""
    across = {(one.min_row, one.min_col): one.max_col for one in sheet.merged_cells.ranges}
    for row in range(first, last + 1):
        lines = [_lines(sheet, cell, across.get((row, cell.column), cell.column)) for cell in sheet[row] if isinstance(cell.value, str)]
        sheet.row_dimensions[row].height = max(least, 15.0 * max(lines, default=1))


def _lines(sheet: Worksheet, cell: Cell, last: int) -> int:
    """Into how many lines the words of a cell that reaches to column `last` are broken."""
    if cell.data_type == "f" or not cell.value:
        return 1
    width = sum(sheet.column_dimensions[get_column_letter(column)].width or 13 for column in range(cell.column, last + 1))
    return sum(math.ceil(max(1, len(line)) * 1.1 / width) for line in str(cell.value).splitlines())


def on_paper(sheet: Worksheet, headings: tuple[int, int] | None = None, *, across: bool = True, mark: str = "") -> None:
    """As wide as a page of A4, a wide one of A3 (a very wide one as few pages), a short one on one page; headings and names again on
    each, `mark` at its head, which page of how many at its foot."""
    pages_wide = max(1, math.ceil(sheet.max_column / ON_A3))
    if headings:
        sheet.print_title_rows = f"{headings[0]}:{headings[1]}"
    if pages_wide > 1:
        sheet.print_title_cols = "A:A"
    _paper(sheet, "landscape" if across else "portrait", A4 if sheet.max_column <= READABLE else A3, mark)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, int(sheet.max_row <= SHORT)


def _paper(sheet: Any, orientation: str, size: int, mark: str) -> None:
    """The size of the paper and what stands on the edge of each page; one page wide, as high as it comes."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = orientation, size
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.6, header=0.25, footer=0.25)
    sheet.oddFooter.right.text = "&P/&N"
    sheet.oddHeader.center.text = mark or None


def address(row: int, column: int) -> str:
    """A cell as a formula names it: B5."""
    return f"{get_column_letter(column)}{row}"


def added(cells: Sequence[tuple[int, int]]) -> str:
    """The formula that adds cells (row, column), those in a line as one range; "" when it would be longer than Excel allows."""
    runs = [_range(run) for run in _runs(sorted(cells, key=lambda cell: (cell[1], cell[0])))]
    parts = [f"SUM({','.join(runs[first : first + 200])})" for first in range(0, len(runs), 200)]
    formula = "=" + "+".join(parts)
    return formula if runs and len(formula) <= LONGEST else ""


def divided(above: str, below: str, otherwise: str) -> str:
    """The formula that divides one cell by another and says `otherwise` where there is nothing to divide by."""
    words = otherwise.replace('"', '""')
    return f'=IF({below}=0,"{words}",{above}/{below})'


def _runs(cells: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    runs = [cells[:1]] if cells else []
    for before, cell in pairwise(cells):
        if cell == (before[0] + 1, before[1]):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return runs


def _range(run: list[tuple[int, int]]) -> str:
    first, last = address(*run[0]), address(*run[-1])
    return first if first == last else f"{first}:{last}"


def as_bytes(book: Workbook) -> bytes:
    """The workbook as a file."""
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
