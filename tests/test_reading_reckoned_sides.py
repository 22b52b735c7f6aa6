"""Arithmetic says which column is the whole of another where headings do not, and of which counts a rate is."""

from pathlib import Path

from test_reading import by_element, codes, read

TITLE: list[list[object]] = [["UBND XÃ ĐĂK CHOONG"], ["SỐ LIỆU THÁNG 3 NĂM 2025"], []]


def rows(*rates: str) -> list[list[object]]:
    labels = ["Cán bộ, công chức được cấp chữ ký số", "Lãnh đạo UBND xã được cấp chữ ký số", "Văn bản đi (trừ mật) - ký số cơ quan"]
    counts = [(19, 14), (5, 5), (86, 83)]
    return [
        *TITLE,
        ["Nội dung", "Tổng số", "Đã có / đã ký số", "Tỷ lệ"],
        *([a, *b, c] for a, b, c in zip(labels, counts, rates, strict=True)),
    ]


def test_a_total_and_what_its_rate_is_reckoned_of_are_whole_and_part(tmp_path: Path) -> None:
    found = by_element(read(tmp_path, rows("73,7%", "100,0%", "96,5%")))
    assert found == {
        "officials_total": [19],
        "officials_with_cert": [14],
        "leaders_total": [5],
        "leaders_with_cert": [5],
        "docs_out_total_nonsecret": [86],
        "docs_out_signed_org": [83],
    }


def test_where_the_rates_do_not_fit_the_total_is_not_taken_for_the_part(tmp_path: Path) -> None:
    found = by_element(read(tmp_path, rows("50,0%", "20,0%", "10,0%")))
    assert "officials_with_cert" not in found and found.get("docs_out_signed_org", []) != [86]


def test_a_rate_that_names_nothing_is_that_of_the_counts_beside_it(tmp_path: Path) -> None:
    head = [
        "Tháng",
        "Số phiếu đánh giá",
        "Số phiếu hài lòng",
        "Tỷ lệ hài lòng (%)",
        "Số PAKN tiếp nhận",
        "Số PAKN xử lý đúng hạn",
        "Tỷ lệ đúng hạn (%)",
    ]
    table: list[list[object]] = [
        ["UBND XÃ NGỌC LINH"],
        ["THEO DÕI MỨC ĐỘ HÀI LÒNG VÀ XỬ LÝ PHẢN ÁNH, KIẾN NGHỊ NĂM 2024"],
        [],
        head,
        ["Tháng 1", 50, 48, 96, 5, 4, 80],
        ["Tháng 2", 81, 79, 97.5, 4, 3, 75],
    ]
    found = read(tmp_path, table)
    assert "oss_on_time_rate_resolved" not in {o.element for o in found.observations}
    assert found.outcome == "accept"


def test_a_long_heading_that_ends_with_a_month_is_of_that_month(tmp_path: Path) -> None:
    name = "Số người có sổ sức khỏe điện tử - hết tháng"
    table: list[list[object]] = [
        ["TIẾN ĐỘ SỔ SỨC KHỎE ĐIỆN TỬ THÁNG 10/2025"],
        [],
        ["STT", "Xã", f"{name} 9/2025", "Tăng trong tháng 10", f"{name} 10/2025"],
        [1, "Xã Đăk Pék", 11351, 60, 11411],
        [2, "Xã Xốp", 3526, 45, 3571],
    ]
    assert by_element(read(tmp_path, table)) == {"residents_health_record": [11411, 3571]}


def test_the_number_of_a_document_in_a_heading_says_nothing(tmp_path: Path) -> None:
    table = [
        *TITLE,
        ["Chỉ tiêu", "Kết quả"],
        ["Nhiệm vụ về AI được giao theo Kế hoạch 3584/KH-UBND", 5],
        ["Nhiệm vụ về AI đã hoàn thành", 3],
    ]
    found = read(tmp_path, table)
    assert (by_element(found), codes(found)) == ({"ai_tasks_assigned": [5], "ai_tasks_done": [3]}, set())


def test_the_parts_of_a_title_of_one_thing_are_named_under_groups_of_it(tmp_path: Path) -> None:
    table: list[list[object]] = [
        ["KẾT QUẢ SỐ HÓA DỮ LIỆU HỘ TỊCH LỊCH SỬ CÁC XÃ, THỊ TRẤN QUÝ IV NĂM 2024"],
        [],
        ["STT", "Xã", "Số trường hợp trong sổ hộ tịch", None, "Số bản ghi đã số hóa và được phê duyệt", None],
        [None, None, "Tổng số", "Khai sinh", "Tổng số", "Khai sinh"],
        [1, "Xã Đăk Pék", 3333, 1698, 2637, 1280],
        [2, "Xã Xốp", 2615, 1699, 2066, 1479],
    ]
    assert by_element(read(tmp_path, table)) == {"civil_records_total": [3333, 2615], "civil_records_digitised": [2637, 2066]}
