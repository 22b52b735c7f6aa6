"""Which column holds the keys of the rows and which one their names, where others look like either."""

from pathlib import Path

import pytest
from test_layout_others import Rows, Seen, seen

_ = None

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Seen]]] = {
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
    "rain by day: the days name the rows, nothing fell where a dash stands": (
        [
            ["LƯỢNG MƯA THÁNG 8 NĂM 2025"],
            [_, _, "Đơn vị: mm"],
            ["Ngày", "Trạm Thượng", "Trạm Hạ"],
            [1, "-", 3.5],
            [2, "-", 0.5],
            [3, 12.5, "-"],
            [4, "-", "-"],
        ],
        (),
        [(3, 3, None, 4, 7, "A", "A", "mm", "2025-M08")],
    ),
    "water samples: the methods behind the measures do not name the rows": (
        [
            ["KẾT QUẢ QUAN TRẮC NƯỚC THÁNG 3 NĂM 2026"],
            ["TT", "Thông số", "Đơn vị", "Phương pháp thử", "Mẫu 1", "Mẫu 2"],
            [1, "pH", "-", "TCVN 6492:2011", 7.2, 7.4],
            [2, "DO", "mg/L", "TCVN 7325:2016", 5.1, 4.8],
            [3, "Coliform", "MPN/100mL", "SMEWW 9221B:2017", 210, "KPH"],
        ],
        (),
        [(2, 2, None, 3, 5, "A", "B", _, "2026-M03")],
    ),
    "voters: the place behind the ward's numbers does not name the rows": (
        [
            ["TỔNG HỢP SỐ CỬ TRI"],
            ["Khu vực bỏ phiếu", "Địa điểm đặt hòm phiếu", "Tổng số", "Nam"],
            ["Toàn phường", _, 3300, 1600],
            ["Số 01", "Trường tiểu học Hoa Sen", 1700, 800],
            ["Số 02", "Nhà văn hóa khu phố 2", 1600, 800],
        ],
        (),
        [(2, 2, None, 3, 5, _, "A", _, _)],
    ),
    "library: cards handed out are figures, no keys": (
        [
            ["BẠN ĐỌC THÁNG 2 NĂM 2026"],
            ["Phòng", "Số thẻ cấp mới", "Lượt đọc"],
            ["Phòng Mượn", 61, 382],
            ["Phòng Đọc", 52, 129],
            ["Cộng", 113, 511],
        ],
        (),
        [(2, 2, None, 3, 5, _, "A", _, "2026-M02")],
    ),
    "school: lessons under the classes, the day merged over them": (
        [
            ["THỜI KHÓA BIỂU"],
            ["Thứ", "Tiết", "6A", "6B", "7A"],
            ["Thứ 2", 1, "Toán - Lan", "Văn - Hà", "Anh - Minh"],
            [_, 2, "Văn - Hà", "Toán - Lan", "Tin - Long"],
            [_, 3, "Tin - Long", "Anh - Minh", "Toán - Lan"],
            ["Thứ 3", 1, "Văn - Hà", "Toán - Lan", "Anh - Minh"],
            [_, 2, "Toán - Lan", "Tin - Long", "Văn - Hà"],
            [_, 3, "Anh - Minh", "Văn - Hà", "Toán - Lan"],
        ],
        ("A3:A5", "A6:A8"),
        [(2, 2, None, 3, 8, _, "A", _, _)],
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
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_which_columns_key_and_name_the_rows(tmp_path: Path, case: tuple[Rows, tuple[str, ...], list[Seen]]) -> None:
    rows, merges, expected = case
    assert seen(tmp_path, rows, merges) == expected
