"""What is seen of workbooks of administrations that send nothing here: rows, the column of keys, that of names, measure, period."""

from pathlib import Path
from typing import Any

import pytest
from test_layout import saved

from loaders.commands import layout

_ = None
Rows = list[list[object]]
Seen = tuple[int | None, int | None, int | None, int, int, str | None, str | None, str | None, str | None]


def seen(tmp_path: Path, rows: Rows, merges: tuple[str, ...]) -> list[Seen]:
    """(header first and last, number row, data first and last, keys, names, measure, period) of each table."""
    fields = ("header_first", "header_last", "number_row", "data_first", "data_last", "key_column", "label_column")
    found: list[dict[str, Any]] = layout({"path": str(saved(tmp_path, rows, merges)), "name": "sheet.xlsx"})["tables"]
    return [tuple(t[f] for f in (*fields, "unit_of_measure", "period")) for t in found]  # type: ignore[misc]


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
    "forest rangers: codes before names, two measures": (
        [
            ["HẠT KIỂM LÂM"],
            ["DIỄN BIẾN RỪNG NĂM 2024"],
            [_, _, _, "Đơn vị: ha, %"],
            ["Mã tiểu khu", "Chủ rừng", "Diện tích có rừng", "Độ che phủ"],
            ["TK101", "Ban quản lý rừng phòng hộ", 512.5, 61.2],
            ["TK102", "Cộng đồng làng", 88.1, 47.0],
            ["TK103", "Hộ gia đình", 40.2, 35.9],
        ],
        ("A2:D2",),
        [(4, 4, None, 5, 7, "A", "B", "ha, %", "2024")],
    ),
    "fire brigade: groups marked with letters": (
        [
            ["TRANG BỊ CHỮA CHÁY QUÝ II NĂM 2025"],
            ["TT", "Phương tiện", "ĐVT", "Số lượng", "Hỏng"],
            ["A", "XE CHUYÊN DÙNG"],
            [1, "Xe chữa cháy", "chiếc", 4, 1],
            [2, "Xe thang", "chiếc", 1, 0],
            ["B", "ĐỘI TRƯỞNG QUẢN LÝ"],
            [3, "Máy bơm", "cái", 9, 2],
            [4, "Vòi", "cuộn", 60, 8],
        ],
        ("A1:E1",),
        [(2, 2, None, 3, 8, "A", "B", _, "2025-Q2")],
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
    "bailiffs: the day of the deadline is no period": (
        [
            ["Biểu số 06-THA", _, "KẾT QUẢ THI HÀNH ÁN", _, "Đơn vị báo cáo: Chi cục"],
            ["Ngày nhận báo cáo: Ngày 06 tháng 10", _, "Năm 2024"],
            [_, _, _, _, "Đơn vị tính: 1.000 đồng"],
            ["Chỉ tiêu", "Mã số", "Tổng số", "Có điều kiện", "Đã thi hành"],
            ["Tổng số tiền", "01", 9000, 7000, 6100],
            ["Án phí", "02", 500, 480, 400],
            ["Bồi thường", "03", 8500, 6520, 5700],
        ],
        (),
        [(4, 4, None, 5, 7, "B", "A", "1.000 đồng", "2024")],
    ),
    "library: a sentence right under the last row": (
        [
            ["DANH MỤC SÁCH NHẬP KHO THÁNG 02/2025"],
            ["STT", "Tên sách", "Nhà xuất bản", "Số bản", "Đơn giá"],
            [1, "Truyện cổ tích", "Kim Đồng", 5, 45000],
            [2, "Kỹ thuật trồng cà phê", "Nông nghiệp", 10, 60000],
            [3, "Sổ tay luật đất đai", "Tư pháp", 20, 30000],
            [_, "Danh mục gồm 03 đầu sách./."],
        ],
        ("A1:E1",),
        [(2, 2, None, 3, 5, "A", "B", _, "2025-M02")],
    ),
    "youth union: names of people beside their villages": (
        [
            ["DANH SÁCH ĐOÀN VIÊN ƯU TÚ"],
            ["TT", "Họ, tên", "Năm sinh", "Quê quán, nơi thường trú", "Điểm rèn luyện"],
            [1, "Y Hân", 2001, "Đăk Long, Đăk Glei", 91],
            [2, "A Lưới", 2000, "Đăk Môn, Đăk Glei", 88],
            [3, "Lê Thị Bé", 2002, "Xốp, Đăk Glei", 95],
        ],
        ("A1:E1",),
        [(2, 2, None, 3, 5, "A", "B", _, _)],
    ),
    "front: groups between blank rows": (
        [
            ["QUỸ VÌ NGƯỜI NGHÈO QUÝ I/2025"],
            [_, _, _, "Triệu đồng"],
            ["TT", "Nội dung", "Kế hoạch", "Thực hiện"],
            ["I", "PHẦN THU"],
            [1, "Tồn đầu kỳ", 10, 10],
            [2, "Vận động", 50, 44],
            [],
            ["II", "PHẦN CHI"],
            [1, "Sửa nhà", 30, 20],
            [2, "Tặng quà", 10, 9],
        ],
        ("A1:D1",),
        [(3, 3, None, 4, 10, "A", "B", "Triệu đồng", "2025-Q1")],
    ),
    "tourism: two tables, the second with measures of its own": (
        [
            ["I. LƯỢT KHÁCH"],
            [_, _, "Đơn vị tính: lượt khách"],
            ["Điểm đến", "Tháng 3", "Tháng 4"],
            ["Thác nước", 300, 410],
            ["Nhà rông", 120, 150],
            [],
            ["II. CƠ SỞ VẬT CHẤT"],
            ["Loại hình", "Đơn vị tính", "Số lượng"],
            ["Nhà nghỉ", "cơ sở", 8],
            ["Phòng", "phòng", 96],
        ],
        (),
        [(3, 3, None, 4, 5, _, "A", "lượt khách", _), (8, 8, None, 9, 10, _, "A", _, _)],
    ),
    "clinic: two tables side by side under one measure": (
        [
            ["SỬ DỤNG THUỐC THÁNG 6 NĂM 2025"],
            [_, _, _, _, _, "ĐVT: viên"],
            ["TT", "Thuốc nhập", "Số lượng", _, "TT", "Thuốc xuất", "Số lượng"],
            [1, "Paracetamol", 500, _, 1, "Paracetamol", 420],
            [2, "Amoxicilin", 200, _, 2, "Amoxicilin", 150],
            [3, "Vitamin C", 300, _, 3, "Vitamin C", 260],
        ],
        ("A1:G1",),
        [(3, 3, None, 4, 6, "A", "B", "viên", "2025-M06"), (3, 3, None, 4, 6, "E", "F", "viên", "2025-M06")],
    ),
    "market board: stalls coded, no heading for names": (
        [
            ["THU PHÍ CHỢ QUÝ III/2024"],
            [_, _, _, "Đvt: đồng"],
            ["Mã ki ốt", "Hộ kinh doanh", "Phải nộp", "Đã nộp"],
            ["K-01", "Cô Sáu tạp hóa", 900000, 900000],
            ["K-02", "Anh Ba sửa xe", 600000, 400000],
            ["K-03", "Chị Năm vải", 750000, 750000],
            ["Tổng cộng", _, 2250000, 2050000],
            ["Bằng chữ: Hai triệu không trăm năm mươi nghìn đồng."],
        ],
        ("A1:D1",),
        [(3, 3, None, 4, 7, "A", "B", "đồng", "2024-Q3")],
    ),
    "school: a timetable of subjects": (
        [
            ["TRƯỜNG THPT"],
            ["THỜI KHÓA BIỂU"],
            ["Thứ", "Tiết", "10A1", "10A2", "11A1"],
            ["Hai", 1, "Toán", "Ngữ văn và tiếng Việt", "Lý"],
            [_, 2, "Văn", "Toán", "Hóa"],
            ["Ba", 1, "Sinh", "Sử", "Giáo dục thể chất"],
            [_, 2, "Anh", "Địa", "Toán"],
        ],
        ("A4:A5", "A6:A7"),
        [(3, 3, None, 4, 7, _, "A", _, _)],
    ),
    "office: a calendar without figures": (
        [
            ["LỊCH TRỰC LÃNH ĐẠO"],
            ["Ngày", "Nội dung", "Đơn vị phối hợp", "Ghi chú"],
            ["Thứ Hai", "Trực ban", "Văn phòng", "Cả ngày"],
            ["Thứ Ba", "Tiếp dân", "Thanh tra", "Buổi sáng"],
            ["Thứ Tư", "Đi cơ sở", "Công an", "Buổi chiều"],
            [],
            ["Nơi nhận: Lưu VT."],
        ],
        (),
        [(2, 2, None, 3, 5, _, "B", _, _)],
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
    "lottery: agents and a total on top": (
        [
            ["DOANH THU ĐẠI LÝ VÉ SỐ THÁNG 12 NĂM 2024"],
            [_, _, _, _, "Đơn vị: Nghìn đồng"],
            ["STT", "Đại lý", "Vé nhận", "Vé trả", "Doanh thu"],
            [_, "TỔNG SỐ", 5000, 400, 46000],
            [1, "Đại lý Hạnh", 3000, 250, 27500],
            [2, "Đại lý Phúc", 2000, 150, 18500],
            [],
            ["Ghi chú: số liệu chưa kiểm toán"],
        ],
        ("A1:E1",),
        [(3, 3, None, 4, 6, "A", "B", "Nghìn đồng", "2024-M12")],
    ),
    "bank for the poor: plan of the next quarter in the title": (
        [
            ["KẾT QUẢ CHO VAY QUÝ I, NHIỆM VỤ QUÝ II NĂM 2025"],
            ["(Kèm theo Báo cáo số 12/BC-NHCS ngày 03/4/2025)"],
            [_, _, _, "ĐVT: triệu đồng"],
            ["STT", "Chương trình", "Dư nợ", "Quá hạn"],
            [1, "Hộ nghèo", 900, 3],
            [2, "Học sinh, sinh viên", 150, 0],
            [3, "Nước sạch", 420, 1],
        ],
        ("A1:D1", "A2:D2"),
        [(4, 4, None, 5, 7, "A", "B", "triệu đồng", _)],
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
    "roads: short names before longer texts": (
        [
            ["ĐƯỜNG TỈNH"],
            ["TT", "Tuyến", "Lý trình đầu", "Lý trình cuối", "Chiều dài (km)"],
            [1, "ĐT.671", "Km0+000", "Km12+300", 12.3],
            [2, "ĐT.672", "Km0+000", "Km55+100", 55.1],
            [3, "ĐT.673", "Km1+200", "Km8+000", 6.8],
        ],
        (),
        [(2, 2, None, 3, 5, "A", "B", _, _)],
    ),
    "assets: the number of a page before the headings that come again": (
        [
            ["STT", "Tên tài sản", "Mã TS", "Nguyên giá", "Hao mòn"],
            [1, "Bàn", "TS01", 100, 50],
            [2, "Ghế", "TS02", 80, 40],
            ["Trang 1"],
            ["STT", "Tên tài sản", "Mã TS", "Nguyên giá", "Hao mòn"],
            [3, "Tủ", "TS03", 300, 100],
            ["Tổng cộng", _, _, 480, 190],
        ],
        (),
        [(1, 1, None, 2, 7, "A", "B", _, _)],
    ),
    "hospital: a table right under another, without a blank row": (
        [
            ["Bảng 1. Nhân lực"],
            ["Vị trí", "Số lượng"],
            ["Bác sĩ", 4],
            ["Y tá", 9],
            ["Bảng 2. Thiết bị"],
            ["Thiết bị", "Số lượng"],
            ["Máy siêu âm", 1],
            ["Máy thở", 2],
        ],
        (),
        [(2, 2, None, 3, 4, _, "A", _, _), (6, 6, None, 7, 8, _, "A", _, _)],
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
    "radio: days beside programmes": (
        [
            ["Ngày", "Chương trình", "Thời lượng (phút)", "Biên tập"],
            ["01/9/2025", "Thời sự", 15, "Y Linh"],
            ["02/9/2025", "Ca nhạc", 30, "A Phong"],
            ["03/9/2025", "Thời sự", 15, "Y Linh"],
        ],
        (),
        [(1, 1, None, 2, 4, _, "B", _, _)],
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
    "cash book: days before vouchers, a year that waits for its answer": (
        [
            ["SỔ QUỸ TIỀN MẶT"],
            ["Tháng:", 5, _, "Năm:", 2025],
            ["Ngày", "Số phiếu", "Diễn giải", "Thu", "Chi"],
            ["01/5", "PT01", "Tồn đầu kỳ", 1000, _],
            ["03/5", "PC01", "Mua giấy", _, 200],
            ["10/5", "PT02", "Thu phí", 500, _],
            [_, _, "Cộng", 1500, 200],
        ],
        (),
        [(3, 3, None, 4, 7, "B", "C", _, "2025-M05")],
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
    "register of letters: their numbers beside their days": (
        [
            ["SỔ GIAO NHẬN VĂN BẢN THÁNG 6/2025"],
            ["Ngày", "Số đến", "Trích yếu", "Nơi gửi", "Số trang"],
            ["A", "B", "C", "D", "E"],
            ["02/6/2025", 101, "Về việc tập huấn", "Sở A", 2],
            ["03/6/2025", 102, "Mời họp", "Sở B", 1],
            ["04/6/2025", 103, "Báo cáo", "Sở C", 5],
        ],
        (),
        [(2, 2, 3, 4, 6, "B", "C", _, "2025-M06")],
    ),
    "youth union: groups between blank rows, marks in different columns": (
        [
            ["KẾT QUẢ PHONG TRÀO QUÝ II/2025"],
            ["Nội dung", "Đvt", "Chỉ tiêu", "Kết quả", "Đạt", "Chưa đạt"],
            ["1. Giáo dục"],
            ["- Buổi sinh hoạt", "buổi", 20, 18, "x", _],
            ["- Tin bài", "bài", 40, 44, "x", _],
            [],
            ["2. Tình nguyện"],
            ["- Cây trồng mới", "cây", 300, 210, _, "x"],
            ["- Lượt hiến máu", "lượt", 50, 52, "x", _],
        ],
        (),
        [(2, 2, _, 3, 9, _, "A", _, "2025-Q2")],
    ),
    "reservoirs: their names before their communes, a second table with its own measures": (
        [
            ["MỰC NƯỚC CÁC HỒ CHỨA"],
            ["TT", "Tên hồ chứa", "Địa điểm (xã)", "Mực nước (m)", "Đạt (%)"],
            [1, "Hồ Đồng Mô", "Xã Đăk Long", 20.5, 81],
            [2, "Hồ Suối Hai", "Xã Xốp", 17.2, 77],
            [],
            ["II. CÁC HỒ NHỎ"],
            ["TT", "Tên hồ chứa", "Địa điểm (xã)", "Mực nước (m)", "Tình trạng"],
            [1, "Hồ Bến Châu", "Xã Đăk Môn", 12.5, "Bình thường"],
            [2, "Hồ Khe Chè", "Xã Đăk Pék", 11.2, "Thấm nhẹ"],
        ],
        (),
        [(2, 2, _, 3, 4, "A", "B", _, _), (7, 7, _, 8, 9, "A", "B", _, _)],
    ),
    "tax: what money is counted in, under a name of its own": (
        [
            ["BẢNG KÊ HÓA ĐƠN BÁN RA"],
            ["Kỳ tính thuế: 04/2025"],
            [_, _, _, "Đơn vị tiền: đồng Việt Nam"],
            ["STT", "Tên người mua", "Doanh thu", "Thuế GTGT"],
            [1, "Công ty An Bình", 66600000, 5328000],
            [2, "Công ty Hòa Phát", 17900000, 1432000],
        ],
        (),
        [(4, 4, _, 5, 6, "A", "B", "đồng Việt Nam", "2025-M04")],
    ),
    "land: what areas are measured in": (
        [
            ["THỐNG KÊ DIỆN TÍCH ĐẤT"],
            [_, _, "Đơn vị tính diện tích: ha"],
            ["Thứ tự", "Loại đất", "Mã", "Tổng diện tích"],
            [1, "Đất nông nghiệp", "NNP", 854.2],
            [2, "Đất phi nông nghiệp", "PNN", 221.1],
        ],
        (),
        [(3, 3, _, 4, 5, "A", "B", "ha", _)],
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
    "declarations: their long numbers before the codes of their kinds": (
        [
            ["Số TK", "Mã loại hình", "Tên doanh nghiệp", "Mã số thuế", "Trị giá"],
            *([f"1088538024{n:02d}", ("A11", "B11")[n % 2], f"Công ty Bình An {n}", f"01153446{n:02d}", 1540 + n] for n in range(8)),
        ],
        (),
        [(1, 1, _, 2, 9, "A", "C", _, _)],
    ),
    "pumping station: rows that are days, with hours beside them": (
        [
            ["NHẬT KÝ VẬN HÀNH TRẠM BƠM", _, _],
            ["Tháng 7 năm 2025"],
            ["Ngày", "Từ giờ", "Đến giờ", "Số giờ", "Lượng nước"],
            ["01/7", "05:00", "13:30", 8.5, 9600],
            ["02/7", "05:00", "18:30", 13.5, 15600],
            ["03/7", "06:00", "09:30", 3.5, 3600],
        ],
        (),
        [(3, 3, _, 4, 6, _, "A", _, "2025-M07")],
    ),
    "relief: an empty column inside one list": (
        [
            ["PHÂN BỔ HÀNG CỨU TRỢ"],
            ["STT", "Địa phương", "Tiền mặt", "Đã chi", _, "Gạo (kg)", "Nước (thùng)"],
            [1, "Hội cấp trên", 648, 20, _, 1132, 84],
            [2, "Công ty A", 163, 30, _, 7098, 18],
            [3, "Các cá nhân", 713, 40, _, 7308, 458],
        ],
        (),
        [(2, 2, _, 3, 5, "A", "B", _, _)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_seen_of_other_administrations(tmp_path: Path, case: tuple[Rows, tuple[str, ...], list[Seen]]) -> None:
    rows, merges, expected = case
    assert seen(tmp_path, rows, merges) == expected
