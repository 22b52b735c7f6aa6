"""Months that hold nothing but zeros after the last one with figures: none, or not reported yet? A person says."""

from pathlib import Path

import pytest
from test_reading import codes, read

MONTHS = [f"T{n}" for n in range(1, 13)]


def year(new: list[int], online: list[int]) -> list[list[object]]:
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["THEO DÕI HỒ SƠ CÁC THÁNG NĂM 2024"],
        [],
        ["STT", "Chỉ tiêu", *MONTHS],
        [1, "Hồ sơ tiếp nhận mới", *new],
        [2, "Hồ sơ nộp trực tuyến", *online],
    ]


FILLED = year([20, 30, 25, *[0] * 9], [10, 20, 15, *[0] * 9])


def test_months_filled_with_zeros_ahead_of_time_are_asked_and_those_before_are_taken(tmp_path: Path) -> None:
    found = read(tmp_path, FILLED)
    taken = {o.period for o in found.observations if o.status == "accepted"}
    assert (found.outcome, [q.key for q in found.questions]) == ("ask", ["zeros:Sheet"])
    assert taken == {"2024-M01", "2024-M02", "2024-M03"}


@pytest.mark.parametrize(("answer", "months"), [("none", 12), ("not_yet", 3)])
def test_either_answer_settles_it(tmp_path: Path, answer: str, months: int) -> None:
    found = read(tmp_path, FILLED, answers={"zeros:Sheet": answer})
    assert (found.outcome, len({o.period for o in found.observations})) == ("accept", months)


@pytest.mark.parametrize(
    "rows",
    [
        year([20, 30, 25, 0, 12, 9, 4, 11, 8, 7, 10, 0], [10, 20, 15, 0, 6, 5, 1, 4, 4, 2, 3, 0]),
        year([2, 1, 0, *[0] * 9], [1, 0, 0, *[0] * 9]),
    ],
    ids=["one month at the end, two figures", "a place where hardly anything happens"],
)
def test_zeros_that_may_well_be_true_are_taken(tmp_path: Path, rows: list[list[object]]) -> None:
    assert "months_of_zeros" not in codes(read(tmp_path, rows))
