"""Six slides: native charts that hold the figures, every number with its counts, the sources in the notes."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from pptx import Presentation
from small_area import ROOT, SILENT, filled

from catalogue.periods import Period
from catalogue.units import units
from indicators.ranking import ranking
from report.amounts import fraction
from report.brief.brief import brief
from report.brief.view import View, opened
from report.facts import trace_id
from report.meeting import meeting
from report.slides import pptx
from store import Store

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return filled(tmp_path_factory.mktemp("slides"))


@pytest.fixture(scope="module")
def view(store) -> View:
    return opened(store, ROOT, Period.parse("2026-M10"), "current", TODAY)


@pytest.fixture(scope="module")
def deck(view):
    return Presentation(io.BytesIO(pptx(meeting(view))))


def words(slide) -> str:
    frames = [shape.text_frame for shape in slide.shapes if shape.has_text_frame]
    tables = [cell.text_frame for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
    return "\n".join(frame.text for frame in frames + tables)


def charts(slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_six_wide_slides_say_whose_and_of_when(deck, view):
    assert len(deck.slides) == 6
    assert round(deck.slide_width / deck.slide_height, 2) == 1.78
    for number, slide in enumerate(deck.slides, 1):
        assert "Huyện Đắk Glei (cũ) · Tháng 10/2026" in words(slide)
        assert "số liệu đến 14/10/2026" in words(slide)
        assert f"{number}/6" in words(slide)
        assert not [shape for shape in slide.shapes if shape.shape_type == 13], "no pictures"
    assert brief(view).sentence in words(deck.slides[1])


def test_the_chart_of_targets_holds_the_values_of_the_cards(deck, view):
    (chart,) = charts(deck.slides[2])
    rates = [card for card in brief(view).cards if card.rate and card.value is not None]
    plot = chart.plots[0]
    assert list(plot.categories) == [card.name for card in rates]
    assert list(plot.series[0].values) == [card.value for card in rates]
    assert list(plot.series[1].values) == [card.target for card in rates]
    said = [plot.series[0].points[at].data_label.text_frame.text for at in range(len(rates))]
    assert all(fraction(card.numerator, card.denominator) in label for card, label in zip(rates, said, strict=True))
    assert chart.value_axis.minimum_scale == 0


def test_the_worst_target_shows_its_units_from_the_last_one_and_names_the_silent_apart(deck, view):
    slide = deck.slides[3]
    (chart,) = charts(slide)
    code = next(card.code for card in brief(view).cards if card.name in words(slide))
    ranked = ranking(view.standing(view.members(), ("2026-M10",), (code,)), view.cube.words.indicators[code])
    fit = ranked[ranked["block"] == "ranked"]
    assert list(chart.plots[0].series[0].values) == pytest.approx(fit["value"].tolist()[::-1])
    assert list(chart.plots[0].series[1].values) == pytest.approx(fit["target"].tolist()[::-1]), "each beside its target"
    silent = view.cube.words.units[SILENT].name
    assert silent not in list(chart.plots[0].categories)
    assert f"Số liệu của thời điểm khác: {silent[0].lower()}{silent[1:]}" in words(slide)


def test_who_has_not_sent_is_named_with_what_to_do(deck, view):
    said = words(deck.slides[4])
    assert "5/6 đơn vị đã nộp báo cáo" in said
    assert view.cube.words.units[SILENT].name in said
    assert "Gọi nhắc nộp báo cáo" in said


def test_a_later_month_already_due_is_not_passed_over(deck):
    assert "Tháng 11/2026 đã quá hạn nộp ngày 16/11/2026: 0/6 xã đã nộp." in words(deck.slides[4])


def test_the_targets_behind_say_by_when_they_are_to_be_reached(deck, view):
    table = next(shape.table for shape in deck.slides[5].shapes if shape.has_table)
    facts = [row.cells[1].text for row in list(table.rows)[1:]]
    assert facts and all(re.search(r"chỉ tiêu ≥ .*% đến \d\d/\d\d/\d{4}", one) for one in facts)


def test_the_notes_name_trace_file_sheet_and_cell(deck, view):
    card = next(card for card in brief(view).cards if card.value is not None)
    notes = deck.slides[2].notes_slide.notes_text_frame.text
    assert trace_id(card.code, ROOT, card.period) in notes
    assert "bao cao 2026-M10.csv [S1!C" in notes


def test_a_commune_shows_its_own_past_instead_of_others(store):
    deck = Presentation(io.BytesIO(pptx(meeting(opened(store, "23341.2", Period.parse("2026-M10"), "current", TODAY)))))
    (chart,) = charts(deck.slides[3])
    assert list(chart.plots[0].categories)[-1] == "Tháng 10/2026"


def test_a_period_without_figures_still_makes_six_slides(store):
    deck = Presentation(io.BytesIO(pptx(meeting(opened(store, ROOT, Period.parse("2025-M03"), "reported", TODAY)))))
    assert len(deck.slides) == 6
    assert charts(deck.slides[2]) == []


def test_in_todays_boundaries_the_past_is_compared_by_the_units_of_today(store):
    assert set(opened(store, ROOT, Period.parse("2024"), "current", TODAY).members()) == {u.id for u in units().communes_under(ROOT, TODAY)}
    assert "23341.1" in opened(store, ROOT, Period.parse("2024"), "reported", TODAY).members()
