"""Forms and rosters of other administrations: blank rows with lines drawn around them, names of columns as programs write them, days under
the days of the week, headings that fill what the row over them leaves open. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Border, Side
from test_layout import saved

from loaders.commands import layout

_ = None
Rows = list[list[object]]
Ends = tuple[int, int, int | None, int, int]


def told(tmp_path: Path, rows: Rows, name: str = "sheet.xlsx", drawn: str = "") -> list[dict[str, object]]:
    """What is told of each table of a sheet, lines being drawn around the cells of an area."""
    path = saved(tmp_path, rows)
    if drawn:
        book = load_workbook(path)
        side = Side(style="thin")
        for row in book.worksheets[0][drawn]:
            for cell in row:
                cell.border = Border(left=side, right=side, top=side, bottom=side)
        book.save(path)
    found: list[dict[str, object]] = layout({"path": str(path), "name": name})["tables"]
    return found


def ends(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """(header first and last, number row, data first and last) of each table."""
    return [tuple(t[f] for f in ("header_first", "header_last", "number_row", "data_first", "data_last")) for t in found]


FORMS: dict[str, tuple[Rows, str, list[Ends]]] = {
    "a form to be imported: names and types as programs write them, nothing below but lines": (
        [
            ["DANH SÁCH NHÂN SỰ"],
            ["Mã NV (*)", "Họ và tên (*)", "Ngày sinh", "Số CCCD (*)"],
            ["MA_NV", "HO_TEN", "NGAY_SINH", "CCCD"],
            ["C(20)", "C(100)", "D", "C(12)"],
        ],
        "A2:D12",
        [(2, 4, _, 5, 12)],
    ),
    "a blank form ends with its lines, not with those who sign below": (
        [
            ["STT", "Họ và tên", "Chức vụ", "Ghi chú"],
            [],
            [],
            [],
            [],
            [],
            [_, "Người lập biểu", _, "Thủ trưởng đơn vị"],
        ],
        "A1:D4",
        [(1, 1, _, 2, 4)],
    ),
    "a form without lines that holds no more than its header": ([["STT", "Họ và tên", "Năm sinh", "Ghi chú"]], "", [(1, 1, _, 2, 2)]),
    "blank rows with lines do not end a body": (
        [["STT", "Tên tàu", "Công suất"], [1, "QNg 90123", 450], [], [], [], [2, "QNg 90124", 380]],
        "A1:C6",
        [(1, 1, _, 2, 6)],
    ),
    "social insurance: a second part right under the sum of the first one, its sum behind blanks": (
        [
            ["STT", "Họ và tên", "Số ngày", "Ghi chú"],
            ["PHẦN 1: DANH SÁCH HƯỞNG MỚI"],
            [1, "Lê Thị Hoa", 5],
            [2, "Lê Thị Mai", 7],
            [_, "Cộng phần 1"],
            [_, "PHẦN 2: ĐỀ NGHỊ ĐIỀU CHỈNH SỐ ĐÃ DUYỆT"],
            [],
            [],
            [_, "Cộng phần 2"],
            [],
            [_, "Người lập biểu", _, "Thủ trưởng đơn vị"],
        ],
        "",
        [(1, 1, _, 2, 9)],
    ),
    "a roster: days under the days of the week": (
        [
            ["Vị trí", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm"],
            [_, "02/06/2025", "03/06/2025", "04/06/2025", "05/06/2025"],
            ["Trực lãnh đạo", "BS Hùng", "BS Kiên", "BS Trung", "BS Tuấn"],
            ["Trực cấp cứu", "ĐD Hoa", "ĐD Lâm", "ĐD Tuấn", "ĐD Yến"],
            ["Lái xe", "Hải", "Bình", "Loan", "Long"],
        ],
        "",
        [(1, 2, _, 3, 5)],
    ),
    "a sheet of attendance: the days of the week under the days, a word for them in the first column": (
        [
            ["STT", "Họ và tên", 1, 2, 3, 4, 5, "Cộng"],
            [_, "Thứ", "T5", "T6", "T7", "CN", "T2"],
            [1, "Lê Thị Hoa", "x", "x", _, _, "x", 3],
            [2, "Lê Thị Mai", "x", _, _, _, "x", 2],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "a co-operative: a second row that heads what the first one leaves open and ends some of its headings": (
        [
            ["TT", "Họ và tên", "Diện tích", "Các khoản phải nộp", _, _, "Tổng cộng", "Ghi chú"],
            [_, "chủ hộ", "(sào)", "Làm đất", "Thủy nông", "Nợ cũ"],
            ["Đội 1"],
            [1, "Lê Thị Hoa", 2, 24, 12, 0, 36],
            [2, "Lê Thị Mai", 6, 72, 36, 5, 113],
            [_, "Cộng đội 1", 8, 96, 48, 5, 149],
        ],
        "",
        [(1, 2, _, 3, 6)],
    ),
    "columns numbered I, II before those of figures": (
        [
            ["TT", "Nhóm nợ", "Dư nợ", "Phải trích", "Còn thiếu"],
            ["(I)", "(II)", "(1)", "(2)", "(3)=(1)-(2)"],
            [1, "Nợ nhóm 1", 116720, 232, 0],
            [2, "Nợ nhóm 2", 5271, 174, 5],
        ],
        "",
        [(1, 1, 2, 3, 4)],
    ),
    "codes of columns as a row of their own belong to the header": (
        [
            ["Tên trường", "Tổng số lớp", "Tổng số học sinh", "Nữ"],
            [_, "M01", "M02", "M03"],
            ["TH Kim Đồng", 10, 300, 150],
            ["TH Lê Lợi", 12, 320, 160],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "English headings over the Vietnamese ones": (
        [
            ["LAND USE"],
            ["No.", "Land type", "Code", "Area", "% of total"],
            ["STT", "Loại đất", "Mã", "Diện tích", "Cơ cấu"],
            ["(1)", "(2)", "(3)", "(4)", "(5)"],
            [1, "Đất nông nghiệp", "NNP", 700, 70],
            [2, "Đất phi nông nghiệp", "PNN", 300, 30],
        ],
        "",
        [(2, 3, 4, 5, 6)],
    ),
    "the next lettered group behind several blanks": (
        [
            ["STT", "Nội dung", "Dự toán", "Quyết toán"],
            ["A", "THU", 100, 98],
            [1, "Phí", 100, 98],
            [],
            ["B", "CHI", 90, 88],
            [1, "Lương", 90, 88],
            [],
            [],
            ["C", "KẾT DƯ", 10, 10],
        ],
        "",
        [(1, 1, _, 2, 9)],
    ),
    "tables below each other without captions, the first column of another kind": (
        [
            ["Tên cây", "Diện tích", "Sản lượng"],
            ["Lúa", 10, 55],
            ["Ngô", 5, 20],
            [],
            ["Thủy sản", "Diện tích nuôi", "Sản lượng cá"],
            ["Cá", 3, 6],
            ["Tôm", 1, 1],
        ],
        "",
        [(1, 1, _, 2, 3), (5, 5, _, 6, 7)],
    ),
    "a balance sheet: the same headings again over rows of another kind": (
        [
            ["TÀI SẢN", "Mã số", "Số cuối năm", "Số đầu năm"],
            ["A. TÀI SẢN NGẮN HẠN", "100", 1000, 900],
            ["TỔNG CỘNG TÀI SẢN", "270", 1000, 900],
            [],
            ["NGUỒN VỐN", "Mã số", "Số cuối năm", "Số đầu năm"],
            ["C. NỢ PHẢI TRẢ", "300", 600, 500],
            ["TỔNG CỘNG NGUỒN VỐN", "440", 600, 500],
        ],
        "",
        [(1, 1, _, 2, 3), (5, 5, _, 6, 7)],
    ),
    "a column without a heading within a table, figures and words right of it": (
        [
            ["STT", "Tên đường", _, "Chiều dài", "Kết cấu"],
            [1, "Đường A", _, 1.2, "BTXM"],
            [2, "Đường B", _, 2.5, "Nhựa"],
            [_, "Cộng", _, 3.7],
        ],
        "",
        [(1, 1, _, 2, 4)],
    ),
    "lines with dots to be written on, and sentences that count the rows, are none of them": (
        [
            ["Mã số", "Câu hỏi", "Hài lòng", "Không hài lòng"],
            ["A1", "Biển báo rõ ràng", 5, 12],
            ["A2", "Thời gian chờ đợi", 4, 10],
            ["Ý kiến khác:", ".........."],
            ["Xin cảm ơn!"],
            [],
            ["TT", "Họ và tên", "Năm sinh"],
            [1, "Lê A", 1990],
            [2, "Lê B", 1991],
            ["Tổng cộng danh sách có 02 người."],
        ],
        "",
        [(1, 1, _, 2, 3), (7, 7, _, 8, 9)],
    ),
    "a list of words, one of its headings a post as those who sign have it": (
        [
            ["Mã trường", "Tên trường", "Địa chỉ", "Hiệu trưởng"],
            ["TH01", "Kim Đồng", "Thôn 1", "Lê A"],
            ["TH02", "Lê Lợi", "Thôn 2", "Lê B"],
            ["TH03", "Quang Trung", "Thôn 3", "Lê C"],
        ],
        "",
        [(1, 1, _, 2, 4)],
    ),
    "groups without marks, several blanks between them": (
        [["Họ tên", "Lớp", "Điểm"], ["KHỐI 6"], ["Lê A", "6A", 9], ["Lê B", "6B", 8], [], [], ["KHỐI 7"], ["Lê C", "7A", 9]],
        "",
        [(1, 1, _, 2, 8)],
    ),
}


@pytest.mark.parametrize("case", FORMS)
def test_rows_of_forms(case: str, tmp_path: Path) -> None:
    rows, drawn, expected = FORMS[case]
    assert ends(told(tmp_path, rows, drawn=drawn)) == expected


LIST: Rows = [["STT", "Tên trường", "Số lớp"], [1, "Tiểu học Kim Đồng", 20], [2, "Tiểu học Lê Lợi", 18]]


@pytest.mark.parametrize(
    ("lines", "name", "period"),
    [
        (["Kỳ báo cáo: 6 tháng đầu năm 2025", "BC 6 tháng: ngày 06 tháng 6 hàng năm"], "07a.xlsx", "2025-S1"),
        (["Năm 2025", "Ngày nhận báo cáo: ngày 15/6, ngày 15/12 hàng năm; ngày 31 tháng 3 năm sau"], "05.xlsx", "2025"),
        ([], "TH_Dau nam_2025-2026.xlsx", None),
        (["Năm 2025 - 2026"], "sheet.xlsx", None),
        ([], "Diem_thi_TS10_2025.xlsx", None),
        ([], "Bieu 10-2025.xlsx", None),
        ([], "BC 10-2025.xlsx", "2025-M10"),
        (["Kỳ báo cáo: 31/08/2025"], "sheet.xlsx", "2025-M08"),
        (["Niên độ kế toán: 2025"], "sheet.xlsx", "2025"),
    ],
)
def test_days_due_school_years_and_numbers_of_forms_are_no_period(lines: list[str], name: str, period: str | None, tmp_path: Path) -> None:
    assert [t["period"] for t in told(tmp_path, [*([line] for line in lines), *LIST], name)] == [period]


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        (["Đơn vị tính/Unit: VND"], "VND"),
        (["Đơn vị tính (Unit): Triệu đồng"], "Triệu đồng"),
        (["Đơn vị tính: Triệu đồng/ Unit: Million VND"], "Triệu đồng"),
        (["Đơn vị tính - Unit: Ha"], "Ha"),
        (["ĐVT:", "đồng"], "đồng"),
        (["Đơn vị tính:", _, "Lượt khách"], "Lượt khách"),
        (["Đơn vị: thẻ"], "thẻ"),
        (["BÁO CÁO"], None),
    ],
)
def test_measures_in_two_tongues_and_in_two_cells(line: list[object], measure: str | None, tmp_path: Path) -> None:
    assert [t["unit_of_measure"] for t in told(tmp_path, [line, *LIST])] == [measure]


@pytest.mark.parametrize(
    "numbers",
    [
        ["A", "B", "C", "(1)=(2)+…+(3)", "(2)", "(3)"],
        ["(1)", "(2)", "(3)", "(4)=(5)+(6)", "(5)", "(6)=(5)÷(4)"],
        ["H", "I", "K", "(1)", "(2)", "(3)"],
    ],
)
def test_numbers_of_columns_that_say_how_they_are_reckoned(numbers: list[object], tmp_path: Path) -> None:
    rows: Rows = [["TT", "Họ tên", "Mã thẻ", "Tổng chi phí", "Thuốc", "Giường"], numbers]
    rows += [[n, f"Nguyễn Văn {n}", f"GD47654{n}", 9 * n, 5 * n, 4 * n] for n in range(1, 5)]
    assert ends(told(tmp_path, rows)) == [(1, 1, 2, 3, 6)]


@pytest.mark.parametrize(("line", "last"), [("Tổng cộng: 4 hồ sơ", 5), ("Tổng cộng", 7)])
def test_a_line_that_counts_the_rows_is_no_sum_of_them(line: str, last: int, tmp_path: Path) -> None:
    rows: Rows = [["STT", "Họ và tên", "Thôn", "Diện tích (m2)"]]
    rows += [[n, f"Ông Nguyễn Văn {n}", f"Thôn {n}", 100.5 * n] for n in range(1, 5)]
    rows += [[], [line] if last == 5 else [line, _, _, 1005]]
    assert ends(told(tmp_path, rows)) == [(1, 1, _, 2, last)]


@pytest.mark.parametrize(
    "numbers",
    [
        ["I", "II", "III", "IV", "V", "VI", "VII=VI/III"],
        ["A", "B", 1, 2, "3=1+2", "4=3xLCS", "C"],
        ["A", "B", "1", "2", "3=2/1*100", "4 = 3 x LTT", "5"],
    ],
)
def test_columns_reckoned_from_others_or_lettered_at_both_ends_are_numbered(tmp_path: Path, numbers: list[object]) -> None:
    heads: list[object] = ["TT", "Họ và tên", "Hệ số", "Phụ cấp", "Cộng", "Thành tiền", "Ký nhận"]
    rows: Rows = [
        ["BẢNG LƯƠNG THÁNG 12/2025"],
        heads,
        numbers,
        [1, "Võ An", 4.5, 0.2, 4.7, 11000000, None],
        [2, "Lê Hà", 3.2, 0.2, 3.4, 7000000, None],
    ]
    (found,) = told(tmp_path, rows)
    assert (found["header_last"], found["number_row"], found["data_first"]) == (2, 3, 4)


def test_a_letter_between_figures_numbers_no_column(tmp_path: Path) -> None:
    rows: Rows = [["TT", "Loại", "Số lượng"], [1, "A", 3], [2, "B", 4], [3, "C", 5]]
    (found,) = told(tmp_path, rows)
    assert (found["number_row"], found["data_first"]) == (None, 2)
