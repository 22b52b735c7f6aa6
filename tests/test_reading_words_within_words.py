"""A short word inside a longer one is none of it: "cộng dồn" in "cộng đồng", "khác" in "khách", "thôn" in "thông"; names glued together."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

from loaders.understanding.texts.words import classes

HEADS = ["Xã", "Tổng số văn bản đi", "VB ký số cơ quan"]
ROWS = [["Xã Đăk Plô", 91, 90], ["Xã Đăk Man", 162, 161]]
FORM = [["TT", "Chỉ tiêu", "Số liệu"], [1, "Hồ sơ tiếp nhận mới trong tháng", 592], [2, "Số hồ sơ tiếp nhận trực tuyến", 421]]


@pytest.mark.parametrize(
    ("title", "basis"),
    [
        ("TỔNG HỢP CHỮ KÝ SỐ, TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÁNG 5 NĂM 2025", "in_period"),
        ("TỔNG HỢP SỐ LIỆU CỘNG DỒN ĐẾN THÁNG 5 NĂM 2025", "year_to_date"),
    ],
)
def test_a_community_is_no_sum_so_far(tmp_path: Path, title: str, basis: str) -> None:
    found = read(tmp_path, [[title], [], HEADS, *ROWS])
    assert {o.basis for o in found.observations} == {basis}


@pytest.mark.parametrize(
    ("data", "kind", "text"),
    [
        ("rows.csv", "narrative", "Khách hàng"),
        ("lines.csv", "field_row", "Thông tin dân cư"),
        ("lines.csv", "cumulative", "Tổ công nghệ số cộng đồng"),
        ("task_words.csv", "not_done", "Rà soát chuẩn nghèo"),
        ("task_words.csv", "no_date", "ngày tháng năm 2026"),
        ("task_columns.csv", "document", "Thẻ căn cước"),
    ],
)
def test_a_word_is_found_only_whole(data: str, kind: str, text: str) -> None:
    assert kind not in classes(data, text)


@pytest.mark.parametrize("name", ["BCQUY1-2026_TTHC_XA NGOC LINH", "bcquy1.2026 xa Ngoc Linh", "SolieuquyI-2026 xa Ngoc Linh"])
def test_a_quarter_glued_to_the_word_before_it_contradicts_no_quarter(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, [["UBND XÃ NGỌC LINH"], ["SỐ LIỆU QUÝ I NĂM 2026"], *FORM], f"{name}.xlsx")
    assert found.outcome == "accept" and {o.period for o in found.observations} == {"2026-Q1"}


@pytest.mark.parametrize(
    "line",
    [
        "Xã Đăk Pék được thành lập từ ngày 01/7/2025 trên cơ sở sắp xếp thị trấn Đăk Glei, xã Đăk Pék (cũ) và xã Đăk Kroong.",
        "(Xã mới hình thành do sáp nhập thị trấn Đăk Glei, xã Đăk Kroong)",
        "Hợp nhất từ thị trấn Đăk Glei, xã Đăk Kroong và xã Đăk Pék",
    ],
)
def test_of_which_communes_one_was_made_says_not_whose_the_figures_are(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, [["UBND XÃ ĐĂK PÉK"], ["BÁO CÁO CHUYỂN ĐỔI SỐ THÁNG 7 NĂM 2025"], [line], *FORM])
    assert found.outcome == "accept", found.message
    assert {o.unit for o in found.observations} == {"23341.2"}


def test_communes_that_are_to_be_merged_send_final_figures(tmp_path: Path) -> None:
    found = read(tmp_path, [["SỐ LIỆU THÁNG 5/2025 CỦA CÁC ĐƠN VỊ DỰ KIẾN HỢP NHẤT"], [], HEADS, *ROWS])
    assert found.outcome == "accept", found.message


def test_figures_that_are_expected_are_still_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [["SỐ LIỆU DỰ KIẾN CÁC XÃ - THÁNG 5/2025"], [], HEADS, *ROWS])
    assert found.outcome == "ask"


@pytest.mark.parametrize("words", ["Cộng A", "Tổng B", "Cộng nhóm 1", "Tổng cộng A+B", "Cộng (A)"])
def test_the_sum_of_a_lettered_group_is_no_commune(tmp_path: Path, words: str) -> None:
    found = read(tmp_path, [["TỔNG HỢP VĂN BẢN ĐI THÁNG 5 NĂM 2025"], [], HEADS, *ROWS, [words, 253, 251]])
    assert found.outcome == "accept" and by_element(found)["docs_out_signed_org"] == [90, 161]
