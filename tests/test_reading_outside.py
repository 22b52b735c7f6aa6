"""Rows of figures that stand in no table are named, so that nothing is lost without a word; what only looks like such a row is left."""

from pathlib import Path

import pytest
from test_reading import codes, read

TABLE: list[list[object]] = [
    ["BÁO CÁO CHỮ KÝ SỐ THÁNG 3 NĂM 2025"],
    [],
    ["STT", "Xã", "Số CBCC", "Số CBCC được cấp chữ ký số"],
    [1, "Xã Đăk Môn", 21, 20],
    [2, "Xã Đăk Long", 22, 18],
    [3, "Xã Đăk Nhoong", 19, 19],
]
SIGNED: list[list[object]] = [[], [None, "Người lập biểu", None, "Thủ trưởng đơn vị"], [], [], [None, "A Bình", None, "A Thắng"], [], []]


@pytest.mark.parametrize("line", [[4, "Xã Đăk Man", 18, 12], [None, "Tổng số cán bộ, công chức", 18, 12]], ids=["commune", "element"])
def test_a_row_of_the_return_under_the_signature_is_asked_about(tmp_path: Path, line: list[object]) -> None:
    found = read(tmp_path, [*TABLE, *SIGNED, line])
    assert [(q.kind, q.key) for q in found.questions] == [("rows_outside", "outside:Sheet")]
    assert "14" in found.questions[0].text
    assert read(tmp_path, [*TABLE, *SIGNED, line], answers={"outside:Sheet": "leave"}).outcome == "accept"


def test_a_row_of_something_else_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, [*TABLE, *SIGNED, [None, "Máy in mới mua", 2, 1]])
    assert [(i.code, i.cell) for i in found.issues] == [("figures_outside", "B14")]
    assert found.outcome == "accept"


@pytest.mark.parametrize(
    "line",
    [
        [None, "Điện thoại", None, "0905123456"],
        [None, "Ghi chú: số CBCC gồm cả người hoạt động không chuyên trách", None, 12],
        [None, "Nơi nhận:", None, 3],
        [None, "A Thắng"],
        [None, "Trong tháng có 12 cán bộ được cấp mới."],
    ],
    ids=lambda line: str(line[1])[:20],
)
def test_a_line_that_is_no_row_of_figures_is_left(tmp_path: Path, line: list[object]) -> None:
    assert "figures_outside" not in codes(read(tmp_path, [*TABLE, *SIGNED, line]))
