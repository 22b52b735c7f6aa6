"""Where a table ends and where the next one begins: remarks, those who sign, blanks within a form, tables below each other, tables without
a figure. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from test_layout import saved

from loaders.commands import layout

_ = None
Rows = list[list[object]]
Ends = tuple[int, int, int | None, int, int]


def ends(tmp_path: Path, rows: Rows, merges: tuple[str, ...] = ()) -> list[Ends]:
    """(header first and last, number row, data first and last) of each table."""
    found = layout({"path": str(saved(tmp_path, rows, merges)), "name": "sheet.xlsx"})["tables"]
    return [(t["header_first"], t["header_last"], t["number_row"], t["data_first"], t["data_last"]) for t in found]


CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "social insurance: groups behind blanks, sums without figures, lines of counts below": (
        [
            ["STT", "Họ và tên", "Mã số", "Từ ngày", "Số ngày"],
            ["A", "B", "C", "D", 1],
            ["I", "Ốm đau"],
            [1, "Lê Thị Hoa", "3620117788", "10/03/2025", 5],
            ["II", "Dưỡng sức"],
            [],
            ["III", "Con ốm"],
            [1, "Vũ Văn Nam", "3620117799", "12/03/2025", 3],
            ["IV", "Thai sản"],
            [],
            [_, "Cộng tăng"],
            ["Tổng số sổ đề nghị cấp: 3"],
            [_, "Người lập biểu", _, "Thủ trưởng đơn vị"],
        ],
        (),
        [(1, 1, 2, 3, 11)],
    ),
    "social insurance: a second part with headings of its own right below": (
        [
            ["PHẦN 1: HƯỞNG MỚI"],
            ["STT", "Họ và tên", "Số ngày", "Ghi chú"],
            [1, "Lê Thị Hoa", 5],
            [_, "Cộng", 5],
            ["PHẦN 2: ĐỀ NGHỊ ĐIỀU CHỈNH SỐ ĐÃ DUYỆT"],
            ["STT", "Họ và tên", "Đợt", "Lý do"],
            [1, "Đỗ Văn Hà", "Đợt 1", "Thiếu ngày"],
            [_, "Cộng"],
        ],
        (),
        [(2, 2, _, 3, 4), (6, 6, _, 7, 8)],
    ),
    "tenders: tables with captions beside their columns": (
        [
            ["STT", "Nội dung công việc", "Giá trị (đồng)"],
            [1, "Khảo sát", 98000000],
            [_, "Tổng giá trị", 98000000],
            ["II. Phần việc không đấu thầu:"],
            [_, _, _, "Bảng số 2"],
            ["STT", "Nội dung công việc", "Giá trị (đồng)"],
            [1, "Thẩm định", 2500000],
            [2, "Quản lý dự án", 55200000],
        ],
        (),
        [(1, 1, _, 2, 3), (6, 6, _, 7, 8)],
    ),
    "balance sheet: a side of it behind a blank": (
        [
            ["STT", "CHỈ TIÊU", "Mã số", "Số cuối năm", "Số đầu năm"],
            [_, "TÀI SẢN"],
            ["I", "I. Tiền", 110, 15187, 35204],
            [_, "TỔNG CỘNG TÀI SẢN (200=110+120)", 200, 26088, 13782],
            [],
            [_, "NGUỒN VỐN"],
            ["I", "I. Nợ phải trả", 300, 75420, 6113],
            [_, "TỔNG CỘNG NGUỒN VỐN (500=300+400)", 500, 75497, 29773],
            ["Ghi chú: (*) ghi âm"],
        ],
        (),
        [(1, 1, _, 2, 8)],
    ),
    "yearbook: years again under another title": (
        [
            ["Năm - Year", "Tổng số - Total", "Nam - Male", "Nữ - Female"],
            [2022, 71344, 60956, 55436],
            ["Sơ bộ - Prel. 2023", 39883, 17604, 72117],
            [],
            [_, "Tốc độ tăng - Growth rate (%)"],
            [2022, 1.2, 1.49, 0.28],
            ["Sơ bộ - Prel. 2023", 0.89, 1.11, 0.32],
        ],
        (),
        [(1, 1, _, 2, 7)],
    ),
    "laboratory: what short forms mean, below the last row": (
        [
            ["TT", "Thông số", "Giới hạn", "Kết quả"],
            ["Các thông số nhóm A"],
            [1, "Độ đục", 2, 0.5],
            ["Các thông số nhóm B"],
            [2, "Amoni", 1, 0.05],
            ["KPH: Không phát hiện. Kết quả chỉ có giá trị trên mẫu."],
        ],
        ("A2:D2", "A4:D4", "A6:D6"),
        [(1, 1, _, 2, 5)],
    ),
    "archive: how many there are, said where the rows have their numbers": (
        [
            ["Hộp số", "Tiêu đề hồ sơ", "Số tờ"],
            [1, "Hồ sơ kiểm tra", 233],
            [2, "Hồ sơ cấp phép", 68],
            ["Mục lục này gồm 02 hồ sơ (đơn vị bảo quản)"],
            ["Viết bằng chữ: Hai hồ sơ"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "those who sign, whatever their posts": (
        [
            ["TT", "Khoản thu", "Số tiền"],
            [1, "Phí", 100],
            [2, "Lệ phí", 200],
            [_, "ĐẠI DIỆN BAN TỔ CHỨC", "BAN GIÁM KHẢO"],
            [_, "(đã ký)", "(đã ký)"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "those who sign in capitals beside each other, nothing under them": (
        [
            ["Chỉ tiêu", "Mã số", "Số vụ"],
            ["Trộm cắp", "01", 3],
            ["Lừa đảo", "02", 4],
            ["XÁC NHẬN CỦA ĐƠN VỊ", _, "NGƯỜI KHAI"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "a person under the rows who signs in small letters": (
        [
            ["STT", "Đơn vị", "Số vụ"],
            [1, "Đội 1", 3],
            [2, "Đội 2", 4],
            [_, "Kiểm soát", "Lãnh đạo đơn vị"],
            [_, "(Ký, họ tên)", "(Ký, họ tên)"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "an amount in words that begins like a total": (
        [
            ["STT", "Tên hàng", "Thành tiền"],
            [1, "Bút", 12],
            [2, "Vở", 15],
            ["Tổng cộng thành tiền bằng chữ: hai mươi bảy đồng"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "capitals within the rows are a group, not a signature": (
        [
            ["STT", "Nội dung", "ĐVT", "Kế hoạch"],
            ["A", "KINH TẾ"],
            [1, "Chợ", "cái", 3],
            ["B", "LĨNH VỰC XÃ HỘI"],
            [1, "Thể thao", "cuộc", 4],
            [2, "Chánh Văn phòng"],
            [_, "NGƯỜI LẬP BIỂU", _, "GIÁM ĐỐC"],
        ],
        (),
        [(1, 1, _, 2, 6)],
    ),
    "a letterhead over headings nobody knows": (
        [
            ["Tên đơn vị: Trạm Đăk Mốt", _, _, "Mẫu số: 02/BC"],
            ["KẾT QUẢ"],
            ["Sông", "Trạm", "Cao nhất", "Thấp nhất"],
            ["Cả", "Dừa", 31],
            ["Hiếu", "Quỳ Châu", _, 44],
            ["La", "Linh Cảm", 33],
        ],
        (),
        [(3, 3, _, 4, 6)],
    ),
    "samples that are called like the numbers of forms": (
        [["KẾT QUẢ"], ["Thông số", "Mẫu 1", "Mẫu 2"], ["Độ đục", 2, 0.5], ["Màu sắc", 15, 3], ["Amoni", 1, 0.2]],
        (),
        [(2, 2, _, 3, 5)],
    ),
    "captions of a further table, its measure below them": (
        [
            ["STT", "Loại rừng", "Diện tích"],
            [1, "Đặc dụng", 30],
            [2, "Phòng hộ", 50],
            ["2. Chi tiết"],
            [_, _, "Đơn vị tính: ha"],
            ["STT", "Loại rừng", "Diện tích"],
            [1, "Đặc dụng", 30],
            [2, "Phòng hộ", 50],
        ],
        (),
        [(1, 1, _, 2, 3), (6, 6, _, 7, 8)],
    ),
    "a further table that numbers nothing: words where the one before has figures": (
        [
            ["STT", "Đơn vị", "Diện tích"],
            [1, "Trạm 1", 30],
            [2, "Trạm 2", 50],
            ["Kinh phí thực hiện"],
            ["Hạng mục", "Dự toán", "Quyết toán"],
            ["Nhân công", 30, 40],
            ["Vật tư", 50, 60],
        ],
        (),
        [(1, 1, _, 2, 3), (5, 5, _, 6, 7)],
    ),
    "a numbered caption without a blank": (
        [
            ["Bảng 1. Lớp học"],
            ["Khối", "Số lớp", "Số học sinh"],
            ["Khối 6", 3, 100],
            ["Khối 7", 3, 98],
            ["Bảng 2. Giáo viên"],
            ["Môn", "Biên chế", "Hợp đồng"],
            ["Toán", 3, 1],
            ["Văn", 3, 0],
        ],
        (),
        [(2, 2, _, 3, 4), (6, 6, _, 7, 8)],
    ),
    "tasks below figures, behind a blank": (
        [
            ["STT", "Đơn vị", "Diện tích", "Trữ lượng"],
            [1, "Trạm 1", 30, 40],
            [2, "Trạm 2", 50, 60],
            [],
            ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
            [1, "Tuần tra", "Trạm 1", "Quý I"],
            [2, "Tuyên truyền", "Trạm 2", "Quý II"],
        ],
        (),
        [(1, 1, _, 2, 3), (5, 5, _, 6, 7)],
    ),
    "names as programs write them under the headings": (
        [["STT", "Họ tên", "Điểm"], ["STT", "HO_TEN", "DIEM"], [1, "Lê Văn Nam", 3], [2, "Vũ Thị Hoa", 4]],
        (),
        [(1, 2, _, 3, 4)],
    ),
    "two columns numbered behind a word": (
        [["Chỉ tiêu", "Tổng số hộ", "Hộ nghèo"], ["Mã số", "01", "02"], ["Thị trấn", 10, 3], ["Nông thôn", 12, 4]],
        (),
        [(1, 1, 2, 3, 4)],
    ),
    "posts in a list of persons sign nothing": (
        [
            ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
            [1, "Lê Văn Nam", "Chủ tịch", "UBND xã"],
            [2, "Vũ Thị Hoa", "Kế toán trưởng", "UBND xã"],
            [3, "Đỗ Văn Hà", "Trưởng phòng", "Phòng Kinh tế"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "survey: answers to be ticked, three tables with the same headings": (
        [
            ["A. Khả năng tiếp cận"],
            ["Mã", "Nội dung câu hỏi", 1, 2, 3],
            ["A1", "Biển báo rõ ràng", _, "x"],
            ["A2", "Lối đi bằng phẳng", "x"],
            ["B. Cơ sở vật chất"],
            ["Mã", "Nội dung câu hỏi", 1, 2, 3],
            ["B1", "Buồng bệnh khang trang", _, _, "x"],
            ["B2", "Giường đầy đủ", "x"],
            ["G1. Đáp ứng được bao nhiêu phần trăm mong đợi: ....%"],
        ],
        (),
        [(2, 2, _, 3, 4), (6, 6, _, 7, 8)],
    ),
    "timesheet: days as headings": (
        [
            ["STT", "Họ và tên", *range(1, 8), "Tổng"],
            [1, "Lê Văn Nam", *["x"] * 7, 7],
            [2, "Vũ Thị Hoa", *["x"] * 6, _, 6],
            ["Người chấm công", _, _, "Người duyệt"],
        ],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "tax: columns numbered on from the lines over the table": (
        [
            ["[01] Kỳ tính thuế: Năm 2024"],
            ["STT", "Họ và tên", "Thu nhập", "Số thuế"],
            ["[06]", "[07]", "[08]", "[09]"],
            [1, "Lê Thị Mai", 46484000, 71159000],
            [2, "Phan Thị Hạnh", 87215000, 55071000],
        ],
        (),
        [(2, 2, 3, 4, 5)],
    ),
    "party: columns in Roman numbers": (
        [
            ["TT", "Nội dung", "Tổng số", "Nông thôn", "Cơ quan", "Doanh nghiệp", "Khác"],
            [_, _, "I", "II", "III", "IV", "V"],
            ["A", "Đầu kỳ", 335, 4, 3, 2, 1],
            ["B", "Tăng", 19, 1, 4, 3, 2],
        ],
        (),
        [(1, 1, 2, 3, 4)],
    ),
    "columns numbered 2a and 2b": (
        [
            ["TT", "Chỉ tiêu", "Tổng số", "Nam", "Nữ"],
            ["(a)", "(b)", "(1)", "(2a)", "(2b)"],
            [1, "Học sinh", 30, 14, 16],
            [2, "Giáo viên", 5, 1, 4],
        ],
        (),
        [(1, 1, 2, 3, 4)],
    ),
    "a first row named by a letter is no row of column numbers": (
        [["STT", "Tổ", "Số vụ"], [1, "A", 3], [2, "B", 4]],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "press annex: headings broken over rows, years in the last": (
        [
            [_, "Đơn vị", "Thực hiện", "Ước tính", "Tháng 9 năm"],
            [_, "tính", "tháng 8", "tháng 9", "2025 so với"],
            [_, _, "năm", "năm", "cùng kỳ năm"],
            [_, _, 2025, 2025, "trước (%)"],
            ["Đá xây dựng", "1000 m3", 395, 448, 78.7],
            ["Sữa tươi", "1000 lít", 46, 34, 78.5],
            ["Xi măng", "1000 tấn", 177, 195, 124.1],
        ],
        (),
        [(1, 4, _, 5, 7)],
    ),
    "women's union: a form with two rows of headings, blanks and a sum": (
        [
            ["THỐNG KÊ HỘI VIÊN"],
            ["TT", "Chi hội", "Tổng số hội viên", "Trong đó", _, "Ghi chú"],
            [_, _, _, "Dân tộc", "Tôn giáo", _],
            *[[] for _row in range(9)],
            [_, "Cộng"],
            [_, _, _, "T/M BAN CHẤP HÀNH"],
        ],
        ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:F3"),
        [(2, 3, _, 4, 13)],
    ),
    "a form with column numbers, groups and their rows, no figure yet": (
        [
            ["STT", "Cây trồng", "ĐVT", "Kế hoạch", "Thực hiện"],
            ["A", "B", "C", 1, 2],
            ["I", "Cây lương thực"],
            [_, "Lúa", "ha"],
            ["II", "Cây công nghiệp"],
            [_, "Lạc", "ha"],
            [_, "Tổng cộng"],
            [],
            [_, "NGƯỜI LẬP", _, _, "CHỦ TỊCH"],
        ],
        (),
        [(1, 1, 2, 3, 7)],
    ),
    "a form of labels": (
        [["Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện"], ["Lúa", "ha"], ["Ngô", "ha"], [], ["Ghi chú: điền đủ"]],
        (),
        [(1, 1, _, 2, 3)],
    ),
    "questions with boxes to tick": (
        [
            ["Câu hỏi", "Có", "Không", "Không biết"],
            ["1. Ông/bà có hài lòng không?", "□", "□", "□"],
            ["2. Ông/bà có chờ lâu không?", "□", "□", "□"],
            ["3. Ông/bà có góp ý gì không?", "□", "□", "□"],
            ["Xin trân trọng cảm ơn!"],
        ],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "words in one table, figures in another": (
        [
            ["I. Phân công"],
            ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp"],
            ["I", "Họp chi bộ", "Bí thư", "Cấp ủy"],
            ["II", "Tiếp dân", "Chủ tịch", "Văn phòng"],
            ["II. Kinh phí"],
            ["STT", "Nội dung", "Số tiền"],
            [1, "Họp", 100],
            [2, "Xăng", 200],
        ],
        (),
        [(2, 2, _, 3, 4), (6, 6, _, 7, 8)],
    ),
    "power cuts: days merged over their rows, headings nobody knows": (
        [
            ["LỊCH CẮT ĐIỆN"],
            ["Bắt đầu", "Kết thúc", "Khu vực", "Lý do"],
            ["07:30", "16:00", "Trạm Bến Xoài", "Đấu nối"],
            ["08:30", "16:00", "Trạm Đồi Chè", "Đấu nối"],
            ["07:30", "11:00", "Trạm Cầu Mới", "Bảo trì"],
        ],
        (),
        [(2, 2, _, 3, 5)],
    ),
    "calendar: a day with half of its cells": (
        [
            ["Thứ", "Buổi", "Nội dung", "Chủ trì", "Địa điểm"],
            ["Thứ Hai", "Sáng", "Giao ban", "Chủ tịch", "P. họp số 1"],
            [_, "Chiều", "Tiếp dân", "Chủ tịch", "P. họp số 1"],
            ["Thứ Ba", "Sáng", "Kiểm tra", "PCT Lan", "Hiện trường"],
            ["Chủ nhật", "Sáng"],
            [_, "Chiều"],
            ["* Lịch này thay giấy mời"],
        ],
        ("A2:A3", "A5:A6"),
        [(1, 1, _, 2, 6)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_where_tables_end_and_the_next_begins(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted


def test_measures_over_and_in_the_headings_of_tables_below_each_other(tmp_path: Path) -> None:
    rows: Rows = [
        [_, _, "Đơn vị: triệu kWh"],
        ["TT", "Thành phần", "Năm nay"],
        [1, "Công nghiệp", 88.8],
        [2, "Dân cư", 61.2],
        [],
        ["2. Doanh thu"],
        ["TT", "Thành phần", "Doanh thu (đồng)"],
        [1, "Công nghiệp", 188],
        [2, "Dân cư", 161],
    ]
    found = layout({"path": str(saved(tmp_path, rows)), "name": "sheet.xlsx"})["tables"]
    assert [t["unit_of_measure"] for t in found] == ["triệu kWh", None]


@pytest.mark.parametrize(
    ("line", "measure"),
    [
        ("Đơn vị tính: Người - Unit: Person", "Người"),
        ("Đơn vị: Lượt khách; tỷ đồng", "Lượt khách; tỷ đồng"),
        ("Đơn vị: nghìn tấn", "nghìn tấn"),
        ("Đơn vị: Phòng Tài chính", None),
    ],
)
def test_measures_as_printed(line: str, measure: str | None, tmp_path: Path) -> None:
    rows: Rows = [[_, _, line], ["STT", "Nội dung", "Số lượng"], [1, "Gạo tẻ", 3], [2, "Ngô hạt", 3]]
    assert [t["unit_of_measure"] for t in layout({"path": str(saved(tmp_path, rows)), "name": "sheet.xlsx"})["tables"]] == [measure]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("Từ 12 đến 13 tháng 10 năm 2025", None),
        ("Từ ngày 12 - 13 tháng 10 năm 2025", None),
        ("Từ ngày 01 đến 31 tháng 10 năm 2025", "2025-M10"),
    ],
)
def test_some_days_of_a_month_are_no_month(line: str, period: str | None, tmp_path: Path) -> None:
    rows: Rows = [["MỰC NƯỚC"], [line], ["Trạm", "Cao nhất", "Thấp nhất"], ["Con Cuông", 235, 92], ["Dừa", 311, 95], ["Đô Lương", 389, 22]]
    assert [t["period"] for t in layout({"path": str(saved(tmp_path, rows)), "name": "sheet.xlsx"})["tables"]] == [period]
