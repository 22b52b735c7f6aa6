"""Timetables and lists whose columns are school classes: "5/1" is no fraction where it heads a column. Rows count from 1 as in the
sheet."""

from pathlib import Path

import pytest
from test_layout import tables
from test_layout_endings import Ends, Rows, ends

_ = None

LETTERHEAD: Rows = [
    ["PHÒNG GIÁO DỤC HUYỆN", _, _, "THỜI KHÓA BIỂU SỐ 4"],
    ["TRƯỜNG TIỂU HỌC SƠN CA", _, _, "Thực hiện từ 03/02/2025"],
    [],
]
OVER_ALL = ("A1:C1", "D1:E1", "A2:C2", "D2:E2")
LESSONS: Rows = [
    ["Hai", 1, "Toán", "Văn", _],
    [_, 2, "Tin", "Toán", "Nhạc"],
    [_, 3, "Văn", _, "Toán"],
    ["Ba", 1, "Tin", "Vẽ", "Văn"],
    [_, 2, "Toán", "Tin", "Vẽ"],
    [_, 3, "Nhạc", "Vẽ", "Toán"],
]

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "two timetables below each other, a caption merged over each": (
        [
            *LETTERHEAD,
            ["Cơ sở chính"],
            ["Thứ", "Tiết", "4/1", "4/2", "5/1"],
            *LESSONS,
            [],
            ["Cơ sở lẻ"],
            ["Thứ", "Tiết", "2/1", "2/2", "3/1"],
            *LESSONS,
        ],
        (*OVER_ALL, "A4:E4", "A6:A8", "A9:A11", "A13:E13", "A15:A17", "A18:A20"),
        [(5, 5, _, 6, 11), (14, 14, _, 15, 20)],
    ),
    "the same without a blank between them": (
        [["Sáng"], ["Thứ", "Tiết", "4/1", "4/2", "5/1"], *LESSONS, ["Chiều"], ["Thứ", "Tiết", "2/1", "2/2", "3/1"], *LESSONS],
        ("A1:E1", "A9:E9"),
        [(2, 2, _, 3, 8), (10, 10, _, 11, 16)],
    ),
    "classes under their grades": (
        [["Thứ", "Tiết", "Khối 4", _, "Khối 5"], [_, _, "4/1", "4/2", "5/1"], *LESSONS],
        ("A1:A2", "B1:B2", "C1:D1"),
        [(1, 2, _, 3, 8)],
    ),
    "classes with letters under a letterhead": (
        [*LETTERHEAD, ["Thứ", "Tiết", "4A", "4B", "5A"], *LESSONS],
        (*OVER_ALL, "A5:A7", "A8:A10"),
        [(4, 4, _, 5, 10)],
    ),
    "who teaches what: no figure at all": (
        [
            ["Phân công giảng dạy"],
            ["Môn", "10/1", "10/2", "11/1"],
            ["Lý", "An", "An", "Bé"],
            ["Hóa", "Sen", "Tú", "Tú"],
            ["Sử", "Na", "Na", "Na"],
        ],
        (),
        [(2, 2, _, 3, 5)],
    ),
    "marks of classes in the morning and in the afternoon": (
        [
            ["Sáng"],
            ["Nội dung", "8/1", "8/2", "9/1"],
            ["Vệ sinh", 9, 8, 10],
            ["Đồng phục", 7, 8, 9],
            [],
            ["Chiều"],
            ["Nội dung", "6/1", "6/2", "7/1"],
            ["Vệ sinh", 9, 8, 10],
            ["Đồng phục", 7, 8, 9],
        ],
        (),
        [(2, 2, _, 3, 4), (7, 7, _, 8, 9)],
    ),
    "classes that name the rows": (
        [["Lớp", "Sĩ số", "Vắng"], ["6/1", 40, 1], ["6/2", 41, 2], ["7/1", 38, 0]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "classes in the rows of teachers": (
        [["Giáo viên", "T2", "T3", "T4"], ["Lê An", "6/1", "6/2", "7/1"], ["Vũ Bé", "7/2", _, "6/3"], ["Hà Tư", "9/1", "9/2", "9/3"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "fractions under headings": (
        [
            ["Tiêu chí", "Đội 1", "Đội 2", "Đội 3"],
            ["Nhà sạch", "7/1", "7/2", "7/3"],
            ["Vườn đẹp", "5/9", "6/9", "7/9"],
            ["Ngõ sáng", "8/9", "4/9", "3/9"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_tables_of_school_classes_stand(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted


def test_classes_are_the_headings_of_their_columns(tmp_path: Path) -> None:
    found = tables(tmp_path, [["Nội dung", "3/1", "3/2", "4/1"], ["Chuyên cần", 9, 8, 10], ["Kỷ luật", 7, 8, 9]])
    assert [t.headers for t in found] == [{0: ("Nội dung",), 1: ("3/1",), 2: ("3/2",), 3: ("4/1",)}]


@pytest.mark.parametrize(
    "line",
    [
        ["Nội dung", "7/1", "7/3", "7/4"],
        ["Nội dung", "7/2", "7/1", "8/1"],
        ["Nội dung", "15/1", "15/2", "15/3"],
        ["Bến Gỗ", "7/1", "7/2", "8/1"],
    ],
    ids=["one left out", "falling", "no such grade", "behind the name of a row"],
)
def test_other_fractions_head_nothing(line: list[object], tmp_path: Path) -> None:
    assert not any(t.header_first == 0 for t in tables(tmp_path, [line, ["Vệ sinh", 9, 8, 10], ["Kỷ luật", 7, 8, 9]]))
