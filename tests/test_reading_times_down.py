"""One commune, its times in rows: months with their sum or mean, this period beside the last one and their difference."""

from datetime import date, datetime, time
from pathlib import Path

import pytest
from test_reading import codes, read, taken

OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỔ THEO DÕI HỒ SƠ TTHC CÁC THÁNG QUÝ IV NĂM 2025"], []]
FLOWS = ["Hồ sơ kỳ trước chuyển sang", "Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết", "Hồ sơ đang giải quyết"]
LINES = [[5, 100, 95, 10], [10, 110, 102, 18], [18, 120, 127, 11]]
MONTHS = {f"{col}{row}": line[place] for row, line in enumerate(LINES, 5) for place, col in enumerate("BCDE")}


def _book(names: list[object], *last: list[object], head: str = "Tháng") -> list[list[object]]:
    return [*OVER, [head, *FLOWS], *([name, *line] for name, line in zip(names, LINES, strict=True)), *last]


@pytest.mark.parametrize(
    "names",
    [
        ["Tháng 10/2025", "Tháng 11/2025", "Tháng 12/2025"],
        ["T10", "T11", "T12"],
        ["10/2025 ", "11/2025 ", "12/2025 "],
        ["Tháng mười", "Tháng mười một", "Tháng mười hai"],
        [10, 11, 12],
        [date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1)],
    ],
)
@pytest.mark.parametrize("total", ["Cả quý", "Cộng quý IV", "Tổng cộng", "Cộng 3 tháng"])
def test_months_in_rows_are_read_and_their_sum_is_none_of_them(tmp_path: Path, names: list[object], total: str) -> None:
    found = read(tmp_path, _book(names, [total, 5, 330, 324, 11]))
    assert (taken(found), found.outcome) == (MONTHS, "accept")
    assert {o.period for o in found.observations} == {"2025-M10", "2025-M11", "2025-M12"}


@pytest.mark.parametrize(
    "line", [["Bình quân tháng", 11, 110, 108, 13], ["Lũy kế từ đầu năm", 5, 999, 998, 11], ["So sánh T12/T11", 8, 10, 25, -7]]
)
def test_a_mean_a_longer_sum_and_a_difference_under_months_are_left(tmp_path: Path, line: list[object]) -> None:
    found = read(tmp_path, _book(["T10", "T11", "T12"], line))
    assert (taken(found), found.outcome) == (MONTHS, "accept")


def test_a_sum_of_months_that_is_none_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, _book(["T10", "T11", "T12"], ["Cả quý", 5, 340, 324, 11]))
    assert [(i.code, i.cell) for i in found.issues] == [("total_differs", "C8")]
    assert found.outcome == "fix" and "C8" not in taken(found)


def test_months_beside_their_quarter_and_a_sum_of_both(tmp_path: Path) -> None:
    found = read(tmp_path, _book(["T10", "T11", "T12"], ["Quý IV", 5, 330, 324, 11], ["Tổng cộng", 5, 330, 324, 11]))
    assert found.outcome == "accept"
    assert {o.cell: o.period for o in found.observations if o.cell == "C8"} == {"C8": "2025-Q4"}


def test_the_sum_of_weeks_is_no_stock(tmp_path: Path) -> None:
    found = read(tmp_path, _book(["Tuần 1", "Tuần 2", "Tuần 3"], ["Cộng", 33, 330, 324, 39], head="Tuần"))
    assert taken(found) == {"C8": 330, "D8": 324}


HEAD = ["TT", "Kỳ", "Hồ sơ tiếp nhận mới", "Hồ sơ tiếp nhận trực tuyến", "Số CBCC có mặt"]


def _compared(title: str, now: str, before: str, beside: str) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], [title], HEAD, [1, now, 100, 80, 40], [2, before, 90, 70, 39], [3, beside, 10, 10, 1]]


ROWS = [
    ("Kỳ này", "Kỳ trước", "So sánh (1)-(2)"),
    ("Kỳ báo cáo", "Cùng kỳ năm trước", "Tăng/giảm"),
    ("Quý này", "Quý trước", "Tỷ lệ tăng (%)"),
    ("Quý I năm 2026", "Quý IV năm 2025", "Chênh lệch"),
    ("Quý I/2026", "Cùng kỳ năm 2025", "So với cùng kỳ (%)"),
    ("Kỳ này (Quý I/2026)", "Kỳ trước (Quý IV/2025)", "(1)-(2)"),
    ("Quý I năm 2026", "Quý I năm 2025", "Hiệu số"),
]


