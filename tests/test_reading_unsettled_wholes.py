"""A part above its whole while nobody knows yet which whole it is: both are asked, as where that is known."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read, taken

_ = None
NAMES = ["Xã Đăk Man", "Xã Xốp", "Xã Đăk Môn"]


def under(group: str, heads: list[str], rows: list[list[object]]) -> list[list[object]]:
    over = ["TT", "Đơn vị", group, *[_] * (len(heads) - 1)]
    body = [[n, name, *row] for n, (name, row) in enumerate(zip(NAMES, rows, strict=True), 1)]
    return [["HUYỆN ĐĂK GLEI"], ["HỒ SƠ THỦ TỤC HÀNH CHÍNH THÁNG 3/2025"], [], over, [_, _, *heads], *body]


HEADS = ["Tổng số hồ sơ", "Hồ sơ nộp trực tuyến"]


def test_a_part_above_a_whole_of_two_meanings_is_asked_with_it(tmp_path: Path) -> None:
    reading = read(tmp_path, under("Tiếp nhận", HEADS, [[140, 96], [75, 118], [102, 60]]))
    assert {"element_choice", "part_exceeds"} <= codes(reading)
    assert taken(reading) == {"D6": 96, "D8": 60}


@pytest.mark.parametrize("answer", ["received_total", "dossiers_recv_new"])
def test_whichever_whole_it_is_the_two_stay_in_doubt(tmp_path: Path, answer: str) -> None:
    rows = under("Tiếp nhận", HEADS, [[140, 96], [75, 118], [102, 60]])
    key = next(q.key for q in read(tmp_path, rows).questions if q.kind == "element_choice")
    reading = read(tmp_path, rows, answers={key: answer})
    assert taken(reading) == {"C6": 140, "D6": 96, "C8": 102, "D8": 60}


def test_parts_within_a_whole_of_two_meanings_are_taken(tmp_path: Path) -> None:
    reading = read(tmp_path, under("Tiếp nhận", HEADS, [[140, 96], [75, 75], [102, 60]]))
    assert ("part_exceeds" in codes(reading), taken(reading)) == (False, {"D6": 96, "D7": 75, "D8": 60})


def test_a_figure_that_may_be_no_part_at_all_is_taken(tmp_path: Path) -> None:
    """What was resolved may be more than what came in anew; it is a part only of all received."""
    reading = read(tmp_path, under("Tiếp nhận", ["Tổng số hồ sơ", "Hồ sơ đã giải quyết"], [[140, 96], [75, 118], [102, 60]]))
    assert ("part_exceeds" in codes(reading), taken(reading)) == (False, {"D6": 96, "D7": 118, "D8": 60})


@pytest.mark.parametrize("group", ["Tiếp nhận mới", "Hồ sơ tiếp nhận mới", "Mới tiếp nhận trong kỳ"])
@pytest.mark.parametrize("leaf", ["Tổng số hồ sơ", "Tổng hồ sơ", "Hồ sơ"])
def test_all_dossiers_under_newly_received_are_the_newly_received(tmp_path: Path, group: str, leaf: str) -> None:
    reading = read(tmp_path, under(group, [leaf, HEADS[1]], [[140, 96], [75, 61], [102, 60]]))
    assert by_element(reading) == {"dossiers_recv_new": [140, 75, 102], "dossiers_recv_online": [96, 61, 60]}
    assert reading.outcome == "accept"


@pytest.mark.parametrize("group", ["Tiếp nhận", "Tiếp nhận trực tuyến", "Tiếp nhận mới trực tuyến"])
def test_all_dossiers_under_what_does_not_say_which_are_asked(tmp_path: Path, group: str) -> None:
    reading = read(tmp_path, under(group, [HEADS[0]], [[140], [75], [102]]))
    assert (reading.outcome, taken(reading)) == ("ask", {})
