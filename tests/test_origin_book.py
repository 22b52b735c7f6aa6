"""The workbook of sources: every cell behind the figures once, return by return, with the figures it enters."""

from __future__ import annotations

import datetime as dt
import io
from itertools import groupby

import openpyxl
import pytest
from small_area import ROOT, SILENT, filled

from catalogue.periods import Period
from catalogue.units import units
from report import workbook
from report.brief.view import View, opened
from report.origin_book import write

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def view(tmp_path_factory) -> View:
    return opened(filled(tmp_path_factory.mktemp("sources")), ROOT, Period.parse("2026-M10"), "current", TODAY)


@pytest.fixture(scope="module")
def rows(view) -> list[tuple]:
    sheet = openpyxl.load_workbook(io.BytesIO(write(view))).active
    assert sheet["A1"].value.startswith("Nguồn của từng số liệu: Huyện Đắk Glei (cũ), tháng 10/2026. Dữ liệu minh họa")
    return list(sheet.iter_rows(min_row=3, values_only=True))


def test_each_cell_stands_once_and_a_return_stands_together(rows):
    typed = [row for row in rows if row[1]]
    assert len({row[2:6] for row in typed}) == len(typed)
    sent = [number for number, _mine in groupby(row[2] for row in typed)]
    assert len(sent) == len(set(sent)) == 5
    assert not any(units()[SILENT].name == row[3] for row in typed)


def test_what_we_counted_ourselves_stands_last_and_names_no_file(rows):
    own = [row for row in rows if not row[1]]
    assert own and rows[-len(own) :] == own
    assert {row[4] for row in own} == {"Đếm từ các báo cáo đã nhận"}


def test_the_cells_of_a_figure_add_up_to_its_counts(view, rows):
    trace = f"ops_online_submission_rate/{ROOT}/2026-M10"
    mine = [row for row in rows if trace in row[10].split(", ")]
    figure = view.own(("ops_online_submission_rate",)).to_dict("records")[0]
    online = sum(row[8] for row in mine if row[6] == "Số hồ sơ tiếp nhận trực tuyến")
    assert online == figure["numerator"]
    assert sum(row[8] for row in mine) == figure["numerator"] + figure["denominator"]


def test_what_was_typed_never_becomes_a_formula():
    made = workbook.long_table("A", "B", ("C",), [("=1+1",), (2.0,)], (10,))
    sheet = openpyxl.load_workbook(io.BytesIO(made)).active
    assert (sheet["A3"].value, sheet["A3"].data_type, sheet["A4"].value) == ("=1+1", "s", 2)
