"""The register of tasks says which figures it tells and when; a unit that sent nothing is no zero because of it."""

from __future__ import annotations

import datetime as dt

from pages_drawn import opened, said
from small_area import ROOT, SILENT

from catalogue.indicators import indicators
from catalogue.tasks import task_counts
from pages.parts import names
from pages.parts.registers import duties
from store import Task

OTHER = "23356.2"
BEHIND = next(one for one in indicators().values() if one.latest.denominator and one.latest.denominator.elements == ("tasks_due",))


def test_the_register_says_which_figures_it_tells_and_which_only_where_no_return_does(own_area):
    own_area.save(Task(SILENT, "Niêm yết mã QR", "KH 2", dt.date(2026, 1, 1), dt.date(2026, 9, 10)), "test")
    always, _sign, otherwise = said(opened("nhiem-vu", ky="2026-M10")).partition("đơn vị nào không báo cáo")
    assert "Chỉ số tính từ sổ nhiệm vụ này" in always and BEHIND.name_vi not in always
    assert BEHIND.name_vi in otherwise


def test_what_is_counted_from_the_register_is_named_as_the_source_of_its_figures(own_area):
    plan = next(count.plans for count in task_counts() if count.measure == "assigned")
    own_area.save(Task(SILENT, "Dùng trợ lý AI", "KH 3", dt.date(2026, 1, 1), done_on=dt.date(2026, 9, 1), plan=plan[0]), "test")
    text = said(opened("tri-tue-nhan-tao", ky="2026-M10"))
    assert "Đếm từ trang Nhiệm vụ: Tỷ lệ nhiệm vụ AI được giao đã hoàn thành." in text
    assert "Đếm từ" not in said(opened("dich-vu-cong-truc-tuyen", ky="2026-M10"))


def test_a_commune_with_no_task_due_that_sent_nothing_has_no_figure_of_tasks(own_area):
    for unit, due in ((SILENT, dt.date(2026, 9, 10)), ("23356.2", dt.date(2026, 10, 10))):
        own_area.save(Task(unit, "Niêm yết mã QR", "KH 2", dt.date(2026, 1, 1), due, dt.date(2026, 9, 1)), "test")
    asked = {"chi-so": BEHIND.code, "don-vi": ROOT, "ky": "2026-M10"}
    origin = opened("nguon-goc", **asked)
    assert "1/6 đơn vị có số liệu" in said(origin)
    assert "không phát sinh" not in said(origin).lower()


def test_whose_tasks_are_overdue_is_said_above_the_list_the_most_first(own_area):
    for unit, title in ((SILENT, "Niêm yết mã QR"), (SILENT, "Rà soát hộ tịch"), (OTHER, "Niêm yết mã QR")):
        own_area.save(Task(unit, title, "KH 2", dt.date(2026, 1, 1), dt.date(2026, 9, 10)), "test")
    text = said(opened("nhiem-vu", ky="2026-M10")).replace(" ,", ",").replace(" .", ".")
    assert f"Quá hạn: {names.unit_inline(SILENT)} 2, {names.unit_inline(OTHER)} 1." in text
    assert "Quá hạn: " not in said(opened("nhiem-vu", don_vi=SILENT, ky="2026-M10"))


def test_a_task_due_today_has_no_days_left():
    today = dt.date(2026, 11, 30)
    due = [Task(SILENT, "Niêm yết mã QR", "KH 2", dt.date(2026, 1, 1), today + dt.timedelta(days=days)) for days in (-1, 0, 1)]
    assert [duties.days_words(task, today) for task in due] == ["quá hạn 1 ngày", "hạn hôm nay", "còn 1 ngày"]
