"""Numbers a hurried reader would take: estimates, eleven months, bills, old codes, months before a merger, rows over several units."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

CARD = ["STT", "Chỉ tiêu", "ĐVT"]


def test_an_estimate_is_no_result_and_eleven_months_are_since_january(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["TÌNH HÌNH THỰC HIỆN CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH NĂM 2024"],
        [*CARD, "Kế hoạch năm 2024", "Thực hiện 11 tháng năm 2024", "Ước thực hiện cả năm 2024", "Ước TH/KH (%)"],
        [1, "Hồ sơ TTHC tiếp nhận mới", "hồ sơ", 1490, 1400, 1530, "102,7"],
        [2, "Hồ sơ TTHC tiếp nhận trực tuyến", "hồ sơ", 910, 874, 950, "104,4"],
        [3, "Hồ sơ TTHC đã giải quyết", "hồ sơ", 1490, 1407, 1530, "102,7"],
    ]
    reading = read(tmp_path, rows)
    assert taken(reading) == {"E4": 1400, "E5": 874, "E6": 1407}
    assert {(o.period, o.basis) for o in reading.observations} == {("2024-M11", "year_to_date")}


def test_months_across_the_page_belong_to_the_unit_of_their_own_day(tmp_path: Path) -> None:
    rows = [
        ["UBND xã Đăk Long, huyện Đắk Glei, tỉnh Kon Tum"],
        ["SỔ THEO DÕI SỐ LIỆU NĂM 2025"],
        ["Chỉ tiêu", "ĐVT", "Tháng 5", "Tháng 6", "Tháng 8", "Tháng 9"],
        ["Hồ sơ tiếp nhận mới", "hồ sơ", 131, 135, 140, 138],
        ["Hồ sơ tiếp nhận trực tuyến", "hồ sơ", 93, 99, 101, 100],
    ]
    told = {(o.unit, o.period) for o in read(tmp_path, rows).observations if o.status == "accepted"}
    assert told <= {("23368.1", "2025-M05"), ("23368.1", "2025-M06"), ("23368.2", "2025-M08"), ("23368.2", "2025-M09")}
    assert ("23368.1", "2025-M05") in told


def test_a_code_that_only_another_time_knew_is_asked(tmp_path: Path) -> None:
    rows = [
        ["TỔNG HỢP ĐỊNH DANH ĐIỆN TỬ THÁNG 12 NĂM 2025"],
        ["Mã xã", "Tên xã", "Tài khoản định danh mức độ 2 đã cấp", "Tài khoản định danh mức độ 2 đã kích hoạt"],
        ["23341", "Xã Đăk Pék", 10912, 9056],
        ["23359", "Xã Xốp", 4061, 3369],
        ["23368", "Xã Đăk Long", 4371, 3627],
    ]
    reading = read(tmp_path, rows)
    assert set(taken(reading)) == {"C3", "D3", "C5", "D5"}
    assert "unit_code" in codes(reading)


def test_a_bill_is_no_return(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ XỐP"],
        ["DỰ TOÁN KINH PHÍ CHUYỂN ĐỔI SỐ NĂM 2026"],
        ["TT", "Nội dung chi", "Số lượng", "Đơn giá", "Thành tiền"],
        [1, "Chứng thư số cho cán bộ, công chức", 5, 0.9, 4.5],
        [2, "Máy tính cài phần mềm phòng, chống mã độc", 28, 0.35, 9.8],
    ]
    reading = read(tmp_path, rows)
    assert taken(reading) == {}
    assert reading.outcome != "accept"


def test_the_district_and_a_row_over_several_communes_are_no_commune(tmp_path: Path) -> None:
    rows = [
        ["TỔNG HỢP THÁNG 11 NĂM 2024"],
        ["TT", "Địa bàn", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"],
        [None, "HUYỆN ĐẮK GLEI", 30, 20],
        ["A", "UBND các xã, thị trấn", 30, 20],
        [1, "Thị trấn Đăk Glei", 10, 8],
        [2, "Xã Đăk Long", 20, 12],
    ]
    reading = read(tmp_path, rows)
    assert taken(reading) == {"C5": 10, "D5": 8, "C6": 20, "D6": 12}
    assert reading.outcome == "accept"


def test_money_in_the_unit_its_line_names(tmp_path: Path) -> None:
    rows = [
        ["CHI TRẢ AN SINH XÃ HỘI THÁNG 3 NĂM 2025"],
        [None, None, None, "Đơn vị tính tiền: nghìn đồng"],
        ["TT", "Xã", "Tổng số tiền đã chi trả an sinh xã hội", "Số tiền chi trả an sinh xã hội không dùng tiền mặt"],
        [1, "Xã Đăk Long", 481600, 339125],
        [2, "Xã Đăk Môn", 351830, 248645],
    ]
    assert taken(read(tmp_path, rows)) == {"C4": 481600000, "D4": 339125000, "C5": 351830000, "D5": 248645000}


TEAMS = [["UBND XÃ ĐĂK LONG"], ["TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÁNG 3/2026"]]


@pytest.mark.parametrize("head", ["Tên thôn", "Địa bàn", "Đơn vị"])
def test_hamlets_by_number_are_no_indicators_and_their_total_is_the_communes(tmp_path: Path, head: str) -> None:
    hamlets = [[1, "Thôn 1", "x", 6, 4], [2, "Tổ dân phố 2", "x", 5, 5], [3, "Thôn 3", "x", 4, 3], [4, "Đăk Xây", None, 4, 1]]
    heads = ["TT", head, "Có Tổ CNSCĐ", "Số thành viên Tổ CNSCĐ", "Số thành viên được tập huấn"]
    found = read(tmp_path, [*TEAMS, heads, *hamlets, [None, "Tổng toàn xã", None, 19, 13]])
    assert taken(found) == {"D8": 19, "E8": 13}
    assert taken(read(tmp_path, [*TEAMS, heads, *hamlets])) == {}


@pytest.mark.parametrize("heads", [["TT", "Địa bàn", "Số thành viên Tổ CNSCĐ"], ["TT", "Nội dung", "Số lượng"], ["TT", "Thôn", "Số hộ"]])
def test_the_row_of_one_hamlet_is_no_figure_of_the_commune(tmp_path: Path, heads: list[object]) -> None:
    assert taken(read(tmp_path, [*TEAMS, heads, [1, "Thôn 4", 12]])) == {}


def test_what_must_be_dealt_with_is_all_received_where_that_adds_up_and_asked_where_nothing_tells(tmp_path: Path) -> None:
    head = ["STT", "Lĩnh vực", "Tổng hồ sơ phải xử lý", "Kỳ trước chuyển sang", "Tiếp nhận mới", "Đã giải quyết"]
    rows = [[1, "Đất đai", 41, 4, 37, 35], [2, "Hộ tịch", 62, 3, 59, 60], [None, "Tổng cộng", 103, 7, 96, 95]]
    full = read(tmp_path, [["UBND XÃ ĐĂK LONG"], ["XỬ LÝ HỒ SƠ THÁNG 3/2026"], head, *rows])
    assert {(o.cell, o.element) for o in full.observations if o.status == "accepted"} >= {
        ("C6", "received_total"),
        ("E6", "dossiers_recv_new"),
    }
    bare = [["Chỉ tiêu", "ĐVT", "Số liệu"], ["Tổng số hồ sơ cần xử lý", "hồ sơ", 103], ["Hồ sơ tiếp nhận mới", "hồ sơ", 90]]
    assert taken(read(tmp_path, [["UBND XÃ ĐĂK LONG"], ["XỬ LÝ HỒ SƠ THÁNG 3/2026"], *bare])) == {"C5": 90}


@pytest.mark.parametrize("total", ["Tổng", "Cộng", "Tổng cộng"])
def test_a_total_under_a_line_of_two_meanings_is_not_the_other_meaning(tmp_path: Path, total: str) -> None:
    lines: list[list[object]] = [
        ["Mã", "Chỉ tiêu", "Số liệu"],
        ["CT1", "Số hồ sơ tiếp nhận mới", 360],
        ["CT2", "Số hồ sơ nhận trực tuyến", 335],
        ["CT3", "Số văn bản đi (trừ mật)", 129],
        ["CT4", "Số văn bản đi ký số", 126],
        [None, total, 5],
    ]
    found = read(tmp_path, [["BÁO CÁO XÃ ĐĂK MÔN THÁNG 5 NĂM 2026"], [], *lines])
    assert taken(found).get("C7") == 126 and "C8" not in taken(found)
    assert not any(o.element == "docs_out_signed_personal" and o.status == "accepted" for o in found.observations)


@pytest.mark.parametrize("typed", ["12o42", "l2642", "12642*", "1e5", "0x10"])
def test_a_figure_with_a_wrong_stroke_is_told_and_not_left_out(tmp_path: Path, typed: str) -> None:
    lines: list[list[object]] = [
        ["Chỉ tiêu", "Số liệu"],
        ["Tổng dân số", typed],
        ["Số hồ sơ tiếp nhận mới", 360],
        ["Số cán bộ, công chức", 42],
    ]
    found = read(tmp_path, [["BÁO CÁO XÃ ĐĂK MÔN THÁNG 5 NĂM 2026"], [], *lines])
    assert taken(found) == {"B5": 360, "B6": 42} and codes(found) & {"number_letter", "number_unreadable"}
    assert found.outcome in ("fix", "ask")
