"""What is seen of workbooks of administrations that send nothing here: rows, the column of keys, that of names, measure, period. Here
groups, ends, several tables, measures and periods; headings and names have files of their own."""

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
        [(4, 4, None, 5, 7, "A", "B", "triệu đồng", "2025-Q1")],
    ),
    "enforcement: who signs right under the last row, in a column of figures": (
        [
            ["KẾT QUẢ THI HÀNH ÁN NĂM 2025"],
            ["STT", "Chấp hành viên", "Thụ lý", "Xong", "Tồn"],
            [1, "Nguyễn Văn An", 28, 20, 8],
            [2, "Trần Thị Bình", 39, 30, 9],
            [3, "Lê Văn Cường", 12, 10, 2],
            [_, _, _, "PHÓ CỤC", _],
            [_, _, _, "Phạm Dũng", _],
        ],
        (),
        [(2, 2, None, 3, 5, "A", "B", _, "2025")],
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
