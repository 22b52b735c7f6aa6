"""Communes across, each with a column of wholes and one of what is done; names of rows under a heading that may number them."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

_ = None
HEAD = [["CỤM THI ĐUA SỐ 2"], ["KẾT QUẢ XÃ HỘI SỐ QUÝ I NĂM 2025"], [], ["STT", "Nội dung", "Xã Đăk Man", _, "Xã Đăk Blô", _]]


@pytest.mark.parametrize(
    ("label", "whole", "part"),
    [
        ("Hộ gia đình / hộ có Internet cáp quang", "households_total", "households_fibre"),
        ("Cán bộ, công chức có chữ ký số / tổng số cán bộ, công chức", "officials_total", "officials_with_cert"),
        ("Thôn có Tổ công nghệ số cộng đồng", "hamlets_total", "hamlets_with_cdt"),
    ],
)
@pytest.mark.parametrize("heads", [("Tổng số", "Đã thực hiện"), ("Tổng số", "Đạt")])
def test_each_commune_has_both_sides_of_a_rate(tmp_path: Path, label: str, whole: str, part: str, heads: tuple[str, str]) -> None:
    found = read(tmp_path, [*HEAD, [_, _, *heads, *heads], [1, label, 38, 20, 37, 18]])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {whole: [38, 37], part: [20, 18]}


def test_names_of_rows_may_stand_under_item(tmp_path: Path) -> None:
    rows = [["Mục", "Số lượng", "Ghi chú"], ["Tổng số cán bộ, công chức", 19], ["Số CBCC đã được cấp chứng thư số", 16, "cấp mới tháng 2"]]
    found = read(tmp_path, [["Xã Đăk Blô - Quý I năm 2025"], [], *rows, ["Số máy tính của cơ quan", 21], ["Số thôn", 5]])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {"officials_total": [19], "officials_with_cert": [16], "computers_total": [21], "hamlets_total": [5]}
