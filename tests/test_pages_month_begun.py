"""The start page when a later month is over or going on and its returns are not all in."""

from __future__ import annotations

import datetime as dt
import html
import re

from pages_drawn import markup, opened, said, sheet, uploaded

from pages.parts import data


def test_the_start_page_says_that_a_later_month_is_already_due(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    assert "Tháng 11/2026 đã quá hạn nộp ngày 16/11/2026: 0/6 xã đã nộp." in said(opened("tong-quan"))
    assert "đã quá hạn nộp ngày 16/11/2026" not in said(opened("tong-quan", ky="2026-M09")), "who looks back is not told"
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 16))
    assert "đã quá hạn nộp ngày 16/11/2026" not in said(opened("tong-quan")), "the day of the due date is in time"


def test_a_month_without_returns_says_so_with_its_due_date_and_the_month_that_has_figures(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    app = opened("tong-quan", ky="2026-M11")
    (sentence,) = re.findall(r"<h1>(.*?)</h1>", markup(app))
    assert html.unescape(re.sub(r"<[^>]+>", "", sentence)) == (
        "Tháng 11/2026: chưa có báo cáo nào. 0/6 xã đã nộp; hạn nộp 16/11/2026 (đã quá 7 ngày). Số liệu gần nhất là của tháng 10/2026."
    )
    assert re.search(r'<a href="tong-quan\?[^"]*ky=2026-M10[^"]*">tháng 10/2026</a>', sentence)


def test_of_a_quarter_that_goes_on_the_month_is_named_whose_returns_are_counted(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 10, 23))
    assert "5/6 xã đã nộp báo cáo tháng 10/2026." in said(opened("tong-quan", ky="2026-Q4"))


def test_a_card_without_a_figure_names_the_last_one_with_its_month(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    text = said(opened("tong-quan", ky="2026-M11"))
    assert re.search(r"gần nhất: \d+,\d% \(tháng 10/2026\)", text)
    assert "chưa có số liệu tháng 10/2026" not in text


def test_returns_that_wait_to_be_taken_in_are_not_called_absent(own_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 16))
    uploaded(("ngoc linh thang 11.csv", sheet(period=" THÁNG 11 NĂM 2026")))
    text = said(opened("tong-quan", ky="2026-M11"))
    assert "Tháng 11/2026: đã có báo cáo nộp về nhưng chưa báo cáo nào được nhận vào. 1/6 xã đã nộp" in text
    assert "hạn nộp 16/11/2026 (hôm nay)" in text
    assert "Gọi nhắc nộp báo cáo: " in text and "Xã Ngọc Linh" not in text.partition("Gọi nhắc nộp báo cáo: ")[2][:60]
    assert opened("tong-quan").session_state["ky"] == "2026-M10", "what nobody has taken in does not take the place of the figures"


def test_the_month_now_running_is_not_offered(seen_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 14))
    assert str(data.periods(data.version())[0]) == "2026-M10"


def test_the_first_return_taken_in_of_a_month_does_not_make_it_the_month_shown(own_area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 16))
    uploaded(("ngoc linh thang 11.csv", sheet(period=" THÁNG 11 NĂM 2026")))
    data.store().accept(int(data.store().submissions()["id"].max()), "tester", "seen")
    app = opened("tong-quan")
    assert app.session_state["ky"] == "2026-M10"
    assert opened("tong-quan", ky="2026-M11").session_state["ky"] == "2026-M11", "it can be asked for"
