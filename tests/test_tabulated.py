"""The workbook of a turned table: opened again, its formulas give the figures of the page."""

import io
import json
import re

import pytest
from figures_drawn import DISTRICT, cube
from openpyxl import load_workbook
from pyarrow import parquet
from test_pivot import FLOW, LATER, STOCK

from catalogue.periods import Period
from indicators.pivot import AXES, arranged, at, long, pivot
from report.columnar import KEY, parquet_bytes
from report.tabulated import About, Spoken, write

THINGS = ("online_rate", "account_rate", "online")


@pytest.fixture
def table():
    drawn = FLOW + STOCK + "c 2025-M03 online_rate 40"
    periods = [Period.parse("2025-M03"), Period.parse("2025-M04")]
    return pivot(cube(drawn, DISTRICT), things=THINGS, units=list("abc"), periods=periods, on=LATER)


def written(table, down, unit="=HYPERLINK(1)"):
    spoken = Spoken(THINGS, (*table.periods[:2], "cả kỳ"), (unit, "b", "c", "cộng"), (("n", "N", ""),) * len(THINGS))
    about = About("Tiêu đề", ("dòng 1",), (("Đơn vị", "D"),), (("tệp.xlsx", "01/01/2026", "2025-M03"),))
    return write(table, down, spoken, about)


def reckoned(sheet, cell):
    """What a spreadsheet shows: sums of ranges, quotients, references."""
    value = sheet[cell].value
    if not isinstance(value, str) or not value.startswith("="):
        return value
    if quotient := re.fullmatch(r'=IF\((\w+)=0,"(.+)",(\w+)/\1\)', value):
        below, words, above = quotient.groups()
        bottom = reckoned(sheet, below) or 0
        return words if bottom == 0 else (reckoned(sheet, above) or 0) / bottom
    if adding := re.fullmatch(r"=SUM\(([\w:,]+)\)", value):
        cells = [one for part in adding[1].split(",") for row in _block(sheet, part) for one in row]
        return sum(reckoned(sheet, one.coordinate) or 0 for one in cells)
    return reckoned(sheet, value[1:])


def _block(sheet, part):
    return sheet[part] if ":" in part else ((sheet[part],),)


@pytest.mark.parametrize("down", AXES)
def test_formulas_give_the_figures_of_the_page(table, down):
    sheet = load_workbook(io.BytesIO(written(table, down))).worksheets[0]
    rows, columns = arranged(table, down)
    first = next(row for row in range(1, 20) if sheet.cell(row, 1).value in ("=HYPERLINK(1)", "2025-M03", THINGS[0]))
    seen = 0
    for number, row in enumerate(rows):
        left = 2
        for column in columns:
            split = any(table.divided(thing) for thing in ([column["things"]] if "things" in column else range(len(THINGS))))
            index = at(row, column)
            shown = reckoned(sheet, sheet.cell(first + number, left + 2 if split else left).coordinate)
            expected = table.value[index]
            if table.state[index] in ("missing", "refused"):
                assert shown is None
            elif table.state[index] == "zero_denominator":
                assert isinstance(shown, str)
            else:
                assert shown == pytest.approx(expected / 100 if table.divided(index[0]) else expected)
                seen += 1
            left += 3 if split else 1
    assert seen > 15


def test_totals_and_rates_are_formulas_and_counts_are_numbers(table):
    sheet = load_workbook(io.BytesIO(written(table, "units"))).worksheets[0]
    formulas = [cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert any(formula.startswith("=SUM(") for formula in formulas) and any(formula.startswith("=IF(") for formula in formulas)
    assert all(re.match(r"=(SUM|IF)\(", formula) for formula in formulas)


def test_a_name_that_begins_like_a_formula_stays_a_name(table):
    sheet = load_workbook(io.BytesIO(written(table, "units"))).worksheets[0]
    named = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)")
    assert named.data_type != "f"


def test_the_explanation_says_why_totals_are_not_whole(table):
    book = load_workbook(io.BytesIO(written(table, "units")))
    words = " ".join(str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row if cell.value)
    assert "2/3 đơn vị" in words and "Còn đơn vị chưa báo cáo: online_rate; account_rate; online." in words
    assert "Báo cáo chỉ có tỷ lệ" in words
    assert book.worksheets[2]["A2"].value == "tệp.xlsx"


def test_a_parquet_file_says_what_it_is(table):
    file = parquet.read_table(io.BytesIO(parquet_bytes(long(table), {"title": "Tiêu đề"})))
    assert json.loads(file.schema.metadata[KEY]) == {"title": "Tiêu đề"}
    again = file.to_pandas()
    assert len(again) == len(THINGS) * 2 * 3
    assert again.query("indicator == 'online_rate' and unit == 'a' and period == '2025-M03'")["value"].tolist() == [50]
