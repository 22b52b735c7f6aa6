"""Words around a heading: a title that cites the report it belongs to or begins with the number of its form, the highest step of several
that are counted together, figures counted in points."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read, taken

from loaders.result import FileReading

TITLES = [
    "KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 3/2025",
    "PHỤ LỤC 07a/BTP - KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 3/2025",
    "Biểu số II.06a: Kết quả giải quyết TTHC tháng 3/2025",
    "KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 3/2025 (kèm Báo cáo số 45/BC-UBND)",
    "KẾT QUẢ GIẢI QUYẾT TTHC (kèm theo Báo cáo số ..../BC-UBND)",
    "Kết quả thực hiện các chỉ tiêu Nghị quyết 71/NQ-CP",
]


@pytest.mark.parametrize("title", TITLES)
def test_the_report_and_the_form_that_a_title_names_are_no_topic(tmp_path: Path, title: str) -> None:
    head = ["TT", "Đơn vị", "Tiếp nhận mới", "Phi địa giới"]
    reading = read(tmp_path, [[title], ["Kỳ báo cáo: tháng 3/2025"], [], head, [1, "Xã Đăk Long", 200, 4], [2, "Xã Xốp", 60, 2]])
    assert by_element(reading)["dossiers_recv_new"] == [200, 60]


SURVEY = [["UBND xã Xốp"], ["Kết quả khảo sát hài lòng tháng 5 năm 2026"], []]


@pytest.mark.parametrize("label", ["Trong đó: rất hài lòng", "Số phiếu rất hài lòng", "Rất hài lòng"])
def test_the_highest_step_alone_is_not_what_all_steps_count(tmp_path: Path, label: str) -> None:
    reading = read(tmp_path, [*SURVEY, ["Chỉ tiêu", "Số liệu"], ["Tổng số phiếu đánh giá", 66], [label, 40]])
    assert taken(reading) == {"B5": 66} and "element_doubt" in codes(reading)


@pytest.mark.parametrize("label", ["Hài lòng và rất hài lòng", "Số phiếu hài lòng (gồm rất hài lòng)", "Từ hài lòng đến rất hài lòng"])
def test_the_highest_step_with_the_others_is_their_count(tmp_path: Path, label: str) -> None:
    reading = read(tmp_path, [*SURVEY, ["Chỉ tiêu", "Số liệu"], ["Tổng số phiếu đánh giá", 66], [label, 65]])
    assert by_element(reading) == {"ratings_total": [66], "ratings_satisfied": [65]}


def test_steps_beside_each_other_are_none_of_them_their_count(tmp_path: Path) -> None:
    head = ["TT", "Đơn vị", "Tổng số phiếu", "Rất hài lòng", "Hài lòng", "Không hài lòng"]
    reading = read(tmp_path, [*SURVEY[1:], head, [1, "Xã Đăk Long", 145, 97, 41, 7], [2, "Xã Xốp", 100, 60, 38, 2]])
    assert "ratings_satisfied" not in by_element(reading)


def test_what_is_counted_in_points_is_taken_under_a_title_of_points(tmp_path: Path) -> None:
    head = ["TT", "Đơn vị", "Tổng điểm DTI (thang 1000)", "Hồ sơ tiếp nhận mới"]
    rows: list[list[object]] = [[1, "Xã Đăk Long", 612.5, 20], [2, "Xã Xốp", 590, 18]]
    reading = read(tmp_path, [["Phiếu tự chấm điểm chuyển đổi số cấp xã năm 2024"], [], head, *rows])
    assert by_element(reading) == {"idx_dti_score": [612.5, 590]}


def _section(tmp_path: Path, title: str, *rows: list[object]) -> FileReading:
    return read(tmp_path, [["UBND xã Xốp"], [title], ["Kỳ báo cáo: tháng 3/2025"], [], ["STT", "Chỉ tiêu", "Số liệu"], *rows])


def test_what_the_title_of_a_group_of_rows_narrows_is_not_taken_for_the_whole(tmp_path: Path) -> None:
    for title, group, label in (
        ("HỒ SƠ TRỰC TUYẾN", "Toàn trình", "Tiếp nhận"),
        ("THEO DÕI THANH TOÁN TRỰC TUYẾN", "TTHC", "Có thu phí, lệ phí, nghĩa vụ tài chính"),
        ("Tài khoản VNeID của cán bộ, đảng viên", "Riêng đảng viên", "Đã kích hoạt, sử dụng mức 2"),
        ("SỐ LIỆU SỐ HÓA", "Số hóa", "Tổng số hồ sơ"),
        ("ĐÁNH GIÁ THEO QĐ 766/QĐ-TTg", "Nhóm 1 Công khai minh bạch", "Điểm đạt được (tối đa 18)"),
    ):
        assert taken(_section(tmp_path, title, ["I", group, None], [1, label, 30], [2, "Số thôn có bưu tá", 3])) == {}, label


@pytest.mark.parametrize(("group", "known"), [("Lũy kế đến nay", True), ("Trong tuần", False), ("Mới trong tháng", False)])
def test_a_group_within_a_section_stands_under_it_unless_it_says_another_time(tmp_path: Path, group: str, known: bool) -> None:
    rows: list[list[object]] = [
        ["I", "TK ĐDĐT mức độ 2", None],
        [1, group, None],
        ["-", "Được cấp", 5120],
        ["-", "Kích hoạt thành công", 4733],
    ]
    found = by_element(_section(tmp_path, "TIẾN ĐỘ CẤP ĐỊNH DANH ĐIỆN TỬ", *rows))
    assert found == ({"eid_l2_issued": [5120], "eid_l2_activated": [4733]} if known else {})
