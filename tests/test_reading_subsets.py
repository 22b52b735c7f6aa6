"""Titles, rows and columns that speak of some services, one field, money or a plan: their figures are not those of the whole commune."""

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

UNIT = ["UBND XÃ ĐĂK MÔN"]
HEAD = [
    ["TT", "Tên thủ tục", "Hồ sơ tiếp nhận mới", None, None, "Tỷ lệ trực tuyến (%)"],
    [None, None, "Tổng số", "Trực tuyến", "Trực tiếp"],
]
ROWS = [[1, "Thủ tục A", 30, 20, 10, 66.7], [2, "Thủ tục B", 20, 15, 5, 75]]
MERGES = ("A3:A4", "B3:B4", "C3:E3", "F3:F4")
WHOLE = {"dossiers_recv_new": 50, "dossiers_recv_online": 35, "dossiers_recv_direct_postal": 15}
ESSENTIAL = {"essential_dossiers_total": 50, "essential_dossiers_online": 35}


def _reading(tmp_path, rows, merges=(), answers=None):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / "bieu.xlsx")
    return read_grid(open_workbook(tmp_path / "bieu.xlsx"), answers)


def _services(tmp_path, title, total="Tổng cộng", answers=None):
    rows = [UNIT, [f"{title} THÁNG 3 NĂM 2026"], *HEAD, *ROWS, [None, total, 50, 35, 15, 70]]
    return _reading(tmp_path, rows, MERGES, answers)


def _taken(reading):
    return {o.element: o.value for o in reading.observations if o.status == "accepted"}


def test_the_dossiers_of_all_services_are_those_of_the_commune(tmp_path):
    reading = _services(tmp_path, "KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH")
    assert (reading.outcome, _taken(reading)) == ("accept", WHOLE)


