"""A workbook to fill in for one unit and period: last figures beside, numbers only, and a hidden sheet that says whose and when it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import Element, elements
from catalogue.indicators import groups
from catalogue.language import _
from catalogue.periods import Period
from catalogue.units import Unit, units
from loaders.identity import SHEET, lines
from loaders.measures import measures
from loaders.spoken import period_name
from loaders.words import table
from store import Store

_HEADER_ROW = 6
_THIN = Side(style="thin", color="FF999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="FFEEEEEE")
_WIDTHS = {"A": 6, "B": 70, "C": 14, "D": 14, "E": 14, "F": 30}


def write(out: Path, unit: str, period: Period, store: Store | None = None) -> None:
    """Write the workbook; with a store, the figures in force of the period before stand beside the cells to fill."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("Return")
    _top(sheet, units()[unit], period)
    _rows(sheet, list(asked()), _last(store, unit, period))
    _identity(book, unit, period)
    book.save(out)


def asked() -> Iterable[Element]:
    """The elements a commune is asked for, in the order of data/reader/template.csv."""
    return [elements()[row["element"]] for row in table("template.csv")]


def _top(sheet: Worksheet, unit: Unit, period: Period) -> None:
    name = period_name(period)
    sheet["A1"] = _("Reporting unit: {unit}", unit=unit.name)
    sheet["A2"] = _("Return of {unit}, {period}", unit=unit.name, period=name)
    sheet["A2"].font = Font(bold=True, size=13)
    sheet["A3"] = _("Reporting period: {period}", period=name)
    sheet["A4"] = _("Type a whole number of 0 or more; leave blank what was not counted.")
    sheet["A4"].font = Font(italic=True)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    headings = (_("No."), _("Item"), _("Unit of measure"), _("Result"), _("Last period"), _("Note"))
    for col, text in enumerate(headings, 1):
        cell = sheet.cell(_HEADER_ROW, col, text)
        cell.font, cell.fill, cell.border = Font(bold=True), _GREY, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 1, 1)


def _rows(sheet: Worksheet, wanted: list[Element], last: dict[str, float]) -> None:
    whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True)
    whole.error = _("Type a whole number of 0 or more; leave blank what was not counted.")
    sheet.add_data_validation(whole)
    row, number, group = _HEADER_ROW, 0, ""
    for element in wanted:
        if element.group != group:
            group, row = element.group, row + 1
            sheet.cell(row, 2, groups()[group].name_vi.upper()).font = Font(bold=True)
        row, number = row + 1, number + 1
        values = (number, element.name_vi, measures()[element.unit].name, None, last.get(element.code), None)
        for col, value in enumerate(values, 1):
            sheet.cell(row, col, value).border = _BOX
        for col in (4, 6):
            sheet.cell(row, col).protection = Protection(locked=False)
        sheet.cell(row, 5).fill = _GREY
        whole.add(sheet.cell(row, 4))
    sheet.protection.sheet = True


def _last(store: Store | None, unit: str, period: Period) -> dict[str, float]:
    if store is None:
        return {}
    found = store.observations(periods=[str(period.previous)], units=[unit])
    return {r["element"]: float(r["value"]) for r in found.to_dict("records") if r["basis"] != "year_to_date"}


def _identity(book: Workbook, unit: str, period: Period) -> None:
    sheet = book.create_sheet(SHEET)
    for row in lines(unit, period, [e.code for e in asked()]):
        sheet.append(row)
    sheet.sheet_state = "veryHidden"
