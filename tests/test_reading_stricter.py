"""Of two headings of one element the one that says its bounds counts it; alone, the wider one is what the form calls by that name."""

from pathlib import Path

from test_reading import codes, read, taken

TITLE = [["UBND HUYỆN ĐẮK GLEI"], ["THỐNG KÊ VĂN BẢN ĐI VÀ KÝ SỐ THÁNG 4 NĂM 2025"], []]


def test_beside_papers_without_the_secret_ones_the_total_of_papers_is_left_out(tmp_path: Path) -> None:
    head = ["STT", "Đơn vị", "Tổng văn bản đi", "VB mật", "VB đi (không tính VB mật)", "Ký số cơ quan", "Tỷ lệ ký số cơ quan"]
    rows = [[1, "UBND thị trấn Đăk Glei", 62, 1, 61, 58, "95,08%"], [2, "UBND xã Đăk Pék", 93, 3, 90, 87, "96,67%"]]
    reading = read(tmp_path, [*TITLE, head, *rows])
    assert (reading.outcome, taken(reading)) == ("accept", {"E5": 61, "F5": 58, "E6": 90, "F6": 87})
    assert "percent_differs" not in codes(reading)


def test_where_no_heading_says_the_bounds_the_total_is_taken(tmp_path: Path) -> None:
    head = ["STT", "Đơn vị", "Tổng văn bản đi", "Ký số cơ quan"]
    rows = [[1, "UBND thị trấn Đăk Glei", 62, 58], [2, "UBND xã Đăk Pék", 93, 87]]
    assert taken(read(tmp_path, [*TITLE, head, *rows])) == {"C5": 62, "D5": 58, "C6": 93, "D6": 87}


def test_a_title_may_be_introduced_by_several_words(tmp_path: Path) -> None:
    head = ["STT", "Tên đơn vị", "Tiếp nhận trực tuyến", "Đã giải quyết quá hạn"]
    rows = [[1, "Mường Hoong", 51, 2], [2, "Ngọc Linh", 46, 1]]
    for title in ("BIỂU TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC", "BẢNG SỐ LIỆU VỀ KẾT QUẢ GIẢI QUYẾT TTHC"):
        reading = read(tmp_path, [["UBND HUYỆN ĐẮK GLEI"], [f"{title} THÁNG 5 NĂM 2025"], [], head, *rows])
        assert (reading.outcome, len(taken(reading))) == ("accept", 4), title
