"""Texts that leave the house: reminders, what goes back to a sender, tables as CSV."""

import csv
import datetime as dt
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.facts import Issue
from catalogue.issues import IssueKind, issue_kinds
from catalogue.language import use_language
from catalogue.units import units
from loaders.issues import issue
from pages.parts.csv_file import csv_bytes
from pages.parts.files.letters import Reminder, chat_line, letter, send_back, sentences_of
from pages.parts.files.triage import Row, whose


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def reminder(**changed):
    given = {"area": "tỉnh Quảng Ngãi", "period": "Tháng 10/2026", "due": dt.date(2026, 10, 15), "answer_by": dt.date(2026, 10, 22)}
    return Reminder(**(given | {"missing": ("Xã Ngọc Linh", "Xã Xốp"), "asked": ("Xã Đăk Môn",)} | changed))


def test_the_chat_line_is_one_line_with_who_and_when():
    line = chat_line(reminder())
    assert "\n" not in line
    for said in ("xã Ngọc Linh, xã Xốp", "Xã Đăk Môn", "Tháng 10/2026", "15/10/2026", "22/10/2026"):
        assert said in line


def test_the_letter_numbers_each_unit():
    text = letter(reminder())
    assert "Kính gửi: Ủy ban nhân dân xã Ngọc Linh, xã Xốp, xã Đăk Môn." in text and "kỳ tháng 10/2026" in text
    assert "1. Xã Ngọc Linh\n2. Xã Xốp" in text and "(2)" in text and "(1)" in text and "tỉnh Quảng Ngãi" in text


def test_nobody_is_blamed_for_what_did_not_happen():
    text = letter(reminder(asked=()))
    assert "Xã Đăk Môn" not in text and "(1)" not in text
    assert not reminder(missing=(), asked=()).needed


def test_ninety_six_names_do_not_fill_the_line_but_fill_the_letter():
    names = tuple(f"Xã {n}" for n in range(96))
    assert "(cả thảy 96)" in chat_line(reminder(missing=names)) and "xã 40" not in chat_line(reminder(missing=names))
    assert "96. Xã 95" in letter(reminder(missing=names))


SUM = {"sum": IssueKind("sum", "error", "Tổng không khớp", "", "Kiểm tra lại dòng cộng.", "")}


def test_every_fault_goes_back_with_its_own_figures_those_of_one_kind_together():
    issues = [
        Issue("S", "B2", "note", "warning", "Số lạ."),
        Issue("S", "D6", "sum", "error", "Ô D6: tổng (240) không bằng cộng các phần (267)."),
        Issue("S", "D10", "sum", "error", "Ô D10: tổng (90) không bằng cộng các phần (95)."),
    ]
    text = send_back("a.xlsx", issues, SUM)
    assert "1. Tổng không khớp (2):\n   - Ô D6: tổng (240) " in text and "\n   - Ô D10: tổng (90) không bằng cộng các phần (95).\n" in text
    assert "Cách sửa trong tệp: Kiểm tra lại dòng cộng." in text and "2. Số lạ." in text and "Các ô" not in text


def test_faults_of_six_communes_are_six_lines():
    names = ("Pék", "Môn", "Long", "Plô", "Xốp", "Choong")
    issues = [Issue("S", f"B{row}", "unit", "question", f"Ô B{row}: Đăk {name} không rõ.") for row, name in enumerate(names, 5)]
    text = send_back("a.xlsx", issues, {})
    assert all(f"Đăk {name} không rõ." in text for name in names)


def test_the_same_said_of_several_cells_is_one_line_that_names_them_all():
    issues = [Issue("S", cell, "sum", "error", f"Ô {cell}: công thức chưa có kết quả.") for cell in ("E12", "E16", "E20")]
    assert "1. Ô E12, E16, E20: công thức chưa có kết quả.\n" in send_back("a.xlsx", issues, SUM)


def held(cell, label, other):
    return issue("held_together", "Biểu", cell, label=label, other=other)


def test_the_same_said_of_several_labels_is_one_sentence_with_the_cells_of_each():
    found = [held("D9", "Hồ sơ trực tuyến", "Hồ sơ tiếp nhận"), held("D11", "Hồ sơ quá hạn", "Hồ sơ tiếp nhận")]
    found += [held("D12", "Hồ sơ quá hạn", "Hồ sơ tiếp nhận")]
    (said,) = sentences_of(found)
    assert said.startswith("Hồ sơ trực tuyến (D9); Hồ sơ quá hạn (D11, D12) chờ cùng Hồ sơ tiếp nhận: ")


