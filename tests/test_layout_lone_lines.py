"""Lines of one text under the rows, years under merged groups, further parts under wide titles, headings over names and days. Rows count
from 1 as in the sheet."""

from datetime import date
from pathlib import Path

import pytest
from test_layout_endings import Ends, Rows, ends

_ = None

GRANTS: Rows = [["TT", "Họ và tên", "Mức hỗ trợ", "Số tháng"], [1, "Lò Văn Pó", 450000, 3], [2, "Vì Thị Mai", 300000, 2]]
CHECKS: Rows = [["TT", "Tiêu chí", "Có", "Không"], [1, "Bình chữa cháy", _, "x"], [2, "Lối thoát nạn", "x"]]
HERDS: Rows = [["Chỉ tiêu", 2022, 2023, 2024], ["Đàn trâu (con)", 410, 402, 399], ["Đàn bò (con)", 1410, 1402, 1399], []]
GROWTH = "Tốc độ phát triển (Năm trước = 100) - %\nIndex (Previous year = 100) - %"
MARCH = [date(2025, 3, day) for day in (1, 7, 9)]

LINES: dict[str, tuple[Rows, list[Ends]]] = {
    "counts behind a colon, in the column of the names": (
        [*GRANTS, [_, "Số sổ hộ nghèo đã cấp lại: 4"], [_, "Số thẻ đổi mới trong đợt: 11 thẻ"], [], [_, "Người lập"]],
        [(1, 1, _, 2, 3)],
    ),
    "titles of groups with a count are none, be the last group empty": (
        [GRANTS[0], [_, "Số hộ thôn Nà Ca: 2"], *GRANTS[1:], [_, "Số hộ thôn Nà Mạ: 1"], [3, "A Bế", 1, 2], [_, "Số hộ thôn Nà Tòng: 0"]],
        [(1, 1, _, 2, 7)],
    ),
    "nor is a count with rows behind the next blank": (
        [*GRANTS, [_, "Thôn thứ hai có số hộ: 1"], [], [3, "Lò Thị Pó", 4500, 3]],
        [(1, 1, _, 2, 6)],
    ),
    "nor a sum": ([*GRANTS, [_, "Tổng cộng: 2"]], [(1, 1, _, 2, 4)]),
    "a line behind a dash where the rows have their days": (
        [["Ngày", "Nội dung", "Số tiền"], [MARCH[0], "Thu quỹ", 500], ["07/3/2025", "Chi nước", 120], ["- Tồn quỹ chuyển sang tháng sau"]],
        [(1, 1, _, 2, 3)],
    ),
    "but not where rows follow it": (
        [
            ["Ngày", "Nội dung", "Số tiền"],
            [MARCH[0], "Thu quỹ", 500],
            [MARCH[1], "Chi nước", 120],
            ["- Trong tuần thứ hai của tháng"],
            [MARCH[2], "Chi điện", 80],
        ],
        [(1, 1, _, 2, 5)],
    ),
    "nor where the rows have their names": (
        [["Nội dung", "Quý I", "Quý II"], ["Thu", 500, 200], ["- Thu hội phí hằng năm", 120, 100], ["- Thu đóng góp ủng hộ khác"]],
        [(1, 1, _, 2, 4)],
    ),
    "a verdict that waits over dots": ([*CHECKS, ["Kiến nghị:"], ["..............."], ["..............."]], [(1, 1, _, 2, 3)]),
    "a title with a colon over further rows": ([*CHECKS, ["Khác:"], [3, "Dây điện", "x"]], [(1, 1, _, 2, 5)]),
}


@pytest.mark.parametrize(("rows", "expected"), LINES.values(), ids=LINES)
def test_lines_of_one_text_under_the_last_row(tmp_path: Path, rows: Rows, expected: list[Ends]) -> None:
    assert ends(tmp_path, rows) == expected