@pytest.mark.parametrize(
    ("title", "total"),
    [
        ("KẾT QUẢ THỰC HIỆN 25 DỊCH VỤ CÔNG THIẾT YẾU", "Tổng cộng"),
        ("TÌNH HÌNH TIẾP NHẬN HỒ SƠ NHÓM DỊCH VỤ CÔNG THIẾT YẾU THEO ĐỀ ÁN 06", "Tổng cộng"),
        ("KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "Tổng cộng DVC thiết yếu"),
    ],
)
def test_under_essential_services_the_dossiers_are_those_of_the_essential_services(tmp_path, title, total):
    assert _taken(_services(tmp_path, title, total)) == ESSENTIAL


def test_a_title_of_all_and_of_essential_services_is_asked(tmp_path):
    reading = _services(tmp_path, "KẾT QUẢ GIẢI QUYẾT TTHC VÀ DỊCH VỤ CÔNG THIẾT YẾU")
    assert (_taken(reading), reading.outcome) == ({}, "ask")


def test_a_column_of_its_own_for_essential_services_leaves_the_others_alone(tmp_path):
    head = ["Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ DVC thiết yếu tiếp nhận"]
    rows = [["THEO DÕI DỊCH VỤ CÔNG THIẾT YẾU THÁNG 3 NĂM 2026"], head, ["Xã Đăk Môn", 50, 20], ["Xã Đăk Pék", 60, 30]]
    reading = _reading(tmp_path, rows)
    assert sorted((o.element, o.value) for o in reading.observations if o.status == "accepted") == [
        ("dossiers_recv_new", 50),
        ("dossiers_recv_new", 60),
        ("essential_dossiers_total", 20),
        ("essential_dossiers_total", 30),
    ]


@pytest.mark.parametrize(
    ("title", "total"),
    [
        ("KẾT QUẢ GIẢI QUYẾT HỒ SƠ HỘ TỊCH", "Tổng cộng"),
        ("TÌNH HÌNH GIẢI QUYẾT TTHC ĐẤT ĐAI", "Tổng cộng"),
        ("KẾT QUẢ THỰC HIỆN DỊCH VỤ CÔNG LIÊN THÔNG KHAI SINH", "Tổng cộng"),
        ("KẾT QUẢ GIẢI QUYẾT HỒ SƠ", "Tổng (các dịch vụ cư trú)"),
    ],
)
def test_the_dossiers_of_one_field_are_asked(tmp_path, title, total):
    reading = _services(tmp_path, title, total)
    assert (_taken(reading), [q.key for q in reading.questions]) == ({}, ["whole:Sheet"])
    assert _taken(_services(tmp_path, title, total, {"whole:Sheet": "whole"})) == WHOLE


def test_one_field_of_many_communes_is_asked_too(tmp_path):
    head = ["Xã", "Hồ sơ tiếp nhận mới", "Trong đó: nộp trực tuyến"]
    rows = [["TIẾP NHẬN HỒ SƠ CHỨNG THỰC THÁNG 3 NĂM 2026"], head, ["Xã Đăk Môn", 50, 20], ["Xã Đăk Pék", 60, 30]]
    assert _taken(_reading(tmp_path, rows)) == {}


@pytest.mark.parametrize(
    ("name", "asked"), [("Chứng thực", True), ("Bộ phận Tư pháp", True), ("Toàn xã", False), ("Bộ phận Một cửa", False)]
)
def test_the_only_row_of_a_table_may_be_a_field_or_the_whole(tmp_path, name, asked):
    rows = [UNIT, ["BÁO CÁO THÁNG 3 NĂM 2026"], ["TT", "Lĩnh vực", "Hồ sơ tiếp nhận mới", "Trực tuyến"], [1, name, 50, 35]]
    assert bool(_taken(_reading(tmp_path, rows))) is not asked


LIST = ["Cấp chữ ký số cho CBCC", "Số thôn có Tổ công nghệ số cộng đồng"]


@pytest.mark.parametrize("money", ["Kinh phí (triệu đồng)", "Số tiền (đồng)"])
def test_counts_named_in_rows_are_never_taken_from_a_column_of_money(tmp_path, money):
    rows = [UNIT, ["BÁO CÁO CHUYỂN ĐỔI SỐ THÁNG 3 NĂM 2026"], ["TT", "Nội dung", money], *([1, text, 24] for text in LIST)]
    reading = _reading(tmp_path, rows)
    assert (_taken(reading), reading.outcome) == ({}, "not_a_return")
    rows[2:] = [["TT", "Nội dung", "Số lượng", money], *([1, text, 5, 24] for text in LIST)]
    assert set(_taken(_reading(tmp_path, rows)).values()) == {5}


def test_a_count_whose_row_is_measured_in_money_is_asked(tmp_path):
    rows = [[1, LIST[0], "triệu đồng", 7], [2, LIST[1], "thôn", 8]]
    reading = _reading(tmp_path, [UNIT, ["BÁO CÁO THÁNG 3 NĂM 2026"], ["TT", "Nội dung", "ĐVT", "Kết quả"], *rows])
    assert (_taken(reading), reading.outcome) == ({"hamlets_with_cdt": 8}, "ask")


@pytest.mark.parametrize(("column", "taken"), [("Số lượng", False), ("Kinh phí dự kiến (triệu đồng)", False), ("Kết quả thực hiện", True)])
def test_a_plan_of_work_is_no_return_unless_a_column_says_what_came_of_it(tmp_path, column, taken):
    rows = [UNIT, ["KẾ HOẠCH CÔNG TÁC CHUYỂN ĐỔI SỐ QUÝ II NĂM 2026"], ["TT", "Nội dung công việc", "Đơn vị chủ trì", column, "Sản phẩm"]]
    reading = _reading(tmp_path, [*rows, *([n, text, "Văn phòng", 24, "Báo cáo"] for n, text in enumerate(LIST, 1))])
    assert (bool(_taken(reading)), reading.outcome == "not_a_return") == (taken, not taken)