def test_the_reason_all_sentences_end_with_is_told_once():
    first, second = sentences_of([held("D9", "Dân số", "Số người dùng"), held("D13", "Tổ viên", "Tổ viên tập huấn")])
    assert first.endswith("chờ cùng Số người dùng: các số liên quan với nhau phải được nhận cùng lúc.")
    assert second == "Ô D13: Tổ viên chờ cùng Tổ viên tập huấn."


def test_a_sentence_said_at_each_of_the_cells_it_names_is_said_once():
    said = "Xã Xốp có hơn một hàng (E4, E8) với số khác nhau."
    assert sentences_of([Issue("Biểu", cell, "unit_twice", "error", said) for cell in ("E4", "E8")]) == [said]


def test_a_long_list_of_faults_ends_with_how_many_more_the_workbook_lists():
    issues = [Issue("S", f"D{row}", "sum", "error", f"Ô D{row}: tổng sai {row}.") for row in range(1, 31)]
    text = send_back("a.xlsx", issues, SUM)
    assert "tổng sai 8." in text and "tổng sai 9." not in text
    assert "… và 22 lỗi khác, ghi đủ trong tờ Cần sửa của tệp gửi kèm." in text


def test_cells_the_sentence_names_itself_are_not_listed_again():
    issues = [Issue("S", cell, "twice", "error", "xã Xốp có hai hàng (G2, G8) khác nhau.") for cell in ("G2", "G8")]
    text = send_back("a.xlsx", issues, {})
    assert "1. Xã Xốp có hai hàng (G2, G8) khác nhau.\n" in text and "S!" not in text


def test_faults_of_several_sheets_stand_behind_the_name_of_theirs():
    issues = [Issue(sheet, cell, "sum", "error", "Cộng không khớp.") for sheet, cell in (("A", "C4"), ("B", "C4"), ("A", "C9"))]
    text = send_back("a.xlsx", issues, {})
    assert "Trang A: Cộng không khớp. Các ô: C4, C9" in text and "Trang B: C4: Cộng không khớp." in text


def test_nothing_a_commune_is_told_is_meant_for_the_one_who_takes_returns_in():
    """It says what to write in the file; there is nothing a commune could choose or confirm."""
    for code, kind in issue_kinds().items():
        if kind.severity != "warning":
            assert not re.match(r"(chọn|xác nhận|cho biết|hỏi lại)\b", kind.how, re.IGNORECASE), code
    for code in ("no_period", "no_unit", "period_impossible", "columns_unclear"):
        assert "chọn" not in issue(code, "S", "A1", said="tháng 13", period="tháng 7/2025", columns="A; B", span="").message.lower(), code


def test_no_example_names_a_commune_or_a_period_as_if_it_were_of_this_file():
    names = {unit.name.split(" ", 1)[-1] for unit in units().communes_under("610.1", dt.date(2026, 1, 1))}
    for code, kind in issue_kinds().items():
        if kind.severity != "warning" and code.startswith("unit"):
            assert not [name for name in names if name in kind.example], code


def test_a_return_whose_unit_or_period_is_not_known_has_no_line_of_dashes():
    assert whose(Row(1, "a.csv", "asked")) == ""
    assert whose(Row(1, "a.csv", "asked", periods=("2026-M03",))) == "Tháng 3/2026"
    assert whose(Row(1, "a.csv", "asked", units=("23341.2",), periods=("2026-M03",))).endswith(", tháng 3/2026")


def test_what_goes_back_ends_with_what_else_the_sender_should_know():
    text = send_back("a.xlsx", [Issue("S", "C4", "sum", "error", "Sai.")], {}, notes=["Tên đơn vị viết sai."])
    assert text.index("1. Sai.") < text.index("Tên đơn vị viết sai.") < text.index("Đề nghị")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_no_cell_of_a_csv_is_a_formula(text):
    (_head, (cell,)) = csv.reader(io.StringIO(csv_bytes(["x"], [[text]]).decode("utf-8-sig"), newline="")) if text else ((), ("",))
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


def test_numbers_stay_numbers_and_nothing_is_nothing():
    assert csv_bytes(["a", "b", "c", "d"], [[-5, 1.5, None, "Đăk Pék"]]).decode("utf-8-sig").splitlines()[1] == "-5,1.5,,Đăk Pék"
