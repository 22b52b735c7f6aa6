"""A workbook to fill in for one unit and period: last figures beside, numbers only, and a hidden sheet that says whose and when it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import Element, elements
from catalogue.indicators import groups, indicators
from catalogue.language import _
from catalogue.periods import Kind, Period
from catalogue.targets import Target, declared_targets
from catalogue.units import Unit, units
from indicators.aims import scopes, target_for
from indicators.tasks import counted_here
from loaders.spoken import period_name
from loaders.understanding.sheets.identity import SHEET, lines
from loaders.understanding.texts.words import table
from loaders.understanding.typed.measures import measures
from store import Store

_HEADER_ROW = 6
_THIN = Side(style="thin", color="FF999999")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="FFEEEEEE")
_WIDTHS = {"A": 6, "B": 62, "C": 18, "D": 15, "E": 24, "F": 28}
_LAST_COLUMN = "F"
_FONT = "Times New Roman"
_FIGURES = "#,##0"


def write(out: Path | BinaryIO, unit: str, period: Period, store: Store | None = None, only: Sequence[str] = ()) -> None:
    """Write the workbook; with a store, the figures in force of the period before stand beside the cells to fill. `only`: these
    elements and no others are asked for."""
    wanted = [elements()[code] for code in only] or owed(unit, period, store.targets() if store else declared_targets())
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = _("Return")
    _top(sheet, units()[unit], period)
    _rows(sheet, wanted, _last(store, unit, period))
    _on_paper(sheet)
    _identity(book, unit, period, [element.code for element in wanted])
    book.save(out)


def asked() -> Iterable[Element]:
    """The elements every commune is asked for: those of data/reader/template.csv."""
    return [elements()[row["element"]] for row in table("template.csv")]


def owed(unit: str, period: Period, targets: Iterable[Target]) -> list[Element]:
    """What is asked of every commune, and both sides of each rate for which the unit has a target on the last day of the period."""
    codes = {element.code for element in asked()}
    places = scopes(units(), unit, period.end())
    by_indicator: dict[str, list[Target]] = {}
    for target in targets:
        if target.status == "in_force" and target.verified and not counted_here(indicators()[target.indicator]):
            by_indicator.setdefault(target.indicator, []).append(target)
    for code, aims in by_indicator.items():
        aim = target_for(aims, indicators()[code], units(), unit, period.end(), places)
        if aim is not None:
            codes |= _counts(aim, period)
    return _in_order(codes)


def _counts(aim: Target, period: Period) -> set[str]:
    """The counts that a target is measured by; by the usual definition where it speaks of a denominator that none has."""
    indicator = indicators()[aim.indicator]
    known = {str(version.denominator or "") for version in indicator.versions}
    definition = indicator.definition(period.end(), aim.denominator if aim.denominator in known else "")
    below = definition.denominator.elements if definition.denominator else ()
    return {code for code in (*definition.numerator.elements, *below) if code in elements()}


def _in_order(codes: Iterable[str]) -> list[Element]:
    """By group, in each as in the catalogue."""
    places: Mapping[str, int] = {code: place for place, code in enumerate(elements())}
    return sorted((elements()[code] for code in codes), key=lambda element: (element.group, places[element.code]))


def _top(sheet: Worksheet, unit: Unit, period: Period) -> None:
    name = period_name(period)
    sheet["A1"] = _("Reporting unit: {unit}", unit=unit.name)
    sheet["A2"] = _("Return of {unit}, {period}", unit=unit.name, period=name)
    sheet["A1"].font = Font(name=_FONT, bold=True, size=12)
    sheet["A2"].font = Font(name=_FONT, bold=True, size=14)
    sheet["A3"].font = Font(name=_FONT, size=12)
    for row in (2, 3, 4):
        sheet.merge_cells(f"A{row}:{_LAST_COLUMN}{row}")
        sheet.cell(row, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[2].height = 24
    sheet["A3"] = _("Reporting period: {period}", period=name)
    sheet["A4"] = _("Type a whole number of 0 or more; leave blank what was not counted.")
    sheet["A4"].font = Font(name=_FONT, italic=True, size=11)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    headings = (_("No."), _("Item"), _("Unit of measure"), _("Result"), _("Last period"), _("Note"))
    for col, text in enumerate(headings, 1):
        cell = sheet.cell(_HEADER_ROW, col, text)
        cell.font, cell.fill, cell.border = Font(name=_FONT, bold=True, size=11), _GREY, _BOX
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[_HEADER_ROW].height = 32
    sheet.freeze_panes = sheet.cell(_HEADER_ROW + 1, 1)


def _rows(sheet: Worksheet, wanted: list[Element], last: dict[str, tuple[float, str]]) -> None:
    whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True, showErrorMessage=True)
    whole.error = _("Type a whole number of 0 or more; leave blank what was not counted.")
    sheet.add_data_validation(whole)
    row, number, group = _HEADER_ROW, 0, ""
    for element in wanted:
        if element.group != group:
            group, row = element.group, row + 1
            sheet.cell(row, 2, groups()[group].name_vi.upper()).font = Font(name=_FONT, bold=True, size=11)
            for col in range(1, len(_WIDTHS) + 1):
                sheet.cell(row, col).border = _BOX
        row, number = row + 1, number + 1
        known, of = last.get(element.code, (None, ""))
        values = (number, element.name_vi, measures()[element.unit].name, None, known, None)
        for col, value in enumerate(values, 1):
            _dress(sheet.cell(row, col, value), col)
        if of:
            sheet.cell(row, 5).number_format = f'{_FIGURES} "({of})"'
        for col in (4, 6):
            sheet.cell(row, col).protection = Protection(locked=False)
        sheet.cell(row, 5).fill = _GREY
        whole.add(sheet.cell(row, 4))
    sheet.protection.sheet = True


def _dress(cell: Cell, col: int) -> None:
    """One cell of a row: names to the left and wrapped, figures to the right with their thousands apart."""
    side = {1: "center", 3: "center", 4: "right", 5: "right"}.get(col, "left")
    cell.border, cell.font = _BOX, Font(name=_FONT, size=11)
    cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
    if col in (4, 5):
        cell.number_format = _FIGURES


def _on_paper(sheet: Worksheet) -> None:
    """A4 across, as wide as the page, the heading again on each page, which page of how many at its foot."""
    sheet.print_area = f"A1:{_LAST_COLUMN}{sheet.max_row}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7, footer=0.3)
    sheet.oddFooter.right.text = "&P/&N"


def _last(store: Store | None, unit: str, period: Period) -> dict[str, tuple[float, str]]:
    """The figures in force of the period before; where it has none, the stocks of another that ended just before this one begins, each
    with the name of that period."""
    if store is None:
        return {}
    before = period.previous
    ending = [str(before), *map(str, _ending(before.year, before.last_month))]
    found = store.observations(periods=sorted(set(ending)), units=[unit])
    rows = [r for r in found.to_dict("records") if r["basis"] != "year_to_date" and (r["period"] == str(before) or r["basis"] == "to_date")]
    rows.sort(key=lambda r: ending.index(r["period"]), reverse=True)  # the last one said of an element stays
    names = {text: "" if text == str(before) else period_name(Period.parse(text)) for text in ending}
    return {r["element"]: (float(r["value"]), names[r["period"]]) for r in rows}


def _ending(year: int, month: int) -> list[Period]:
    """The periods that end with a month, shorter ones first."""
    each: tuple[tuple[Kind, int], ...] = (("month", 1), ("quarter", 3), ("half", 6), ("nine_months", 9), ("year", 12))
    found = [Period(year, kind, month // long if kind != "nine_months" else 1) for kind, long in each if month % long == 0]
    return [one for one in found if one.last_month == month]


def _identity(book: Workbook, unit: str, period: Period, codes: Sequence[str]) -> None:
    sheet = book.create_sheet(SHEET)
    for row in lines(unit, period, codes):
        sheet.append(row)
    sheet.sheet_state = "veryHidden"
