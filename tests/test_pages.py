"""What the leaders' pages show: the script run without server or browser."""

from __future__ import annotations

import re
from dataclasses import replace

import pyarrow
import pytest
from pages_drawn import markup, opened, said
from streamlit.util import calc_hash

from catalogue.indicators import groups, indicators
from catalogue.language import use_language
from catalogue.periods import Period
from indicators.change import Change
from pages.parts import data, elsewhere
from pages.parts.drawing import briefing, lists
from pages.parts.figures import moved, origin, trend
from pages.parts.filters import Filters
from pages.parts.sending import recent
from report.brief.card import Card


def test_the_overview_opens_with_the_sentence(seen_area):
    text = said(opened())
    assert re.search(r"Tháng 10/2026: \d+/\d+ chỉ tiêu đúng tiến độ, \d+ chậm, \d+ chưa đủ số liệu", text)
    assert re.search(r"5/6 xã đã nộp, số liệu đến 14/10/2026 ?\. Chưa nộp: xã Ngọc Linh", text)


def test_the_sum_of_counts_is_divided_not_the_percentages_averaged(seen_area):
    # 40+10, 42+10, 44+10, (silent), 48+10, 50+10 online of 60+10 ... new: communes in the order of the register
    online = [40 + 2 * place + 10 for place in range(6)]
    new = [60 + 2 * place + 10 for place in range(6)]
    silent = next(
        i for i, unit in enumerate(data.all_communes(Filters("610.1", "610.1", Period.parse("2026-M10"), "current"))) if unit == "23365.2"
    )
    n, below = sum(online) - online[silent], sum(new) - new[silent]
    assert f"{n}/{below} hồ sơ" in said(opened())


def test_there_are_six_cards_each_with_status_in_words(seen_area):
    drawn = markup(opened())
    cards = re.findall(r'<article class="card.*?</article>', drawn)
    assert len(cards) == 6
    assert all(re.search(r'class="status[^>]*>.*?</i>\S', card) for card in cards)


def test_the_line_of_a_card_ends_hollow_while_a_unit_is_silent_and_the_legend_says_why(seen_area):
    drawn = markup(opened("tong-quan", ky="2026-M10"))
    assert drawn.count('<i class="open" title="tạm tính') >= 6 and '<b class="key-open">' in drawn
    whole = markup(opened("tong-quan", ky="2026-M09"))
    assert '<i class="open"' not in whole and '<b class="key-open">' not in whole, "everyone has sent September, which is closed"


def test_a_silent_commune_is_never_a_zero(seen_area):
    row = re.search(r"<tr><th[^>]*><a[^>]*>Xã Ngọc Linh.*?</tr>", markup(opened()))
    assert row and ">0" not in row.group() and "–" in row.group()


def test_a_commune_that_sent_nothing_is_named_to_be_called(seen_area):
    text = said(opened())
    assert re.search(
        r"Cần gọi: Xã Ngọc Linh chưa nộp báo cáo, quá hạn \d+ ngày; thiếu cả 6 chỉ số chính của kỳ này\s+Gọi nhắc nộp báo cáo", text
    )
    row = re.search(r"<tr><th[^>]*><a[^>]*>Xã Ngọc Linh.*?</tr>", markup(opened())).group()
    assert row.count('title="Chưa có số liệu"') == 6
    assert "thiếu cả 6 chỉ số chính của kỳ này" in said(opened("tong-quan", don_vi="23365.2", ky="2026-M10")), "as many as on its own page"


def test_a_count_without_a_target_has_no_bar_for_there_is_nothing_to_hold_it_against():
    overdue = lists.Line("Số hồ sơ quá hạn", "danh-muc", False, 0, 2.0, None, None, None, None, "no_target")
    assert 'class="bullet"' not in lists.attainment([overdue])
    assert 'class="bullet"' in lists.attainment([replace(overdue, target=5.0, status="reached")])


def test_under_a_chart_of_quarters_the_year_stands_once(seen_area):
    quarters = [Period.parse(f"{year}-Q{place}") for year in (2024, 2025) for place in (1, 2, 3, 4)]
    assert [trend.tick(one) for one in quarters] == ["I<br>2024", "II", "III", "IV", "I<br>2025", "II", "III", "IV"]
    assert trend.tick(quarters[1], first=True) == "II<br>2024" and trend.tick(quarters[3], first=True) == "IV"
    assert trend.tick(Period.parse("2025")) == "2025"


