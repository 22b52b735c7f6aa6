"""One commune typed percentages where all others typed counts: none of its figures is taken."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

HEAD = ["Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ trực tuyến", "Hồ sơ đã giải quyết", "Hồ sơ giải quyết quá hạn"]
HEAD += ["Hồ sơ phải số hóa khi tiếp nhận", "Hồ sơ đã số hóa khi tiếp nhận"]
OTHERS: list[list[object]] = [
    ["Xã Đăk Long", 112, 71, 110, 0, 83, 74],
    ["Xã Xốp", 62, 50, 63, 3, 45, 40],
    ["Ngọc Linh", 55, 38, 54, 3, 39, 33],
]


def table(*figures: object) -> list[list[object]]:
    return [["DỊCH VỤ CÔNG TRỰC TUYẾN THÁNG 2 NĂM 2025"], [], HEAD, *OTHERS, ["Xã Mường Hoong", *figures]]


@pytest.mark.parametrize(
    "figures",
    [
        (100, 73.4, 100, 1.6, 100, 96.2),
        (100, "73,4", 100, "1,6", 100, "96,2"),
        (100, 73, 100, 2, 100, 96),
        (1, 0.734, 1, 0.016, 1, 0.962),
    ],
)
def test_percentages_among_counts_are_asked_whole_ones_too(tmp_path: Path, figures: tuple[object, ...]) -> None:
    reading = read(tmp_path, table(*figures))
    assert "row_percentages" in codes(reading)
    assert {cell[1:] for cell in taken(reading)} == {"4", "5", "6"}


def test_figures_with_their_signs_are_asked_each(tmp_path: Path) -> None:
    reading = read(tmp_path, table("100%", "73%", "100%", "2%", "100%", "96%"))
    assert codes(reading) == {"number_unreadable"}
    assert {cell[1:] for cell in taken(reading)} == {"4", "5", "6"}


def test_of_parts_in_percent_beside_their_counts_the_parts_are_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, table(147, 69, 137, 1.6, 121, 96))
    assert {cell for cell in taken(reading) if cell.endswith("7")} == {"B7", "D7", "F7"}


@pytest.mark.parametrize("figures", [(100, 73, 98, 2, 80, 76), (100, 73, 100, 2, 90, 86)])
def test_a_hundred_dossiers_are_no_percentage(tmp_path: Path, figures: tuple[object, ...]) -> None:
    assert read(tmp_path, table(*figures)).outcome == "accept"


def test_thousands_whose_point_became_a_decimal_sign_are_no_percentage(tmp_path: Path) -> None:
    reading = read(tmp_path, table(1.234, 73, 98, 2, 80, 76))
    assert codes(reading) == {"count_fraction"}
    assert {"C7", "D7", "E7", "F7", "G7"} <= set(taken(reading))


def test_a_return_of_one_commune_in_percent_is_asked_where_the_whole_is_a_hundred(tmp_path: Path) -> None:
    rows = [["UBND XÃ XỐP"], ["BÁO CÁO THÁNG 10 NĂM 2025"], ["STT", "Chỉ tiêu", "Kết quả"]]
    reading = read(tmp_path, [*rows, [1, "Hồ sơ tiếp nhận mới", 100], [2, "Hồ sơ nộp trực tuyến", 73.4]])
    assert "row_percentages" in codes(reading) and taken(reading) == {}


def test_a_table_all_in_percent_is_asked_its_hundreds_too(tmp_path: Path) -> None:
    rows = [[name, 100, 70.5 + i, 100, 1.5 + i, 100, 90.5 + i] for i, name in enumerate(("Xã Đăk Long", "Xã Xốp", "Ngọc Linh"))]
    reading = read(tmp_path, [["DỊCH VỤ CÔNG TRỰC TUYẾN THÁNG 2 NĂM 2025"], [], HEAD, *rows])
    assert (reading.outcome, taken(reading)) == ("ask", {})
