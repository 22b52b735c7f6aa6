"""Rows that name a whole, with a column of totals beside one of a part of them: "total | of which online"."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

HEAD = [["CÔNG AN XÃ XỐP"], ["KẾT QUẢ THỰC HIỆN ĐỀ ÁN 06 THÁNG 02 NĂM 2026"], []]


@pytest.mark.parametrize(
    "heads", [["Tổng hồ sơ", "Trong đó nộp trực tuyến"], ["Tổng số", "Trong đó: trực tuyến"], ["Tổng số", "Trđó + online"]]
)
def test_the_row_is_the_whole_and_the_heading_says_which_part(tmp_path: Path, heads: list[str]) -> None:
    rows = [["TT", "Nội dung", *heads], [1, "Hồ sơ 25 DVC thiết yếu tiếp nhận trong tháng", 64, 59]]
    found = read(tmp_path, [*HEAD, *rows])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {"essential_dossiers_total": [64], "essential_dossiers_online": [59]}


def test_a_part_that_no_element_counts_is_left(tmp_path: Path) -> None:
    rows = [["TT", "Nội dung", "Tổng số", "Trong đó nữ"], [1, "Tổng số cán bộ, công chức", 31, 12]]
    found = by_element(read(tmp_path, [["UBND XÃ XỐP"], *HEAD[1:], *rows]))
    assert found.keys() <= {"officials_total"} and 12 not in found.get("officials_total", [])


def test_figures_kept_since_a_month_are_of_the_months_that_head_them(tmp_path: Path) -> None:
    over = [["SỔ THEO DÕI HỒ SƠ MỘT CỬA XÃ ĐĂK LONG"], ["Năm 2025 (từ tháng 8, chốt ngày cuối tháng dương lịch)"], []]
    rows = [["Nội dung", "Tháng 8", "Tháng 9", "Tháng 10", "Cộng 3 tháng"], ["Hồ sơ tiếp nhận mới", 194, 198, 159, 551]]
    found = read(tmp_path, [*over, *rows])
    assert found.outcome == "accept", found.message
    assert {(o.period, o.value) for o in found.observations} == {("2025-M08", 194), ("2025-M09", 198), ("2025-M10", 159)}