@pytest.mark.parametrize(("now", "before", "beside"), ROWS)
def test_this_period_is_read_the_last_one_and_the_difference_are_left(tmp_path: Path, now: str, before: str, beside: str) -> None:
    found = read(tmp_path, _compared("TÌNH HÌNH DỊCH VỤ CÔNG QUÝ I NĂM 2026", now, before, beside))
    assert (taken(found), found.outcome) == ({"C4": 100, "D4": 80, "E4": 40}, "accept")
    assert {o.period for o in found.observations} == {"2026-Q1"}


def test_this_period_of_no_year_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _compared("TÌNH HÌNH DỊCH VỤ CÔNG QUÝ .... NĂM 20....", *ROWS[0]))
    assert (taken(found), found.outcome) == ({}, "ask") and "no_period" in codes(found)


def test_a_plan_its_result_and_their_rate_in_rows(tmp_path: Path) -> None:
    found = read(tmp_path, _compared("KẾT QUẢ QUÝ I NĂM 2026", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)"))
    assert taken(found) == {"C5": 90, "D5": 70, "E5": 39}


def test_a_commune_named_once_over_its_months(tmp_path: Path) -> None:
    rows = [["SỐ LIỆU QUÝ IV NĂM 2025"], ["Xã", "Tháng", *FLOWS[1:3]]]
    for unit, more in (("Xã Đăk Môn", 0), ("Xã Đăk Long", 30)):
        rows += [[unit if month == 10 else None, f"T{month}", month + more, month] for month in (10, 11, 12)]
        rows += [[None, "Cộng quý", 33 + 3 * more, 33]]
    found = read(tmp_path, rows)
    counted = {(o.unit, o.period): o.value for o in found.observations if o.element == "dossiers_recv_new"}
    units = (("23374.2", 0), ("23368.2", 30))
    assert counted == {(unit, f"2025-M{month}"): month + more for unit, more in units for month in (10, 11, 12)}


@pytest.mark.parametrize("head", ["Kỳ", "Thời gian"])
def test_a_row_of_the_year_is_not_the_month_of_may(tmp_path: Path, head: str) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["HỒ SƠ TTHC CÁC NĂM"],
        [head, *FLOWS[1:3]],
        ["Năm 2026", 110, 90],
        ["Quý I/2026", 60, 50],
        ["Tháng năm 2026", 9, 8],
    ]
    found = read(tmp_path, rows)
    assert {o.cell: o.period for o in found.observations}.items() >= {("B4", "2026"), ("B5", "2026-Q1")}
    assert {o.period for o in found.observations if o.cell == "B6"} <= {"2026-M05"}


FOUR = ("Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp", "Xã Đăk Plô")
ANSWERS = ["Dấu thời gian", "Xã, phường", "Kỳ báo cáo", *FLOWS[1:3]]


def _answers(*months: str) -> list[list[object]]:
    return [ANSWERS, *(["03/12/2025 8:10:00", FOUR[k], month, 60 + k, 50 + k] for k, month in enumerate(months))]


@pytest.mark.parametrize("head", ["Dấu thời gian", "Thời gian gửi", "Hoàn thành", "Timestamp", "Completion time", "Thời gian"])
def test_when_an_answer_was_sent_is_no_period_not_even_on_the_first_day_of_a_month(tmp_path: Path, head: str) -> None:
    rows = [
        [head, *ANSWERS[1:]],
        *([datetime.combine(date(2025, 4, 1), time(8, k)), name, "Tháng 3/2025", 60 + k, 50 + k] for k, name in enumerate(FOUR)),
    ]
    found = read(tmp_path, rows)
    assert ({str(o.period) for o in found.observations}, len(taken(found))) == ({"2025-M03"}, 8)


def test_words_that_state_a_month_win_over_days_beside_them(tmp_path: Path) -> None:
    rows = [["Thời gian", *ANSWERS[1:]], *([date(2025, 4, 1), name, "Tháng 3/2025", 60 + k, 50 + k] for k, name in enumerate(FOUR))]
    assert {str(o.period) for o in read(tmp_path, rows).observations} == {"2025-M03"}


def test_answers_of_a_month_after_that_of_the_file_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, _answers("Tháng 10", "Tháng 10", "Tháng 11", "Tháng 11"), "Tra loi thang 10.2025.xlsx")
    assert set(taken(found)) == {"D2", "E2", "D3", "E3"}
    assert [(i.code, i.cell) for i in found.issues] == [("other_time", "D4")] and "2" in found.issues[0].message
    none = read(tmp_path, _answers("Tháng 11", "Tháng 11"), "Tra loi thang 10.2025.xlsx")
    assert (taken(none), none.outcome, codes(none)) == ({}, "fix", {"other_time"})


