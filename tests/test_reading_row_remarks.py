"""Remarks that take the figures of a commune from another time, or call them not final: those are asked, all others are taken."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

HEAD = ["TT", "Đơn vị", "Tổng số văn bản đi (trừ văn bản mật)", "Văn bản ký số của cơ quan", "Ghi chú"]
NAMES = ("Xã Đăk Man", "Xã Xốp", "Xã Đăk Long", "Xã Ngọc Linh")


def table(remark: str = "", names: tuple[str, ...] = NAMES, below: str = "") -> list[list[object]]:
    rows: list[list[object]] = [[i + 1, name, 50 + 7 * i, 40 + 6 * i, remark if i == 1 else None] for i, name in enumerate(names)]
    return [["KÝ SỐ CÁC XÃ THÁNG 3 NĂM 2025"], [], HEAD, *rows, *([[], [below]] if below else [])]


@pytest.mark.parametrize(
    "remark",
    [
        "Xã chưa gửi, tạm lấy số liệu tháng 02/2025",
        "số tháng 2, chờ bổ sung",
        "lấy theo BC T2",
        "Tháng 2",
        "dùng số của kỳ trước",
        "số liệu cũ",
        "như tháng trước",
        "ước tính",
        "số liệu chưa chính thức",
        "chưa gửi báo cáo",
        "số liệu đến 14/02/2025",
        "số liệu năm 2024",
    ],
)
def test_figures_that_a_remark_takes_from_another_time_or_calls_not_final_are_asked(tmp_path: Path, remark: str) -> None:
    reading = read(tmp_path, table(remark))
    assert (reading.outcome, codes(reading)) == ("ask", {"row_of_other_time"})
    assert set(taken(reading)) == {"C4", "D4", "C6", "D6", "C7", "D7"}


@pytest.mark.parametrize(
    "remark",
    [
        "tăng 5 văn bản so với số liệu tháng 2",
        "số tháng 3",
        "số liệu đến 14/3/2025",
        "có 2 văn bản từ tháng 2 chuyển sang",
        "đã đính chính số liệu tháng 2",
        "số kỳ trước: 45",
        "chưa gửi bản giấy",
        "chưa có chữ ký số",
        "theo công văn số 12/UBND",
    ],
)
def test_remarks_that_compare_or_tell_something_else_ask_nothing(tmp_path: Path, remark: str) -> None:
    assert read(tmp_path, table(remark)).outcome == "accept"


def test_words_in_the_place_of_a_figure_say_nothing_of_those_beside_it(tmp_path: Path) -> None:
    rows = table()
    rows[4][3] = "Chưa gửi"
    assert "C5" in taken(read(tmp_path, rows))


def test_what_was_not_sent_is_the_figure_that_is_missing(tmp_path: Path) -> None:
    rows = table("Chưa gửi")
    rows[4][3] = None
    assert "C5" in taken(read(tmp_path, rows))


@pytest.mark.parametrize(
    "below",
    [
        "Ghi chú: số liệu của xã Xốp, Ngọc Linh là của tháng 2",
        "Riêng xã Xốp và xã Ngọc Linh: số liệu tháng 2/2025",
        "Xã Xốp, xã Ngọc Linh chưa gửi báo cáo, lấy số liệu tháng trước",
    ],
)
def test_a_line_under_the_table_is_about_the_communes_it_names(tmp_path: Path, below: str) -> None:
    reading = read(tmp_path, table(below=below))
    assert codes(reading) == {"row_of_other_time"}
    assert set(taken(reading)) == {"C4", "D4", "C6", "D6"}


def test_a_line_that_begins_with_a_mark_is_about_the_communes_that_bear_it(tmp_path: Path) -> None:
    names = ("Xã Đăk Man (*)", "Xã Xốp", "Xã Đăk Long*", "Xã Ngọc Linh")
    reading = read(tmp_path, table(names=names, below="(*) Số liệu tháng 2"))
    assert set(taken(reading)) == {"C5", "D5", "C7", "D7"}


def test_a_line_that_names_no_commune_is_about_all_of_them(tmp_path: Path) -> None:
    reading = read(tmp_path, table(below="Số liệu các xã là của tháng 2"))
    assert (codes(reading), taken(reading)) == ({"period_conflict"}, {})


def test_brackets_behind_a_name_are_a_remark(tmp_path: Path) -> None:
    reading = read(tmp_path, table(names=("Xã Đăk Man (số tháng 2)", *NAMES[1:])))
    assert set(taken(reading)) == {"C5", "D5", "C6", "D6", "C7", "D7"}


def test_an_answer_takes_the_figures_or_leaves_them_out(tmp_path: Path) -> None:
    rows = table("số tháng 2")
    (question,) = read(tmp_path, rows).questions
    assert set(taken(read(tmp_path, rows, answers={question.key: "as_is"}))) >= {"C5", "D5"}
    left = read(tmp_path, rows, answers={question.key: "leave"})
    assert left.outcome == "accept" and not {"C5", "D5"} & set(taken(left))