def test_the_latest_periods_begin_no_earlier_than_what_was_collected():
    last, first = Period.parse("2026-Q3"), Period.parse("2026-Q1")
    assert recent.latest(last, [last, first, Period.parse("2025")]) == [first, Period.parse("2026-Q2"), last]
    assert len(recent.latest(last, [Period.parse("2020-Q1")])) == recent.PERIODS


def test_a_sign_is_never_parted_from_its_number_at_the_end_of_a_line():
    assert briefing.unbroken("chỉ tiêu ≥ 100%, còn 3") == 'chỉ tiêu <span class="unbroken">≥ 100%</span>, còn 3'
    assert briefing.unbroken("> 50% <b>") == '<span class="unbroken">&gt; 50%</span> &lt;b&gt;'


def test_each_line_of_what_needs_attention_says_how_far_at_which_pace_and_what_to_do(seen_area):
    lines = re.findall(r"<li>.*?</li>", re.search(r'<aside class="attention">.*?</aside>', markup(opened())).group())
    assert 1 < len(lines) <= 5 and 'class="kind">Chậm nhất:' in "".join(lines)
    for line in lines[1:]:
        assert re.search(r"\d/[\d.]+ \(\d+,\d%\)", line) and "còn " in line
        assert re.search(r'class="step"><a href="[^"]*don-vi=\d{5}\.2&amp;[^"]*chi-so=\w+">Gọi xã', line), (
            "to the commune, for that indicator"
        )
        assert re.search(r'class="pace-words">(Đang|Cần|Đã quá hạn)', line)


def test_what_was_due_is_said_with_the_day_of_the_figure_not_with_now(seen_area):
    assert re.search(r"đến 14/10/2026 cần \d+,\d%", said(opened(ky="2026-M10")))


def test_the_page_of_a_group_says_the_pace_as_the_overview_does(seen_area):
    lines = [line for line in re.findall(r"<li>.*?</li>", markup(opened(ky="2026-M10"))) if "pace-words" in line]
    assert lines
    for line in lines:
        slug, code = re.search(r'<a href="([\w-]+)\?[^"]*chi-so=(\w+)"', line).groups()
        pace = re.search(r'class="pace-words">([^<]+)<', line)[1]
        assert pace in said(opened(slug, ky="2026-M10", chi_so=code))


def test_until_when_stands_with_each_target(seen_area):
    text = said(opened(ky="2026-M10"))
    attention, table = text.split("Cần chú ý")[1].split("Tất cả chỉ tiêu được giao")
    assert re.search(r"chỉ tiêu ≥ \d+% đến \d\d/\d\d/\d{4}, còn", attention)
    assert re.search(r"≥ \d+% đến \d\d/\d\d/\d{4} (Chậm|Đúng|Đạt)", re.sub(r"\s+", " ", table.replace("chỉ tiêu", "")))


def test_parts_that_cancel_each_other_out_are_no_reason():
    use_language("vi")
    code = "ops_online_submission_rate"
    known = Change(code, "610.1", "2026-M10", "2026-M09", 88.2, 88.3, -0.1, same=-0.1, units_compared=5, units_now=6, comparable=True)
    said_ = moved.sentence(replace(known, coverage=1.1, correction=-1.1), indicators()[code])
    assert "bù trừ nhau" in said_ and "vì" not in said_ and said_.count("−0,1 điểm") == 1
    assert "vì còn +1,1 điểm" in moved.sentence(replace(known, total=1.0, coverage=1.1), indicators()[code])


def test_who_cannot_be_ranked_is_counted_with_why_and_what_to_do(seen_area):
    one = said(opened("dich-vu-cong-truc-tuyen", ky="2026-M10"))
    assert "Chưa xếp hạng: 1 đơn vị chưa có số liệu (nhắc nộp)." in one and "đủ số liệu để xếp hạng" not in one


def test_the_mark_of_illustrative_data_stands_on_every_page(seen_area):
    for address in ("", "vneid", "nguon-goc"):
        assert "Dữ liệu minh họa" in said(opened(address))


