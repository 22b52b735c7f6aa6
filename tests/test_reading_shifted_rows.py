"""Rows typed one cell off: a gap where the others have none, figures that fit only when moved. They are asked, never taken."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

from loaders.result import FileReading

_ = None
HEAD = ["TT", "Đơn vị", "Tổng số tiếp nhận (gồm kỳ trước chuyển sang)", "Tiếp nhận trực tuyến", "Kỳ trước chuyển sang", "Đã giải quyết",
        "Giải quyết quá hạn", "Đang giải quyết"]  # fmt: skip
ROWS: list[list[object]] = [
    [1, "Thị trấn Đăk Rve", 225, 130, 16, 218, 5, 7],
    [2, "Xã Đăk Kôi", 133, 101, 11, 120, 3, 13],
    [3, "Xã Đăk Tơ Lung", 222, 197, 4, 213, 2, 9],
    [4, "Xã Đăk Ruồng", 255, 189, 10, 245, 5, 10],
]


def table(row: list[object], rows: list[list[object]] = ROWS, head: list[str] = HEAD) -> list[list[object]]:
    return [["HUYỆN KON RẪY"], ["TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ TTHC THÁNG 5/2025"], [], head, *rows[:3], row, *rows[3:]]


def of_row(reading: FileReading) -> list[str]:
    return [o.status for o in reading.observations if o.cell[1:] == "8"]


@pytest.mark.parametrize(
    "row",
    [
        [5, "Xã Đăk Pne", 127, 8, 164, 4, 4, _],  # the first figure was deleted, the others moved to the left
        [5, "Xã Đăk Pne", 168, 127, 164, 4, 4, _],  # a figure in the middle was
        [5, "Xã Đăk Pne", _, 168, 127, 8, 164, 4],  # moved to the right, the last one lost
        [5, "Xã Đăk Pne", _, 168, 127, 8, 164, 4, 4],  # moved to the right, the last one under no heading
        [5, "Xã Đăk Pne", 168, 127, _, 8, 164, 4, 4],  # a cell was inserted in the middle
    ],
)
def test_the_figures_of_a_row_that_stand_one_cell_off_are_asked(tmp_path: Path, row: list[object]) -> None:
    reading = read(tmp_path, table(row))
    assert "row_shifted" in codes(reading)
    assert set(of_row(reading)) == {"asked"}
    assert len(taken(reading)) == 4 * 6


@pytest.mark.parametrize(
    "row",
    [
        [5, "Xã Đăk Pne", 168, 127, 8, 164, 4, _],  # not counted yet
        [5, "Xã Đăk Pne", 168, _, 8, 164, 4, 4],
        [5, "Xã Đăk Pne", _, 127, 8, 164, 4, 4],
    ],
)
def test_a_gap_in_a_row_that_agrees_is_just_missing(tmp_path: Path, row: list[object]) -> None:
    reading = read(tmp_path, table(row))
    assert (reading.outcome, set(of_row(reading)), len(of_row(reading))) == ("accept", {"accepted"}, 5)


def test_a_row_that_turns_round_what_is_far_greater_in_all_others_is_asked(tmp_path: Path) -> None:
    """Figures that no balance binds: four communes have far more inhabitants than households, more of these than hamlets."""
    head = ["TT", "Đơn vị", "Số thôn", "Số hộ gia đình", "Dân số", "Hộ có cáp quang"]
    rows: list[list[object]] = [[n, name, 6 + n, 700 + n, 3000 + n, 400 + n] for n, name in enumerate((r[1] for r in ROWS), 1)]
    assert "row_shifted" in codes(read(tmp_path, table([5, "Xã Đăk Pne", 801, 3200, 512, _], rows, head)))
    assert "row_shifted" not in codes(read(tmp_path, table([5, "Xã Đăk Pne", 9, 801, 3200, _], rows, head)))


def test_communes_in_columns_are_held_against_each_other_likewise(tmp_path: Path) -> None:
    down = [list(line) for line in zip(*[HEAD[1:], *[r[1:] for r in ROWS], ["Xã Đăk Pne", 127, 8, 164, 4, 4, _]], strict=True)]
    reading = read(tmp_path, [["HUYỆN KON RẪY"], ["TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ TTHC THÁNG 5/2025"], [], *down])
    assert "row_shifted" in codes(reading)
    assert not [cell for cell in taken(reading) if cell.startswith("F")]


def test_an_answer_settles_a_row_that_seems_shifted(tmp_path: Path) -> None:
    rows = table([5, "Xã Đăk Pne", _, 168, 127, 8, 164, 4, 4])
    key = next(q.key for q in read(tmp_path, rows).questions if q.kind == "row_shifted")
    assert not of_row(read(tmp_path, rows, answers={key: "leave"}))
    assert "row_shifted" not in codes(read(tmp_path, rows, answers={key: "right"}))


def test_late_dossiers_that_exceed_the_resolved_ones_are_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, table([5, "Xã Đăk Pne", 168, 127, 8, 4, 164, _], ROWS[:3]))
    assert {"part_exceeds", "row_shifted"} & codes(reading)
    assert not {"F8", "G8"} & taken(reading).keys()


@pytest.mark.parametrize("row", [["", 5, "Xã Đăk Pne", 168, 127, 8, 164, 4, 4], [5, "", "Xã Đăk Pne", 168, 127, 8, 164, 4, 4]])
def test_a_row_whose_name_stands_in_another_column_is_not_lost_without_a_word(tmp_path: Path, row: list[object]) -> None:
    reading = read(tmp_path, table([x or None for x in row]))
    assert (reading.outcome, "rows_outside" in codes(reading)) == ("ask", True)
    assert not of_row(reading)


@pytest.mark.parametrize("row", [[5, "Xã Đăk Pne", 8, 164, 4, 4, _, _], [5, "Xã Đăk Pne", _, _, 168, 127, 8, 164]])
def test_a_row_two_cells_off_is_asked(tmp_path: Path, row: list[object]) -> None:
    reading = read(tmp_path, table(row))
    assert ("row_shifted" in codes(reading), set(of_row(reading))) == (True, {"asked"})


@pytest.mark.parametrize("last", [None, 127])
def test_a_column_one_row_down_is_asked(tmp_path: Path, last: object) -> None:
    rows = [*ROWS, [5, "Xã Đăk Pne", 150, 127, 8, 140, 4, 10]]
    online = [None, *[r[3] for r in rows[:-1]]]
    moved = [[*row[:3], value, *row[4:]] for row, value in zip(rows, online, strict=True)]
    reading = read(tmp_path, [*table(moved[3], [*moved[:3], moved[4]])[:4], *moved, [None, None, None, last]])
    assert "row_shifted" in codes(reading)
    assert not [cell for cell in taken(reading) if cell.startswith("D")]


def test_a_column_whose_first_figure_is_just_missing_is_taken(tmp_path: Path) -> None:
    rows = [[*ROWS[0][:3], None, *ROWS[0][4:]], *ROWS[1:]]
    reading = read(tmp_path, table([5, "Xã Đăk Pne", 150, 127, 8, 140, 4, 10], rows))
    assert (reading.outcome, len(taken(reading))) == ("accept", 29)


def test_several_rows_one_cell_off_are_asked_where_each_has_a_gap_and_a_figure_behind_the_last_heading(tmp_path: Path) -> None:
    off = [[*row[:2], _, *row[2:]] for row in ROWS[1:]]
    reading = read(tmp_path, table([5, "Xã Đăk Pne", 168, 127, 8, 164, 4, 4], [ROWS[0], *off]))
    asked = {o.cell[1:] for o in reading.observations if o.status == "asked"}
    assert (asked, len(taken(reading))) == ({"6", "7", "9"}, 2 * 6)


def test_figures_behind_the_last_heading_of_whole_rows_shift_nothing(tmp_path: Path) -> None:
    rows = [[*row, 3] for row in ROWS]
    reading = read(tmp_path, table([5, "Xã Đăk Pne", 168, _, 8, 164, 4, 4], rows))
    assert "row_shifted" not in codes(reading)
