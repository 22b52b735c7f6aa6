"""First and last days in columns are the period of their rows; numbers in words are asked with the number they spell."""

import datetime as dt
from pathlib import Path

import pytest
from test_reading import codes, read, taken

from loaders.understanding.texts.numerals import spelt_number

FLOWS = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]


def _rows(title: str, head: list[str], begin: object, end: object) -> list[list[object]]:
    lines: list[list[object]] = [[1, "Xã Đăk Môn", begin, end, 120, 90], [2, "Xã Đăk Long", begin, end, 110, 99]]
    return [[title], ["TT", "Đơn vị", *head, *FLOWS], *lines]


HEADS = [["Từ ngày", "Đến ngày"], ["Từ", "Đến"], ["Ngày bắt đầu", "Ngày kết thúc"], ["Kỳ báo cáo từ", "Kỳ báo cáo đến"]]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(
    ("begin", "end", "period"),
    [
        ("01/3/2026", "31/3/2026", "2026-M03"),
        (dt.date(2026, 2, 15), dt.date(2026, 3, 14), "2026-M03"),
        (dt.date(2026, 1, 1), dt.date(2026, 3, 31), "2026-Q1"),
    ],
)
def test_first_and_last_days_are_the_period_of_their_row(tmp_path: Path, head: list[str], begin: object, end: object, period: str) -> None:
    found = read(tmp_path, _rows("SỐ LIỆU MỘT CỬA", head, begin, end))
    assert ({o.period for o in found.observations}, found.outcome, len(taken(found))) == ({period}, "accept", 4)


def test_days_of_another_time_than_the_title_are_told_and_left(tmp_path: Path) -> None:
    rows = _rows("SỐ LIỆU THÁNG 3 NĂM 2026", HEADS[0], "01/3/2026", "31/3/2026")
    assert read(tmp_path, rows).outcome == "accept"
    for begin, end in (("01/2/2026", "28/2/2026"), ("01/3/2026", "15/3/2026")):
        rows[2][2:4] = [begin, end]
        found = read(tmp_path, rows)
        assert (set(taken(found)), codes(found)) == ({"E4", "F4"}, {"other_time"})


def test_days_that_make_no_period_are_asked_where_nothing_else_says_one(tmp_path: Path) -> None:
    found = read(tmp_path, _rows("SỐ LIỆU MỘT CỬA", HEADS[0], "01/3/2026", "15/3/2026"))
    assert (taken(found), codes(found)) == ({}, {"no_period"})


@pytest.mark.parametrize(
    ("words", "number"),
    [("mười hai", 12), ("Một trăm linh năm", 105), ("hai mươi mốt hồ sơ", 21), ("ba trăm", 300), ("một nghìn hai trăm ba mươi", 1230)],
)
def test_a_number_in_words_is_asked_with_the_number_it_spells(tmp_path: Path, words: str, number: int) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 3 NĂM 2026"], ["TT", "Chỉ tiêu", "Số liệu"], [1, FLOWS[0], words], [2, FLOWS[1], 9]]
    found = read(tmp_path, rows)
    assert (taken(found), codes(found)) == ({"C5": 9}, {"number_unreadable"})
    assert [[float(option.value) for option in q.options] for q in found.questions] == [[number]]


@pytest.mark.parametrize("words", ["không phát sinh trong kỳ", "chưa có hồ sơ nào", "Không có hồ sơ nào", "chưa có phát sinh"])
def test_words_for_none_are_nothing(tmp_path: Path, words: str) -> None:
    rows = [["SỐ LIỆU THÁNG 3 NĂM 2026"], ["TT", "Đơn vị", *FLOWS], [1, "Xã Đăk Môn", words, 9], [2, "Xã Đăk Long", 12, 8]]
    assert taken(read(tmp_path, rows))["C3"] == 0


@pytest.mark.parametrize("text", ["Tử số", "Một số", "Năm", "Ba", "Tư", "không"])
def test_single_words_are_no_numbers(text: str) -> None:
    assert spelt_number(text) is None
