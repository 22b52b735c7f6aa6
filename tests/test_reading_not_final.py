"""Titles that call their figures estimates or examples, or say which part is left out: asked, and what the answer does."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

COUNTS = [["TT", "Nội dung", "Số liệu"], [1, "Hồ sơ tiếp nhận mới", 120], [2, "Hồ sơ đã giải quyết", 110]]
WIDE = [["TT", "Xã", "Hồ sơ tiếp nhận mới"], [1, "Xã Đăk Môn", 120], [2, "Xã Xốp", 90]]
SENDER = ["UBND XÃ ĐĂK MÔN"]
TAKEN = {"dossiers_recv_new": [120], "resolved_total": [110]}


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ THÁNG 5 NĂM 2026 (DỰ KIẾN)",
        "ƯỚC THỰC HIỆN THÁNG 5 NĂM 2026",
        "SỐ LIỆU THÁNG 5/2026 - SỐ LIỆU ƯỚC",
        "KẾT QUẢ TẠM TÍNH THÁNG 5 NĂM 2026",
        "VÍ DỤ: KẾT QUẢ THÁNG 5 NĂM 2026",
    ],
)
def test_estimates_and_examples_are_asked(tmp_path: Path, title: str) -> None:
    for rows in ([SENDER, [title], *COUNTS], [[title], *WIDE]):
        found = read(tmp_path, rows)
        assert (found.outcome, by_element(found)) == ("ask", {}) and "not_final" in codes(found), rows


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ THÁNG 5 VÀ DỰ KIẾN THÁNG 6 NĂM 2026",
        "SỐ LIỆU THÁNG 5 NĂM 2026, DỰ KIẾN KẾ HOẠCH THÁNG SAU",
        "BIỂU MẪU SỐ 01 - THÁNG 5 NĂM 2026",
    ],
)
def test_what_is_expected_of_a_later_time_is_no_doubt_on_this_one(tmp_path: Path, title: str) -> None:
    assert "not_final" not in codes(read(tmp_path, [SENDER, [title], *COUNTS]))


def test_the_answer_takes_the_figures_or_leaves_them_out(tmp_path: Path) -> None:
    rows = [SENDER, ["KẾT QUẢ THÁNG 5 NĂM 2026 (DỰ KIẾN)"], *COUNTS]
    (question,) = read(tmp_path, rows).questions
    yes = read(tmp_path, rows, answers={question.key: "yes"})
    assert (yes.outcome, by_element(yes)) == ("accept", TAKEN)
    no = read(tmp_path, rows, answers={question.key: "no"})
    assert by_element(no) == {} and not no.questions


@pytest.mark.parametrize("said", ["(chỉ tính hồ sơ quá hạn)", "(chưa bao gồm 2 thôn)", "- THÔN 2", "TẠI TRƯỜNG HỌC"])
def test_a_title_that_says_what_is_left_out_is_asked(tmp_path: Path, said: str) -> None:
    found = read(tmp_path, [SENDER, [f"SỐ LIỆU THÁNG 5 NĂM 2026 {said}"], *COUNTS])
    assert (found.outcome, by_element(found)) == ("ask", {}) and "part_of_unit" in codes(found)


def test_papers_left_out_by_rule_leave_out_nothing(tmp_path: Path) -> None:
    rows = [SENDER, ["VĂN BẢN THÁNG 5 NĂM 2026 (không tính văn bản mật)"], COUNTS[0], [1, "Văn bản đi", 61]]
    assert by_element(read(tmp_path, rows)) == {"docs_out_total_nonsecret": [61]}


@pytest.mark.parametrize(
    "title",
    [
        "MỨC TĂNG HỒ SƠ THÁNG 5/2026 SO VỚI THÁNG 4/2026",
        "Tăng, giảm số liệu tháng 5/2026 so với tháng trước",
        "BẢNG CHÊNH LỆCH SỐ LIỆU THÁNG 5/2026 SO VỚI CÙNG KỲ",
        "Báo cáo biến động hồ sơ tháng 5/2026",
    ],
)
def test_figures_under_a_title_of_differences_are_asked(tmp_path: Path, title: str) -> None:
    rows: list[list[object]] = [[title], *WIDE]
    found = read(tmp_path, rows)
    assert (found.outcome, by_element(found), codes(found)) == ("ask", {}, {"maybe_differences"})
    assert by_element(read(tmp_path, rows, answers={found.questions[0].key: "yes"})) == {"dossiers_recv_new": [120, 90]}
    assert by_element(read(tmp_path, rows, answers={found.questions[0].key: "no"})) == {}


def test_differences_beside_what_they_are_of_leave_no_doubt(tmp_path: Path) -> None:
    head = ["TT", "Xã", "Hồ sơ tiếp nhận mới", "Tăng/giảm"]
    found = read(tmp_path, [["BIẾN ĐỘNG HỒ SƠ THÁNG 5/2026 SO VỚI THÁNG TRƯỚC"], head, [1, "Xã Đăk Môn", 120, 5], [2, "Xã Xốp", 90, -3]])
    assert (found.outcome, by_element(found)) == ("accept", {"dossiers_recv_new": [120, 90]})


def test_changes_of_the_inhabitants_are_a_topic(tmp_path: Path) -> None:
    rows: list[list[object]] = [[1, "Xã Đăk Môn", 3120], [2, "Xã Xốp", 1900]]
    assert read(tmp_path, [["BIẾN ĐỘNG DÂN CƯ THÁNG 5/2026"], ["TT", "Xã", "Tổng dân số"], *rows]).outcome == "accept"


@pytest.mark.parametrize(("heading", "outcome"), [("Có cuối quý", "accept"), ("Số lượng", "ask")])
def test_under_a_title_of_changes_a_column_of_what_there_is_at_the_end_is_no_difference(tmp_path: Path, heading: str, outcome: str) -> None:
    rows = [["Xã Đăk Plô"], ["BIẾN ĐỘNG MỘT SỐ CHỈ TIÊU QUÝ I/2026"], ["Chỉ tiêu", heading], ["Tài khoản định danh mức 2 đã cấp", 3525]]
    assert read(tmp_path, rows).outcome == outcome
