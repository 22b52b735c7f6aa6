"""Words beside each figure that say what it is: the two sides of a rate in one row, in columns of their own or in rows of their own."""

from pathlib import Path

import pytest
from test_reading import codes, read

PAIRS = [
    ("Ký số lãnh đạo", "Lãnh đạo được cấp chữ ký số", 6, "Tổng số lãnh đạo", 8, 75),
    ("Thuê bao cáp quang", "Hộ gia đình có Internet cáp quang", 300, "Tổng số hộ gia đình", 600, 50),
    ("Tập huấn", "CBCCVC được tập huấn kỹ năng số", 20, "Tổng số CBCCVC", 50, 40),
]
BOTH = {
    "leaders_with_cert": 6,
    "leaders_total": 8,
    "households_fibre": 300,
    "households_total": 600,
    "officials_digital_trained": 20,
    "officials_total": 50,
}


def _form(head: list[object], *lines: list[object]) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], ["BẢNG TÍNH CHỈ SỐ QUÝ I NĂM 2026"], head, *lines]


def _taken(found) -> dict[str, float]:
    return {o.element: o.value for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    "head",
    [
        ["TT", "Chỉ số", "a là", "a", "b là", "b", "a/b"],
        ["TT", "Tên chỉ số", "Tử số", "Giá trị", "Mẫu số", "Giá trị", "Tỷ lệ (%)"],
        ["TT", "Tỷ lệ cần tính", "Nội dung tử số", "Số liệu", "Nội dung mẫu số", "Số liệu", "%"],
        ["TT", "Chỉ số", "Phần đã làm", "Số", "Trên tổng số", "Số", "Tỷ suất"],
    ],
)
@pytest.mark.parametrize("sign", ["", "%"])
def test_each_figure_is_what_the_words_to_its_left_say(tmp_path: Path, head: list[object], sign: str) -> None:
    lines = [[n, name, upper, a, lower, b, f"{rate}%" if sign else rate] for n, (name, upper, a, lower, b, rate) in enumerate(PAIRS, 1)]
    found = read(tmp_path, _form(head, *lines))
    assert (_taken(found), found.outcome) == (BOTH, "accept")


def test_a_rate_that_is_not_that_of_the_two_figures_is_told(tmp_path: Path) -> None:
    head = ["TT", "Chỉ số", "a là", "a", "b là", "b", "a/b"]
    lines = [[n, name, upper, a, lower, b, f"{rate - 30}%"] for n, (name, upper, a, lower, b, rate) in enumerate(PAIRS, 1)]
    found = read(tmp_path, _form(head, *lines))
    assert "percent_differs" in codes(found) and found.outcome == "fix"


@pytest.mark.parametrize("aside", ["Kế hoạch", "Tháng trước"])
def test_words_headed_as_a_plan_or_as_the_last_month_are_set_aside(tmp_path: Path, aside: str) -> None:
    lines = [[n, upper, a + 3, upper, a] for n, (_name, upper, a, _lower, _b, _rate) in enumerate(PAIRS, 1)]
    found = read(tmp_path, _form(["TT", aside, "Số", "Thực hiện", "Số"], *lines))
    assert _taken(found) == {"leaders_with_cert": 6, "households_fibre": 300, "officials_digital_trained": 20}


def test_the_sides_of_a_rate_may_stand_in_rows_of_their_own(tmp_path: Path) -> None:
    lines: list[list[object]] = []
    for n, (_name, upper, a, lower, b, rate) in enumerate(PAIRS, 1):
        lines += [[n, upper, rate + 1], ["", f"Tử số: {upper}", a], ["", f"Mẫu số: {lower}", b]]
    found = read(tmp_path, _form(["TT", "Chỉ số", "Số liệu"], *lines))
    assert _taken(found) == BOTH


def test_names_in_some_rows_do_not_hide_those_of_every_row(tmp_path: Path) -> None:
    lines: list[list[object]] = []
    for n, (name, upper, a, lower, b, rate) in enumerate(PAIRS, 1):
        lines += [[n, name, "a", upper, a], ["", "", "b", lower, b], ["", "", "a/b", "Tỷ lệ (%)", rate]]
    found = read(tmp_path, _form(["TT", "Chỉ số", "Ký hiệu", "Nội dung", "Số liệu"], *lines))
    assert (_taken(found), found.outcome) == (BOTH, "accept")


def test_two_columns_of_figures_without_words_of_their_own_are_asked(tmp_path: Path) -> None:
    lines = [[n, upper, a, b] for n, (_name, upper, a, _lower, b, _rate) in enumerate(PAIRS, 1)]
    found = read(tmp_path, _form(["TT", "Chỉ số", "x", "y"], *lines))
    assert (_taken(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize(("words", "figures"), [("Diễn giải", "Số liệu"), ("Ghi chú", "Giá trị"), ("Giải thích", "Số lượng")])
def test_words_headed_as_explanations_say_what_the_figures_beside_them_are(tmp_path: Path, words: str, figures: str) -> None:
    head = ["TT", "Tên chỉ tiêu", f"Tử số: {words}", figures, f"Mẫu số: {words}", figures, "Kết quả (%)"]
    lines = [[n, f"Tỷ lệ {name}", *rest] for n, (name, *rest) in enumerate(PAIRS, 1)]
    found = read(tmp_path, _form(head, *lines))
    assert (_taken(found), found.outcome) == (BOTH, "accept")
    lines[0][-1] = 80
    assert "percent_differs" in codes(read(tmp_path, _form(head, *lines)))


def test_a_result_in_percent_beside_both_sides_is_their_rate(tmp_path: Path) -> None:
    lines: list[list[object]] = [[1, "Tỷ lệ hộ gia đình có Internet cáp quang", 300, 600, 51]]
    found = read(tmp_path, _form(["TT", "Chỉ tiêu", "Tử số", "Mẫu số", "Kết quả (%)"], *lines))
    assert "percent_differs" in codes(found)


def test_a_rate_is_held_against_both_sides_though_the_whole_stands_first(tmp_path: Path) -> None:
    head: list[object] = ["TT", "Nội dung", "Tổng số là gì", "Tổng số", "Kết quả là gì", "Kết quả", "Tỷ lệ %"]
    lines = [[n, name, whole, most, part, few, rate] for n, (name, part, few, whole, most, rate) in enumerate(PAIRS, 1)]
    right = read(tmp_path, _form(head, *lines))
    assert (right.outcome, _taken(right)) == ("accept", BOTH)
    lines[1][-1] = 70.8
    assert [(i.code, i.cell) for i in read(tmp_path, _form(head, *lines)).issues] == [("percent_differs", "G5")]
