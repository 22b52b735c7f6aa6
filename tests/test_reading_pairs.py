"""Labels with their figures and no heading over them: behind, before, in one cell, in two groups side by side."""

from pathlib import Path

import pytest
from test_reading import read, taken

OVER: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], []]
PAIRS = [
    ("Tổng số hồ sơ tiếp nhận mới", 120),
    ("Hồ sơ nộp trực tuyến", 80),
    ("Hồ sơ đã giải quyết", 100),
    ("Số cán bộ, công chức", 41),
    ("Cán bộ, công chức có chữ ký số", 38),
    ("Dân số toàn xã", 5011),
]
FIGURES = sorted(value for _label, value in PAIRS)


def figures(tmp_path: Path, *rows: list[object]) -> list[float]:
    return sorted(taken(read(tmp_path, [*OVER, *map(list, rows)])).values())


@pytest.mark.parametrize("shape", ["{}: {}", "{} = {}", "{} ........ {}", "{}\u2026\u2026 {}", "{}     {}", "{}\t{}", "- {}: {};"])
def test_a_label_with_its_figure_in_one_cell(tmp_path: Path, shape: str) -> None:
    assert figures(tmp_path, *([shape.format(*pair)] for pair in PAIRS)) == FIGURES
    half = [[shape.format(*PAIRS[n]), None, shape.format(*PAIRS[n + 3])] for n in range(3)]
    assert figures(tmp_path, *half) == FIGURES


def test_pairs_in_two_and_three_groups_side_by_side(tmp_path: Path) -> None:
    assert figures(tmp_path, *([*PAIRS[n], *PAIRS[n + 3]] for n in range(3))) == FIGURES
    assert figures(tmp_path, *([*PAIRS[n], None, *PAIRS[n + 2], None, *PAIRS[n + 4]] for n in range(2))) == FIGURES
    assert figures(tmp_path, [*PAIRS[0], *PAIRS[3]], [*PAIRS[1], *PAIRS[4]], [*PAIRS[2]]) == [38, 41, 80, 100, 120]


def test_pairs_with_an_empty_row_between_any_two(tmp_path: Path) -> None:
    assert figures(tmp_path, *(row for pair in PAIRS for row in (list(pair), []))) == FIGURES


def test_figures_before_their_labels(tmp_path: Path) -> None:
    assert figures(tmp_path, *([value, label] for label, value in PAIRS)) == FIGURES


@pytest.mark.parametrize("numbers", [(1, 2, 3, 4, 5, 6), (1, 2, 3, 1, 2, 3), (2, 5, 7, 8, 11, 12)])
def test_numbers_of_rows_before_labels_are_no_figures(tmp_path: Path, numbers: tuple[int, ...]) -> None:
    assert figures(tmp_path, *([number, label] for number, (label, _value) in zip(numbers, PAIRS, strict=True))) == []


def test_what_is_told_in_lines_is_no_list(tmp_path: Path) -> None:
    told = ["Thực hiện Kế hoạch số 12: 120 hồ sơ", "Số điện thoại: 0905123456", "Tổng số hồ sơ tiếp nhận mới   120"]
    assert figures(tmp_path, *([line] for line in told)) == []
