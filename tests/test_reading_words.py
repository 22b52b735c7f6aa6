"""Words and days that change the figure: what a return says of its time decides what its numbers are."""

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kết quả"]
LINES = [[1, "Số hồ sơ tiếp nhận trực tuyến", "hồ sơ", 120], [2, "Tổng số hồ sơ đã giải quyết", "hồ sơ", 200]]


def _reading(tmp_path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "bao cao.xlsx")
    return read_grid(open_workbook(tmp_path / "bao cao.xlsx"))


def _taken(reading):
    return {(o.period, o.basis) for o in reading.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    "title",
    [
        ["BÁO CÁO SỐ LIỆU 5 THÁNG ĐẦU NĂM 2026"],
        ["BÁO CÁO LŨY KẾ 5 THÁNG NĂM 2026"],
        ["BÁO CÁO THÁNG 5 NĂM 2026 (từ ngày 01/01/2026 đến ngày 31/5/2026)"],
    ],
)
def test_months_so_far_are_no_year_and_no_month(tmp_path, title):
    reading = _reading(tmp_path, [["UBND Xã Đăk Pék"], title, HEAD, *LINES])
    assert _taken(reading) == {("2026-M05", "year_to_date")}


@pytest.mark.parametrize(
    "title",
    [
        ["BÁO CÁO TUẦN 12 THÁNG 3/2026"],
        ["BÁO CÁO TUẦN (từ ngày 16/3/2026 đến ngày 20/3/2026)"],
        ["BÁO CÁO THÁNG 3 NĂM 2026 (từ ngày 10/3/2026 đến ngày 25/4/2026)"],
    ],
)
def test_a_week_or_another_stretch_of_days_is_asked(tmp_path, title):
    reading = _reading(tmp_path, [["UBND Xã Đăk Pék"], title, HEAD, *LINES])
    assert (reading.outcome, _taken(reading)) == ("ask", set())


def test_of_two_years_side_by_side_only_the_year_of_the_return_is_taken(tmp_path):
    rows = [["UBND Xã Đăk Pék"], ["BÁO CÁO NĂM 2025"], ["STT", "Chỉ tiêu", "Năm 2024", "Năm 2025"]]
    reading = _reading(tmp_path, [*rows, *([n, text, value - 3, value] for n, text, _unit, value in LINES)])
    assert {(o.period, o.value) for o in reading.observations} == {("2025", 120), ("2025", 200)}


def test_a_time_limit_without_its_whole_is_asked(tmp_path):
    rows = [["UBND Xã Đăk Pék"], ["BÁO CÁO THÁNG 3 NĂM 2026"], HEAD, [1, "Hồ sơ đất đai", "", 50], [2, "Đúng hạn", "", 46]]
    assert _taken(_reading(tmp_path, rows)) == set()
