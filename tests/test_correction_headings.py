"""A heading or label in doubt goes back coloured; when it comes back mended, what was asked and what is newly wrong are told apart."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from test_correction import LIST, back, book, data, returned

from catalogue.language import use_language
from loaders import correct

RECEIVED, DOUBTFUL = "Tổng số hồ sơ tiếp nhận (gồm cả kỳ trước chuyển sang)", "Số hồ sơ TTHC tiếp nhận"
RESOLVED = "Số hồ sơ đã giải quyết"
YELLOW = "FFFFE699"
SHEET = "Tháng 9"


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def form(label: str) -> Workbook:
    """A form of one commune: what the label of its first row (B4) names (50), and how many were resolved (60): more than all received, not
    than those that came in anew."""
    made = Workbook()
    sheet = made.active
    sheet.title = SHEET
    for row in (
        ["BÁO CÁO CHUYỂN ĐỔI SỐ XÃ ĐĂK PÉK THÁNG 9 NĂM 2026"],
        [],
        ["TT", "Chỉ tiêu", "Kết quả"],
        [1, label, 50],
        [2, RESOLVED, 60],
    ):
        sheet.append(row)
    return made


def colours(made: Workbook, *cells: str) -> list[str]:
    return [made[SHEET][cell].fill.fgColor.rgb for cell in cells]


def test_a_label_in_doubt_is_coloured_with_its_figure_and_explained_once(sqlite_store):
    _number, made = returned(sqlite_store, data(form(DOUBTFUL)))
    assert colours(made, "B4", "C4") == [YELLOW, YELLOW]
    assert made[SHEET]["C4"].comment and not made[SHEET]["B4"].comment
    assert [row[2].value for row in made[LIST].iter_rows() if row[1].value == SHEET] == ["C4"]


def test_a_heading_in_doubt_is_coloured_over_its_figures(sqlite_store):
    wide = book(online=80)
    wide.active["C6"], wide.active["D4"] = 70, DOUBTFUL
    _number, made = returned(sqlite_store, data(wide))
    assert colours(made, "D4", "D5", "D6") == [YELLOW] * 3 and colours(made, "C4") != [YELLOW]


def test_a_mended_label_under_which_the_figure_is_wrong_is_mended_and_newly_wrong(sqlite_store):
    _number, made = returned(sqlite_store, data(form(DOUBTFUL)))
    made[SHEET]["B4"] = RECEIVED
    message = sqlite_store.submission(back(sqlite_store, data(made))).message
    assert message.startswith("Bản sửa: đã sửa 1/1 chỗ; ô C5 mới sai."), message


def test_a_label_that_was_not_mended_is_still_asked(sqlite_store):
    _number, made = returned(sqlite_store, data(form(DOUBTFUL)))
    made[SHEET]["C4"] = 55
    assert "đã sửa 0/1 chỗ; ô C4 vẫn sai" in sqlite_store.submission(back(sqlite_store, data(made))).message


def test_a_figure_mended_in_one_way_and_wrong_in_another_is_told_as_both(sqlite_store):
    _number, made = returned(sqlite_store, data(book()))
    made[SHEET]["C5"], made[SHEET]["C6"] = 500, 85
    message = sqlite_store.submission(back(sqlite_store, data(made))).message
    assert "đã sửa 2/2 chỗ; ô C5 mới sai." in message, message


def test_so_it_is_without_the_hidden_sheet(sqlite_store):
    returned(sqlite_store, data(book()))
    mended = book(online=500)
    mended.active["C6"] = 85
    message = sqlite_store.submission(back(sqlite_store, data(mended), "sua lai.xlsx")).message
    assert "đã sửa 2/2 chỗ; ô C5 mới sai." in message, message


def test_a_label_mended_on_a_second_round_wears_only_todays_colours(sqlite_store):
    _number, made = returned(sqlite_store, data(form(DOUBTFUL)))
    made[SHEET]["B4"] = RECEIVED
    again = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, back(sqlite_store, data(made))).data))
    assert again[SHEET]["B4"].fill.fill_type is None and again[SHEET]["C5"].fill.fill_type == "solid"
