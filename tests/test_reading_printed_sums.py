"""Sums that a form prints under its headings: rows that break what most others keep are asked; a numbering no row keeps is not believed."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

from loaders.understanding.proving.printed_sums import printed_sums

HEAD = ["TT", "Đơn vị", "Tổng số hồ sơ tiếp nhận mới", "Của công dân", "Của doanh nghiệp"]
NUMBERS = ["1", "2", "(3)=(4)+(5)", "(4)", "(5)"]
ROWS: list[list[object]] = [
    [1, "Thị trấn Đăk Rve", 225, 130, 95],
    [2, "Xã Đăk Kôi", 133, 101, 32],
    [3, "Xã Đăk Tơ Lung", 222, 197, 25],
]


def table(*more: list[object], numbers: list[str] = NUMBERS, rows: list[list[object]] = ROWS) -> list[list[object]]:
    return [["HUYỆN KON RẪY"], ["TIẾP NHẬN HỒ SƠ TTHC THÁNG 5/2025"], [], HEAD, numbers, *rows, *more]


@pytest.mark.parametrize(
    ("numbers", "sums"),
    [
        (["1", "2", "3=4+5", "4", "5"], [(2, ((1, 3), (1, 4)))]),
        (["(1)", "(2)", "(3) = (4) + (5)", "(4)", "(5)"], [(2, ((1, 3), (1, 4)))]),
        (["1", "2", "3", "4", "5=3-4"], [(4, ((1, 2), (-1, 3)))]),
        (["1", "2", "3", "4", "5=4/3*100"], []),  # a rate
        (["1", "2", "3=4+9", "4", "5"], []),  # of a column that is not there
        (["1", "2", "3=4", "4", "5"], []),
    ],
)
def test_a_sum_is_read_with_its_signs(numbers: list[str], sums: list[object]) -> None:
    assert [(one.whole, one.terms) for one in printed_sums(dict(enumerate(numbers)))] == sums


def test_a_row_that_breaks_the_sum_all_others_keep_is_asked_at_its_whole(tmp_path: Path) -> None:
    reading = read(tmp_path, table([4, "Xã Đăk Ruồng", 255, 189, 76]))
    (told,) = [i for i in reading.issues if i.code == "column_identity"]
    assert (told.cell, told.message) == (
        "C9", "Ô C9: Tổng số hồ sơ tiếp nhận mới (255) không khớp phép tính (3)=(4)+(5) ghi ở dòng số cột (265).",
    )  # fmt: skip
    assert (reading.outcome, sorted(taken(reading))) == ("fix", ["C6", "C7", "C8"])


def test_a_numbering_that_hardly_a_row_keeps_is_that_of_another_form(tmp_path: Path) -> None:
    rows = [[*row[:3], 7, 8] for row in ROWS]
    assert "column_identity" not in codes(read(tmp_path, table([4, "Xã Đăk Ruồng", 15, 7, 8], rows=rows)))


def test_a_figure_that_is_missing_breaks_nothing(tmp_path: Path) -> None:
    assert codes(read(tmp_path, table([4, "Xã Đăk Ruồng", 255, None, 76]))) <= {"element_unknown"}
