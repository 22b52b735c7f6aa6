"""Weeks in rows or in columns: the month is their total, never one of them, and a total that is not their sum is asked."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
FLOWS = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
UNITS = ["Xã Đăk Môn", "Xã Đăk Long"]
TITLE: list[list[object]] = [["SỐ LIỆU MỘT CỬA THÁNG 3 NĂM 2026"], []]
ONE: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], *TITLE]


def _blocks(head: str, weeks: list[object], total: str, each: bool, first: bool = False) -> list[list[object]]:
    rows: list[list[object]] = [*TITLE, ["TT", "Đơn vị", head, *FLOWS]]
    for number, unit in enumerate(UNITS, 1):
        lines = [[week, 10 * place + number, 9 * place] for place, week in enumerate(weeks, 1)]
        whole = [[total, *(sum(line[col] for line in lines) for col in (1, 2))]] if total else []  # type: ignore[misc]
        block = whole + lines if first else lines + whole
        rows += [[number, unit if each or not place else _, *line] for place, line in enumerate(block)]
    return rows


WEEKS = ["Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4"]


@pytest.mark.parametrize("each", [True, False])
@pytest.mark.parametrize(
    ("head", "weeks", "total"),
    [
        ("Tuần", WEEKS, "Cả tháng"),
        ("Kỳ", WEEKS, "Cộng tháng"),
        ("Thời gian", ["Tuần 10", "Tuần 11", "Tuần 12", "Tuần 13"], "Tháng 3"),
        ("Tuần", ["Tuần I", "Tuần II", "Tuần III", "Tuần IV"], "Tổng tháng 3"),
        ("Tuần", [1, 2, 3, 4], "Tổng cộng"),
        ("Thời gian", ["Nửa đầu tháng", "Nửa cuối tháng"], "Cả tháng"),
    ],
)
def test_the_total_of_the_weeks_of_a_commune_is_its_month(tmp_path: Path, head: str, weeks: list[object], total: str, each: bool) -> None:
    found = read(tmp_path, _blocks(head, weeks, total, each))
    last = 4 + len(weeks)
    assert set(taken(found)) == {f"{col}{row}" for col in "DE" for row in (last, 2 * last - 3)}
    assert {(o.period, o.basis) for o in found.observations} == {("2026-M03", "in_period")}


def test_the_month_may_stand_over_its_weeks(tmp_path: Path) -> None:
    found = read(tmp_path, _blocks("Thời gian", list(WEEKS), "Tháng 3", each=False, first=True))
    assert set(taken(found)) == {"D4", "E4", "D9", "E9"}


@pytest.mark.parametrize("each", [True, False])
@pytest.mark.parametrize("weeks", [WEEKS, [1, 2, 3, 4]])
def test_weeks_without_their_month_are_sent_back(tmp_path: Path, weeks: list[object], each: bool) -> None:
    found = read(tmp_path, _blocks("Tuần", weeks, "", each))
    assert (taken(found), codes(found)) == ({}, {"sectors_no_total"})


@pytest.mark.parametrize("part", ["Tuần {}", "Tuần thứ {}", "Tuần {} (01-07/3)", "Thôn {}"])
def test_a_commune_over_its_weeks_and_their_total(tmp_path: Path, part: str) -> None:
    rows: list[list[object]] = [*TITLE, ["TT", "Nội dung", *FLOWS]]
    for number, unit in enumerate(UNITS, 1):
        rows += [[number, unit], [_, part.format(1), 10, 9], [_, part.format(2), 20, 8], [_, "Cộng", 30, 17]]
    found = read(tmp_path, [*rows, [_, "Tổng cộng", 60, 34]])
    assert (set(taken(found)), found.outcome) == ({"C7", "D7", "C11", "D11"}, "accept")


def test_the_weeks_over_the_communes(tmp_path: Path) -> None:
    rows: list[list[object]] = [*TITLE, ["TT", "Tuần", "Đơn vị", *FLOWS]]
    for name, many in (("Tuần 1", 10), ("Tuần 2", 20), ("Cả tháng", 30)):
        rows += [[_, name, UNITS[0], many, many - 2], [_, _, UNITS[1], many + 1, many]]
    rows[-1][3:] = [32, 30]
    rows[-2][4] = 26
    assert set(taken(read(tmp_path, rows))) == {"D8", "E8", "D9", "E9"}


def _across(*last: object, head: str = "Cả tháng") -> list[list[object]]:
    weeks = [*WEEKS, head] if last else [*WEEKS]
    return [*ONE, ["TT", "Chỉ tiêu", *weeks], [1, FLOWS[0], 10, 20, 30, 40, *last[:1]], [2, FLOWS[1], 9, 18, 27, 36, *last[1:]]]


@pytest.mark.parametrize("head", ["Tháng", "Tháng 3", "Cộng", "Lũy kế tháng", "Lũy kế", "Cộng dồn"])
def test_the_sum_of_columns_of_weeks_is_of_the_month(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, _across(100, 90, head=head))
    assert taken(found) == {"G5": 100, "G6": 90} and {o.basis for o in found.observations} == {"in_period"}


def test_so_far_beside_weeks_that_is_more_than_their_sum_counts_since_january(tmp_path: Path) -> None:
    assert {o.basis for o in read(tmp_path, _across(300, 280, head="Lũy kế")).observations} == {"year_to_date"}


def test_a_month_that_is_not_the_sum_of_its_weeks_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _across(110, 90))
    assert (taken(found), codes(found)) == ({"G6": 90}, {"parts_differ"})
    rows = [*ONE, ["Tuần", *FLOWS], ["Tuần 1", 10, 9], ["Tuần 2", 20, 8], ["Cả tháng", 31, 17]]
    found = read(tmp_path, rows)
    assert (taken(found), codes(found)) == ({"C7": 17}, {"total_differs"})


def test_columns_of_weeks_alone_are_sent_back_and_none_is_offered_as_the_month(tmp_path: Path) -> None:
    found = read(tmp_path, _across())
    assert (taken(found), found.questions, codes(found)) == ({}, (), {"sectors_no_total"})


@pytest.mark.parametrize("total", [True, False])
def test_weeks_under_one_heading_of_a_table_of_communes(tmp_path: Path, total: bool) -> None:
    rows = [
        *TITLE,
        ["TT", "Đơn vị", FLOWS[0], _, _],
        [_, _, "Tuần 1", "Tuần 2", "Tháng"],
        [1, UNITS[0], 10, 20, 30],
        [2, UNITS[1], 11, 21, 32],
    ]
    found = read(tmp_path, rows if total else [row[:4] for row in rows])
    assert taken(found) == ({"E5": 30, "E6": 32} if total else {})
