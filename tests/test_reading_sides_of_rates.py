"""A whole, what is done of it and their rate beside each row: which column is which, and what a rate that stands alone is."""

from pathlib import Path

import pytest
from test_reading import codes, read

LABELS = ["Thôn có Tổ công nghệ số cộng đồng", "Hộ gia đình có Internet cáp quang", "CBCC được cấp chữ ký số"]


def _form(headings: list[str], *lines: list[object], marks: list[object] | None = None) -> list[list[object]]:
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["BIỂU SỐ LIỆU XÃ HỘI SỐ QUÝ I NĂM 2026"],
        ["TT", "Chỉ tiêu", *headings],
        *([marks] if marks else []),
        *([place, label, *line] for place, (label, line) in enumerate(zip(LABELS, lines, strict=True), 1)),
    ]


FIGURES: list[list[object]] = [[20, 10, 50], [900, 450, 50], [40, 30, 75]]
BOTH = {
    "hamlets_total": 20,
    "hamlets_with_cdt": 10,
    "households_total": 900,
    "households_fibre": 450,
    "officials_total": 40,
    "officials_with_cert": 30,
}


def _elements(found) -> dict[str, float]:
    return {o.element: o.value for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize("whole", ["Tổng số thuộc diện", "Tổng số phải thực hiện", "Tổng số"])
@pytest.mark.parametrize("done", ["Số đã đạt", "Số đã thực hiện", "Đạt", "Số lượng đã có", "Trong đó đã đạt", "Đã hoàn thành"])
def test_a_whole_what_is_done_and_their_rate_are_told_by_their_words(tmp_path: Path, whole: str, done: str) -> None:
    found = read(tmp_path, _form([whole, done, "Tỷ lệ đạt (%)"], *FIGURES))
    assert (_elements(found), found.outcome) == (BOTH, "accept")


@pytest.mark.parametrize("part", ["Trong đó: nữ", "Dân tộc thiểu số", "Hiện còn"])
def test_a_total_beside_a_part_that_is_no_doing_is_asked(tmp_path: Path, part: str) -> None:
    found = read(tmp_path, _form(["Tổng số", part, "Tỷ lệ (%)"], *FIGURES))
    assert _elements(found) == {} and found.outcome in ("ask", "fix")


@pytest.mark.parametrize(
    "marks", [["A", "B", 1, 2, "3=2/1"], ["(1)", "(2)", "(3)", "(4)", "(5)=(4)/(3)*100"], ["1", "2", "3", "4", "5 = 4:3"]]
)
def test_the_row_of_column_numbers_says_what_is_divided_by_what(tmp_path: Path, marks: list[object]) -> None:
    found = read(tmp_path, _form(["Quy mô", "Đã làm", "Tỷ lệ (%)"], *FIGURES, marks=marks))
    assert _elements(found) == BOTH


def test_of_two_columns_that_nothing_explains_one_is_asked_and_the_rate_beside_them_is_no_count(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Quy mô", "Đã làm", "Tỷ lệ (%)"], *FIGURES))
    assert (_elements(found), found.outcome) == ({}, "ask")
    assert "columns_unclear" in codes(found)


def test_a_plan_is_no_whole_though_the_rate_is_one_of_it(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], *FIGURES, marks=["A", "B", 1, 2, "3=2/1"]))
    assert _elements(found) == {"hamlets_with_cdt": 10, "households_fibre": 450, "officials_with_cert": 30}


def test_a_rate_that_is_not_that_of_its_counts_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Tổng số thuộc diện", "Số đã đạt", "Tỷ lệ (%)"], [20, 10, 90], *FIGURES[1:]))
    assert "percent_differs" in codes(found) and found.outcome == "fix"
