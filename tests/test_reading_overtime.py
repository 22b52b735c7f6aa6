"""Sums beside columns of months: a figure of the whole period only where they fill it."""

from pathlib import Path

import pytest
from test_reading import read, taken

MONTHS = [f"T{m:02d}" for m in range(1, 13)]


def _year(*figures: int, total: object, head: str) -> list[list[object]]:
    row = ["Hồ sơ TTHC tiếp nhận mới", *figures, *[None] * (12 - len(figures)), total]
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["BẢNG THEO DÕI SỐ LIỆU NĂM 2026"],
        ["Chỉ tiêu", *MONTHS, head],
        row,
        ["Hồ sơ TTHC tiếp nhận trực tuyến", *(f - 5 for f in figures), *[None] * (12 - len(figures)), None],
    ]


@pytest.mark.parametrize("head", ["Cộng", "Tổng số", "Lũy kế", "Lũy kế từ đầu năm", "Cả năm"])
def test_a_sum_of_five_months_is_no_figure_of_the_year(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, _year(100, 110, 120, 130, 140, total=600, head=head))
    assert {o.period for o in found.observations} == {f"2026-M0{m}" for m in range(1, 6)}
    assert found.outcome == "accept"


@pytest.mark.parametrize("head", ["Cộng", "Lũy kế từ đầu năm"])
def test_a_sum_of_all_twelve_is(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, _year(*range(100, 112), total=1266, head=head))
    assert [o.value for o in found.observations if o.period == "2026" or o.basis == "year_to_date"] == [1266]


def test_quarters_of_a_year_and_their_sum(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["SỐ LIỆU NĂM 2026"],
        ["TT", "Chỉ tiêu", "Quý I", "Quý II", "Quý III", "Quý IV", "Tổng cộng"],
        [1, "Hồ sơ TTHC tiếp nhận mới", 300, 310, None, None, 610],
        [2, "Hồ sơ TTHC đã giải quyết", 290, 300, None, None, 590],
    ]
    assert taken(read(tmp_path, rows)) == {"C4": 300, "D4": 310, "C5": 290, "D5": 300}


def test_communes_in_rows_months_across_and_their_sum(tmp_path: Path) -> None:
    rows = [
        ["SỐ HỒ SƠ TTHC TIẾP NHẬN MỚI NĂM 2026"],
        ["TT", "Xã", "Tháng 1", "Tháng 2", "Tháng 3", "Cộng"],
        [1, "Xã Đăk Môn", 100, 110, 120, 330],
        [2, "Xã Đăk Long", 80, 85, 90, 255],
    ]
    assert {o.period for o in read(tmp_path, rows).observations} == {"2026-M01", "2026-M02", "2026-M03"}


def test_a_column_of_the_month_beside_one_since_january_holds_the_month(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["Tình hình giải quyết thủ tục hành chính tháng 5 và 5 tháng đầu năm 2026"],
        ["TT", "Chỉ tiêu", "Đơn vị tính", "Tháng 4/2026", "Tháng 5/2026", "Lũy kế 5 tháng", "Tăng (+), giảm (-) so với tháng 4"],
        [1, "Số hồ sơ tiếp nhận mới", "hồ sơ", 296, 358, 1728, 62],
        [2, "Số hồ sơ đã giải quyết", "hồ sơ", 291, 365, 1722, 74],
    ]
    found = read(tmp_path, rows)
    assert {(o.cell, o.basis) for o in found.observations if o.period == "2026-M05"} == {
        ("E4", "in_period"),
        ("F4", "year_to_date"),
        ("E5", "in_period"),
        ("F5", "year_to_date"),
    }
    assert found.outcome == "accept"


@pytest.mark.parametrize(
    "line", ["(Số lũy kế đến ngày cuối cùng của từng tháng)", "Số liệu lũy kế các tháng", "cộng dồn đến hết từng tháng"]
)
def test_months_that_are_said_to_count_so_far_each_do(tmp_path: Path, line: str) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["BẢNG THEO DÕI HỒ SƠ NĂM 2026"],
        [line],
        ["Chỉ tiêu", "Tháng 1", "Tháng 2", "Tháng 3"],
        ["Hồ sơ TTHC tiếp nhận mới", 100, 210, 330],
        ["Hồ sơ TTHC đã giải quyết", 90, 200, 315],
    ]
    assert {o.basis for o in read(tmp_path, rows).observations} == {"year_to_date"}


@pytest.mark.parametrize(("june", "taken_too"), [(120, {"E4", "E5"}), (None, set())])
def test_a_quarter_whose_last_month_is_blank_is_no_quarter_yet(tmp_path: Path, june: int | None, taken_too: set[str]) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["SỐ LIỆU NĂM 2026"],
        ["Chỉ tiêu", "Tháng 4", "Tháng 5", "Tháng 6", "Quý II"],
        ["Hồ sơ TTHC tiếp nhận mới", 100, 110, june, 210 + (june or 0)],
        ["Hồ sơ TTHC đã giải quyết", 90, 100, june, 190 + (june or 0)],
    ]
    found = taken(read(tmp_path, rows))
    assert {cell for cell in found if cell[0] == "E"} == taken_too
    assert {"B4", "C4", "B5", "C5"} <= set(found)


