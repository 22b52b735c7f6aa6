"""Columns of months that a sheet calls sums since January, and that fall: they are none. They are of their month, or asked."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

from loaders.result import FileReading

SAID = ["(Số liệu cộng dồn các tháng để theo dõi)"]
MONTHS = ["Chỉ tiêu", "Tháng 1", "Tháng 2", "Tháng 3", "Tháng 4"]
ALONE: list[list[object]] = [
    ["Hồ sơ tiếp nhận mới", 130, 95, 142, 118],
    ["Hồ sơ nộp trực tuyến", 88, 91, 70, 79],
    ["Hồ sơ đã thanh toán trực tuyến", 41, 33, 52, 30],
]
SUMS: list[list[object]] = [
    ["Hồ sơ tiếp nhận mới", 130, 225, 367, 485],
    ["Hồ sơ nộp trực tuyến", 88, 179, 249, 328],
    ["Hồ sơ đã thanh toán trực tuyến", 41, 74, 126, 156],
]


def months(tmp_path: Path, title: str, rows: list[list[object]], head: list[str] = MONTHS, said: list[str] = SAID) -> FileReading:
    return read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], said, head, *rows])


def test_months_that_rise_and_fall_are_those_of_a_return_of_one_month(tmp_path: Path) -> None:
    found = months(tmp_path, "BÁO CÁO SỐ LIỆU THÁNG 4/2026", ALONE)
    assert {(o.period, o.basis) for o in found.observations} == {("2026-M04", "in_period")}
    assert (found.outcome, sorted(taken(found).values())) == ("accept", [30, 79, 118])


def test_months_still_to_come_are_nothing(tmp_path: Path) -> None:
    head = [*MONTHS, "Tháng 5", "Tháng 6"]
    found = months(tmp_path, "BÁO CÁO SỐ LIỆU THÁNG 4/2026", [[*row, None, None] for row in ALONE], head)
    assert (found.outcome, sorted(taken(found).values())) == ("accept", [30, 79, 118])


def test_months_that_rise_and_fall_are_asked_where_no_month_is_that_of_the_return(tmp_path: Path) -> None:
    found = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", ALONE)
    assert (found.outcome, taken(found), "basis_unclear" in codes(found)) == ("ask", {}, True)
    answered = read(
        tmp_path, [["UBND XÃ ĐĂK MÔN"], ["BẢNG THEO DÕI SỐ LIỆU NĂM 2026"], SAID, MONTHS, *ALONE], answers={"basis:Sheet": "in_period"}
    )
    assert ({o.basis for o in answered.observations}, answered.outcome) == ({"in_period"}, "accept")


@pytest.mark.parametrize("title", ["BÁO CÁO SỐ LIỆU THÁNG 4/2026", "BẢNG THEO DÕI SỐ LIỆU NĂM 2026"])
def test_sums_that_only_rise_are_what_they_are_called(tmp_path: Path, title: str) -> None:
    found = months(tmp_path, title, SUMS)
    assert ({o.basis for o in found.observations}, found.outcome) == ({"year_to_date"}, "accept")


@pytest.mark.parametrize("title", ["BÁO CÁO SỐ LIỆU THÁNG 4/2026", "BẢNG THEO DÕI SỐ LIỆU NĂM 2026"])
def test_one_sum_that_falls_among_many_that_rise_leaves_its_row_in_doubt(tmp_path: Path, title: str) -> None:
    found = months(tmp_path, title, [SUMS[0], ["Hồ sơ nộp trực tuyến", 88, 179, 149, 328], SUMS[2]])
    assert "basis_unclear" in codes(found)
    assert {o.element for o in found.observations if o.status == "asked"} == {"dossiers_recv_online"}
    assert {cell[1:] for cell in taken(found)} == {"5", "7"}


def test_zeros_in_months_to_come_are_no_fall_and_a_zero_beside_figures_is(tmp_path: Path) -> None:
    head = [*MONTHS, "Tháng 5"]
    to_come = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", [[*row, 0] for row in SUMS], head)
    assert "basis_unclear" not in codes(to_come)
    one = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", [[*SUMS[0], 0], [*SUMS[1], 400], [*SUMS[2], 190]], head)
    assert "basis_unclear" in codes(one)


@pytest.mark.parametrize("heads", [["Lũy kế T3/2026", "Lũy kế T4/2026"], ["Cộng dồn hết tháng 3/2026", "Cộng dồn hết tháng 4/2026"]])
def test_sums_by_their_own_headings_that_fall_are_asked(tmp_path: Path, heads: list[str]) -> None:
    rows: list[list[object]] = [["Hồ sơ tiếp nhận mới", 310, 290], ["Hồ sơ nộp trực tuyến", 200, 210]]
    found = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", rows, ["Chỉ tiêu", *heads], [])
    assert (found.outcome, taken(found)) == ("ask", {})
    risen = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", [[*rows[0][:2], 390], rows[1]], ["Chỉ tiêu", *heads], [])
    assert (risen.outcome, {o.basis for o in risen.observations}) == ("accept", {"year_to_date"})


def test_rows_of_months_fall_likewise(tmp_path: Path) -> None:
    head = ["Tháng", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
    rows: list[list[object]] = [["Tháng 8", 61, 42], ["Tháng 9", 55, 32]]
    found = months(tmp_path, "HỒ SƠ NĂM 2025", rows, head, ["(lũy kế đến từng tháng)"])
    assert (found.outcome, taken(found)) == ("ask", {})


def test_a_stock_that_falls_says_nothing_of_the_sums_beside_it(tmp_path: Path) -> None:
    found = months(tmp_path, "BẢNG THEO DÕI SỐ LIỆU NĂM 2026", [*SUMS, ["Tổng số hộ gia đình", 900, 880, 910, 905]])
    assert "basis_unclear" not in codes(found)