def test_the_address_sets_the_filters(seen_area):
    app = opened(ky="2026-M08", don_vi="23341.2", dia_gioi="reported")
    assert app.selectbox(key="ky").value == "2026-M08"
    assert app.selectbox(key="don-vi").value == "23341.2"
    assert "Tháng 8/2026" in said(app)


@pytest.mark.parametrize(
    "wrong",
    [{"ky": "2026-M99"}, {"ky": "' or 1=1"}, {"don_vi": "<script>"}, {"don_vi": "99999.9"}, {"dia_gioi": "x"}, {"chi_so": "nothing"}],
)
def test_what_is_not_on_the_list_falls_back(seen_area, wrong):
    app = opened(**wrong)
    assert "Tháng 10/2026" in said(app)
    assert app.selectbox(key="don-vi").value == "610.1"


def test_what_is_not_on_the_list_is_told_calmly(seen_area):
    drawn = markup(opened(ky="<b>xyz", don_vi="999.9"))
    assert "Không có kỳ “&lt;b&gt;xyz”; đang xem tháng 10/2026." in drawn
    assert "Không có đơn vị “999.9”; đang xem huyện Đắk Glei" in drawn
    assert 'fell-back"' not in markup(opened())


def test_a_unit_of_another_time_is_told_when_it_was(seen_area):
    drawn = markup(opened(don_vi="23344.1", ky="2026-M10", dia_gioi="current"))
    assert "Xã Đăk Blô (cũ) tồn tại đến 30/06/2025, không có trong kỳ và địa giới đang chọn; đang xem huyện Đắk Glei" in drawn


@pytest.mark.parametrize(
    ("at", "unit", "asked"),
    [
        (("2026-M10", "current"), "23344.1", ("2025-M06", "reported")),
        (("2025-M05", "current"), "23344.1", ("2025-M05", "reported")),
        (("2025-M05", "reported"), "23344.2", ("2025-M05", "current")),
        (("2025-M05", "reported"), "23344.1", ("2025-M05", "reported")),
        (("2026-M10", "current"), "23344.2", ("2026-M10", "current")),
        (("2026-M10", "current"), "610.1", ("2026-M10", "current")),
    ],
)
def test_a_link_to_a_unit_leads_to_a_time_at_which_it_was(monkeypatch, at, unit, asked):
    months = [Period.parse(text) for text in ("2026-M10", "2025-M12", "2025-M07", "2025-M06", "2025-M05")]
    monkeypatch.setattr(data, "periods", lambda version: months)
    address = Filters("610.1", "610.1", Period.parse(at[0]), at[1]).address("don-vi", don_vi=unit)
    assert address == f"don-vi?don-vi={unit}&ky={asked[0]}&dia-gioi={asked[1]}"


def test_a_filter_writes_the_address(seen_area):
    app = opened()
    app.selectbox(key="ky").select("2026-M09").run()
    assert app.query_params["ky"] == "2026-M09"
    assert "Tháng 9/2026" in said(app)


def test_the_choice_follows_to_other_pages(seen_area):
    app = opened(ky="2026-M08")
    app._page_hash = calc_hash("vneid")
    app.run()
    assert not app.exception
    assert app.selectbox(key="ky").value == "2026-M08"


@pytest.mark.parametrize("group", [group.slug for group in groups().values()])
def test_every_group_has_a_page(seen_area, group):
    text = said(opened(group))
    assert "chỉ số:" in text and "Thực hiện" in text


def test_vneid_shows_the_funnel(seen_area):
    assert "Từ đủ điều kiện đến sử dụng" in said(opened("vneid"))


def test_a_figure_leads_to_its_cells(seen_area):
    app = opened("nguon-goc", chi_so="ops_online_submission_rate", don_vi="23341.2", ky="2026-M10")
    text = said(app)
    assert "Số hồ sơ" in text and "bao cao 2026-M10.csv" in text and "S1!C5" in text


def test_charts_carry_words_for_those_who_cannot_see_them(seen_area):
    charts = opened().get("plotly_chart")
    assert charts and all(chart.proto.alt for chart in charts)


