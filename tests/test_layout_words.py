"""Small tables of words below each other, timetables, headings said twice or explained, letters that number columns, verdicts of forms of
points, measures in titles. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Border, Side
from test_layout import saved
from test_layout_endings import Ends, Rows, ends

from loaders.commands import layout

_ = None

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "congress: small tables of words and of money under numbered captions": (
        [
            ["BẢNG PHÂN CÔNG NHIỆM VỤ"],
            ["1. Tiểu ban nội dung"],
            ["Họ và tên", "Chức vụ", "Nhiệm vụ"],
            ["Phạm Thị Sơn", "Bí thư", "Phụ trách chung"],
            ["Huỳnh Xuân Hà", "Phó Bí thư", "Báo cáo chính trị"],
            [],
            ["2. Dự trù kinh phí"],
            ["STT", "Nội dung", "Số tiền"],
            [1, "In tài liệu", 7000000],
            [2, "Nước uống", 2000000],
        ],
        (),
        [(3, 3, _, 4, 5), (8, 8, _, 9, 10)],
    ),
    "duty: a table of days right over the caption of the next one": (
        [
            ["Lãnh đạo"],
            ["Ngày", "Người trực", "Chức vụ"],
            ["Thứ bảy", "Lê An", "Chủ tịch"],
            ["Chủ nhật", "Vũ Bình", "Phó Chủ tịch"],
            ["2. Bảo vệ"],
            ["STT", "Họ tên", "Ca", "Ghi chú"],
            [1, "Hồ Tài", "Sáng"],
            [2, "Ngô Lộc", "Chiều"],
        ],
        (),
        [(2, 2, _, 3, 4), (6, 6, _, 7, 8)],
    ),
    "tender: headings unknown here under a numbered caption": (
        [
            ["A. Đầu mối liên hệ"],
            ["Bộ phận", "Người phụ trách", "Email"],
            ["Kỹ thuật", "Lê An", "an@x.vn"],
            ["Pháp chế", "Đỗ Cúc", "cuc@x.vn"],
        ],
        (),
        [(2, 2, _, 3, 4)],
    ),
    "personnel: labels with their answers are no table": (
        [
            ["I. THÔNG TIN CHUNG"],
            ["Họ tên", "Lê An", "Giới tính", "Nam"],
            ["Quê quán", "Hà Nam", "Dân tộc", "Kinh"],
            ["Chức vụ", "Bí thư", "Đơn vị", "Xã A"],
            [],
            ["II. DANH SÁCH CON"],
            ["STT", "Họ tên", "Năm sinh"],
            [1, "Lê B", 2010],
            [2, "Lê C", 2012],
        ],
        (),
        [(7, 7, _, 8, 9)],
    ),
    "bank: fields of the form with their codes are no table": (
        [
            ["Mã báo cáo", "G02884.7"],
            ["Mã đơn vị", 79201001],
            ["Kỳ báo cáo", "Quý 2/2025"],
            [],
            ["STT", "Chỉ tiêu", "Dư nợ"],
            [1, "Cho vay mua nhà", 70],
            [2, "Cho vay khác", 62.7],
        ],
        (),
        [(5, 5, _, 6, 7)],
    ),
    "sports: standings side by side over one that runs across the column between them": (
        [
            ["BÓNG ĐÁ", _, _, _, "KÉO CO"],
            ["Hạng", "Đoàn", "Điểm", _, "Hạng", "Đoàn", "Điểm"],
            [1, "Hải Đông", 20, _, 1, "Yên Bình", 20],
            [2, "An Phú", 18, _, 2, "Hòa Bình", 18],
            [],
            ["TOÀN ĐOÀN"],
            ["Hạng", "Đoàn", "HCV", "HCB", "HCĐ", "Tổng điểm"],
            [1, "Hải Đông", 9, 1, 5, 300],
            [2, "Yên Bình", 8, 0, 0, 280],
        ],
        ("A1:C1", "E1:G1"),
        [(2, 2, _, 3, 4), (2, 2, _, 3, 4), (7, 7, _, 8, 9)],
    ),
    "sports: the same where the headings are longer than those of both": (
        [
            ["BẢNG A", _, _, _, "BẢNG B"],
            ["Hạng", "Đội", "Trận", "Điểm", _, "Hạng", "Đội", "Trận", "Điểm"],
            [1, "T1", 3, 9, _, 1, "T5", 3, 7],
            [2, "T2", 3, 6, _, 2, "T6", 3, 6],
            [],
            ["XẾP HẠNG CHUNG"],
            ["Hạng", "Đội", "Vàng", "Bạc", "Đồng", "Tổng", "Điểm"],
            [1, "T1", 1, 1, 1, 3, 30],
            [2, "T5", 1, 1, 0, 2, 20],
        ],
        ("A1:D1", "F1:I1"),
        [(2, 2, _, 3, 4), (2, 2, _, 3, 4), (7, 7, _, 8, 9)],
    ),
    "school: lessons that are counted, with the names of teachers that look like headings": (
        [
            ["BUỔI SÁNG"],
            ["Thứ", "Tiết", "6A", "6B", "7A", "7B"],
            [_, _, "(Cô Lan)", "(Thầy Sơn)", "(Cô Mai)", "(Cô Vân)"],
            ["Thứ 2", 1, "Văn - Lan", _, "Tin - Nam", "Văn - Lan"],
            [_, 2, "Tin - Nam", "Tin - Nam", _, "Tin - Nam"],
            [_, 3, "Anh - Chi", "Tin - Nam", "Tin - Nam", "Tin - Nam"],
            ["Thứ 3", 1, "Tin - Nam", "Toán - Hà", "Tin - Nam", _],
            [_, 2, "Tin - Nam", "Toán - Hà", "Tin - Nam", "Tin - Nam"],
            [_, 3, "Tin - Nam", "Tin - Nam", "Tin - Nam", "Tin - Nam"],
        ],
        (),
        [(2, 3, _, 4, 9)],
    ),
    "school: lessons numbered under the days, teachers in rows": (
        [
            ["THỜI KHÓA BIỂU"],
            ["Giáo viên", "Thứ 2", _, _, "Thứ 3", _, _],
            [_, 1, 2, 3, 1, 2, 3],
            ["Cô Lan", "6A", "6B", _, "7A", _, "6A"],
            ["Thầy Nam", _, "7A", "7B", _, "8A", "8A"],
            ["Cô Hà", "9A", _, _, "9A", "6A", _],
        ],
        ("A2:A3", "B2:D2", "E2:G2"),
        [(2, 3, _, 4, 6)],
    ),
    "labour: codes explained under the headings, some of them numbers": (
        [
            ["STT", "Họ và tên", "Giới tính", "Số CCCD", "Trình độ"],
            [_, "(chữ in hoa)", "1: Nam\n2: Nữ", "12 số", "1-12"],
            ["A", "B", 1, 2, 3],
            [1, "Võ Thị Yến", 2, "033082259083", 7],
            [2, "Lý Đức Thảo", 1, "081062356754", 4],
        ],
        (),
        [(1, 2, 3, 4, 5)],
    ),
    "customs: headings of two rows said again in English": (
        [
            ["STT", "Thị trường", "Quý", _, "Năm", _],
            [_, _, "I", "II", "Trị giá", "Tăng/giảm (%)"],
            ["No", "Market", "Quarter", _, "Year", _],
            [_, _, "1st", "4th", "Value", "Change (%)"],
            ["A", "B", 1, 2, 3, 4],
            [1, "Châu Á/ Asia", 2444, 7861, 358, -8.7],
            [2, "- ASEAN", 1942, 6745, 443, 26.9],
        ],
        ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:F3"),
        [(1, 4, 5, 6, 7)],
    ),
    "labour: headings of two rows said before in English": (
        [
            ["No", "Sector", "Total", "Of which", _],
            [_, _, _, "Male", "Female"],
            ["STT", "Ngành", "Tổng số", "Trong đó", _],
            [_, _, _, "Nam", "Nữ"],
            [1, "Nông nghiệp", 5, 2, 3],
            [2, "Công nghiệp", 9, 5, 4],
            [3, "Dịch vụ", 9, 5, 4],
        ],
        ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4", "B3:B4", "C3:C4", "D3:E3"),
        [(1, 4, _, 5, 7)],
    ),
    "transport: ten columns numbered with letters in brackets": (
        [
            ["TT", "Loại", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8"],
            [_, _, "tấn", "%", "tấn", "%", "km", "%", "km", "%"],
            ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)", "(i)", "(k)"],
            ["I", "Hành khách"],
            [_, "Đường bộ", 1, 2, 3, 4, 5, 6, 7, 8],
        ],
        ("A1:A2", "B1:B2"),
        [(1, 2, 3, 4, 5)],
    ),
    "taxes: letters of the Vietnamese alphabet, some reckoned from others": (
        [
            ["STT", "Khoản thu", "Kế hoạch", "Thực hiện", "Đạt", "Còn lại"],
            ["a", "b", "c", "d", "đ=d/c", "e=c-d"],
            [1, "Thuế", 10, 2, 20, 8],
            [2, "Phí", 10, 5, 50, 5],
        ],
        (),
        [(1, 1, 2, 3, 4)],
    ),
    "examination: letters that are answers number no columns": (
        [
            ["Mã đề", "Câu 1", "Câu 2", "Câu 3"],
            ["101", "A", "B", "D"],
            ["102", "B", "C", "A"],
            ["103", "A", "B", "C"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "football: teams called by letters number no columns": (
        [
            ["TT", "Đội", "Điểm"],
            [1, "M", 3],
            [2, "P", 1],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "crops: communes called by letters number no columns": (
        [
            ["Xã", "Vụ xuân", "Vụ mùa"],
            ["A", 1, 2],
            ["B", 3, 4],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "works: a caption that numbers a thing which is counted elsewhere": (
        [
            ["1. Liên hệ"],
            ["Huyện", "Đầu mối", "Điện thoại"],
            ["Đông", "Lê An", "0912000111"],
            ["Tây", "Vũ Bé", "0912000222"],
            [],
            ["2. Kết quả"],
            ["Huyện", "Chỉ tiêu", "Thực hiện"],
            ["Đông", 5, 4],
            ["Tây", 6, 6],
        ],
        (),
        [(2, 2, _, 3, 4), (7, 7, _, 8, 9)],
    ),
    "officials: how the work was done, under the total": (
        [
            ["TT", "Tiêu chí", "Tối đa", "Đạt"],
            [1, "Chất lượng", 50, 45],
            [2, "Tiến độ", 50, 44],
            [_, "Tổng cộng", 100, 89],
            [_, "Mức độ hoàn thành nhiệm vụ"],
        ],
        (),
        [(1, 1, _, 2, 5)],
    ),
    "scores: the verdict under the total": (
        [
            ["TT", "Tiêu chí", "Điểm tối đa", "Tự chấm"],
            [1, "Chất lượng", 30, 28],
            [2, "Tiến độ", 70, 65],
            [_, "TỔNG CỘNG (1+2)", 100, 93],
            [_, "Cá nhân tự xếp loại"],
            [_, "XẾP LOẠI"],
            [],
            ["Người tự đánh giá", _, "Thủ trưởng"],
        ],
        (),
        [(1, 1, _, 2, 6)],
    ),
    "scores: a remark under the total": (
        [
            ["TT", "Tiêu chí", "Điểm tối đa", "Tự chấm"],
            [1, "Chất lượng", 30, 28],
            [2, "Tiến độ", 70, 65],
            [_, "Tổng cộng", 100, 93],
            [_, "Đề nghị Hội đồng xem xét"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_tables_of_words_and_of_others_stand(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("2. Khách quốc tế theo thị trường (ĐVT: lượt khách)", "lượt khách"),
        ("Bảng 3. Sản lượng điện - Đơn vị tính: kWh", "kWh"),
        ("Trị giá: triệu USD", "triệu USD"),
        ("Người - Person", "Người - Person"),
        ("Đối tượng: người", None),
    ],
)
def test_measures_in_titles_and_behind_what_is_measured(line: str, measure: str | None, tmp_path: Path) -> None:
    rows: Rows = [[line], ["STT", "Nội dung", "Năm trước", "Năm nay"], [1, "Nhật Bản", 3, 4], [2, "Hàn Quốc", 3, 4]]
    assert [t["unit_of_measure"] for t in layout({"path": str(saved(tmp_path, rows)), "name": "sheet.xlsx"})["tables"]] == [measure]


def ruled(path: Path, first: int) -> Path:
    """The workbook with lines drawn around all its cells from the row `first` on."""
    book = load_workbook(path)
    for row in book.worksheets[0].iter_rows(min_row=first):
        for cell in row:
            cell.border = Border(*[Side(style="thin")] * 4)
    book.save(path)
    return path


def test_a_row_within_the_lines_drawn_around_the_total_belongs_to_the_table(tmp_path: Path) -> None:
    rows: Rows = [["TT", "Tiêu chí", "Điểm"], [1, "Nề nếp", 30], [2, "Học tập", 60], [_, "Tổng cộng", 90], [_, "Đề nghị của lớp"]]
    path = saved(tmp_path, rows)
    assert layout({"path": str(path), "name": "sheet.xlsx"})["tables"][0]["data_last"] == 4
    assert layout({"path": str(ruled(path, 1)), "name": "sheet.xlsx"})["tables"][0]["data_last"] == 5


def test_a_letterhead_of_three_columns_over_a_drawn_table_is_none_itself(tmp_path: Path) -> None:
    rows: Rows = [
        ["Biểu 02/TKKK", _, "THỐNG KÊ DIỆN TÍCH ĐẤT", _, "Đơn vị báo cáo:", _],
        [_, _, "(Đến ngày 31/12/2024)", _, "Xã: Sơn Tây - Huyện: Hương Sơn", _],
        [_, _, _, _, "Đơn vị tính: ha", _],
        ["STT", "Loại đất", "Mã", "Tổng số", "Chia ra", _, _, _],
        [_, _, _, _, "Cá nhân", "Tổ chức", "Cộng đồng", "Tôn giáo"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"],
        [1, "Đất lúa", "LUA", 10, 5, 5, 0, 0],
        [2, "Đất ở", "OTC", 20, 5, 15, 0, 0],
    ]
    merges = ("A1:B1", "C1:D1", "E1:F1", "C2:D2", "E2:F2", "E3:F3", "A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:H4")
    found = layout({"path": str(ruled(saved(tmp_path, rows, merges), 4)), "name": "sheet.xlsx"})["tables"]
    assert [(t["header_first"], t["unit_of_measure"]) for t in found] == [(4, "ha")]
