"""The page of one unit: its figures, where it comes from, its returns and tasks."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from pages_drawn import checked, markup, opened, row_of, said
from small_area import SILENT

from catalogue.facts import Observation
from catalogue.units import units
from pages.parts import data
from store import Narrative, Task


def test_a_unit_shows_its_figures_its_origin_and_its_returns(seen_area):
    app = opened("don-vi", don_vi="23341.2", ky="2026-M10")
    text = said(app)
    assert "Xã Đăk Pék" in text and "Thị trấn Đăk Glei (cũ)" in text and "(nguyên vẹn)" in text
    assert re.search(r"\d+/63 chỉ số có số liệu", text)
    assert "Nộp trễ" in row_of(app, "Tháng 10/2026")


def test_a_unit_names_what_is_behind_with_its_value_before_the_long_list(seen_area):
    drawn = markup(opened("don-vi", don_vi="23341.2", ky="2026-M10"))
    found = re.search(r"Chậm so với chỉ tiêu:(.*?)</p>", drawn)[1]
    counted = int(re.search(r"(\d+) chậm", drawn)[1])
    assert 0 < counted <= 6 and len(re.findall(r"<a [^>]*chi-so=\w+[^>]*>[^<]+</a> [\d,]+%", found)) == counted
    assert drawn.index("Chậm so với chỉ tiêu:") < drawn.index("Các chỉ số, tháng 10/2026")


def test_what_the_marks_on_the_bars_mean_is_said_wherever_they_stand(seen_area):
    for address in ("", "don-vi", "dich-vu-cong-truc-tuyen"):
        assert "mức cần đạt vào ngày của số liệu" in said(opened(address, ky="2026-M10")).split("Tất cả chỉ tiêu được giao")[-1]


def test_a_unit_that_was_silent_has_no_zero(seen_area):
    app = opened("don-vi", don_vi=SILENT, ky="2026-M10")
    assert re.search(r"\b[0-3]/63 chỉ số có số liệu", said(app)), "at most its own punctuality, and what is asked for each quarter only"
    assert "Chưa có số liệu" in row_of(app, "Tỷ lệ hồ sơ tiếp nhận trực tuyến") and "Chưa nộp" in row_of(app, "Tháng 10/2026")


def test_a_unit_shows_what_it_first_sent_against_what_is_in_force_and_its_tasks(own_area):
    store, unit = data.store(), "23356.2"
    first = store.coverage(units=[unit], periods=["2026-M10"])["submission"].iloc[0]
    changed = [
        Observation(r.unit, r.period, r.basis, r.element, r.value + 5, "S1", "C5", "x")
        for r in store.observations(units=[unit], periods=["2026-M10"]).itertuples()
        if r.element == "dossiers_recv_online"
    ]
    sent = replace(store.submission(int(first)), id=None, accepted_order=None, file_name="bo sung.csv", state="accepted")
    store.commit_return(sent, changed, narratives=[Narrative(unit, "2026-M10", "results", "Đã <b>tập huấn</b> cho công chức.")])
    store.save(Task(unit, "Tập huấn", "KH 1", dt.date(2026, 1, 1), dt.date(2026, 2, 1)), "test")
    app = checked(opened("don-vi", ky="2026-M10", **{"don-vi": unit}))
    text, html_ = said(app), markup(app)
    assert "1 nay đã khác" in text and "bo sung.csv" in text and "+5" in text
    assert "Tập huấn" in text and "quá hạn" in text
    assert "&lt;b&gt;tập huấn&lt;/b&gt;" in html_ and "<b>tập huấn" not in html_


def test_the_tasks_of_an_area_name_the_commune_of_each(own_area):
    store, both = data.store(), ("23341.2", "23356.2")
    for unit in both:
        store.save(Task(unit, "Niêm yết mã QR", "KH 2", dt.date(2026, 1, 1), dt.date(2026, 2, 1)), "test")

    def tasks(unit):
        page = markup(checked(opened("don-vi", ky="2026-M10", **{"don-vi": unit})))
        return re.search(r'<div class="desk-scroll desk-duties.*?</table>', page, re.S).group()

    assert all(units()[unit].name in tasks(data.root()) for unit in both)
    assert units()[both[0]].name not in tasks(both[0])
