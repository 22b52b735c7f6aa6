"""What stands in brackets behind a heading: what is counted with the rest, where it comes from, how it is reckoned."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

from loaders.understanding.headings.match import match


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Giải quyết quá hạn (tính cả hồ sơ đã có thư xin lỗi)", "resolved_late"),
        ("Số hồ sơ giải quyết quá hạn (kể cả hồ sơ có thư xin lỗi)", "resolved_late"),
        ("Số hệ thống thông tin đang vận hành (kể cả dùng chung do xã quản lý)", "systems_total"),
        ("Hồ sơ tiếp nhận mới (kể cả trực tuyến)", "dossiers_recv_new"),
        ("Hồ sơ đã giải quyết (kể cả quá hạn)", "resolved_total"),
        ("Số hồ sơ đang giải quyết (gồm cả đã quá hạn)", "processing_total"),
        ("Số CBCC (kể cả đảng viên)", "officials_party_total"),
        ("Tổng số hồ sơ tiếp nhận (kể cả kỳ trước chuyển sang)", "received_total"),
    ],
)
def test_a_part_that_is_counted_too_narrows_nothing(text: str, code: str) -> None:
    assert (match(text).codes, match(text).sure) == ((code,), True)


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ giải quyết đúng hạn (gồm cả trước hạn)",
        "Hồ sơ giải quyết quá hạn (kể cả hồ sơ đang giải quyết quá hạn)",
        "Hồ sơ nộp trực tuyến (kể cả nộp trực tiếp)",
        "Văn bản đi (kể cả văn bản mật)",
    ],
)
def test_another_figure_that_is_counted_too_leaves_a_doubt(text: str) -> None:
    assert not match(text).sure


def test_what_has_an_apology_is_that_alone() -> None:
    assert match("Số hồ sơ giải quyết quá hạn (có thư xin lỗi)").codes == ("resolved_late_apology",)


@pytest.mark.parametrize(
    ("text", "above", "code"),
    [
        ("Hồ sơ từ kỳ trước chuyển sang (là số đang giải quyết cuối kỳ trước)", (), "received_carried_over"),
        ("Hồ sơ nhận mới trực tuyến (dân tự nộp hoặc được cán bộ nộp giúp trên Cổng DVC quốc gia)", (), "dossiers_recv_online"),
        ("Có tài khoản tại ngân hàng (không tính tài khoản tiền di động)", ("Dân số từ 15 tuổi",), "residents_15plus_account"),
        ("Mức độ hài lòng về giải quyết TTHC (số lượt hài lòng / số lượt đánh giá)", (), "sat_tthc_rate"),
    ],
)
def test_brackets_that_explain_a_heading_leave_it_as_it_is(text: str, above: tuple[str, ...], code: str) -> None:
    assert (match(text, above).codes, match(text, above).sure) == ((code,), True)


def test_a_degree_reckoned_of_another_whole_is_not_known() -> None:
    assert not match("Mức độ hài lòng của người dân (số lượt hài lòng / số hồ sơ đã giải quyết)").sure


def test_a_part_stands_under_a_whole_that_counts_another_part_too(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ NGỌC LINH"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], [], ["Chỉ tiêu", "Số liệu"]]
    rows += [["Số hệ thống thông tin đang vận hành (kể cả dùng chung do xã quản lý)", 3]]
    rows += [["Trong đó: đã phê duyệt hồ sơ đề xuất cấp độ", 1]]
    assert by_element(read(tmp_path, rows)) == {"systems_total": [3], "systems_level_approved": [1]}


TITLE: list[list[object]] = [["UBND XÃ NGỌC LINH"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], [], ["Chỉ tiêu", "Số liệu"]]


@pytest.mark.parametrize("satisfied", [51, 54])
@pytest.mark.parametrize("sheets", ["Phiếu khảo sát hài lòng của dân", "Số phiếu lấy ý kiến về hài lòng"])
def test_sheets_that_ask_about_satisfaction_are_the_whole_of_those_satisfied(tmp_path: Path, sheets: str, satisfied: int) -> None:
    found = read(tmp_path, [*TITLE, ["Số hồ sơ đã giải quyết", 100], [sheets, 54], ["- hài lòng", satisfied]])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {"resolved_total": [100], "ratings_total": [54], "ratings_satisfied": [satisfied]}


@pytest.mark.parametrize("sheets", ["Phiếu khảo sát hài lòng", "Số phiếu lấy ý kiến hài lòng"])
def test_sheets_of_satisfaction_alone_are_asked(tmp_path: Path, sheets: str) -> None:
    found = read(tmp_path, [*TITLE, ["Số hồ sơ đã giải quyết", 100], [sheets, 54]])
    assert (found.outcome, by_element(found)) == ("ask", {"resolved_total": [100]})
