"""Rows under the title of a group: what the title says of a part, of another time or of one hamlet holds for each of them."""

from pathlib import Path

import pytest
from test_reading import codes, read

LINES: list[tuple[str, int]] = [("Hồ sơ tiếp nhận mới", 120), ("Hồ sơ đã giải quyết", 110), ("Tổng số CBCC", 40), ("Tổng số hộ", 900)]
WHOLE = {"dossiers_recv_new", "resolved_total", "officials_total", "households_total"}


def _read(tmp_path: Path, title: str, lines: list[tuple[str, int]] | None = None, mark: str = "I"):
    rows = [[n, label, figure] for n, (label, figure) in enumerate(lines or LINES, 1)]
    return read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", "Số liệu"], [mark, title, None], *rows])


def _elements(found) -> set[str]:
    return {o.element for o in found.observations if o.status == "accepted"}


PARTS = ["Nữ", "Dân tộc thiểu số", "Hộ nghèo", "Trẻ em", "Hồ sơ trả lại", "Từ chối", "Đang chờ bổ sung", "Đã hủy", "Chưa giải quyết"]
PARTS += ["Miễn phí", "Qua bưu điện", "Cấp lại", "Ngoài giờ", "Không tiếp nhận", "HỒ SƠ MẬT", "Trường học"]


@pytest.mark.parametrize("title", PARTS)
def test_wholes_under_a_part_are_asked(tmp_path: Path, title: str) -> None:
    found = _read(tmp_path, title)
    assert (_elements(found), found.outcome) == (set(), "ask")


@pytest.mark.parametrize(
    "title", ["Kỳ trước", "Cùng kỳ năm trước", "Kế hoạch năm 2026", "Năm 2025", "Dự kiến kỳ sau", "So với tháng trước", "Tăng"]
)
def test_what_is_of_another_time_or_a_difference_is_left(tmp_path: Path, title: str) -> None:
    assert _elements(_read(tmp_path, title)) == set()


@pytest.mark.parametrize("title", ["Thôn 1", "Tổ dân phố 3", "Thôn Lanh Tôn"])
def test_what_is_of_one_hamlet_is_left(tmp_path: Path, title: str) -> None:
    found = _read(tmp_path, title)
    assert _elements(found) == set() and found.outcome != "accept"


@pytest.mark.parametrize(
    "title",
    ["KẾT QUẢ THỰC HIỆN", "Dịch vụ công trực tuyến", "Công an xã", "Trên VNeID", "Tháng 5/2026", "Trong kỳ báo cáo", "Số liệu chung"],
)
def test_a_topic_or_the_time_of_the_sheet_says_nothing_of_a_part(tmp_path: Path, title: str) -> None:
    found = _read(tmp_path, title)
    assert (_elements(found), found.outcome) == (WHOLE, "accept")


@pytest.mark.parametrize("title", ["Lĩnh vực y tế", "Lĩnh vực đất đai", "Hộ tịch", "Chứng thực"])
def test_a_field_divides_dossiers_and_is_a_topic_over_all_else(tmp_path: Path, title: str) -> None:
    assert _elements(_read(tmp_path, title)) == {"officials_total", "households_total"}


@pytest.mark.parametrize(("title", "rows"), [("Hồ sơ quá hạn", ["Tổng số hồ sơ đã giải quyết", "Hồ sơ giải quyết quá hạn"])])
def test_a_title_whose_rows_say_the_part_themselves_is_a_topic(tmp_path: Path, title: str, rows: list[str]) -> None:
    assert _elements(_read(tmp_path, title, [(rows[0], 110), (rows[1], 4)])) == {"resolved_total", "resolved_late"}


def test_the_part_of_what_a_row_names_is_taken_where_it_is_an_element(tmp_path: Path) -> None:
    assert _elements(_read(tmp_path, "Trễ hạn", [("Hồ sơ đã giải quyết", 4)])) == {"resolved_late"}
    assert _elements(_read(tmp_path, "Khối Đảng", [("Tổng số CBCC", 4)])) == {"officials_party_total"}


def test_a_hamlet_alone_is_said_to_be_a_part(tmp_path: Path) -> None:
    assert "sectors_no_total" in codes(_read(tmp_path, "Thôn 1"))
