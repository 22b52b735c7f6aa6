"""The consolidated workbook: formulas that give the figures of the pages, blanks that are never zeros, cells that are found again."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_area import ROOT, SILENT, filled

from catalogue.indicators import indicators
from catalogue.periods import Period
from catalogue.units import units
from report import consolidated, workbook
from report.brief.main import core_indicators
from report.brief.view import View, opened
from store import Store

TODAY = dt.date(2026, 11, 25)
DIVIDED = re.compile(r'=IF\((\w+)=0,"([^"]*)",(\w+)/(\w+)\)')


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return filled(tmp_path_factory.mktemp("consolidated"))


@pytest.fixture(scope="module")
def view(store) -> View:
    return opened(store, ROOT, Period.parse("2026-M10"), "current", TODAY)


@pytest.fixture(scope="module")
def book(view):
    return load_workbook(io.BytesIO(consolidated.write(view)))


def worth(sheet: Worksheet, address: str) -> float | str | None:
    """What a cell shows once its formula is worked out: sums of cells, and one cell over another."""
    value = sheet[address].value
    if not isinstance(value, str) or not value.startswith("="):
        return value
    if found := DIVIDED.fullmatch(value):
        below = worth(sheet, found[1])
        return found[2] if not below else worth(sheet, found[3]) / worth(sheet, found[4])
    spans = re.fullmatch(r"=SUM\(([^)]*)\)", value)[1].split(",")
    cells = [cell.coordinate for span in spans for row in _rows(sheet, span) for cell in row]
    return sum(worth(sheet, cell) for cell in cells)


def _rows(sheet: Worksheet, span: str):
    return sheet[span] if ":" in span else ((sheet[span],),)


def lines(sheet: Worksheet) -> dict[str, int]:
    """The row of each unit and of the whole, by name."""
    return {sheet.cell(row, 2).value: row for row in range(12, sheet.max_row + 1) if sheet.cell(row, 2).value}


def heads(sheet: Worksheet) -> dict[str, int]:
    """The first column of each indicator, by name."""
    return {sheet.cell(8, column).value: column for column in range(3, sheet.max_column + 1) if sheet.cell(8, column).value}


def test_the_formulas_give_the_figures_of_the_pages(view, book):
    table = view.own(core_indicators()).set_index("indicator")
    named = {found.name_vi: code for code, found in indicators().items()}
    checked = 0
    for sheet in book.worksheets[:-1]:
        total = lines(sheet)["Toàn địa bàn"]
        for name, column in heads(sheet).items():
            row = table.loc[named[name.split(" (quý")[0].split(" (năm")[0]]]
            assert worth(sheet, sheet.cell(total, column).coordinate) == row["numerator"]
            if row["denominator"] == row["denominator"]:
                assert worth(sheet, sheet.cell(total, column + 1).coordinate) == row["denominator"]
                assert 100 * worth(sheet, sheet.cell(total, column + 2).coordinate) == pytest.approx(row["value"])
            checked += 1
    assert checked >= 5


def test_rates_and_totals_are_formulas(book):
    sheet = book.worksheets[0]
    column, total = min(heads(sheet).values()), lines(sheet)["Toàn địa bàn"]
    assert sheet.cell(total, column).value.startswith("=SUM(")
    for row in lines(sheet).values():
        if sheet.cell(row, column).value is not None:
            assert str(sheet.cell(row, column + 2).value).startswith("=IF(")


def test_a_silent_unit_is_blank_and_named_as_silent(book):
    sheet = book.worksheets[0]
    row, column = lines(sheet)[units()[SILENT].name], min(heads(sheet).values())
    assert [sheet.cell(row, column + at).value for at in range(3)] == [None, None, "chưa báo cáo"]


def test_the_official_block_stands_above_and_below(book):
    for sheet in book.worksheets[:-1]:
        said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        for words in ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "NGƯỜI LẬP BIỂU", "CHỦ TỊCH"):
            assert words in said
        assert any(text.startswith("BẢNG TỔNG HỢP") for text in said)
        assert any(" (từ " in text for text in said)
        assert "(1)" in said and "(2)" in said and "(5) = (3):(4)" in said


def test_the_span_of_the_period_stands_under_the_title(book):
    assert book.worksheets[0]["A5"].value == "Tháng 10/2026 (từ 15/09/2026 đến 14/10/2026)"


def test_every_count_of_a_unit_names_its_cell(book):
    sources = book.worksheets[-1]
    rows = {(row[0], row[1]): row for row in sources.iter_rows(min_row=2, values_only=True)}
    sheet = book.worksheets[0]
    column, total = min(heads(sheet).values()), lines(sheet)["Toàn địa bàn"]
    for row in range(12, total):
        if sheet.cell(row, column).value is not None:
            for at in range(2):
                found = rows[sheet.title, sheet.cell(row, column + at).coordinate]
                assert found[8].startswith("bao cao 2026-M")
                assert found[9].startswith("S1!C")


def test_a_commune_alone_has_a_workbook(store):
    book = load_workbook(io.BytesIO(consolidated.write(opened(store, "23341.2", Period.parse("2026-M10"), "current", TODAY))))
    assert units()["23341.2"].name in lines(book.worksheets[0])


@pytest.mark.parametrize(("value", "form"), [(1405.0, "#,##0"), (12.5, "#,##0.###"), (None, "#,##0")])
def test_a_whole_count_has_no_decimal_sign_behind_it(value, form):
    assert workbook.counted(value) == form
