"""Tables that stand close to each other: a wide one under several side by side, one in the very next row under another, a table of words
beside one of figures. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font, PatternFill
from test_layout import saved
from test_layout_endings import Ends, Rows, ends

from loaders.commands import layout

_ = None

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "stations: a wide table whose second row of headings runs across the column between two others": (
        [
            ["1. Doanh thu", _, _, _, "2. Sản lượng"],
            ["STT", "Trạm", "Số tiền", _, "Loại", "Số lượng"],
            [1, "Trạm Đông", 58, _, "Thư", 365],
            [2, "Trạm Tây", 78, _, "Kiện", 874],
            [3, "Trạm Bắc", 91, _, "Hồ sơ", 80],
            [],
            ["3. Chi trả"],
            ["STT", "Trạm", "Lương hưu", _, _, "Trợ cấp", _],
            [_, _, "Số người", "Số tiền", "Qua TK", "Số người", "Số tiền"],
            [1, "Trạm Đông", 14, 85, 13, 29, 94],
            [2, "Trạm Tây", 13, 78, 2, 13, 80],
            [3, "Trạm Bắc", 9, 58, 3, 79, 60],
        ],
        ("A8:A9", "B8:B9", "C8:E8", "F8:G8"),
        [(2, 2, _, 3, 5), (2, 2, _, 3, 5), (8, 9, _, 10, 12)],
    ),
    "depot: the numbers of rows begin anew under headings of their own": (
        [
            ["STT", "Bộ phận", "Nam", "Nữ"],
            [1, "Văn phòng", 54, 15],
            [2, "Kho", 3, 55],
            ["TT", "Phương tiện", "Số lượng", "Biển số"],
            [1, "Ô tô tải", 4, "12C-001"],
            [2, "Xe máy", 33, "12X-002"],
        ],
        (),
        [(1, 1, _, 2, 3), (4, 4, _, 5, 6)],
    ),
    "depot: words of headings alone over a table of as many columns": (
        [
            ["Nội dung", "Kế hoạch", "Thực hiện"],
            ["Xăng", 54, 15],
            ["Dầu", 3, 55],
            ["Tên xe", "Số lượng", "Ghi chú"],
            ["Ô tô tải", 4, "cũ"],
            ["Xe máy", 33, _],
        ],
        (),
        [(1, 1, _, 2, 3), (4, 4, _, 5, 6)],
    ),
    "a place that has not answered, in words unknown here, is a row": (
        [
            ["Nội dung", "Kế hoạch", "Thực hiện"],
            ["Tổ Một", 54, 15],
            ["Tổ Hai", 3, 55],
            ["Tổ Ba", "đang rà soát", "chậm"],
            ["Tổ Tư", 4, 8],
        ],
        (),
        [(1, 1, _, 2, 5)],
    ),
    "union: a numbered table of words beside headings of two rows": (
        [
            ["III. Vốn vay", _, _, _, _, _, "IV. Mô hình"],
            ["Chương trình", "Chi hội 1", _, "Chi hội 2", _, _, "STT", "Tên mô hình", "Nội dung"],
            [_, "Số hộ", "Dư nợ", "Số hộ", "Dư nợ", _, 1, "Đường hoa", "Trồng và chăm sóc hoa"],
            ["Hộ nghèo", 6, 589, 7, 253, _, 2, "Chợ số", "Vận động tiểu thương"],
            ["Hộ cận nghèo", 19, 680, 17, 480, _, 3, "Mẹ đỡ đầu", "Nhận đỡ đầu trẻ mồ côi"],
            ["Nước sạch", 9, 131, 24, 846],
        ],
        ("A2:A3", "B2:C2", "D2:E2"),
        [(2, 3, _, 4, 6), (2, 2, _, 3, 5)],
    ),
    "union: words alone beside figures, each under its caption": (
        [
            ["I. Thu quỹ", _, _, _, "II. Phân công"],
            ["Nội dung", "Kế hoạch", "Thực hiện", _, "Họ và tên", "Chức vụ", "Nhiệm vụ"],
            ["Hội phí", 54, 15, _, "Lê An", "Chủ tịch", "Phụ trách chung"],
            ["Quỹ hội", 3, 55, _, "Vũ Bình", "Phó Chủ tịch", "Tài chính"],
            ["Tài trợ", 9, 5],
        ],
        (),
        [(2, 2, _, 3, 5), (2, 2, _, 3, 4)],
    ),
    "school: numbers of rows that begin anew over other names head another table": (
        [
            ["TT", "Tên lớp", "Sĩ số", "Số nữ", "TT", "Tên câu lạc bộ", "Số học sinh"],
            [1, "Lớp 1A", 35, 17, 1, "Cờ vua", 12],
            [2, "Lớp 1B", 33, 15, 2, "Bóng đá", 21],
            [3, "Lớp 2A", 36, 18],
        ],
        (),
        [(1, 1, _, 2, 4), (1, 1, _, 2, 3)],
    ),
    "forestry: column numbers that run on from one table into the next": (
        [
            ["STT", "Đơn vị", "Diện tích rừng", _, "STT", "Đơn vị", "Vụ vi phạm", _],
            [_, _, "Tự nhiên", "Trồng", _, _, "Phát hiện", "Xử lý"],
            [1, 2, 3, 4, 5, 6, 7, 8],
            [1, "Hạt Đông", 540, 150, 1, "Hạt Tây", 9, 8],
            [2, "Hạt Tây", 330, 255, 2, "Hạt Đông", 14, 12],
        ],
        ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "F1:F2", "G1:H1"),
        [(1, 2, 3, 4, 5), (1, 2, 3, 4, 5)],
    ),
    "trade: behind an empty column the lower row of headings begins with the figures": (
        [
            ["TT", "Chợ", "Quầy hàng", _, "Lao động", _, _, "Nhóm hàng", "Lượt kiểm tra", _, _],
            [_, _, "Tổng", "Đang mở", "Nam", "Nữ", _, _, "Lần 1", "Lần 2", "Lần 3"],
            [1, "Chợ Trên", 54, 15, 20, 41, _, "Thực phẩm", 9, 8, 3],
            [2, "Chợ Dưới", 33, 25, 17, 28, _, "Vải vóc", 14, 12, 5],
        ],
        ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "H1:H2", "I1:K1"),
        [(1, 2, _, 3, 4), (1, 2, _, 3, 4)],
    ),
    "justice: two people in a row, each with a name, are one table": (
        [
            ["STT", "Vợ", _, "Chồng", _],
            [_, "Họ và tên", "Tuổi", "Họ và tên", "Tuổi"],
            [1, "Lê An", 25, "Vũ Bình", 27],
            [2, "Trần Chi", 31, "Đỗ Dũng", 30],
        ],
        ("A1:A2", "B1:C1", "D1:E1"),
        [(1, 2, _, 3, 4)],
    ),
    "works: a measure that comes again is that of the row": (
        [
            ["TT", "Hạng mục", "Đơn vị", "Kế hoạch", "Đơn vị", "Thực hiện"],
            [1, "Đào đất", "m3", 540, "m3", 150],
            [2, "Lát vỉa hè", "m2", 330, "m2", 255],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "remarks behind an empty column, without a caption, belong to their rows": (
        [
            ["I. Thu quỹ"],
            ["Nội dung", "Kế hoạch", "Thực hiện", _, "Người thu", "Ghi chú"],
            ["Hội phí", 54, 15, _, "Lê An", "đủ"],
            ["Quỹ hội", 3, 55, _, "Vũ Bình", "thiếu"],
        ],
        (),
        [(2, 2, _, 3, 4)],
    ),
    "a club: those who were given something, called as those who sign are, amounts typed as texts": (
        [
            ["Quỹ khuyến học"],
            [],
            [_, "Tổ", "Đã góp", _, "Người nhận", "Tổ", "Đã chi"],
            [_, "Tổ Bắc", "1.250.000", _, "Lò Thị Mây", "Tổ Bắc", "300.000"],
            [_, "Tổ Nam", "2.100.000", _, "Hà Văn Núi", "Tổ Tây", "450.000"],
            [_, "Tổ Tây", "870.000"],
            [_, "Trưởng ban: Vi Văn Sông"],
        ],
        (),
        [(3, 3, _, 4, 6), (3, 3, _, 4, 5)],
    ),
    "the same with a column left to be signed": (
        [
            ["Nguồn", "Số tiền", _, "Người giao", "Xóm", "Số tiền", "Ký tên"],
            ["Xã", 900, _, "Lò Thị Mây", "Bắc", 300, _],
            ["Xóm", 800, _, "Hà Văn Núi", "Tây", 450, _],
        ],
        (),
        [(1, 1, _, 2, 3), (1, 1, _, 2, 3)],
    ),
    "those who sign beside each other under the figures": (
        [
            ["Ngày", "Thu", "Chi"],
            ["01/3/2025", 500, 200],
            ["02/3/2025", 450, 100],
            [],
            ["Người nộp", "Xác nhận", "Trưởng xóm"],
            ["Lê An", "Vũ Bé", "Hà Tư"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_tables_close_to_each_other_begin_and_end(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted


def dressed(path: Path, rows: tuple[int, ...], bold: bool, fill: str) -> Path:
    """The workbook with these rows bold or coloured."""
    book = load_workbook(path)
    for row in rows:
        for cell in book.worksheets[0][row]:
            if cell.value is not None:
                cell.font = Font(bold=bold)
                cell.fill = PatternFill("solid", fgColor=fill) if fill else PatternFill()
    book.save(path)
    return path


VEHICLES: Rows = [
    ["Bộ phận", "Nam", "Nữ"],
    ["Văn phòng", 54, 15],
    ["Kho", 3, 55],
    ["Loại phương tiện", "Số lượng", "Màu sơn"],
    ["Ô tô tải", 4, "xanh"],
    ["Xe máy", 33, _],
]


@pytest.mark.parametrize(
    ("rows", "bold", "fill", "last"),
    [
        ((1, 4), True, "", [3, 6]),
        ((1, 4), False, "FFF2CC", [3, 6]),
        ((4,), True, "FFF2CC", [3, 6]),
        ((), False, "", [6]),
        ((1, 2, 4), True, "", [6]),
    ],
    ids=["bold", "coloured", "both", "as its rows", "as some row of figures"],
)
def test_bold_or_coloured_headings_begin_another_table_in_the_next_row(
    rows: tuple[int, ...], bold: bool, fill: str, last: list[int], tmp_path: Path
) -> None:
    path = dressed(saved(tmp_path, VEHICLES), rows, bold, fill)
    assert [t["data_last"] for t in layout({"path": str(path), "name": "sheet.xlsx"})["tables"]] == last


def test_a_coloured_row_of_a_commune_that_sent_nothing_begins_no_table(tmp_path: Path) -> None:
    rows: Rows = [
        ["Xã", "Hồ sơ tiếp nhận", "Hồ sơ đúng hạn"],
        ["Đăk Long", 54, 15],
        ["Đăk Môn", 30, 25],
        ["Xã Đăk Pék", "thiếu số liệu", "phải nộp lại"],
        ["Xã Xốp", 4, 3],
    ]
    path = dressed(saved(tmp_path, rows), (4,), True, "FF0000")
    assert [t["data_last"] for t in layout({"path": str(path), "name": "sheet.xlsx"})["tables"]] == [5]
