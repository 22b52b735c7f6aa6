"""Rows and columns of figures that were not understood: each is named beside what was taken, none is passed over in silence."""

from pathlib import Path

import pytest
from test_reading import read, taken

from loaders.result import FileReading

_ = None
TITLE = ["TỔNG HỢP HỒ SƠ CÁC XÃ THÁNG 8 NĂM 2026"]
PLACES = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"]


def told(found: FileReading) -> list[str]:
    return [one.message for one in found.issues if one.code == "element_unknown"]


@pytest.mark.parametrize("strange", ["Bà con gửi từ nhà", "Trong đó: gửi qua bạn bè", "Số buổi họp thôn", "Việc khác"])
def test_a_row_and_a_column_without_a_word_of_ours_are_named_and_the_rest_is_accepted(tmp_path: Path, strange: str) -> None:
    across = [TITLE, [], ["TT", "Nội dung", *PLACES], [1, "Hồ sơ tiếp nhận mới", 200, 210, 220], [2, strange, 150, 159, 168]]
    down = [TITLE, [], ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", strange]]
    down += [[n, place, 190 + n, 140 + n] for n, place in enumerate(PLACES, 1)]
    for rows, known in ((across, 3), (down, 3)):
        found = read(tmp_path, rows)
        assert (found.outcome, len(taken(found))) == ("accept", known)
        assert [strange.split(": ")[-1] in message for message in told(found)] == [True]


def test_all_of_many_are_named(tmp_path: Path) -> None:
    words = "một hai ba bốn năm sáu bảy tám chín mười xanh đỏ vàng tím nâu"
    strange = ["Việc riêng thứ " + word for word in words.split()]
    rows = [TITLE, [], ["TT", "Nội dung", *PLACES], [1, "Hồ sơ tiếp nhận mới", 200, 210, 220]]
    found = read(tmp_path, rows + [[n, label, 30 + n, 40 + n, 50 + n] for n, label in enumerate(strange, 2)])
    messages = " ".join(told(found))
    assert [label for label in strange if label not in messages] == []


def test_a_rate_a_total_and_what_is_no_figure_are_not_named(tmp_path: Path) -> None:
    rows = [TITLE, [], ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Tỷ lệ (%)", "Người lập biểu", "Ghi chú"]]
    rows += [[n, place, 190 + n, 95.5, "Y Mai", "đã đối chiếu"] for n, place in enumerate(PLACES, 1)]
    assert told(read(tmp_path, rows)) == []


def test_a_column_beside_the_figures_of_indicators_whose_heading_says_nothing_known_is_named(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [
            ["UBND XÃ ĐĂK PÉK"],
            TITLE,
            ["Nội dung", "Tổng số", "Vượt trội"],
            ["Hồ sơ tiếp nhận mới", 200, 12],
            ["Hồ sơ đã giải quyết", 180, 9],
        ],
    )
    assert (found.outcome, set(taken(found))) == ("accept", {"B4", "B5"})
    assert ["Vượt trội (C4)" in message for message in told(found)] == [True]
