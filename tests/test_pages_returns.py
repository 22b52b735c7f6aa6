"""Who is due: the board of returns, exemptions, the reminder, workbooks to fill in."""

from __future__ import annotations

import datetime as dt
import re

from pages_drawn import button, checked, markup, opened, row_of, said
from small_area import SILENT

from catalogue.units import units
from pages.parts.files import prefilled
from store import Exemption


def test_the_board_says_who_has_not_sent_and_how_long_they_are_late(seen_area):
    app = opened("thu-bao-cao", ky="2026-M10")
    assert "5/6 đơn vị đã nộp báo cáo" in said(app) and "hạn nộp ngày 15/10/2026" in said(app)
    assert "Chưa nộp" in row_of(app, "Xã Ngọc Linh") and "quá hạn" in row_of(app, "Xã Ngọc Linh")
    assert "nộp trễ 2 ngày" in row_of(app, "Xã Đăk Pék")


def test_the_reminder_names_only_those_who_owe_something(seen_area):
    line, letter = (code.value for code in opened("thu-bao-cao", ky="2026-M10").get("code"))
    assert "xã Ngọc Linh" in line and "xã Đăk Pék" not in line and "\n" not in line
    assert "1. Xã Ngọc Linh" in letter and "15/10/2026" in letter
    assert "Không có đơn vị nào cần nhắc" in said(opened("thu-bao-cao", ky="2026-M09"))


def test_one_late_unit_alone_is_reminded(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 25))
    everyone = checked(opened("thu-bao-cao", ky="2026-M11")).code[1].value
    assert "6. " in everyone and "quá hạn" in everyone
    alone = checked(opened("thu-bao-cao", ky="2026-M11", nhac=SILENT)).code[1].value
    assert f"1. {units()[SILENT].name}" in alone and "2. " not in alone


def test_an_exempt_commune_is_not_reminded(own_area):
    own_area.save(Exemption(SILENT, "2026-M10", "bão lũ"), "lan")
    app = opened("thu-bao-cao", ky="2026-M10")
    assert "Được miễn" in row_of(app, "Xã Ngọc Linh") and "bão lũ" in row_of(app, "Xã Ngọc Linh")
    assert not app.get("code")


def test_a_commune_is_excused_with_a_reason_and_owes_again(own_area):
    app = opened("thu-bao-cao", ky="2026-M10")
    app.text_input(key="exempt-reason").set_value("mất điện").run()
    button(app, "Miễn nộp").click().run()
    assert [(one.unit, one.reason) for one in own_area.every(Exemption)] == [(SILENT, "mất điện")]
    button(checked(app), "phải nộp lại").click().run()
    assert own_area.every(Exemption) == [] and "Chưa nộp" in row_of(checked(app), "Xã Ngọc Linh")


def test_the_last_periods_show_a_sign_with_words_for_each(seen_area):
    grid = re.search(r"desk-grid.*?</table>", markup(opened("thu-bao-cao", ky="2026-M10")), re.S).group()
    assert 'aria-label="Tháng 10/2026: Chưa nộp"' in grid and 'aria-label="Tháng 9/2026: Nộp trễ"' in grid


def test_the_month_that_is_due_can_be_opened_before_anybody_has_sent(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    app = opened("thu-bao-cao", ky="2026-M11")
    assert "0/6 đơn vị đã nộp báo cáo" in said(app) and "16/11/2026" in said(app)
    (period,) = [box for box in app.selectbox if box.key == "ky"]
    assert period.options[0] == "Tháng 11/2026 (chưa có)"
    assert opened("thu-bao-cao").session_state["ky"] == "2026-M10", "the default is the latest period with data"


def test_the_workbook_to_fill_in_is_offered_for_all_only_where_several_have_not_sent(own_area):
    assert prefilled.choices(["a", "b"]) == [prefilled.ALL, "a", "b"]
    assert prefilled.choices(["a"]) == ["a"]
    assert prefilled.choices(["a", "b"], ["c"]) == [prefilled.ALL, "a", "b", "c"]


def test_the_workbook_to_fill_in_is_there_for_every_unit_also_when_all_have_sent(seen_area):
    app = checked(opened("thu-bao-cao", ky="2026-M09"))
    assert "Không có đơn vị nào cần nhắc" in said(app) and "Biểu điền sẵn" in said(app)
    (choice,) = [box for box in app.selectbox if box.key == "prefilled-unit"]
    assert "Xã Ngọc Linh" in choice.options and not [name for name in choice.options if "zip" in name]
    with_one_missing = checked(opened("thu-bao-cao", ky="2026-M10"))
    (choice,) = [box for box in with_one_missing.selectbox if box.key == "prefilled-unit"]
    assert choice.options[0] == "Xã Ngọc Linh" and "Xã Đăk Pék" in choice.options