def _beside(tmp_path: Path, title: str, now: str, since: str) -> set[tuple[str, str, str]]:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        [f"SỐ LIỆU VĂN BẢN, HỒ SƠ {title}"],
        ["TT", "Nội dung", "ĐVT", now, since],
        [1, "Văn bản đi (trừ văn bản mật)", "văn bản", 61, 352],
        [2, "Số hồ sơ tiếp nhận mới", "hồ sơ", 120, 707],
    ]
    found = read(tmp_path, rows).observations
    return {(o.cell[0], o.period, o.basis) for o in found if o.status == "accepted"}


@pytest.mark.parametrize(
    ("title", "now", "since", "period"),
    [
        ("THÁNG 4/2026", "Tháng 4/2026", "Cộng dồn 4 tháng đầu năm 2026", "2026-M04"),
        ("THÁNG 3/2026", "Tháng 3/2026", "Cộng dồn 3 tháng đầu năm 2026", "2026-M03"),
        ("THÁNG 3/2026", "Tháng 3/2026", "03 tháng đầu năm 2026", "2026-M03"),
        ("THÁNG 6/2026", "Tháng 6/2026", "6 tháng đầu năm 2026", "2026-M06"),
        ("THÁNG 6/2026", "Trong tháng", "Lũy kế 6 tháng đầu năm 2026", "2026-M06"),
        ("THÁNG 5/2026", "Tháng 5/2026", "Từ tháng 1 đến tháng 5/2026", "2026-M05"),
        ("QUÝ II NĂM 2026", "Quý II/2026", "6 tháng đầu năm 2026", "2026-Q2"),
        ("QUÝ III NĂM 2026", "Trong quý", "Cộng dồn 9 tháng", "2026-Q3"),
    ],
)
def test_months_that_begin_in_january_and_end_with_the_return_are_since_january(
    tmp_path: Path, title: str, now: str, since: str, period: str
) -> None:
    assert _beside(tmp_path, title, now, since) == {("D", period, "in_period"), ("E", period, "year_to_date")}


@pytest.mark.parametrize(
    ("title", "now", "since"),
    [
        ("THÁNG 4/2026", "Tháng 4/2026", "Cộng dồn 3 tháng đầu năm 2026"),
        ("THÁNG 6/2026", "Tháng 6/2026", "Lũy kế 7 tháng"),
        ("QUÝ II NĂM 2026", "Quý II/2026", "Lũy kế 3 tháng"),
        ("THÁNG 6/2026", "Tháng 6/2026", "So với 6 tháng đầu năm 2026"),
    ],
)
def test_months_that_end_elsewhere_are_not_those_of_the_return(tmp_path: Path, title: str, now: str, since: str) -> None:
    assert {column for column, _period, _basis in _beside(tmp_path, title, now, since)} == {"D"}


def test_three_months_alone_are_no_month(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["SỐ LIỆU QUÝ I NĂM 2026"],
        ["TT", "Nội dung", "ĐVT", "KH 2026", "3 tháng đầu năm 2026"],
        [1, "Số hồ sơ tiếp nhận mới", "hồ sơ", 1500, 330],
    ]
    assert {(o.cell, o.period, o.basis) for o in read(tmp_path, rows).observations} == {("E4", "2026-Q1", "year_to_date")}


def _answers(*months: str) -> list[list[object]]:
    head: list[object] = ["Dấu thời gian", "Kỳ báo cáo", "Đơn vị báo cáo", "Số hồ sơ TTHC tiếp nhận mới", "Số hồ sơ đã giải quyết"]
    names = ["UBND xã Xốp", "UBND xã Đăk Môn", "UBND xã Đăk Long"]
    return [head, *([f"1{n}/04/2026 09:12:44", month, names[n], 50 + n, 40 + n] for n, month in enumerate(months))]


def test_months_of_rows_without_a_year_are_of_the_year_in_the_name_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, _answers("Tháng 4", "Tháng 4/2026", "Tháng 3"), "CDS thang 4-2026.xlsx")
    assert {(o.cell, o.period) for o in found.observations if o.cell[0] == "D"} == {
        ("D2", "2026-M04"),
        ("D3", "2026-M04"),
        ("D4", "2026-M03"),
    }


def test_a_month_after_the_one_in_the_name_of_the_file_is_not_of_its_year(tmp_path: Path) -> None:
    found = read(tmp_path, _answers("Tháng 1", "Tháng 1", "Tháng 12"), "CDS thang 1-2026.xlsx")
    assert {(o.cell, o.period) for o in found.observations if o.cell[0] == "D" and o.status == "accepted"} == {
        ("D2", "2026-M01"),
        ("D3", "2026-M01"),
    }


def test_a_total_beside_months_of_which_the_last_are_blank_counts_since_january(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["SỐ HỒ SƠ TTHC TIẾP NHẬN MỚI NĂM 2026"],
        ["Cập nhật đến hết tháng 3/2026"],
        ["TT", "Xã", "T1", "T2", "T3", "T4", "T5", "Cộng"],
        [1, "Xã Đăk Môn", 100, 110, 120, None, None, 330],
        [2, "Xã Đăk Long", 80, 85, 90, None, None, 255],
    ]
    found = read(tmp_path, rows)
    assert found.outcome == "accept" and len(taken(found)) == 8
    assert {(o.period, o.basis) for o in found.observations if o.cell[0] == "H"} == {("2026-M03", "year_to_date")}
    rows[3][7] = 345
    assert "H4" not in taken(read(tmp_path, rows))
