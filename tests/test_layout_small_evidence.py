"""Small evidence of where a table begins, goes on and ends: column numbers that speak, groups behind a sum, remarks in brackets, posts
among figures, forms that nobody has filled in, lists beside each other, prices in words, weights under headings. Rows count from 1 as in
the sheet."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Border, Font, Side
from test_layout import saved
from test_layout_endings import Ends, Rows, ends

from loaders.commands import layout

_ = None
LINE = Side(style="thin")

FERRIES: Rows = [["TT", "Bến đò", "Lượt khách", "Lượt xe"]]
NORTH: Rows = [[1, "Bến Thượng", 410, 52], [2, "Bến Hạ", 377, 40], [_, "Cộng thượng lưu", 787, 92], []]
SHIFTS: Rows = [["Ca", "Điện (kWh)", "Nước (m3)", "Than (tấn)"], ["Ca 1", 812, 44, 3.1], ["Ca 2", 790, 41, 2.8], ["Ca 3", 655, 39, 2.2]]
PUPILS: Rows = [["Họ và tên", "Năm sinh", "Số buổi"], ["Lò Thị Pành", 2011, 12], ["Vàng A Sử", 2012, 9], ["Giàng Thị Mỷ", 2011, 15]]
LOANS: Rows = [
    ["Mệnh giá", "Số tờ", "Thành tiền", _, "Số khế ước", "Người vay", "Dư nợ"],
    [200000, 31, 6200000, _, "17/25", "Bàn Văn Phú", 42000000],
    [100000, 12, 1200000, _, "21/25", "Triệu Mùi Nảy", 15500000],
    [50000, 40, 2000000, _, "36/25", "Đặng Tòn Quẩy", 9000000],
    [20000, 18, 360000],
    ["Cộng", _, 9760000],
]
MERITS: Rows = [
    ["Đội", "Quân số", "Lỗi", _, "Thưởng", "Điểm"],
    [_, _, "Vắng", "Trễ", "Sáng kiến", _],
    [_, _, "(-4)", "(-1,5)", "(+10)", _],
    ["Đội 1", 14, 0, 2, 1, 107],
    ["Đội 2", 16, 1, 0, 0, 96],
]
REACHING = ("A1:A3", "B1:B3", "C1:D1", "F1:F3")

WAGES: Rows = [
    ["TT", "Họ và tên", "Hệ số", "Các khoản trừ", _, "Thực lĩnh"],
    [_, _, _, "BHXH", "BHYT", _],
    [_, _, _, "8%", "1,5%", _],
    [1, "Nông Thị Sim", 3.0, 561600, 105300, 6353100],
    [2, "Hà Văn Pao", 2.67, 499824, 93717, 5654259],
]

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "number row: one column is reckoned in words": (
        [
            ["Trạm", "Tổng số mũi", "Lao", "Sởi", "Tỷ lệ"],
            ["A", "1=2+3+mũi bổ sung", 2, 3, "4=3/số trẻ"],
            ["Trạm Đông", 70, 30, 35, 88],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "number row: one of six is reckoned in words": (
        [
            ["Trạm", "Tổng số mũi", "Lao", "Sởi", "Bại liệt", "Ho gà"],
            ["A", "1=2+3+4+5+mũi bổ sung", 2, 3, 4, 5],
            ["Trạm Đông", 130, 30, 35, 28, 32],
            ["Trạm Tây", 110, 25, 30, 25, 27],
        ],
        (),
        [(1, 1, 2, 3, 4)],
    ),
    "a row that speaks of sums but does not count is a row": (
        [
            ["Kho", "Nhập", "Xuất", "Tồn", "Hỏng", "Ghi chú"],
            ["Kho A", 9, 4, 5, 0, "1=hàng mới"],
            ["Kho B", 8, 2, 6, 1, _],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "group: counts anew behind a sum and a blank, the first one titled": (
        [
            *FERRIES,
            [_, "Khu vực thượng lưu"],
            *NORTH,
            [_, "Khu vực hạ lưu"],
            [1, "Bến Lở", 120, 8],
            [2, "Bến Cồn", 98, 5],
            [_, "Cộng hạ lưu", 218, 13],
            [_, "TỔNG CỘNG", 1005, 105],
        ],
        (),
        [(1, 1, _, 2, 11)],
    ),
    "group: counts anew behind a sum, the first one without a title": (
        [*FERRIES, *NORTH, [_, "Khu vực hạ lưu"], [1, "Bến Lở", 120, 8], [_, "Cộng hạ lưu", 120, 8], [_, "TỔNG CỘNG", 907, 100]],
        (),
        [(1, 1, _, 2, 9)],
    ),
    "group: a commune over rows that count anew begins figures of its own": (
        [*FERRIES, *NORTH, [_, "Xã Mộ Đức"], [1, "Bến Lở", 120, 8], [_, "Tổng cộng", 120, 8]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "group: another time over rows that count anew begins figures of its own": (
        [*FERRIES, *NORTH, [_, "Cùng kỳ năm trước"], [1, "Bến Thượng", 380, 49], [_, "Tổng cộng", 380, 49]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "group: two blank rows part two lists": (
        [*FERRIES, *NORTH, [], [_, "Khu vực hạ lưu"], [1, "Bến Lở", 120, 8], [_, "Tổng cộng", 120, 8]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "group: no sum over the blank and other columns below is another list": (
        [
            *FERRIES,
            [1, "Bến Thượng", 410, 52],
            [_, "Tổng cộng", 410, 52],
            [],
            [_, "Phao cứu sinh"],
            [1, "Bến Thượng", "đủ"],
            [2, "Bến Hạ", "thiếu"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "remark: the rows counted in brackets": ([*PUPILS, ["(Tổ theo dõi gồm 3 em)"]], (), [(1, 1, _, 2, 4)]),
    "remark: a title in brackets over further rows is none": (
        [*PUPILS, ["(Nhóm học buổi tối)"], ["Sùng A Páo", 2010, 7]],
        (),
        [(1, 1, _, 2, 6)],
    ),
    "posts: in the columns of figures behind a blank": (
        [*SHIFTS, [], [_, "Phụ trách lò", "Giám sát viên", "Đốc công trưởng"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "posts: a colon and a name": (
        [*SHIFTS, [], ["Trực vận hành:", "Mai Thế Hùng", "Đốc công trưởng"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "posts: what could not be counted is none": ([*SHIFTS, [], ["Ca 4", "nghỉ", "nghỉ", "nghỉ"]], (), [(1, 1, _, 2, 6)]),
    "posts: words in the columns of words are rows": (
        [
            ["Họ và tên", "Chức danh", "Nơi làm", "Ngày công"],
            ["Mai Thế Hùng", "Thợ lò", "Lò Một", 22],
            ["Hà Thị Yên", "Thợ điện", "Trạm Điện", 25],
            [],
            ["Cao Bá Sơn", "Thợ hàn", "Xưởng Cơ Khí"],
            ["Ngô Thị Thu", "Thợ tiện", "Xưởng Cơ Khí"],
        ],
        (),
        [(1, 1, _, 2, 6)],
    ),
    "lists: names of their own beside figures without any": (LOANS, (), [(1, 1, _, 2, 6), (1, 1, _, 2, 4)]),
    "lists: years name the rows on both sides of a gap": (
        [
            ["Năm", "Số vụ", "Số người", _, "Thiệt hại", "Vụ lớn nhất"],
            [2021, 4, 6, _, 310, "Cháy chợ"],
            [2022, 2, 2, _, 150, "Cháy rừng"],
            [2023, 7, 9, _, 520, "Nổ lò"],
            [2024, 1, 0],
        ],
        (),
        [(1, 1, _, 2, 5)],
    ),
    "prices in words: the heading says the money": (
        [
            ["Khoảng cách chở", "Cước (đồng/chuyến)"],
            ["Dưới 5 km", "80 nghìn"],
            ["Từ 5 km đến 10 km", "120 nghìn"],
            ["Trên 10 km", "1 triệu đồng + 15 nghìn mỗi km"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "prices in words: labels with their answers are no heading": (
        [["Người nộp", "Bế Văn Tài"], ["Tiền xe", "80 nghìn mỗi lượt"], ["Tiền ăn", "120 nghìn mỗi ngày"], ["Tiền ở", "1 triệu cả đợt"]],
        (),
        [],
    ),
    "shares of the wage: the headings of numbers and names are merged down to them": (
        WAGES,
        ("A1:A3", "B1:B3", "D1:E1", "F1:F3"),
        [(1, 3, _, 4, 5)],
    ),
    "figures typed beside the first heading merged down too far are a row": (
        [WAGES[0], WAGES[1], [_, _, 2.4, 8, 1.5, 9], *WAGES[3:]],
        ("A1:A3", "B1:B3", "D1:E1"),
        [(1, 2, _, 3, 5)],
    ),
    "weights: typed under headings beside merges that reach down to them": (MERITS, REACHING, [(1, 3, _, 4, 5)]),
    "weights: shares of a hundred": (
        [*MERITS[:2], [_, _, "(20%)", "(30%)", "(50%)", _], *MERITS[3:]],
        REACHING,
        [(1, 3, _, 4, 5)],
    ),
    "weights: a row of column numbers under merged headings is none": (
        [*MERITS[:2], ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"], *MERITS[3:]],
        ("A1:A2", "B1:B2", "C1:D1", "F1:F2"),
        [(1, 2, 3, 4, 5)],
    ),
    "weights: figures beside a heading that ends over them are a row": (
        [*MERITS[:2], ["Cả đơn vị", 30, 1, 2, 1, 203], *MERITS[3:]],
        ("A1:A2", "B1:B2", "C1:D1", "F1:F2"),
        [(1, 2, _, 3, 5)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_rows_of_each_table(tmp_path: Path, case: str) -> None:
    rows, merges, wanted = CASES[case]
    assert ends(tmp_path, rows, merges) == wanted


FORM: Rows = [
    ["PHIẾU KIỂM TRA PHÒNG TRỌ"],
    ["Hạng mục", "Đêm", _, "Người xem"],
    [_, "Đóng", "Mở", _],
    ["Cửa chính"],
    ["Cửa sổ"],
    ["Bếp"],
    [],
    ["Dụng cụ", "Mượn", "Trả"],
    ["Thang nhôm"],
    ["Đèn pin"],
]
FORM_MERGES = ("A2:A3", "B2:C2", "D2:D3")


def dressed(tmp_path: Path, rows: Rows, merges: tuple[str, ...], drawn: str, bold: str = "") -> list[Ends]:
    """The ends of the tables of a sheet with lines drawn around the cells of some areas, and others bold."""
    path = saved(tmp_path, rows, merges)
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    for area in drawn.split():
        for cells in sheet[area]:
            for cell in cells:
                cell.border = Border(top=LINE, bottom=LINE, left=LINE, right=LINE)
    for area in bold.split():
        for cells in sheet[area]:
            for cell in cells:
                cell.font = Font(bold=True)
    book.save(path)
    found = layout({"path": str(path), "name": "sheet.xlsx"})["tables"]
    return [(t["header_first"], t["header_last"], t["number_row"], t["data_first"], t["data_last"]) for t in found]


def test_forms_with_labels_and_nothing_else_are_tables_where_lines_are_drawn(tmp_path: Path) -> None:
    assert dressed(tmp_path, FORM, FORM_MERGES, "A2:D6 A8:C10") == [(2, 3, _, 4, 6), (8, 8, _, 9, 10)]


def test_empty_rows_drawn_below_the_labels_belong_to_the_form(tmp_path: Path) -> None:
    rows = [*FORM[7:], [], [], ["Giao lại trước 17 giờ."]]
    assert dressed(tmp_path, rows, (), "A1:C5") == [(1, 1, _, 2, 5)]


def test_bold_headings_over_labels_are_a_form_where_one_is_known(tmp_path: Path) -> None:
    rows: Rows = [["Dụng cụ", "Số lượng mượn", "Tổng số ngày", "Trả"], ["Thang nhôm"], ["Đèn pin"], ["Cuốc xẻng"]]
    assert dressed(tmp_path, rows, (), "A9:A9", "A1:D1") == [(1, 1, _, 2, 4)]


def test_lone_lines_under_a_row_of_words_are_no_form(tmp_path: Path) -> None:
    rows: Rows = [["Chi hội Đông", "Chi hội Tây", "Chi hội Nam"], ["Gặp mặt đầu xuân"], ["Hội trường xã"], ["Đúng giờ"]]
    assert dressed(tmp_path, rows, (), "A9:A9") == []
    assert dressed(tmp_path, rows, (), "A9:A9", "A1:C1") == []


def test_a_last_label_in_brackets_within_the_lines_is_a_row(tmp_path: Path) -> None:
    rows = [*PUPILS, ["(Em mới chuyển đến)"]]
    assert dressed(tmp_path, rows, (), "A1:C5") == [(1, 1, _, 2, 5)]
    assert dressed(tmp_path, rows, (), "A1:C4") == [(1, 1, _, 2, 4)]
