"""Tables without a heading, or without one over the numbers of their rows. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from test_layout_endings import Ends, Rows, ends

_ = None

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "head of an office: numbered questions with one column of answers, the last one left empty": (
        [
            ["NGƯỜI ĐỨNG ĐẦU ĐƠN VỊ"],
            ["(Đánh máy vào ô bên phải)"],
            [],
            [1, "Họ và tên", "Lê An"],
            [2, "Năm sinh", 1974],
            [3, "Dân tộc", "Kinh"],
            [4, "Chức vụ", "Giám đốc"],
            [5, "Thư điện tử"],
        ],
        (),
        [(_, _, _, 4, 8)],
    ),
    "duty: days that follow each other, away from the first column": (
        [
            [_, _, "LỊCH TRỰC TẾT"],
            [],
            [_, _, "14/02/2026", "27 tháng Chạp", "Vũ Ngọc Thủy", "Lê An"],
            [_, _, "15/02/2026", "28 tháng Chạp", "Hồ Văn Yến", "Ngô Hạnh"],
            [_, _, "16/02/2026", "29 tháng Chạp", "Lý Thu Long", "Võ Cường"],
        ],
        (),
        [(_, _, _, 3, 5)],
    ),
    "hamlets: two figures behind each name, then who leads it and a telephone number": (
        [
            ["SỐ HỘ, SỐ KHẨU CÁC THÔN"],
            [],
            [1, "Thôn Thành Tín", 91, 1102, "Ngô Hữu Quang", "0978 016 088"],
            [2, "Thôn Hoài Trung", 235, 437, "Đỗ Thanh Hà", "0978 415 596"],
            [3, "Thôn Từ Tâm", 535, 501, "Nguyễn Hữu Thảo", "0978 329 968"],
        ],
        (),
        [(_, _, _, 3, 5)],
    ),
    "what follows by number in two columns is no table": (
        [
            ["HƯỚNG DẪN"],
            [1, "Mở tệp"],
            [2, "Nhập số liệu"],
            [3, "Lưu lại"],
        ],
        (),
        [],
    ),
    "days that do not follow each other are no roster": (
        [
            ["14/02/2026", "Họp giao ban", "Lê An"],
            ["20/02/2026", "Tiếp dân", "Ngô Hạnh"],
            ["03/03/2026", "Đi cơ sở", "Võ Cường"],
        ],
        (),
        [],
    ),
    "livestock: nothing over the numbers of rows, groups of two columns and of one, nothing merged": (
        [
            ["Số lượng đàn vật nuôi"],
            [_, "Đơn vị", "Đàn trâu", _, "Đàn bò", _, "Gia cầm"],
            [_, _, "KH", "TH", "KH", "TH", "TH"],
            [1, "Mường Mươn", 3110, 70, 1903, 793, 1692],
            [2, "Na Sang", 2154, 218, 203, 3047, 3501],
            [3, "Pa Ham", 229, 3558, 818, 3422, 1291],
            [],
            [],
            [4, "Sa Lông", 1709, 3047, 1201, 809, 3437],
            [],
            [_, "Tổng cộng", 7202, 6893, 4125, 8071, 9921],
        ],
        (),
        [(2, 3, _, 4, 11)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_lists_without_headings_stand(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted
