"""Whole tables one place off their headings: counts where rates belong, and nothing at an end. They are asked, never taken."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
NAMES = ["Xã Đăk Man", "Xã Xốp", "Xã Đăk Môn", "Xã Đăk Long"]
HEADS = [
    "Tỷ lệ cán bộ có chữ ký số (%)",
    "Tổng số hộ gia đình",
    "Số hộ có cáp quang",
    "Tổng số người hưởng an sinh xã hội",
    "Số người đã chi trả",
]
COUNTS: list[list[object]] = [[812, 540, 290, 214], [1204, 871, 351, 260], [655, 402, 97, 88], [1530, 911, 402, 377]]
TITLE: list[list[object]] = [["HUYỆN ĐĂK GLEI"], ["SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 5/2025"], []]


def table(heads: list[str], rows: list[list[object]]) -> list[list[object]]:
    return [*TITLE, ["TT", "Xã", *heads], *[[n, name, *row] for n, (name, row) in enumerate(zip(NAMES, rows, strict=False), 1)]]


def asked(tmp_path: Path, rows: list[list[object]]) -> bool:
    reading = read(tmp_path, rows)
    assert ("alignment" in codes(reading)) == (not taken(reading))
    return "alignment" in codes(reading)


def test_counts_under_a_rate_and_an_empty_last_column_stand_one_column_to_the_left(tmp_path: Path) -> None:
    assert asked(tmp_path, table(HEADS, COUNTS))


def test_counts_under_a_rate_and_an_empty_first_column_stand_one_column_to_the_right(tmp_path: Path) -> None:
    assert asked(tmp_path, table([*HEADS[1:], HEADS[0]], [[_, *row] for row in COUNTS]))


def test_the_total_of_an_empty_column_is_no_figure(tmp_path: Path) -> None:
    total = [_, "Tổng cộng", *[sum(column) for column in zip(*COUNTS, strict=True)], 0]
    assert asked(tmp_path, [*table(HEADS, COUNTS), total])


def test_figures_before_the_first_heading_are_an_end_likewise(tmp_path: Path) -> None:
    heads = ["", HEADS[1], "Tỷ lệ hộ nghèo (%)", HEADS[2]]
    assert asked(tmp_path, table(heads, [[812, 88, 540, 214], [1204, 90, 871, 260], [655, 71, 402, 88], [1530, 99, 911, 377]]))


def test_rows_of_indicators_over_communes_in_columns_are_held_against_their_rates_likewise(tmp_path: Path) -> None:
    down = [[n, *line] for n, line in enumerate(zip(HEADS, *[[*row, _] for row in COUNTS], strict=True), 1)]
    assert asked(tmp_path, [*TITLE, ["TT", "Nội dung", *NAMES], *down])


PLANNED: list[list[object]] = [
    ["Số hồ sơ tiếp nhận mới", 320, 301],
    ["Số hồ sơ nộp trực tuyến", 240, 222],
    ["Số hồ sơ đã giải quyết", 310, 295],
]
OF_ONE: list[list[object]] = [
    ["UBND XÃ ĐĂK MÔN"],
    ["BÁO CÁO THÁNG 4/2025"],
    ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"],
]


def test_results_under_the_rate_beside_an_empty_plan_are_not_taken_from_the_column_of_the_plan(tmp_path: Path) -> None:
    assert asked(tmp_path, [*OF_ONE, *[[n, row[0], "hồ sơ", _, *row[1:]] for n, row in enumerate(PLANNED, 1)]])


def test_figures_under_the_unit_of_measure_beside_an_empty_rate_show_rates_under_results(tmp_path: Path) -> None:
    assert asked(tmp_path, [*OF_ONE, *[[n, *row, 94] for n, row in enumerate(PLANNED, 1)]])


def test_an_answer_takes_the_figures_as_they_stand(tmp_path: Path) -> None:
    rows = table(HEADS, COUNTS)
    key = next(q.key for q in read(tmp_path, rows).questions if q.kind == "alignment")
    assert "alignment" not in codes(read(tmp_path, rows, answers={key: "as_is"}))


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (HEADS, [[81.5, *row[:3], _] for row in COUNTS]),  # rates under the rate: the last column was not counted yet
        (HEADS, [[100, *row[:3], _] for row in COUNTS]),
        (HEADS, [[120, *row[:3], _] for row in COUNTS]),  # more was done than planned
        (["Số thuê bao internet trên 1.000 dân (tỷ lệ)", *HEADS[1:]], [[812, *row[:3], _] for row in COUNTS]),
        (["Tỷ lệ thuê bao/1.000 dân", *HEADS[1:]], [[812, *row[:3], _] for row in COUNTS]),
        (HEADS, [[955, *row] for row in COUNTS]),  # a decimal sign left out, every column is filled
        ([*HEADS, "Ghi chú"], [[955, *row, _] for row in COUNTS]),
        ([*HEADS, "Người phụ trách"], [[955, *row, _] for row in COUNTS]),
    ],
)
def test_columns_in_their_places_are_taken(tmp_path: Path, heads: list[str], rows: list[list[object]]) -> None:
    reading = read(tmp_path, table(heads, rows))
    assert "alignment" not in codes(reading)
    assert len(taken(reading)) >= 3 * len(COUNTS)


def test_a_row_of_rates_and_an_empty_last_row_are_taken(tmp_path: Path) -> None:
    rates = [[HEADS[0], 81.5, 90, 77.2, 100], *[[head, *row] for head, row in zip(HEADS[1:4], zip(*COUNTS, strict=True), strict=False)]]
    reading = read(tmp_path, [*TITLE, ["Nội dung", *NAMES], *rates, [HEADS[4]]])
    assert "alignment" not in codes(reading)
    assert taken(reading)