def test_an_empty_store_says_what_to_do(empty_area):
    text = said(opened())
    assert "Chưa có số liệu" in text and "Nộp báo cáo" in text


def test_text_from_data_is_escaped():
    from pages.parts.drawing import cards

    nasty = '<img src=x onerror="1">'
    card = Card(
        nasty, Period.parse("2026-M10"), nasty, nasty, True, 1, "behind", 50.0, 1, 2, nasty, nasty, 80.0, nasty, nasty, 60.0, 1.0, nasty,
        (1.0, 2.0), (3.0, 4.0), 1, 2, None,
    )  # fmt: skip
    assert "<img src=x" not in cards.html(cards.Placed(card, nasty, nasty))


@pytest.mark.parametrize(("address", "labels"), [
    ("du-thao", ["Một trang A4 (PDF)", "Trang trình chiếu cho cuộc họp (PowerPoint)", "Bảng tổng hợp có công thức (Excel)"]),
    ("thu-bao-cao", ["Công văn đôn đốc (Word)"]),
])  # fmt: skip
def test_the_same_figures_can_be_taken_away_in_other_forms(seen_area, address, labels):
    offered = [button.proto.label for button in opened(address, ky="2026-M10").get("download_button")]
    assert set(labels) <= set(offered)


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("http://here/khong-co", "khong-co"),
        ("http://here/", ""),
        ("http://here/tong-quan", ""),
        (None, ""),
        ("http://here/tr%C3%AAn", "trên"),
    ],
)
def test_an_address_that_names_no_page_is_told_apart(url, asked):
    assert elsewhere.unknown(url, "tong-quan") == asked


def test_an_address_that_names_no_page_is_said_with_the_way_to_the_start():
    said_ = elsewhere.note("<b>khong-co")
    assert "Không có trang “&lt;b&gt;khong-co”; đây là trang Tổng quan." in said_ and 'href="./"' in said_


def test_a_commune_alone_is_told_its_place_among_the_others(seen_area):
    text = said(opened("vneid", don_vi="23341.2"))
    assert re.search(r"Xã Đăk Pék đứng thứ \d trong \d đơn vị xếp hạng\.", text)
    assert "Tính cho toàn huyện Đắk Glei" in text and "1/1 đơn vị" not in text


def test_where_there_is_no_figure_at_all_nothing_is_drawn_and_that_is_said(seen_area):
    app = opened("cong-thong-tin")
    text = said(app)
    assert "Cả 6 xã chưa có số liệu" in text and "0 xã chưa có số liệu" not in text
    assert text.count("Chưa có số liệu ở kỳ nào.") == 2
    assert len(app.get("plotly_chart")) == 1


def test_the_table_behind_a_chart_is_written_as_the_chart_is_and_sorts_as_numbers(seen_area):
    app = opened("tong-quan", ky="2026-M10")
    app.session_state["ban-do-behind"] = True
    (behind,) = app.run().dataframe
    written = pyarrow.ipc.open_stream(behind.proto.arrow_data.styler.display_values).read_pandas()
    seen = dict(zip(behind.value["Đơn vị"], zip(behind.value["Giá trị"], written["Giá trị"], strict=True), strict=True))
    assert seen["Xã Đăk Pék"] == (pytest.approx(100 * 50 / 70), "71,4%")
    assert seen["Xã Ngọc Linh"][0] != seen["Xã Ngọc Linh"][0] and behind.proto.placeholder == "–", "missing is a dash"


def test_a_cell_in_its_sheet_is_said_in_words_with_its_number(seen_area, monkeypatch):
    asked = {"ky": "2026-M10", "chi_so": "ops_online_submission_rate"}
    file, sheet, cell = re.search(r"bao-cao=(\d+)&amp;trang=(\w+)&amp;o=(\w+)", markup(opened("nguon-goc", **asked))).groups()
    monkeypatch.setattr(origin, "_framed", lambda *_asked: origin.Framed("Tệp của xã.", "", ""))
    text = said(opened("nguon-goc", **asked, bao_cao=file, trang=sheet, o=cell))
    assert "Số hồ sơ tiếp nhận trực tuyến, xã Đăk Pék, tháng 10/2026: 50. Tệp của xã." in text
