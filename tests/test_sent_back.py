"""A return that was sent back is not in: everything that tells how complete the figures are says so, and whose it is."""

from __future__ import annotations

import datetime as dt
import io
import shutil
from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from small_area import ROOT, SILENT

from catalogue.calendars import due_date
from catalogue.periods import Period
from catalogue.units import units
from pages.parts.files.letters import Reminder, chat_line, letter
from pages.parts.sending import board
from report.brief.brief import brief
from report.brief.returns import owing
from report.brief.view import View, opened
from report.compose import compose, sources
from report.meeting import meeting
from report.one_page import pdf
from report.order import Order
from report.reminder import reminder
from store import Store, open_store

TODAY, OCTOBER = dt.date(2026, 11, 25), Period.parse("2026-M10")
FIRST, SECOND = (unit.id for unit in [one for one in units().communes_under(ROOT, TODAY) if one.id != SILENT][:2])


@pytest.fixture
def store(area, tmp_path) -> Iterator[Store]:
    folder = shutil.copytree(area, tmp_path, dirs_exist_ok=True)
    opened_ = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    yield opened_
    opened_.close()


def sent_back(store: Store, *of: str) -> None:
    """October's returns of the units go back to be mended."""
    for number in store.coverage(units=of, periods=[str(OCTOBER)])["submission"]:
        store.refuse(int(number), "test", "sent back to be mended")


def view(store: Store) -> View:
    return opened(store, ROOT, OCTOBER, "current", TODAY)


def called(unit: str) -> str:
    return "xã " + units()[unit].bare_name


def summary(store: Store) -> str:
    return board.summary(owing(view(store)), due_date(OCTOBER), TODAY)


def test_the_first_sentence_tells_how_much_is_in_and_whose_return_went_back(store):
    sent_back(store, FIRST)
    said = brief(view(store)).sentence
    assert "5/6 xã đã nộp" in said and f"Trong đó đã nhận 4; đã trả lại, chưa có bản sửa: {called(FIRST)}." in said


def test_with_every_return_sent_back_nothing_reads_as_complete(store):
    sent_back(store, *(unit.id for unit in units().communes_under(ROOT, TODAY) if unit.id != SILENT))
    said, summed = brief(view(store)).sentence, summary(store)
    assert "chưa báo cáo nào được nhận vào" in said and "Trong đó đã trả lại, chưa có bản sửa: " in said
    assert "5/6 đơn vị đã nộp báo cáo: 0 đã nhận, 5 đã trả lại" in summed
    assert f"Đã trả lại, chưa có bản sửa: {called(FIRST)}, {called(SECOND)}" in summed
    assert "tất cả" not in summed


def test_where_everything_is_in_nothing_more_is_said(store):
    said = brief(opened(store, ROOT, Period.parse("2026-M09"), "current", TODAY)).sentence
    assert "6/6 xã đã nộp" in said and "Trong đó" not in said
    rows = owing(opened(store, ROOT, Period.parse("2026-M09"), "current", TODAY))
    assert "6/6 đơn vị đã nộp báo cáo: đã nhận tất cả" in board.summary(rows, due_date(OCTOBER), TODAY)


def test_the_page_for_the_chairman_names_it_under_what_is_missing(store):
    sent_back(store, FIRST)
    said = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf(view(store)))).pages)
    assert f"Đã trả lại, chưa có bản sửa: {called(FIRST)}." in said


def test_the_letter_counts_what_was_taken_in_and_says_what_went_back(store):
    sent_back(store, FIRST)
    said = "\n".join(paragraph.text for paragraph in reminder(view(store)).paragraphs())
    assert "báo cáo của 5/6 đơn vị. Trong đó đã nhận 4." in said and "(đã trả lại)" in said


def test_a_copied_reminder_asks_for_the_mended_file(store):
    asked = Reminder("khu vực", "Tháng 10/2026", due_date(OCTOBER), TODAY, (), back=("Xã A",), asked=("Xã B",))
    assert "Xã A: báo cáo tháng 10/2026 đã trả lại để sửa, chưa nhận được bản sửa." in chat_line(asked)
    assert "Các đơn vị có báo cáo đã trả lại, chưa gửi bản sửa (1):\n1. Xã A" in letter(asked)
    assert "Kính gửi: Ủy ban nhân dân xã A, xã B." in letter(asked)


def test_the_report_does_not_say_that_it_never_came(store):
    sent_back(store, FIRST)
    draft = compose(sources(store), Order(ROOT, OCTOBER), TODAY, sourced=False)
    (silent,) = [one.text for one in draft.part("3.1").ours if one.key == "3.1/silent"]
    assert silent.startswith(f"Chưa có báo cáo của {called(SILENT)}; báo cáo của {called(FIRST)} đã trả lại để sửa, chưa có bản sửa;")
    results = "\n".join(one.text for one in draft.part("2").ours)
    assert f"chưa báo cáo: {called(SILENT)}; đã trả lại, chưa có bản sửa: {called(FIRST)}" in results


def test_a_long_first_sentence_is_set_smaller_on_its_slide(store):
    sent_back(store, *(unit.id for unit in units().communes_under(ROOT, TODAY) if unit.id != SILENT))
    _first, whole, _second, _third, returns, *_more = meeting(view(store)).pages
    assert len(whole.title) > 200 and whole.title_size < 24
    assert returns.title == "5/6 đơn vị đã nộp báo cáo, đã nhận 0" and ("5", "đã trả lại") in returns.counts
