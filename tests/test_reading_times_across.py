"""Months and quarters as bare numbers under one heading, as the summaries of a spreadsheet print them beside their data."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU CHUYỂN ĐỔI SỐ QUÝ IV NĂM 2025"], []]
BODY: list[list[object]] = [
    ["Hồ sơ tiếp nhận mới", 100, 110, 120, 330],
    ["Hồ sơ tiếp nhận trực tuyến", 80, 90, 95, 265],
    ["CBCC có mặt", 40, 40, 41, 121],
]
MONTHS = [("2025-M10", 1), ("2025-M11", 2), ("2025-M12", 3)]


def _by_month(found) -> dict[tuple[str, str], float]:
    return {(o.element, o.period): o.value for o in found.observations if o.status == "accepted" and o.period != "2025-Q4"}


WANTED = {
    (element, period): line[place]
    for element, line in zip(("dossiers_recv_new", "dossiers_recv_online", "officials_total"), BODY, strict=True)
    for period, place in MONTHS
}


@pytest.mark.parametrize(
    ("corner", "over", "name", "total"),
    [
        ("Sum of Giá trị", "Tháng", "Chỉ tiêu", "Grand Total"),
        ("Sum - Giá trị", "Tháng", "Chỉ tiêu", "Total Result"),
        ("Tổng của Giá trị", "Các tháng trong quý", "Nội dung", "Tổng"),
        ("Chỉ tiêu", "Tháng", None, "Cộng"),
    ],
)
def test_bare_months_under_one_heading_are_months_and_their_sum_is_no_stock(tmp_path: Path, corner, over, name, total) -> None:
    found = read(tmp_path, [*OVER, [corner, over], [name, 10, 11, 12, total], *BODY])
    assert (_by_month(found), found.outcome) == (WANTED, "accept")
    assert "E8" not in taken(found)


def test_bare_months_under_a_merged_heading(tmp_path: Path) -> None:
    book = Workbook()
    for row in [*OVER, ["Chỉ tiêu", "Tháng", None, None, "Cộng"], [None, 10, 11, 12], *BODY]:
        book.active.append(row)
    for merge in ("A4:A5", "B4:D4", "E4:E5"):
        book.active.merge_cells(merge)
    book.save(tmp_path / "so lieu.xlsx")
    assert _by_month(read_grid(open_workbook(tmp_path / "so lieu.xlsx"))) == WANTED


def test_quarters_in_roman_numbers(tmp_path: Path) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU NĂM 2026"], ["Chỉ tiêu", "Quý"], [None, "I", "II", "III", "IV", "Cả năm"]]
    found = read(tmp_path, [*rows, ["Hồ sơ tiếp nhận mới", 1, 2, 3, 4, 10], ["Hồ sơ tiếp nhận trực tuyến", 1, 1, 2, 3, 7]])
    assert {o.cell: o.period for o in found.observations}.items() >= {("B5", "2026-Q1"), ("E5", "2026-Q4"), ("C6", "2026-Q2")}


def test_numbers_of_a_pivot_that_are_exactly_the_months_of_the_quarter_are_these_months(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, ["Sum of Giá trị", "Column Labels"], ["Row Labels", 10, 11, 12, "Grand Total"], *BODY])
    assert (_by_month(found), found.outcome) == (WANTED, "accept")


def test_other_numbers_of_a_pivot_are_never_one_column_of_the_quarter(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, ["Sum of Giá trị", "Column Labels"], ["Row Labels", 1, 2, 3, "Grand Total"], *BODY])
    assert taken(found) == {} and found.outcome != "accept"


def test_numbers_over_a_field_of_no_known_name_are_never_one_column_of_the_quarter(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, ["Sum of Giá trị", "Tháng"], ["Trường dữ liệu", 10, 11, 12, "Grand Total"], *BODY])
    assert taken(found) == {} and found.outcome != "accept"


def test_one_column_headed_month_is_that_of_the_month(tmp_path: Path) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 10 NĂM 2025"], ["Chỉ tiêu", "Tháng"], *(line[:2] for line in BODY)]
    assert set(taken(read(tmp_path, rows)).values()) == {100, 80, 40}


@pytest.mark.parametrize(
    "heads",
    [
        ["Th 10", "Th 11", "Th 12", "Cộng 3 tháng"],
        ["Thg 10", "Thg 11", "Thg 12", "Cộng"],
        ["Th10/2025", "Th11/2025", "Th12/2025", "Tổng"],
        ["Tháng mười", "Tháng mười một", "Tháng mười hai", "Tổng 3 tháng"],
    ],
)
def test_months_in_short_or_spelt_beside_each_other(tmp_path: Path, heads: list[str]) -> None:
    found = read(tmp_path, [*OVER, ["Nội dung theo dõi", *heads], *BODY[:2]])
    assert _by_month(found) == {key: value for key, value in WANTED.items() if key[0] != "officials_total"}
    assert {o.value for o in found.observations if o.period == "2025-Q4"} == {330, 265} and found.outcome == "accept"


def test_a_short_word_before_one_number_is_no_month(tmp_path: Path) -> None:
    """ "TH 06" may as well be what was done for a project of that number."""
    found = read(tmp_path, [*OVER, ["Nội dung theo dõi", "TH 06", "Ghi chú"], *([*row[:2], None] for row in BODY[:2])])
    assert {o.period for o in found.observations} <= {"2025-Q4"}
