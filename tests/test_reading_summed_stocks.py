"""A count that stands at a day, given for a quarter as the sum of its months, is asked; never taken."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

MONTHS = ["Tháng 4", "Tháng 5", "Tháng 6"]
RECEIVED: list[object] = [1, "Số hồ sơ tiếp nhận mới", "hồ sơ", 90, 76, 82, 248]


def table(*rows: list[object], total: str = "Cộng quý II") -> list[list[object]]:
    head = ["TT", "Nội dung", "Đơn vị tính", *MONTHS, total]
    return [["UBND XÃ MƯỜNG HOONG"], ["Số liệu chuyển đổi số quý II/2025"], [], head, RECEIVED, *rows]


@pytest.mark.parametrize("total", ["Cộng quý II", "Quý II", "Lũy kế quý II"])
def test_officials_of_three_months_added_up_are_asked_dossiers_are_taken(tmp_path: Path, total: str) -> None:
    reading = read(tmp_path, table([2, "Tổng số cán bộ, công chức", "người", 22, 22, 22, 66], total=total))
    assert codes(reading) == {"stock_summed"}
    assert set(taken(reading)) == {"D5", "E5", "F5", "G5", "D6", "E6", "F6"}


def test_the_answer_is_what_stood_at_the_end_of_the_quarter(tmp_path: Path) -> None:
    rows = table([2, "Tổng số cán bộ, công chức", "người", 22, 22, 23, 67])
    (question,) = read(tmp_path, rows).questions
    assert [option.value for option in question.options] == ["23.0", "67.0"]
    assert taken(read(tmp_path, rows, answers={question.key: "23.0"}))["G6"] == 23


def test_what_stood_at_the_end_is_taken_also_where_the_months_before_had_none(tmp_path: Path) -> None:
    kept: list[object] = [2, "Số tài khoản định danh mức 2 đã kích hoạt", "tài khoản", 1467, 1505, 1543, 1543]
    begun: list[object] = [3, "Số thôn có Tổ công nghệ số cộng đồng", "thôn", 0, 0, 6, 6]
    reading = read(tmp_path, table(kept, begun))
    assert (reading.outcome, taken(reading)["G6"], taken(reading)["G7"]) == ("accept", 1543, 6)


def test_dossiers_carried_over_are_never_added_over_months(tmp_path: Path) -> None:
    reading = read(tmp_path, table([2, "Số hồ sơ kỳ trước chuyển sang", "hồ sơ", 8, 5, 9, 22]))
    assert "stock_summed" in codes(reading) and "G6" not in taken(reading)
