"""A figure in a cell merged over the rows of several communes is asked: it may be of one of them or of all."""

from pathlib import Path

from test_reading import codes, read, taken
from test_reading_compared import merged

ROWS = [
    ["TỔNG HỢP THÁNG 10/2025"],
    ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới"],
    [1, "Xã Đăk Môn", 120],
    [2, "Xã Đăk Long", None],
    [3, "Xã Xốp", 80],
]


def test_a_figure_merged_over_two_communes_is_asked_and_may_be_that_of_the_first(tmp_path: Path) -> None:
    found = merged(tmp_path, ROWS, "C3:C4")
    assert (codes(found), taken(found)) == ({"figure_shared"}, {"C5": 80})
    assert found.questions[0].key == "shared:Sheet!C3"


def test_a_figure_in_a_cell_of_its_own_row_is_not(tmp_path: Path) -> None:
    assert taken(read(tmp_path, ROWS)) == {"C3": 120, "C5": 80}


def test_a_figure_merged_over_the_rows_of_one_commune_is_its_own(tmp_path: Path) -> None:
    rows = [*ROWS[:3], [None, None, None], ROWS[4]]
    found = merged(tmp_path, rows, "B3:B4", "C3:C4")
    assert (found.outcome, taken(found)) == ("accept", {"C3": 120, "C5": 80})
