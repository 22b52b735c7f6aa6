"""Which colour each cell of a sheet gets."""

from catalogue.facts import Issue, Observation
from loaders.opening.grid import Cell, Grid, Sheet, address, position
from loaders.questions import Question
from loaders.understanding.reading import understand
from loaders.understanding.telling.ledger import classes_of, ledger
from pages.parts.files.understood import marks, sheet_of

CLASSES = {
    "A1": "title",
    "A2": "header",
    "B2": "column_number",
    "A3": "label",
    "B3": "accepted",
    "B4": "asked",
    "B5": "rejected",
    "B6": "total",
    "C3": "checked",
    "C4": "ignored",
    "C5": "hidden",
    "C1": "period",
    "C2": "unit_period",
}
TOLD = {
    "name": "S",
    "rows": 6,
    "cols": 3,
    "merges": [[0, 0, 0, 2]],
    "cells": [[*position(cell), f"text of {cell}", kind] for cell, kind in CLASSES.items()],
}


def seen(cell, sheet="S"):
    return Observation("23341.1", "2025-M03", "in_period", "recv", 1234, sheet, cell, "1.234")


def drawn(observations=(), issues=()):
    sheet, classes = sheet_of(TOLD)
    return marks(sheet.name, classes, {"recv": "Hồ sơ tiếp nhận"}, observations, issues)


def roles(observations=(), issues=()):
    return {address(*place): mark.role for place, mark in drawn(observations, issues).items()}


def test_the_sheet_is_as_the_reader_saw_it():
    sheet, _classes = sheet_of(TOLD)
    assert sheet.cell(*position("B3")).raw == "text of B3" and sheet.merges[0].address == "A1:C1" and (sheet.n_rows, sheet.n_cols) == (6, 3)


def test_each_class_of_the_reader_has_its_role_and_titles_are_plain():
    assert roles() == {
        "A2": "header", "B2": "header", "A3": "label", "B3": "value", "B4": "asked", "B5": "wrong",
        "B6": "total", "C3": "total", "C4": "ignored", "C5": "ignored", "C1": "source", "C2": "source",
    }  # fmt: skip


def test_a_cell_says_what_it_was_read_as():
    assert "Hồ sơ tiếp nhận = 1.234" in drawn([seen("B3")])[position("B3")].why
    assert not drawn([seen("B3", "T")])[position("B3")].why


def test_an_error_on_a_cell_makes_it_wrong_and_a_warning_only_speaks():
    error, warning = Issue("S", "B3", "x", "error", "Sai tổng."), Issue("S", "B4", "y", "warning", "Tăng mạnh.")
    found = drawn([seen("B3")], [error, warning])
    assert (found[position("B3")].role, found[position("B4")].role) == ("wrong", "asked")
    assert "Sai tổng." in found[position("B3")].why and "Tăng mạnh." in found[position("B4")].why


def test_a_question_does_not_soften_what_is_wrong_nor_reopen_what_was_answered():
    question = [Issue("S", cell, "x", "question", "Đúng không?") for cell in ("B3", "B5", "C4")]
    found = roles((), question)
    assert (found["B3"], found["B5"], found["C4"]) == ("value", "wrong", "asked")


def test_issues_of_other_sheets_and_of_the_whole_file_colour_nothing():
    issues = [Issue("", "", "x", "error", "Cả tệp."), Issue("T", "B3", "x", "error", "Trang khác.")]
    assert roles((), issues) == roles()


def test_an_issue_on_a_range_marks_its_first_cell():
    assert roles((), [Issue("S", "B3:C3", "x", "error", "Dòng.")])["B3"] == "wrong"


def test_a_cell_outside_the_tables_says_whether_unit_or_period_was_read_there():
    drawn_ = drawn()
    assert drawn_[position("C1")].why == "Kỳ báo cáo đọc ở ô này." and "Đơn vị và kỳ" in drawn_[position("C2")].why


def test_the_cells_from_which_unit_and_period_were_read_are_known_to_picture_and_ledger():
    rows = ["UBND XÃ ĐĂK LONG,,", "BÁO CÁO THÁNG 11 NĂM 2026,,", "TT,Nội dung,Kết quả", "1,Tổng số hồ sơ tiếp nhận mới trong kỳ,120"]
    sheet = Sheet(
        "S",
        0,
        cells={(r, c): Cell(r, c, text, "T") for r, row in enumerate(rows) for c, text in enumerate(row.split(",")) if text},
        n_rows=4,
        n_cols=3,
    )
    reading = understand(Grid("bao cao.xlsx", "", "xlsx", (sheet,)), {})
    classes = classes_of(reading)["S"]
    assert (classes[0, 0], classes[1, 0]) == ("unit", "period")
    told = ledger(reading)
    assert told["sources"] == 2 and told["cells"] == told["accepted"] + told["asked"] + told["rejected"] + told["context"]


def about(words, text="Tiêu đề này là chỉ tiêu nào?"):
    return Question("k", "element_choice", "S", "B3", text, words=words)


def test_words_in_doubt_are_asked_about_where_they_stand_and_stay_a_heading():
    sheet, classes = sheet_of(TOLD)
    found = marks(sheet.name, classes, {}, [seen("B3").with_status("asked")], [], [about("S!A2"), about("S!A3")])
    heading, label = found[position("A2")], found[position("A3")]
    assert (heading.role, heading.why, heading.under) == ("asked", "Tiêu đề này là chỉ tiêu nào?", "header")
    assert (label.role, label.under, found[position("B3")].role) == ("asked", "label", "asked")


def test_words_on_another_sheet_are_not_asked_about_here():
    sheet, classes = sheet_of(TOLD)
    found = marks(sheet.name, classes, {}, [], [], [about("T!A2"), about("")])
    assert found[position("A2")].role == "header"
