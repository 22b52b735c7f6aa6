"""The number of an item is no part of its words; rows with a Roman number stand over those numbered 1, 2, 3."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

from loaders.understanding.headings.match import match

HEAD = [["UBND XÃ ĐĂK MÔN"], ["KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 4 NĂM 2025"], ["TT", "Chỉ tiêu", "Số lượng"]]


@pytest.mark.parametrize(
    "number", ["Câu 5. ", "Câu hỏi số 5: ", "Mục 3. ", "Chỉ tiêu 2: ", "Tiêu chí 2.1 - ", "Ý 2) ", "Nội dung 4: ", "cau 5. "]
)
def test_an_item_number_says_nothing(number: str) -> None:
    found = match(f"{number}Số hồ sơ tiếp nhận trực tuyến")
    assert (found.codes, found.sure) == (("dossiers_recv_online",), True)


@pytest.mark.parametrize("level", ["Mức 3: hồ sơ tiếp nhận trực tuyến", "Hồ sơ trực tuyến mức độ 3"])
def test_a_level_is_no_item_number(level: str) -> None:
    assert match(level).codes == ("ops_level3_dossier_count",)


def test_an_item_that_is_cited_within_a_heading_is_no_level() -> None:
    assert not match("Hồ sơ mục 3 nộp trực tuyến").sure


@pytest.mark.parametrize("last", ["II", "II.", "III", "IV"])
def test_rows_numbered_in_digits_are_parts_of_the_roman_one_before_them(tmp_path: Path, last: str) -> None:
    rows = [["I", "Tổng số hồ sơ tiếp nhận", 196], [1, "Trực tuyến", 135], [2, "Trực tiếp, dịch vụ bưu chính", 58]]
    rows += [[3, "Từ kỳ trước chuyển sang", 3], [last, "Số hồ sơ đã giải quyết", 193], [1, "Trước hạn", 133], [2, "Quá hạn", 4]]
    found = read(tmp_path, [*HEAD, *rows])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {
        "received_total": [196],
        "dossiers_recv_online": [135],
        "dossiers_recv_direct_postal": [58],
        "received_carried_over": [3],
        "resolved_total": [193],
        "resolved_early": [133],
        "resolved_late": [4],
    }


@pytest.mark.parametrize("head", ["Nội dung (đạt/tổng số)", "Nội dung (tổng số)", "Chỉ tiêu (số đạt/tổng số)"])
def test_what_is_remarked_behind_the_heading_of_the_names_heads_no_figures(tmp_path: Path, head: str) -> None:
    rows = [[1, "Hồ sơ nộp trực tuyến / tổng hồ sơ tiếp nhận mới", "171/214"], [2, "CBCC có chữ ký số / tổng số CBCC", "31/36"]]
    found = read(tmp_path, [*HEAD[:2], ["STT", head, "Kết quả"], *rows])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {
        "dossiers_recv_online": [171],
        "dossiers_recv_new": [214],
        "officials_with_cert": [31],
        "officials_total": [36],
    }


def test_groups_that_are_summed_up_are_parts_though_one_bears_a_known_name(tmp_path: Path) -> None:
    groups = [["Hội viên Hội Liên hiệp phụ nữ", 1406, 1322], ["Hội viên Hội Nông dân", 1118, 1049], ["Đối tượng bảo trợ xã hội", 702, 695]]
    groups += [["Người có công", 214, 214], ["Cộng", 3440, 3280]]
    head = ["Nhóm dữ liệu", "Tổng số bản ghi dữ liệu chuyên ngành", "Đã đối chiếu, xác thực"]
    found = read(tmp_path, [["CÔNG AN XÃ ĐĂK MÔN"], ["ĐỐI CHIẾU DỮ LIỆU DÂN CƯ THÁNG 3/2026"], head, *groups])
    assert by_element(found) == {"sector_records_total": [3440], "sector_records_matched": [3280]}


def test_an_amount_paid_online_is_one_under_a_title_that_speaks_of_several_things(tmp_path: Path) -> None:
    title = "KẾT QUẢ TIẾP NHẬN PHẢN ÁNH, KIẾN NGHỊ VÀ THANH TOÁN TRỰC TUYẾN THÁNG 02/2026"
    heads = ["Xã", "Phản ánh, kiến nghị tiếp nhận", "Hồ sơ thanh toán trực tuyến", "Số tiền thanh toán trực tuyến (đồng)"]
    found = read(tmp_path, [[title], heads, ["Xã Đăk Pék", 6, 871, 48_215_000], ["Xã Xốp", 3, 90, 4_125_500]])
    assert found.outcome == "accept" and by_element(found)["pay_online_amount"] == [48_215_000, 4_125_500]


def test_a_count_of_kinds_of_reports_is_a_number(tmp_path: Path) -> None:
    found = read(tmp_path, [*HEAD, [1, "Tổng số chế độ báo cáo", "26 chế độ"], [2, "Số chế độ báo cáo thực hiện trực tuyến", "19 chế độ"]])
    assert by_element(found) == {"report_regimes_total": [26], "report_regimes_online": [19]}


@pytest.mark.parametrize("sign", ["+", "-", "•"])
def test_parts_with_signs_behind_of_which_are_parts_of_one_whole(tmp_path: Path, sign: str) -> None:
    rows = [[1, "Tổng số hồ sơ đã giải quyết", 76], [None, f"Trong đó: {sign} Trước hạn", 57], [None, f"{sign} Đúng hạn", 17]]
    found = read(tmp_path, [*HEAD, *rows, [None, f"{sign} Quá hạn", 2]])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {"resolved_total": [76], "resolved_early": [57], "resolved_on_time": [17], "resolved_late": [2]}
