"""Tables that offices keep to follow their targets: rates under a group, the kind of each figure in a column, months across, cumulated rows
beside rows of the month, both sides of a rate with a column that explains them."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

from loaders.result import FileReading

_ = None
UNIT: list[object] = ["UBND XÃ ĐĂK MÔN"]


def bases(found: FileReading) -> dict[tuple[str, str], float]:
    return {(o.element, o.basis): o.value for o in found.observations if o.status == "accepted"}


def cumulated(rate: float) -> list[list[object]]:
    """Counts and rates of a month, and of the year so far; `rate`: that of the year."""
    return [
        UNIT,
        ["KẾT QUẢ THÁNG 5 VÀ CỘNG DỒN 5 THÁNG NĂM 2025"],
        [],
        ["TT", "Nội dung", "Số hồ sơ", _, "Tỷ lệ (%)", _],
        [_, _, "Trong tháng 5", "Cộng dồn từ đầu năm", "Trong tháng", "Cộng dồn"],
        [1, "Hồ sơ tiếp nhận mới", 157, 670],
        [2, "- Trong đó nộp trực tuyến", 109, 479, 69.4, rate],
    ]


def test_rates_of_the_month_and_of_the_year_under_one_heading_are_no_counts(tmp_path: Path) -> None:
    found = read(tmp_path, cumulated(71.5))
    assert found.outcome == "accept"
    assert bases(found) == {
        ("dossiers_recv_new", "in_period"): 157,
        ("dossiers_recv_new", "year_to_date"): 670,
        ("dossiers_recv_online", "in_period"): 109,
        ("dossiers_recv_online", "year_to_date"): 479,
    }


def test_a_wrong_rate_of_the_year_is_told_beside_the_right_one_of_the_month(tmp_path: Path) -> None:
    assert [(i.code, i.cell) for i in read(tmp_path, cumulated(81.5)).issues] == [("percent_differs", "F7")]


def test_a_column_of_the_kind_of_each_figure_leaves_the_figures_to_the_sender(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Tên đơn vị", "Xã Bờ Y"],
        ["Năm", 2025],
        ["Tháng", 9],
        [],
        ["Mã số liệu", "Tên số liệu", "Loại", "ĐVT", "Giá trị", "Kiểm tra"],
        ["A01", "Số hồ sơ tiếp nhận mới trong tháng", "trong kỳ", "hồ sơ", 229, "OK"],
        ["A02", "Số hồ sơ nộp trực tuyến trong tháng", "trong kỳ", "hồ sơ", 172, "OK"],
        ["B01", "Tổng số thôn, tổ dân phố", "cuối kỳ", "thôn", 19, "OK"],
    ]
    found = read(tmp_path, rows)
    assert (found.outcome, by_element(found)) == (
        "accept",
        {"dossiers_recv_new": [229], "dossiers_recv_online": [172], "hamlets_total": [19]},
    )


def test_a_title_and_a_longer_line_in_brackets_under_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["SỐ TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ MỨC ĐỘ 2 ĐÃ KÍCH HOẠT"],
        ["(Lũy kế đến cuối mỗi tháng, năm 2025; đơn vị: tài khoản)"],
        [],
        ["STT", "Đơn vị", "Tháng 1/2025", "Tháng 2/2025", "Tăng T2 so T1"],
        [1, "Xã Đăk Pék", 4590, 4670, 80],
        [2, "Xã Xốp", 968, 986, 18],
    ]
    found = read(tmp_path, rows)
    assert (found.outcome, by_element(found)) == ("accept", {"eid_l2_activated": [4590, 4670, 968, 986]})


@pytest.mark.parametrize(("said", "basis"), [(" (trong tháng)", "in_period"), ("", "year_to_date")])
def test_rows_of_the_month_beside_cumulated_ones(tmp_path: Path, said: str, basis: str) -> None:
    rows: list[list[object]] = [
        UNIT,
        ["BẢNG THEO DÕI CHỈ TIÊU THÁNG 5 NĂM 2025"],
        ["Số liệu lũy kế đến ngày 14/5/2025 (riêng hồ sơ TTHC: số trong tháng 5)" if said else "Số liệu lũy kế từ đầu năm"],
        [],
        ["TT", "Chỉ tiêu", "ĐVT", "Kết quả"],
        [1, "Số hộ có Internet cáp quang", "hộ", 1408],
        [2, f"Hồ sơ TTHC tiếp nhận mới{said}", "hồ sơ", 251],
    ]
    assert bases(read(tmp_path, rows)) == {("households_fibre", "to_date"): 1408, ("dossiers_recv_new", basis): 251}


def test_upper_and_lower_side_beside_a_column_that_explains_both(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        UNIT,
        ["KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 5/2025"],
        [],
        ["Stt", "Chỉ số", "Tử số", "Mẫu số", "Kết quả (%)", "Diễn giải tử số / mẫu số"],
        [1, "Tỷ lệ hồ sơ tiếp nhận trực tuyến", 99, 117, 84.62, "hồ sơ nộp trực tuyến / hồ sơ tiếp nhận mới"],
        [2, "Tỷ lệ hộ có Internet cáp quang", 816, 1155, 70.65, "hộ có cáp quang / tổng số hộ"],
    ]
    assert by_element(read(tmp_path, rows)) == {
        "dossiers_recv_online": [99],
        "dossiers_recv_new": [117],
        "households_fibre": [816],
        "households_total": [1155],
    }


def test_a_total_of_points_is_of_the_index_that_a_line_over_the_table_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP (QUYẾT ĐỊNH 766/QĐ-TTg)"],
        ["Kết quả tháng 5 năm 2025 - dữ liệu lấy từ Cổng Dịch vụ công quốc gia"],
        [],
        ["Hạng", "Đơn vị", "Công khai, minh bạch", "Tiến độ giải quyết", "Mức độ hài lòng", "Tổng điểm"],
        [_, "Điểm tối đa", 30, 40, 30, 100],
        [1, "Xã Ngọc Linh", 25.9, 35.7, 16.9, 78.5],
        [2, "Xã Đăk Môn", 21.4, 36.6, 14.6, 72.6],
    ]
    assert by_element(read(tmp_path, rows)) == {"idx_766_score": [78.5, 72.6]}


def test_less_than_one_percent_of_what_should_be_few_is_a_percentage_beside_others(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TỶ LỆ HỒ SƠ QUÁ HẠN CÁC XÃ THÁNG 3 NĂM 2025"],
        [],
        ["STT", "Đơn vị", "Tỷ lệ hồ sơ giải quyết quá hạn"],
        [1, "Xã Đăk Pék", "0,3"],
        [2, "Xã Xốp", "5,3"],
        [3, "Xã Đăk Môn", "2,7"],
    ]
    assert by_element(read(tmp_path, rows)) == {"oss_overdue_resolved_rate": [0.3, 5.3, 2.7]}


def test_offices_typed_as_text_count_in_the_total(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TỔNG HỢP HỒ SƠ THEO ĐƠN VỊ THÁNG 4/2025"],
        [],
        ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"],
        ["1", "Phòng Kinh tế - Hạ tầng", "44", "22"],
        ["2", "UBND xã Đăk Pék", "204", "168"],
        ["3", "UBND xã Xốp", "44", "36"],
        [_, "Tổng cộng", "292", "226"],
    ]
    found = read(tmp_path, rows)
    assert (found.outcome, codes(found)) == ("accept", set())


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (("ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK", "UBND XÃ CƯ M'GAR"), "24280.2"),
        (("BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC, CÔNG NGHỆ XÃ CÔNG HẢI, TỈNH KHÁNH HÒA",), "22840.2"),
    ],
)
def test_a_commune_of_another_province_in_a_letterhead(tmp_path: Path, lines: tuple[str, ...], unit: str) -> None:
    rows: list[list[object]] = [[line] for line in lines]
    rows += [["SỐ LIỆU THÁNG 3/2026"], [], ["Chỉ tiêu", "Số liệu"], ["Hồ sơ tiếp nhận mới", 231], ["Hồ sơ nộp trực tuyến", 164]]
    found = read(tmp_path, rows)
    assert (found.outcome, {o.unit for o in found.observations}) == ("accept", {unit})


def test_sides_of_a_rate_behind_letters_and_how_it_is_reckoned(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        UNIT,
        ["TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NĂM 2024"],
        [],
        ["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Số liệu"],
        ["1.2", "Tỷ lệ số CBCC đã qua tập huấn kỹ năng số", 40, 30.9],
        [_, "a = Tổng số CBCC xã hiện có", _, _, 44],
        [_, "b = Số CBCC đã qua tập huấn kỹ năng số", _, _, 34],
        [_, "Tỷ lệ = b/a (%)", _, _, 77.3],
    ]
    assert by_element(read(tmp_path, rows)) == {"officials_total": [44], "officials_digital_trained": [34]}


def test_the_results_of_what_was_assigned_are_no_plan(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        UNIT,
        ["KẾT QUẢ THỰC HIỆN CHỈ TIÊU GIAO QUÝ II/2025"],
        [],
        ["Tên chỉ tiêu", "ĐVT", "Chỉ tiêu giao", "Quý II thực hiện", "Đạt (% so KH)"],
        ["Hồ sơ mới tiếp nhận trong kỳ", "hồ sơ", 180, 176, 97.8],
        ["Số nhiệm vụ đã hoàn thành đúng hạn", "nhiệm vụ", 115, 90, 78.3],
    ]
    assert by_element(read(tmp_path, rows)) == {"dossiers_recv_new": [176], "tasks_done_on_time": [90]}