YEARS: dict[str, tuple[Rows, list[Ends]]] = {
    "numbers, no heading over the names": (
        [[_, "Diện tích (ha)", _, "Sản lượng (tấn)"], [_, 2023, 2024, 2023, 2024], ["Ngô", 120, 130, 410, 455], ["Sắn", 88, 90, 13, 12]],
        [(1, 2, _, 3, 4)],
    ),
    "texts, the last one provisional": (
        [
            ["Cây trồng", "Diện tích (ha)", _, "Sản lượng (tấn)"],
            [_, "2023", "Sơ bộ 2024", "2023", "Sơ bộ 2024"],
            ["Ngô", 120, 130, 410, 455],
            ["Sắn", 88, 90, 13, 12],
        ],
        [(1, 2, _, 3, 4)],
    ),
    "years that answer": (
        [["Tên cầu", "Xây dựng", _, "Sửa chữa"], ["Cầu Ngòi", 2001, 2003, 2011, 2012], ["Cầu Lự", 1999, 2000, 2014, 2015]],
        [(1, 1, _, 2, 3)],
    ),
    "years that answer without a name": (
        [
            [_, "Xây dựng", _, "Sửa chữa"],
            [_, 2001, 2003, 2011, 2012],
            ["Cầu Lự", 1999, 2000, 2014, 2015],
            ["Cầu Mạ", 1998, 2000, 2014, 2016],
        ],
        [(1, 1, _, 2, 4)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), YEARS.values(), ids=YEARS)
def test_years_under_merged_groups_are_headings(tmp_path: Path, rows: Rows, expected: list[Ends]) -> None:
    assert ends(tmp_path, rows, ("B1:C1", "D1:E1")) == expected


PARTS: dict[str, tuple[Rows, list[Ends]]] = {
    "figures in the very columns": ([*HERDS, [GROWTH], ["Đàn trâu", 99.1, 98.7, 99.2], ["Đàn bò", 101.1, 98.7, 99.2]], [(1, 1, _, 2, 7)]),
    "fewer figures": ([*HERDS, [GROWTH], ["Đàn trâu", 99.1, 98.7], ["Đàn bò", 101.1, 98.7]], [(1, 1, _, 2, 3)]),
    "headings of its own": (
        [
            *HERDS,
            ["Nuôi trồng thủy sản của các hộ gia đình trong xã"],
            ["Loài", "Diện tích", "Sản lượng", "Hộ"],
            ["Cá", 9, 8, 2],
            ["Tôm", 1, 9, 9],
        ],
        [(1, 1, _, 2, 3), (6, 6, _, 7, 8)],
    ),
    "a title that says whose they are": (
        [*HERDS, ["Ủy ban nhân dân xã Ba Tơ"], ["Đàn trâu", 99, 98, 92], ["Đàn bò", 10, 9, 9]],
        [(1, 1, _, 2, 3)],
    ),
    "counts that the title may make something else": (
        [*HERDS, [GROWTH], ["Số hồ sơ đã giải quyết", 102, 98, 104], ["Số hồ sơ giải quyết đúng hạn", 101, 97, 103]],
        [(1, 1, _, 2, 3)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), PARTS.values(), ids=PARTS)
def test_a_part_under_a_wide_title(tmp_path: Path, rows: Rows, expected: list[Ends]) -> None:
    assert ends(tmp_path, rows, ("A5:D5",)) == expected


LISTS: dict[str, tuple[Rows, list[tuple[int | None, int]]]] = {
    "names, days and words": (
        [
            ["Họ và tên", "Ngày vào Đoàn", "Danh hiệu"],
            *([who, day, "Tiên tiến"] for who, day in zip(("Lý Chản", "Hà Én", "Cứ Dơ"), MARCH, strict=True)),
        ],
        [(1, 2)],
    ),
    "answers of a slip": (
        [
            ["Chủ hộ", "Lý Mùi Chản", "thôn Nà Ca"],
            ["Ngày lập", MARCH[0], "tại xã"],
            ["Ngày kiểm", MARCH[1], "tại thôn"],
            ["Ngày xong", MARCH[2], "tại thôn"],
        ],
        [(_, 2)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), LISTS.values(), ids=LISTS)
def test_headings_over_names_and_days(tmp_path: Path, rows: Rows, expected: list[tuple[int | None, int]]) -> None:
    assert [(first, data) for first, _last, _number, data, _end in ends(tmp_path, rows)] == expected
