"""Headings as other administrations write them: several rows, numbers and letters of columns, spans of years, names of programs, none
over the names of the rows."""

from pathlib import Path

import pytest
from test_layout_others import Rows, Seen, seen

_ = None

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Seen]]] = {
    "customs: declarations by gate": (
        [
            ["CHI CỤC HẢI QUAN CỬA KHẨU", _, _, _, "Mẫu số 03/HQ-TK"],
            ["KIM NGẠCH XUẤT NHẬP KHẨU THEO CỬA KHẨU"],
            ["Tháng 5 năm 2025"],
            [_, _, _, _, "Đơn vị tính: USD"],
            ["STT", "Cửa khẩu", "Số tờ khai", _, "Kim ngạch", _],
            [_, _, "Xuất", "Nhập", "Xuất", "Nhập"],
            [1, "Lối mở Đông", 12, 40, 120000, 98000],
            [2, "Bến Tây", 8, 33, 55000, 61000],
            [_, "Cộng", 20, 73, 175000, 159000],
            [],
            [_, "Người lập biểu", _, _, "Chi cục trưởng"],
        ],
        ("A2:F2", "A3:F3", "A5:A6", "B5:B6", "C5:D5", "E5:F5"),
        [(5, 6, None, 7, 9, "A", "B", "USD", "2025-M05")],
    ),
    "taxes: rows that count by letters, the codes of their answers under merged headings": (
        [
            ["TỜ KHAI THUẾ GIÁ TRỊ GIA TĂNG QUÝ 2 NĂM 2025"],
            [],
            ["STT", "Chỉ tiêu", "Giá trị hàng hóa, dịch vụ", _, "Thuế giá trị gia tăng", _],
            ["A", "Không phát sinh hoạt động trong kỳ", "[21]"],
            ["B", "Thuế còn được khấu trừ kỳ trước", _, _, "[22]", 1204500],
            ["C", "Kê khai thuế phải nộp"],
            [1, "Hàng hóa, dịch vụ mua vào", "[23]", 812450000, "[24]", 64996000],
            [2, "Hàng hóa, dịch vụ bán ra", "[26]", 420000000, "[28]", 39500000],
        ],
        ("C3:D3", "E3:F3"),
        [(3, 3, None, 4, 8, "A", "B", None, "2025-Q2")],
    ),
    "water works: an empty column between the quarters": (
        [
            ["SẢN LƯỢNG NƯỚC NĂM 2024"],
            [_, _, _, _, _, _, "(ĐVT: m3)"],
            ["STT", "Trạm", "Cả năm", _, "Quý I", "Quý II", "Quý III"],
            ["A", "B", 1, _, 2, 3, 4],
            [1, "Trạm số 1", 900, _, 300, 310, 290],
            [2, "Trạm số 2", 600, _, 200, 190, 210],
        ],
        ("A1:G1",),
        [(3, 3, 4, 5, 6, "A", "B", "m3", "2024")],
    ),
    "weather station: months as rows": (
        [
            ["ĐÀI KHÍ TƯỢNG THỦY VĂN", _, _, "Nhiệt độ và lượng mưa năm 2024"],
            [],
            ["Tháng", "Nhiệt độ (°C)", _, _, "Lượng mưa (mm)"],
            [_, "Cao nhất", "Thấp nhất", "Trung bình", _],
            *[[f"Tháng {m}", 30 + m % 3, 18 + m % 4, 24, 10 * m] for m in range(1, 13)],
            ["Cả năm", 33, 18, 24, 780],
        ],
        ("A3:A4", "B3:D3", "E3:E4"),
        [(3, 4, None, 5, 17, _, "A", _, "2024")],
    ),
    "court: column numbers behind a word": (
        [
            ["THỐNG KÊ THỤ LÝ, GIẢI QUYẾT ÁN"],
            ["6 tháng đầu năm 2025"],
            [_, _, _, _, "Đơn vị tính: vụ"],
            ["Loại án", "Tổng thụ lý", "Chuyển sang", "Thụ lý mới", "Đã giải quyết"],
            ["Cột", "1=2+3", 2, 3, 4],
            ["Hình sự", 30, 5, 25, 20],
            ["Dân sự", 51, 11, 40, 33],
            ["Hành chính", 4, 1, 3, 2],
        ],
        ("A1:E1", "A2:E2"),
        [(4, 4, 5, 6, 8, _, "A", "vụ", "2025-S1")],
    ),
    "reservoirs: three header rows and a row of measures": (
        [
            ["THÔNG TIN HỒ CHỨA NGÀY 20/9/2025"],
            ["TT", "Hồ chứa", "Thông số thiết kế", _, "Hiện tại", _],
            [_, _, "Mực nước dâng", "Dung tích", "Mực nước", "Dung tích"],
            [_, _, "(m)", "(triệu m3)", "(m)", "(triệu m3)"],
            [1, "Hồ Bắc", 515.0, 1037.1, 510.2, 880.4],
            [2, "Hồ Nam", 490.0, 264.2, 488.1, 240.0],
        ],
        ("A1:F1", "A2:A4", "B2:B4", "C2:D2", "E2:F2"),
        [(2, 4, None, 5, 6, "A", "B", _, _)],
    ),
    "labour abroad: a second row of headings without merges, over the numbers of the columns": (
        [
            ["LAO ĐỘNG ĐI LÀM VIỆC NƯỚC NGOÀI"],
            ["Quý 3 năm 2025"],
            [_, _, _, _, _, "(ĐVT: người)"],
            ["Nước đến", "Trong quý", _, "Lũy kế", _, "Ghi chú"],
            [_, "Tổng", "Nữ", "Tổng", "Nữ", _],
            ["A", 1, 2, 3, 4, 5],
            ["Tổng số", 31, 12, 80, 35, _],
            ["Nhật Bản", 20, 8, 50, 22, _],
            ["Đài Loan", 11, 4, 30, 13, _],
        ],
        (),
        [(4, 5, 6, 7, 9, _, "A", "người", "2025-Q3")],
    ),
    "telecom: an export with machine names": (
        [
            ["MaTram", "TenTram", "SoThueBao", "LuuLuong"],
            ["BTS001", "Trạm trung tâm", 1200, 88.1],
            ["BTS002", "Trạm đồi", 400, 20.4],
            ["BTS003", "Trạm suối", 310, 19.9],
        ],
        (),
        [(1, 1, None, 2, 4, "A", "B", _, _)],
    ),
    "survey: questions with their marks and sections across": (
        [
            ["KẾT QUẢ KHẢO SÁT NĂM 2025"],
            ["Câu", "Nội dung hỏi", "Tốt", "Khá", "Kém"],
            ["I. Cơ sở vật chất"],
            ["C1", "Phòng chờ", 40, 9, 1],
            ["C2", "Ghế ngồi", 38, 10, 2],
            ["II. Nhân viên"],
            ["C3", "Thái độ", 45, 4, 1],
            ["C4", "Tốc độ", 30, 15, 5],
        ],
        ("A1:E1", "A3:E3", "A6:E6"),
        [(2, 2, None, 3, 8, "A", "B", _, "2025")],
    ),
    "examinations: numbers of candidates, a blank row under the headings": (
        [
            ["KẾT QUẢ THI NĂM 2025"],
            ["SBD", "Họ và tên thí sinh", "Toán", "Văn", "Tổng"],
            [],
            ["0101", "Rơ Châm H'Lan", "7,25", "8,00", "15,25"],
            ["0102", "Siu Thin", "5,50", "6,75", "12,25"],
            ["0103", "Đinh Văn Kơ", "9,00", "7,50", "16,50"],
        ],
        (),
        [(2, 2, _, 4, 6, "A", "B", _, "2025")],
    ),
    "fields: the measure in the brackets of the title": (
        [
            ["Bảng 4. Diện tích gieo trồng (ha)"],
            ["Cây trồng", "2022", _, "2023", _],
            [_, "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"],
            ["Lúa", 100, 98, 101, 99],
            ["Ngô", 50, 44, 52, 51],
            ["Sắn", 70, 71, 70, 66],
        ],
        ("A2:A3", "B2:C2", "D2:E2"),
        [(2, 3, None, 4, 6, _, "A", "ha", _)],
    ),
    "study fund: signatures right under the total, spaced column numbers": (
        [
            ["QUỸ KHUYẾN HỌC NĂM 2024"],
            ["TT", "Người ủng hộ", "Số tiền", "Đã chi"],
            ["( A )", "( B )", "( 1 )", "( 2 )"],
            [1, "Ông Tám", 500000, 0],
            [2, "Bà Tư", 300000, 100000],
            [_, "Cộng", 800000, 100000],
            ["Thủ quỹ", _, "Trưởng thôn"],
        ],
        (),
        [(2, 2, 3, 4, 6, "A", "B", _, "2024")],
    ),
    "an empty form": (
        [["STT", "Tên cơ sở", "Địa chỉ", "Số lao động"], ["A", "B", "C", 1], [1], [2], [3], [_, "Tổng"]],
        (),
        [(1, 1, 2, 3, 6, "A", "B", _, _)],
    ),
    "bids: column numbers in square brackets": (
        [
            ["STT", "Tên gói thầu\n(số hiệu)", "Giá gói thầu\n(triệu đồng)", "Tiết kiệm\n(%)"],
            ["[1]", "[2]", "[3]", "[4]"],
            [1, "Gói 01", 1000, 5],
            [2, "Gói 02", 500, 2],
            [3, "Gói 03", 800, 1],
        ],
        (),
        [(1, 1, 2, 3, 5, "A", "B", _, _)],
    ),
    "yearbook: school years under a title over the figures alone": (
        [
            ["36. Số trường học"],
            ["Number of schools"],
            [_, "Năm học\nSchool year", _],
            [_, "2022-2023", "2023-2024"],
            ["Tổng số - Total", 30, 31],
            ["Công lập - Public", 28, 29],
            ["Ngoài công lập - Non-public", 2, 2],
        ],
        ("B3:C3",),
        [(3, 4, None, 5, 7, _, "A", _, _)],
    ),
    "a chart: years as headings are not the year of the sheet": (
        [["Biểu đồ tăng trưởng"], ["Năm", 2021, 2022, 2023], ["Giá trị", 5, 6, 7], ["Tốc độ", "4%", "5%", "6%"]],
        (),
        [(2, 2, None, 3, 4, _, "A", _, _)],
    ),
    "people by age: spans of years as headings, none over the names": (
        [
            ["DÂN CƯ"],
            [_, "Chia theo nhóm tuổi", _, _],
            [_, "0-14", "15-59", "60+"],
            ["Nam", 30, 60, 10],
            ["Nữ", 28, 62, 12],
            ["Tổng", 58, 122, 22],
        ],
        ("B2:D2",),
        [(2, 3, None, 4, 6, _, "A", _, _)],
    ),
    "accounts: owed is no number of a row": (
        [
            ["BẢNG CÂN ĐỐI SỐ PHÁT SINH"],
            ["Số hiệu TK", "Tên tài khoản", "Số dư đầu kỳ", _, "Số dư cuối kỳ", _],
            [_, _, "Nợ", "Có", "Nợ", "Có"],
            ["111", "Tiền mặt", 5, 0, 7, 0],
            ["112", "Tiền gửi", 8, 0, 9, 0],
            ["331", "Phải trả", 0, 4, 0, 6],
        ],
        ("A2:A3", "B2:B3", "C2:D2", "E2:F2"),
        [(2, 3, _, 4, 6, "A", "B", _, _)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_which_rows_head_the_tables_of_other_administrations(tmp_path: Path, case: tuple[Rows, tuple[str, ...], list[Seen]]) -> None:
    rows, merges, expected = case
    assert seen(tmp_path, rows, merges) == expected
