"""Headers of several rows that lost their merges: left in the first cell of each range, or filled into all of them."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from test_reading import read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

Range = tuple[int, int, int, int, str]
UNITS = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp", "Xã Ngọc Linh"]

OFFICE: list[Range] = [
    (1, 1, 1, 8, "KẾT QUẢ TIẾP NHẬN VÀ TRẢ KẾT QUẢ THỦ TỤC HÀNH CHÍNH THÁNG 2 NĂM 2026"),
    (3, 1, 6, 1, "TT"),
    (3, 2, 6, 2, "Tên đơn vị"),
    (3, 3, 3, 8, "Số lượng hồ sơ thủ tục hành chính"),
    (4, 3, 4, 6, "Tiếp nhận"),
    (4, 7, 4, 8, "Đã giải quyết"),
    (5, 3, 6, 3, "Tổng số"),
    (5, 4, 5, 6, "Trong đó"),
    (5, 7, 6, 7, "Tổng số"),
    (5, 8, 6, 8, "Trong đó quá hạn"),
    (6, 4, 6, 4, "Mới trực tuyến"),
    (6, 5, 6, 5, "Mới trực tiếp, bưu chính"),
    (6, 6, 6, 6, "Kỳ trước chuyển qua"),
]
ACROSS: list[Range] = [
    (1, 1, 1, 8, "SO SÁNH KẾT QUẢ GIỮA CÁC XÃ THÁNG 2 NĂM 2026"),
    (3, 1, 5, 1, "TT"),
    (3, 2, 5, 2, "Nội dung"),
    (3, 3, 5, 3, "ĐVT"),
    (3, 4, 3, 7, "Kết quả thực hiện của các đơn vị"),
    (3, 8, 5, 8, "Cộng"),
    (4, 4, 4, 5, "Tuyến I"),
    (4, 6, 4, 7, "Tuyến II"),
    *[(5, 4 + n, 5, 4 + n, unit) for n, unit in enumerate(UNITS)],
]


def _dress(sheet: Worksheet, ranges: list[Range], how: str) -> None:
    for top, left, bottom, right, text in ranges:
        sheet.cell(top, left, text)
        if how == "merged" and (top, left) != (bottom, right):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        if how == "filled":
            for row in range(top, bottom + 1):
                for col in range(left, right + 1):
                    sheet.cell(row, col, text)


def _read(tmp_path: Path, ranges: list[Range], rows: list[list[object]], how: str) -> set[tuple[str, str, float]]:
    book = Workbook()
    sheet = book.worksheets[0]
    _dress(sheet, ranges, how)
    below = max(bottom for _top, _left, bottom, _right, _text in ranges) + 1
    for number, row in enumerate(rows):
        for col, value in enumerate(row, 1):
            sheet.cell(below + number, col, value)
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert found.outcome == "accept", [i.message for i in found.issues]
    return {(o.unit, o.element, o.value) for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize("how", ["left", "filled"])
def test_a_header_of_four_rows_says_the_same_without_its_merges(tmp_path: Path, how: str) -> None:
    rows: list[list[object]] = [[n, unit, 400 + n, 236, 144 + n, 20, 380, n] for n, unit in enumerate(UNITS, 1)]
    merged = _read(tmp_path, OFFICE, rows, "merged")
    assert len(merged) == 24
    assert _read(tmp_path, OFFICE, rows, how) == merged


@pytest.mark.parametrize("how", ["left", "filled"])
def test_communes_across_under_groups_say_the_same_without_merges(tmp_path: Path, how: str) -> None:
    rows: list[list[object]] = [
        [1, "Số hồ sơ mới tiếp nhận trong kỳ", "hồ sơ", 315, 475, 439, 500, 1729],
        [2, "Số hồ sơ đã giải quyết trong kỳ", "hồ sơ", 305, 473, 439, 490, 1707],
    ]
    merged = _read(tmp_path, ACROSS, rows, "merged")
    assert len(merged) == 8
    assert _read(tmp_path, ACROSS, rows, how) == merged


def test_a_total_over_columns_nobody_knows_is_no_figure_of_the_province(tmp_path: Path) -> None:
    rows = [
        ["UBND TỈNH QUẢNG NGÃI"],
        ["BẢNG SO SÁNH THÁNG 3/2026"],
        ["TT", "Nội dung", "ĐVT", "Cụm A", "Cụm B", "Cụm C", "Cộng"],
        [1, "Số hồ sơ mới tiếp nhận trong kỳ", "hồ sơ", 315, 475, 439, 1229],
        [2, "Số hồ sơ đã giải quyết trong kỳ", "hồ sơ", 305, 473, 439, 1217],
    ]
    assert taken(read(tmp_path, rows)) == {}


def test_lines_over_a_table_are_no_part_of_its_header(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Báo cáo tháng 3/2026", None, "Đơn vị tính: hồ sơ"],
        ["TT", "Chỉ tiêu", "Số liệu"],
        [1, "Hồ sơ TTHC tiếp nhận mới", 200],
        [2, "Hồ sơ TTHC đã giải quyết", 190],
    ]
    assert taken(read(tmp_path, rows)) == {"C4": 200, "C5": 190}
