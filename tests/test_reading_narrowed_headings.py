"""A word added to a heading that makes it count something else: a day, a part, a rate by heads, another level. It is no longer taken."""

from pathlib import Path

import pytest
from test_layout import saved
from test_reading import by_element, read

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

TITLE = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"]]
HEADS = ("A2:A3", "B2:B3", "C2:D2", "E2:F2")


@pytest.mark.parametrize("kept", ["Hồ sơ tiếp nhận mới", "Hồ sơ tiếp nhận mới đến ngày 14", "Hồ sơ tiếp nhận mới (đến hết ngày 31/5)"])
def test_a_heading_that_ends_where_the_month_ends_is_of_the_month(tmp_path: Path, kept: str) -> None:
    rows = [*TITLE, ["TT", "Nội dung", "Số liệu"], [1, kept, 120], [2, "Hồ sơ đã giải quyết", 110]]
    assert by_element(read(tmp_path, rows)) == {"dossiers_recv_new": [120], "resolved_total": [110]}


@pytest.mark.parametrize(
    "added",
    ["ngày 10/5", "ngày 12", "đến ngày 05", "đến ngày 14/4", "của tổ chức", "/100 dân", "trên 1.000 dân", "phải làm lại", "cấp tỉnh"],
)
def test_a_heading_of_a_day_a_part_or_a_rate_is_not_the_whole(tmp_path: Path, added: str) -> None:
    rows = [*TITLE, ["TT", "Nội dung", "Số liệu"], [1, f"Hồ sơ tiếp nhận mới {added}", 120], [2, "Hồ sơ đã giải quyết", 110]]
    assert by_element(read(tmp_path, rows)) == {"resolved_total": [110]}


@pytest.mark.parametrize("part", ["Lũy kế từ đầu năm bị trả lại", "Lũy kế từ đầu năm hộ nghèo", "Trong tháng bị hủy"])
def test_a_part_beside_words_of_time_is_no_sum_over_that_time(tmp_path: Path, part: str) -> None:
    heads = [["TT", "Xã", "Hồ sơ tiếp nhận mới", None, "Hồ sơ đã giải quyết", None], [None, None, "Trong tháng", part, "Trong tháng", part]]
    rows = [TITLE[1], *heads, [1, "Xã Đăk Môn", 120, 130, 100, 105], [2, "Xã Xốp", 110, 140, 90, 95]]
    found = read_grid(open_workbook(saved(tmp_path, rows, HEADS)))
    assert by_element(found) == {"dossiers_recv_new": [120, 110], "resolved_total": [100, 90]}
    assert {o.basis for o in found.observations if o.status == "accepted"} == {"in_period"}
