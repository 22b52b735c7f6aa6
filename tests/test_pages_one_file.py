"""One file handed in: its picture, its questions, what it would change, what goes back."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from pages_drawn import button, checked, markup, opened, said, sheet, uploaded
from small_area import ROOT, SILENT

from catalogue.errors import UserError
from catalogue.facts import Issue, Observation
from catalogue.indicators import indicators
from catalogue.issues import issue_kinds
from catalogue.language import speaking
from catalogue.units import units
from indicators.mixed import Mixed
from loaders.files import read_bytes
from loaders.questions import LEAVE, Option, Question
from loaders.result import FileReading
from loaders.settling import found_wrong
from pages.parts.files import batches, effect, letters, messages
from pages.parts.files.questions import choices, facts, listed, subjects, whole_cells
from pages.parts.files.typed_number import typed_number


def test_one_file_shows_its_picture_its_question_and_what_it_would_change(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "cs-asked" in markup(app) and "Câu hỏi (" in said(app)
    next(box for box in app.selectbox if box.key.startswith("file-")).select("2026-M10")
    for radio in app.radio:
        radio.set_value(SILENT)
    app.text_input(key=f"file-{number}-why").set_value("hỏi qua điện thoại")
    button(app, "Đọc lại").click().run()
    text = said(checked(app))
    assert "Sạch, chờ nhận" in text and "2 số mới" in text and "chưa có số liệu" in text
    button(app, "Nhận tệp này").click().run()
    assert list(own_area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_new"])["value"]) == [120]
    (answers,) = {a.why for a in own_area.answers(int(own_area.submissions(origin="user", state="accepted")["id"].iloc[0]))}
    assert answers == "hỏi qua điện thoại"


def test_words_in_doubt_are_marked_and_ringed_in_the_picture_with_the_figure_they_stand_over(own_area):
    doubtful = sheet().decode().replace("Tổng số hồ sơ tiếp nhận mới trong kỳ", "Số hồ sơ TTHC tiếp nhận")
    uploaded(("tieu de la.csv", doubtful.encode()))
    found = markup(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].iloc[0]))))
    heading, figure = (re.search(rf'<td class="([^"]*)"[^>]*title="{cell}: ([^"]*)"', found).groups() for cell in ("D3", "D4"))
    assert heading[0] == "cs-asked cs-heading cs-focus" and figure[0] == "cs-asked cs-focus"
    assert "Số hồ sơ TTHC tiếp nhận: tiêu đề" in heading[1]


def test_what_was_kept_in_vietnamese_is_told_in_english(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number), ngon_ngu="en")
    text = said(checked(app))
    assert "(1 question)" in text and "Take this file in" not in text
    (question,) = [one.value for one in app.markdown if "period" in one.value]
    assert "Name the period" in question


def test_figures_already_taken_in_are_replaced_only_with_a_reason(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    button(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].iloc[0]))), "Nhận tệp này").click().run()
    uploaded(("ngoc linh sua.csv", sheet(online=85)))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "80 → 85" in said(app).replace("\\", "")
    (choice,) = app.radio
    choice.set_value("yes")
    button(app, "Đọc lại").click().run()
    assert "lý do thay" in said(checked(app)) and own_area.submission(number).state == "asked"
    app.text_input(key=f"file-{number}-why").set_value("xã gửi lại")
    button(app, "Đọc lại").click().run()
    text = said(checked(app))
    assert "Sạch, chờ nhận" in text and "Tệp này có thay các số đó không" not in text and "Đang hỏi" not in text
    button(app, "Nhận tệp này").click().run()
    assert "Đã nhận 2 số liệu." in said(checked(app))
    assert list(own_area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_online"])["value"]) == [85]


def test_what_goes_back_can_be_copied_and_is_marked(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "khong ky.csv" in app.get("code")[0].value
    button(app, "Đánh dấu đã trả lại").click().run()
    assert own_area.submission(number).state == "refused"


def test_whose_the_differences_are_is_told_once_above_them():
    lines = [f"Xã Xốp, tháng 1/2026: Số hồ sơ {name}: 7 → 1.5" for name in ("đến", "đi")] + ["Xã Ba Vì, tháng 1/2026: Số hồ sơ đến: 1 → 2"]
    assert listed(lines).replace("\\", "").replace("\u00a0", " ").split("\n") == [
        "- Xã Xốp, tháng 1/2026:",
        "    - Số hồ sơ đến: 7 → 1.5",
        "    - Số hồ sơ đi: 7 → 1.5",
        "- Xã Ba Vì, tháng 1/2026: Số hồ sơ đến: 1 → 2",
    ]


def test_what_would_be_replaced_is_told_unit_by_unit_where_the_units_stand_side_by_side():
    cells = ("S!F5", "S!H5", "S!F6", "S!H6")
    told = tuple(f"{unit}, tháng 1/2026: {what}: 1 → 2" for what in ("đến", "đi") for unit in ("Xã Xốp", "Xã Ba Vì"))
    asked = Question("k", "changed_version", "S", "F5", "", (), cells, told)
    lines = [(line.partition(",")[0], line[-3:-1]) for line in facts(asked)]
    assert lines == [("Xã Xốp", "F5"), ("Xã Xốp", "F6"), ("Xã Ba Vì", "H5"), ("Xã Ba Vì", "H6")]


def test_of_a_cell_that_is_asked_about_it_is_said_whose_and_which_count_it_holds():
    counts = ("officials_with_cert", "officials_total")
    told = [Observation(unit, "2026-M10", "in_period", code, 1, "S", "D5", "1") for unit in ("23341.2", "") for code in counts]
    assert subjects(told[:2]) == {
        "S!D5": "Xã Đăk Pék: Số cán bộ, công chức, viên chức được cấp chứng thư số; Tổng số cán bộ, công chức, viên chức có mặt"
    }
    assert subjects(told[2:3]) == {"S!D5": "Số cán bộ, công chức, viên chức được cấp chứng thư số"}


def test_one_sentence_about_many_cells_is_told_once_with_the_cells():
    twice = [Issue("S", cell, "twice", "error", "Xã Xốp có hai hàng.") for cell in ("G2", "G8")]
    shown = messages.grouped([*twice, Issue("S", "H9", "twice", "error", "Xã Ba Vì có hai hàng.")], {})
    assert shown.count("Xã Xốp có hai hàng.") == shown.count("H9: Xã Ba Vì có hai hàng.") == 1 and "G2, G8" in shown


def test_ratios_that_mix_the_same_two_returns_are_told_in_one_sentence(seen_area):
    over, under = (int(number) for number in seen_area.submissions()["id"].iloc[:2])
    alike = [Mixed(code, SILENT, "2026-M10", over, under, "dossiers_recv_new", over, 19, 21) for code in list(indicators())[:2]]
    (told,) = effect.mixtures_words(alike)
    assert "ghi 19" in told and "sẽ là 21" in told and "; " in told
    assert len(effect.mixtures_words([*alike, replace(alike[0], said=20)])) == 2


def test_a_province_is_not_offered_for_the_return_of_a_commune():
    province = next(unit for unit in units().path(SILENT) if unit.level == "province")
    asked = Question("unit:S1", "unit_conflict", "S1", "A1", "?", (Option(province.id, province.name), Option(SILENT, "")))
    assert [option.value for option in choices(asked, ROOT, dt.date(2026, 11, 23))] == [SILENT]


def test_no_part_of_a_person_is_offered_for_a_count():
    asked = Question("value:S1!C5", "number_ambiguous", "S1", "C5", "?", (Option("10110.0", ""), Option("10.11", "")))
    offered = [option.value for option in choices(asked, ROOT, dt.date(2026, 11, 23), whole_cells([_seen("eid_quota")]))]
    assert offered == ["10110.0", "blank"]
    assert [option.value for option in choices(asked, ROOT, dt.date(2026, 11, 23), whole_cells([_seen("pay_online_amount")]))][1] == "10.11"


def test_a_count_is_typed_with_its_signs_of_thousands_and_without_a_fraction(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet(online='"10,1"')))
    app = opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].iloc[0])))
    assert not [option for radio in app.radio for option in radio.options if "," in option]
    (box,) = (one for one in app.text_input if one.key.endswith("-number"))
    box.set_value("10,1")
    button(app, "Đọc lại").click().run()
    assert "“10,1” có phần lẻ" in said(checked(app)).replace("\\", "") and len(own_area.submissions(origin="user")) == 1
    next(one for one in app.text_input if one.key.endswith("-number")).set_value("1.101")
    button(app, "Đọc lại").click().run()
    checked(app)
    answers = own_area.answers(int(own_area.submissions(origin="user")["id"].max()))
    assert [one.value for one in answers if one.key.startswith("value:")] == ["1101.0"]


@pytest.mark.parametrize(
    ("text", "whole", "meant"),
    [
        ("4907", True, 4907),
        ("4.907", True, 4907),
        ("4,907", True, 4907),
        (" 4 907 ", True, 4907),
        ("1.234.567", True, 1234567),
        ("12,0", True, 12),
        ("1.234.567", False, 1234567),
        ("1.234,5", False, 1234.5),
        ("1,234.5", False, 1234.5),
        ("62,5", False, 62.5),
        ("0,125", False, 0.125),
        ("4,9070", False, 4.907),
        ("-3,5", False, -3.5),
    ],
)
def test_a_number_is_typed_as_people_write_it(text, whole, meant):
    assert typed_number(text, whole=whole) == meant


@pytest.mark.parametrize(
    ("text", "whole", "why"),
    [
        ("4,9", True, "có phần lẻ"),
        ("0.125", True, "có phần lẻ"),
        ("-5", True, "âm"),
        (">4.907", True, "không phải số"),
        ("3.18O", True, "không phải số"),
        ("12.34.567", True, "không phải số"),
        ("4.907", False, "hai cách"),
        ("4,907", False, "hai cách"),
    ],
)
def test_a_number_that_is_none_or_could_be_two_is_not_taken(text, whole, why):
    with speaking("vi"), pytest.raises(UserError, match=why):
        typed_number(text, whole=whole)


def _seen(element: str) -> Observation:
    return Observation(SILENT, "2026-M10", "in_period", element, 1, "S1", "C5", "10.110")


def test_for_an_unheard_unit_all_of_the_province_are_offered_and_to_leave_the_row_out():
    asked = Question("unit:Xã Lạ", "unit_unknown", "S1", "B9", "?")
    offered = [option.value for option in choices(asked, ROOT, dt.date(2026, 11, 23))]
    province = next(unit.id for unit in units().path(SILENT) if unit.level == "province")
    around = {unit.id for unit in units().communes_under(province, dt.date(2026, 11, 23))}
    assert offered[0] == LEAVE and SILENT in offered[1:8] and around <= set(offered) and len(around) > 90
    known = Question("unit:Xã Xốp", "unit_ambiguous", "S1", "B9", "?", (Option(SILENT, ""),))
    assert [option.value for option in choices(known, ROOT, dt.date(2026, 11, 23))] == [SILENT]


def test_what_taking_a_file_in_changed_stays_to_be_seen_and_is_shown_before_it_comes_back(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    own_area.accept(number, "lan", "")
    text = said(opened("nop-bao-cao", tep=str(number)))
    assert "Khi nhận, số liệu đã thay đổi thế nào" in text and "2 số mới" in text and "Trước khi nhận" in text
    own_area.withdraw(number, "lan", "nhầm")
    app = opened("nop-bao-cao", tep=str(number))
    assert "Nếu nhận, số liệu sẽ thay đổi thế nào" in said(app) and "2 số mới" in said(app)
    button(app, "Vẫn nhận tệp này").click().run()
    assert own_area.submission(number).state == "accepted"


def test_taking_in_after_all_needs_a_reason_where_figures_would_be_replaced(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    first = int(own_area.submissions(origin="user")["id"].iloc[0])
    own_area.accept(first, "lan", "")
    own_area.withdraw(first, "lan", "nhầm")
    uploaded(("ngoc linh sua.csv", sheet(online=85)))
    own_area.accept(int(own_area.submissions(origin="user")["id"].max()), "lan", "")
    app = opened("nop-bao-cao", tep=str(first))
    button(app, "Vẫn nhận tệp này").click().run()
    assert own_area.submission(first).state == "withdrawn"
    app.text_input(key=f"again-why-{first}").set_value("bản đầu đúng").run()
    button(app, "Vẫn nhận tệp này").click().run()
    assert own_area.submission(first).state == "accepted"


def test_a_file_that_is_no_return_is_no_fault_of_the_sender(own_area):
    uploaded(("ke hoach.csv", "KẾ HOẠCH TUẦN,,\nThứ hai,Họp giao ban,\n".encode()))
    text = said(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].iloc[0]))))
    assert "Không phải báo cáo" in text and "Sai, đơn vị gửi phải sửa" not in text


def test_every_cell_of_former_units_is_wrong_and_each_unit_is_told_which_rows_to_add_up():
    names = ["Thị trấn Đăk Glei", "Xã Đăk Pék", "Xã Đăk Kroong", "Xã Đăk Môn", "Xã Đăk Long", "Xã Đăk Nhoong", "Xã Đăk Man", "Xã Đăk Plô",
             "Xã Đăk Choong", "Xã Xốp", "Xã Mường Hoong", "Xã Ngọc Linh"]  # fmt: skip
    head = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 7 NĂM 2025,,,,\nĐơn vị tính: hồ sơ,,,,\n"
    head += "TT,Tên xã,Tổng số hồ sơ tiếp nhận mới trong kỳ,Số hồ sơ tiếp nhận trực tuyến,Số hồ sơ tiếp nhận trực tiếp và qua bưu chính\n"
    rows = "".join(f"{place},{name},{60 + 3 * place},{40 + 2 * place},{20 + place}\n" for place, name in enumerate(names, start=1))
    (asked,) = {question.key for question in read_bytes((head + rows).encode(), "cac xa.csv").questions}
    read = found_wrong(read_bytes((head + rows).encode(), "cac xa.csv", answers={asked: "former"}))
    _cells, accepted, waiting, wrong = batches.tally(read)
    assert (waiting, wrong, read.ledger["asked"]) == (0, 36 - accepted, 0) and wrong > 30
    told = letters.send_back("cac xa.csv", read.issues, issue_kinds())
    assert "Thị trấn Đăk Glei: 4; Xã Đăk Pék: 5" in told and "Xã Mường Hoong: 14; Xã Ngọc Linh: 15" in told


def test_a_wrong_cell_of_nobody_known_yet_is_counted_once():
    held = Observation("23365.2", "2026-M10", "in_period", "dossiers_recv_online", 1, "S", "C4", "1", "rejected")
    issues = tuple(Issue("S", cell, "unit_former_rows", "error", "sai") for cell in ("C4", "C5", "C6"))
    ledger = {"cells": 9, "accepted": 0, "asked": 0, "rejected": 3}
    read = FileReading("a.xlsx", "0", "fix", "", observations=(held,), issues=issues, ledger=ledger)
    assert batches.tally(read) == (9, 0, 0, 3), "only cells whose unit is known are kept with the return"
