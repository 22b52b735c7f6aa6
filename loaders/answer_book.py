"""The answer as a workbook: the asker's own form with the held figures filled in, and every item with its date and sources."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _, day, number, percent
from catalogue.periods import Period
from catalogue.units import units
from indicators.held import Held
from loaders.answering import Answer
from loaders.spoken import period_name

_FONT = "Times New Roman"
_THIN = Side(style="thin", color="FF999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD = PatternFill("solid", fgColor="FFE7ECF2")
_FILLED = PatternFill("solid", fgColor="FFE6F2EC")
_TOP = Alignment(vertical="top", wrap_text=True)
FILLABLE = (".xlsx", ".xlsm")
"""The formats of forms that are filled in themselves; of others only the list of answers is written."""


def answer_book(found: Sequence[Answer], cells: pd.DataFrame, title: str, form: bytes | None = None, *, macros: bool = False) -> bytes:
    """The workbook with the items and their sources; when the asker's `form` is given, these two sheets follow its own.

    A form's cell is filled only where the whole answer is held; its remark says of what date. Nothing else of the form is changed.
    """
    book = load_workbook(io.BytesIO(form), keep_vba=macros) if form else Workbook()
    if form:
        _fill(book, found)
    else:
        book.remove(book.worksheets[0])
    _items(book.create_sheet(_free(book, _("Answers"))), found, title)
    _sources(book.create_sheet(_free(book, _("Sources"))), cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def words_of(answer: Answer) -> str:
    """How an item stands, as a sentence."""
    held = answer.held
    if answer.state == "foreign":
        return _("Not among the figures kept here: ask the office in charge.")
    if held is None:
        return _("May mean several figures: choose one.")
    if answer.state == "missing":
        return _("No data: must be asked for.")
    of = period_name(held.period) if held.period else ""
    counted = _("{reporting}/{due} units reported", reporting=number(held.units_reporting), due=number(held.units_due))
    if answer.state == "older":
        return _("Nothing for this period; the last figure is of {period}.", period=of)
    return counted if answer.state == "held" else _("Part only: {counted}.", counted=counted)


def value_of(held: Held | None) -> str:
    """The value as people write it; a rate with its two counts."""
    if held is None or held.value is None:
        return ""
    if held.denominator is None or held.numerator is None:
        return number(held.value, None)
    return f"{percent(held.value)} ({number(held.numerator)}/{number(held.denominator)})"


def name_of(code: str) -> str:
    """The name of an element or indicator."""
    return (elements().get(code) or indicators()[code]).name_vi


def _fill(book: Workbook, found: Sequence[Answer]) -> None:
    for answer in found:
        held, item = answer.held, answer.item
        if answer.state != "held" or held is None or held.value is None or item.sheet not in book.sheetnames:
            continue
        cell = book[item.sheet][item.cell]
        shown_as_percent = "%" in str(cell.number_format)
        cell.value = held.value / 100 if item.rate and shown_as_percent else round(held.value, 2) if item.rate else _whole(held.value)
        cell.fill = _FILLED
        cell.comment = Comment(f"{name_of(held.code)}: {words_of(answer)}. {_as_of(held)}", "")


def _whole(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _as_of(held: Held) -> str:
    return _("Data as of {day}.", day=day(held.data_date)) if held.data_date else ""


def _items(sheet: Worksheet, found: Sequence[Answer], title: str) -> None:
    sheet["A1"] = title
    sheet["A1"].data_type = "s"
    sheet["A1"].font = Font(name=_FONT, size=13, bold=True)
    headings = (
        _("No."),
        _("Asked for"),
        _("Understood as"),
        _("Unit"),
        _("Figure held"),
        _("Period of the value"),
        _("Data as of"),
        _("Standing"),
    )
    _row(sheet, 3, headings, head=True)
    for place, answer in enumerate(found, 1):
        held = answer.held
        _row(
            sheet,
            place + 3,
            (
                place,
                answer.item.text,
                name_of(held.code) if held else "",
                units()[held.unit].name if held else "",
                _number(held) if held else None,
                period_name(held.period) if held and held.period else "",
                held.data_date if held else None,
                words_of(answer),
            ),
        )
        if held and held.denominator is not None and held.value is not None:
            sheet.cell(place + 3, 5).number_format = "0.0%"
        sheet.cell(place + 3, 7).number_format = "dd/mm/yyyy"
    _widths(sheet, (6, 48, 40, 22, 14, 20, 13, 40))
    sheet.freeze_panes = "A4"


def _number(held: Held) -> float | None:
    if held.value is None:
        return None
    return held.value / 100 if held.denominator is not None else _whole(held.value)


def _sources(sheet: Worksheet, cells: pd.DataFrame) -> None:
    _row(sheet, 1, (_("Count"), _("Unit"), _("Period"), _("Figure"), _("As typed"), _("Sheet"), _("Cell"), _("File")), head=True)
    for at, row in enumerate(cells.to_dict("records"), 2):
        period = period_name(Period.parse(str(row["period"])))
        told = (
            name_of(row["element"]),
            units()[row["unit"]].name,
            period,
            row["value"],
            row["raw"],
            row["sheet"],
            row["cell"],
            row["file"],
        )
        _row(sheet, at, told)
    _widths(sheet, (44, 22, 16, 14, 14, 18, 9, 48))
    sheet.freeze_panes = "A2"


def _row(sheet: Worksheet, at: int, values: Sequence[object], *, head: bool = False) -> None:
    for col, value in enumerate(values, 1):
        cell = sheet.cell(at, col)
        cell.value = value  # type: ignore[assignment]
        if isinstance(value, str):
            cell.data_type = "s"  # a text that begins with = is a text
        cell.font = Font(name=_FONT, size=11, bold=head)
        cell.alignment, cell.border = _TOP, _BOX
        if head:
            cell.fill = _HEAD
        elif isinstance(value, int | float):
            cell.number_format = "#,##0.##" if value != int(value) else "#,##0"


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for col, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(col)].width = width
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]


def _free(book: Workbook, name: str) -> str:
    """A sheet name the form has not taken."""
    found, again = name, 2
    while found in book.sheetnames:
        found, again = f"{name} {again}", again + 1
    return found
