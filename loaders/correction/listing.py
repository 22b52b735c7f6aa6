"""The first sheet of a correction workbook: every place to mend, with a link to it, why, how, and an example."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.language import _, number
from loaders.correction.plan import Marked, Plan

WRONG = PatternFill("solid", fgColor="FFF8CBAD")
ASKED = PatternFill("solid", fgColor="FFFFE699")
_GREY, _NOTICE = PatternFill("solid", fgColor="FFEEEEEE"), PatternFill("solid", fgColor="FFDDEBF7")
_THIN = Side(style="thin", color="FF999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_FONT = "Times New Roman"
_WIDTHS = (5, 14, 16, 16, 44, 30, 30, 22)
_LAST = "H"
_LINE = 15.0

Held = Callable[[str, str], str]
"""Sheet and cell to the text that stands there."""


def write(sheet: Worksheet, plan: Plan, held: Held, lost: Sequence[str] | None) -> None:
    """Fill the sheet. `lost` are the things left out of a values-only copy; None where the file is the sender's own."""
    row = _head(sheet, plan, lost)
    top = row
    for col, text in enumerate(_headings(), 1):
        _dress(sheet, row, col, text, Font(name=_FONT, bold=True, size=11)).fill = _GREY
    for place, mark in enumerate(plan.marks, 1):
        row += 1
        _row(sheet, row, place, mark, held)
    _on_paper(sheet, top, row)


def _headings() -> tuple[str, ...]:
    now, wrong, why, how = _("In the cell now"), _("What is wrong"), _("Why it matters"), _("What to do in the file")
    return (_("No."), _("Sheet"), _("Cell"), now, wrong, why, how, _("Example from another return"))


def _counted(file: str, wrong: int, asked: int) -> str:
    """How many places are wrong and how many are asked about; of what there is none nothing is said."""
    if not wrong:
        return _("File: {file}. {asked} places need an answer (yellow).", file=file, asked=number(asked))
    if not asked:
        return _("File: {file}. {wrong} places are wrong (orange).", file=file, wrong=number(wrong))
    said = {"wrong": number(wrong), "asked": number(asked)}
    return _("File: {file}. {wrong} places are wrong (orange), {asked} need an answer (yellow).", file=file, **said)


def _head(sheet: Worksheet, plan: Plan, lost: Sequence[str] | None) -> int:
    """The lines above the table; the row its heading stands in."""
    grave = len([mark for mark in plan.marks if mark.grave])
    told = [
        (_("To mend in the return"), Font(name=_FONT, bold=True, size=14)),
        (plan.whose, Font(name=_FONT, bold=True, size=12)),
        (_counted(plan.file, grave, len(plan.marks) - grave), _plain_font()),
        (_("Mend the coloured cells in their sheets, save, and send this same file back. Press a cell's name to go to it."), _plain_font()),
        *((note, Font(name=_FONT, size=11, bold=True)) for note in plan.notes),
    ]
    for row, (text, font) in enumerate(told, 1):
        _line(sheet, row, text, font)
    row = len(told)
    if lost is not None:
        row += 1
        _line(sheet, row, _notice(lost), Font(name=_FONT, bold=True, size=11)).fill = _NOTICE
        sheet.row_dimensions[row].height = 3 * _LINE
    return row + 2


def _notice(lost: Sequence[str]) -> str:
    if not lost:
        return _("The file is too large to be sent back: mend your own file by this list and send that.")
    return _(
        "This is a copy with values only: the file sent has {lost}, which cannot be kept. "
        "Mend this copy, or your own file by this list, and send one of them.",
        lost=", ".join(lost),
    )


def _plain_font() -> Font:
    return Font(name=_FONT, size=11)


def _line(sheet: Worksheet, row: int, text: str, font: Font):
    sheet.merge_cells(f"A{row}:{_LAST}{row}")
    cell = as_text(sheet, row, 1, text)
    cell.font, cell.alignment = font, Alignment(wrap_text=True, vertical="center")
    sheet.row_dimensions[row].height = 20
    return cell


def _row(sheet: Worksheet, row: int, place: int, mark: Marked, held: Held) -> None:
    def told(part: str) -> str:
        return "\n".join(dict.fromkeys(text for reason in mark.reasons if (text := getattr(reason, part))))

    now = held(mark.sheet, mark.cell) if mark.cell else ""
    cells = _("{cell} and {count} more", cell=mark.cell, count=number(len(mark.also))) if mark.also else mark.cell
    texts = (place, mark.sheet, cells, now, told("what"), told("why"), told("how"), told("example"))
    for col, text in enumerate(texts, 1):
        _dress(sheet, row, col, text, _plain_font())
    sheet.cell(row, 3).fill = WRONG if mark.grave else ASKED
    if mark.cell:
        _link(sheet, row, mark)
    sheet.row_dimensions[row].height = _LINE * max(_lines(str(text), width) for text, width in zip(texts, _WIDTHS, strict=True)) + 4


def _link(sheet: Worksheet, row: int, mark: Marked) -> None:
    cell = sheet.cell(row, 3)
    quoted = mark.sheet.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!{mark.cell}")
    cell.font = Font(name=_FONT, size=11, underline="single", color="FF0563C1")


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of that many letters."""
    return sum(max(1, -(-len(part) // max(width - 1, 1))) for part in text.split("\n"))


def as_text(sheet: Worksheet, row: int, col: int, value: object):
    """A cell whose text stays a text, also when it begins like a formula; signs no workbook may hold are left out."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = sheet.cell(row, col, value)  # type: ignore[arg-type]
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
    return cell


def _dress(sheet: Worksheet, row: int, col: int, value: object, font: Font):
    cell = as_text(sheet, row, col, value)
    cell.font, cell.border = font, _BOX
    cell.alignment = Alignment(wrap_text=True, vertical="top" if row > 1 else "center", horizontal="center" if col in (1, 3) else "left")
    return cell


def _on_paper(sheet: Worksheet, top: int, last: int) -> None:
    for place, width in enumerate(_WIDTHS):
        sheet.column_dimensions[chr(ord("A") + place)].width = width
    sheet.freeze_panes = sheet.cell(top + 1, 1)
    sheet.print_area, sheet.print_title_rows = f"A1:{_LAST}{last}", f"{top}:{top}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    sheet.sheet_view.showGridLines = False
