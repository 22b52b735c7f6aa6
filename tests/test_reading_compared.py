"""Columns that stand under "compared with last month" or the like: this month is taken, last month and the difference are not."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
LINES = [("Hồ sơ tiếp nhận mới", 140, 151, 11, 640), ("Hồ sơ đã giải quyết", 133, 146, 13, 620)]


def merged(tmp_path: Path, rows: list[list[object]], *ranges: str) -> FileReading:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    for where in ranges:
        book.active.merge_cells(where)  # type: ignore[union-attr]
    book.save(tmp_path / "bc.xlsx")
    return read_grid(open_workbook(tmp_path / "bc.xlsx"))


def compared(tmp_path: Path, group: str, *under: str, lines: list[tuple[str, int, int, int, int]] = LINES) -> FileReading:
    rows: list[list[object]] = [
        ["UBND XÃ ĐĂK MÔN"],
        ["TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THÁNG 5 NĂM 2026"],
        ["STT", "Chỉ tiêu", group, _, _, "Lũy kế từ đầu năm"],
        [_, _, *under],
    ]
    rows += [[n, *line] for n, line in enumerate(lines, 1)]
    return merged(tmp_path, rows, "C3:E3", "A3:A4", "B3:B4", "F3:F4")


@pytest.mark.parametrize(
    ("group", "under"),
    [
        ("So sánh với tháng trước", ("Tháng 4", "Tháng 5", "Tăng (+), giảm (-)")),
        ("So với kỳ trước", ("Kỳ trước", "Kỳ này", "+/-")),
        ("So với tháng liền kề trước", ("Tháng trước", "Tháng báo cáo", "Chênh lệch")),
        ("So sánh", ("Tháng 4/2026", "Tháng 5/2026", "Tăng, giảm (%)")),
        ("Biến động so với tháng trước", ("Số tháng trước", "Số tháng này", "Tăng, giảm")),
        ("So sánh cùng kỳ", ("Cùng kỳ", "Thực hiện", "Tăng giảm")),
        ("So với cùng kỳ năm trước", ("Tháng 5/2025", "Tháng 5/2026", "Chênh lệch")),
        ("So sánh với kế hoạch", ("Kế hoạch", "Thực hiện", "Tỷ lệ (%)")),
    ],
)
def test_this_month_is_taken_from_the_columns_compared(tmp_path: Path, group: str, under: tuple[str, ...]) -> None:
    found = compared(tmp_path, group, *under)
    assert taken(found) == {"D5": 151, "F5": 640, "D6": 146, "F6": 620}
    assert found.outcome == "accept"


@pytest.mark.parametrize(
    "under", [("Tăng", "Giảm", "Không đổi"), ("Số tuyệt đối", "Thực hiện", "Tỷ lệ %"), ("Số lượng", "Tháng này tăng", "Tỷ lệ %")]
)
def test_columns_that_tell_only_the_difference_are_left(tmp_path: Path, under: tuple[str, ...]) -> None:
    assert set(taken(compared(tmp_path, "So với tháng trước", *under))) == {"F5", "F6"}


def test_communes_in_rows_under_two_months_compared(tmp_path: Path) -> None:
    rows = [
        ["TỔNG HỢP HỒ SƠ CÁC XÃ THÁNG 5 NĂM 2026"],
        ["STT", "Đơn vị", "So sánh với tháng trước", _, _, _],
        [_, _, "Tháng 4", _, "Tháng 5", _],
        [_, _, *["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"] * 2],
        [1, "Xã Đăk Môn", 90, 81, 95, 84],
        [2, "Xã Đăk Long", 70, 66, 72, 69],
    ]
    found = merged(tmp_path, rows, "C2:F2", "C3:D3", "E3:F3", "A2:A4", "B2:B4")
    assert taken(found) == {"E5": 95, "F5": 84, "E6": 72, "F6": 69}


def test_small_numbers_under_last_month_are_no_months(tmp_path: Path) -> None:
    rows = [
        ["TỔNG HỢP HỒ SƠ CÁC XÃ THÁNG 5 NĂM 2026"],
        ["STT", "Đơn vị", "Hồ sơ quá hạn giải quyết", _, _],
        [_, _, "Tháng trước", "Tháng này", "Tăng, giảm"],
        [1, "Xã Đăk Môn", 6, 6, 0],
        [2, "Xã Đăk Long", 1, 2, 1],
    ]
    assert set(taken(merged(tmp_path, rows, "C2:E2", "A2:A3", "B2:B3"))) in ({"D4", "D5"}, set())


def test_figures_since_january_balance_as_those_of_the_month_do(tmp_path: Path) -> None:
    lines = [
        ("Hồ sơ tiếp nhận mới", 140, 151, 11, 600),
        ("Hồ sơ tiếp nhận trực tuyến", 130, 140, 10, 580),
        ("Hồ sơ tiếp nhận trực tiếp và qua bưu chính", 10, 11, 1, 60),
    ]
    found = compared(tmp_path, "So với tháng trước", "Tháng 4", "Tháng 5", "Tăng, giảm", lines=lines)
    assert "balance_differs" in codes(found)
    assert {cell for cell in taken(found) if cell[0] == "D"} == {"D5", "D6", "D7"}
    assert "F5" not in taken(found)


def test_a_part_since_january_beyond_its_whole_is_asked(tmp_path: Path) -> None:
    lines = [("Hồ sơ tiếp nhận mới", 140, 151, 11, 500), ("Hồ sơ tiếp nhận trực tuyến", 130, 140, 10, 580)]
    found = compared(tmp_path, "So với tháng trước", "Tháng 4", "Tháng 5", "Tăng, giảm", lines=lines)
    assert "part_exceeds" in codes(found)
    assert set(taken(found)) == {"D5", "D6"}


@pytest.mark.parametrize(
    ("title", "outcome"),
    [
        ("SO SÁNH SỐ LIỆU HỒ SƠ TTHC THÁNG 11/2025 VỚI THÁNG 10/2025", "accept"),
        ("Đối chiếu số liệu hồ sơ TTHC T11/2025 với T10/2025", "accept"),
        ("So sánh số liệu hồ sơ TTHC tháng 01 năm 2026 với tháng 12 năm 2025", "accept"),
        ("SO SÁNH SỐ LIỆU HỒ SƠ TTHC THÁNG 10/2025 VỚI THÁNG 11/2025", "ask"),  # which of both months it is of is not said
    ],
)
def test_a_title_that_compares_a_month_with_the_one_before_is_of_the_later_one(tmp_path: Path, title: str, outcome: str) -> None:
    head = ["TT", "Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
    found = read(tmp_path, [[title], [], head, [1, "Xã Đăk Pék", 461, 462], [2, "Xã Đăk Môn", 305, 301]])
    assert found.outcome == outcome
    assert {o.period for o in found.observations if o.status == "accepted"} <= {"2025-M11", "2026-M01"}


def test_the_months_a_title_compares_stand_over_its_columns(tmp_path: Path) -> None:
    title = "SO SÁNH SỐ LIỆU HỒ SƠ TTHC THÁNG 11/2025 VỚI THÁNG 10/2025"
    rows: list[list[object]] = [
        [title],
        [],
        ["TT", "Xã", "Hồ sơ tiếp nhận mới", _, _, "Hồ sơ đã giải quyết", _, _],
        [_, _, "Tháng 10", "Tháng 11", "Tăng/giảm", "Tháng 10", "Tháng 11", "Tăng/giảm"],
        [1, "Xã Đăk Pék", 452, 461, 9, 449, 462, 13],
        [2, "Xã Đăk Môn", 318, 305, -13, 322, 305, -17],
    ]
    found = merged(tmp_path, rows, "C3:E3", "F3:H3", "A3:A4", "B3:B4")
    assert (found.outcome, set(taken(found))) == ("accept", {"D5", "D6", "G5", "G6"})