def test_rows_outside_the_quarter_of_the_title_are_told_and_their_sum_is_none(tmp_path: Path) -> None:
    found = read(tmp_path, _book(["T9", "T10", "T11"], ["Cộng", 5, 330, 324, 11]))
    assert {cell[1] for cell in taken(found)} == {"6", "7"} and codes(found) == {"other_time"}
    assert codes(read(tmp_path, _book(["T10", "T11", "T12"], ["Cộng", 5, 330, 324, 11]))) == set()


JANUARY: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỔ THEO DÕI HỒ SƠ TTHC NĂM 2026"], [], ["Tháng", *FLOWS[1:3], "Số CBCC"]]
RUN: list[list[object]] = [["Tháng 1", 100, 95, 40], ["Tháng 2", 110, 102, 40], ["Tháng 3", 120, 127, 41]]


@pytest.mark.parametrize("label", ["Lũy kế", "Cộng dồn", "Lũy kế 3 tháng", "Lũy kế từ đầu năm", "Lũy kế đến tháng 3"])
def test_so_far_under_months_from_january_counts_since_january(tmp_path: Path, label: str) -> None:
    found = read(tmp_path, [*JANUARY, *RUN, [label, 330, 324, 41]])
    summed = {o.cell: (o.value, o.period, o.basis) for o in found.observations if o.cell[1] == "8"}
    assert summed == {"B8": (330, "2026-M03", "year_to_date"), "C8": (324, "2026-M03", "year_to_date")} and found.outcome == "accept"


def test_so_far_that_is_no_sum_of_its_months_is_told_or_left(tmp_path: Path) -> None:
    told = read(tmp_path, [*JANUARY, *RUN, ["Lũy kế", 339, 324, 41]])
    assert "B8" not in taken(told) and [(i.code, i.cell) for i in told.issues] == [("total_differs", "B8")]
    for rows in ([*RUN[1:], ["Lũy kế", 230, 229, 41]], [*RUN, ["Lũy kế", 990, 972, 41]], [*RUN, ["Lũy kế 6 tháng", 330, 324, 41]]):
        found = read(tmp_path, [*JANUARY, *rows])
        assert {o.basis for o in found.observations} == {"in_period", "to_date"} and f"B{4 + len(rows)}" not in taken(found)


def _months(title: str, *last: list[object], filled: int = 3) -> list[list[object]]:
    lines: list[list[object]] = [[f"Tháng {m}", *([100 + m, 90 + m] if m <= filled else [])] for m in range(1, 13)]
    return [["UBND XÃ ĐĂK MÔN"], [title], [], ["Tháng", *FLOWS[1:3]], *lines, *last]


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ NĂM 2026 (đến tháng 3)",
        "SỐ LIỆU MỘT CỬA ĐẾN THÁNG 3/2026",
        "SỐ LIỆU NĂM 2026, tính đến hết tháng 3",
        "KẾT QUẢ LŨY KẾ ĐẾN THÁNG 3 NĂM 2026",
        "SỐ LIỆU 3 THÁNG ĐẦU NĂM 2026",
        "SỔ THEO DÕI NĂM 2026",
    ],
)
def test_months_of_a_year_that_is_not_over_each_count_their_own_month(tmp_path: Path, title: str) -> None:
    found = read(tmp_path, _months(title, ["Lũy kế", 306, 276]))
    own = {f"{col}{row}" for col in "BC" for row in (5, 6, 7)}
    assert {o.cell for o in found.observations if o.basis == "in_period" and o.status == "accepted"} == own
    since = {(o.cell, o.period) for o in found.observations if o.basis == "year_to_date"}
    assert (since, found.outcome) == ({("B17", "2026-M03"), ("C17", "2026-M03")}, "accept")


def test_a_single_month_up_to_which_figures_run_is_still_asked(tmp_path: Path) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU NĂM 2026 (đến tháng 3)"], ["TT", "Chỉ tiêu", "Kết quả"], [1, FLOWS[1], 100], [2, FLOWS[2], 90]]
    assert codes(read(tmp_path, rows)) == {"basis_unclear"}


def test_a_quarter_in_a_row_whose_months_are_not_all_filled_is_left(tmp_path: Path) -> None:
    lines: list[list[object]] = [[f"Tháng {m}", *([10, 9] if m < 5 else [])] for m in range(1, 7)]
    quarters: list[list[object]] = [["Quý I", 30, 27], ["Quý II", 10, 9]]
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỔ THEO DÕI NĂM 2026"], ["Kỳ", *FLOWS[1:3]], *lines[:3], quarters[0], *lines[3:], quarters[1]]
    found = {(o.cell, o.period) for o in read(tmp_path, rows).observations}
    assert ("B7", "2026-Q1") in found and ("B8", "2026-M04") in found and not {cell for cell, _p in found} & {"B11", "C11"}
