"""The page for the chairman says what the overview says, on exactly one sheet, with its typeface inside."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pypdf
import pytest
from small_area import ROOT, filled

from catalogue.language import use_language
from catalogue.periods import Period
from report import one_page
from report.amounts import aimed, fraction, shown
from report.brief.brief import brief
from report.brief.newer import newer
from report.brief.view import View, opened
from store import Store

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return filled(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def view(store) -> View:
    return opened(store, ROOT, Period.parse("2026-M10"), "current", TODAY)


def read(data: bytes) -> tuple[pypdf.PdfReader, str]:
    pdf = pypdf.PdfReader(io.BytesIO(data))
    return pdf, " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_it_says_what_the_overview_says(view):
    _pdf, text = read(one_page.pdf(view))
    told = brief(view)
    assert told.sentence in text
    for card in told.cards:
        assert card.name in text
        if card.value is not None:
            assert shown(card.value, card.rate, card.decimals) in text
        if card.rate and card.numerator is not None:
            assert fraction(card.numerator, card.denominator) in text
        if card.target is not None:
            assert aimed(card.target, card.target_sign, card.rate) in text
    assert all(worry.what in text and worry.facts in text and worry.step in text for worry in told.worries)
    assert "Lập ngày 25/11/2026" in text


def test_it_says_like_the_overview_that_a_later_month_is_already_due(store, view):
    due = "Tháng 11/2026 đã quá hạn nộp ngày 16/11/2026: 0/6 xã đã nộp."
    assert due in read(one_page.pdf(view))[1]
    for period, day in (("2026-M09", TODAY), ("2026-M10", dt.date(2026, 11, 16))):
        assert not newer(opened(store, ROOT, Period.parse(period), "current", day)), "who looks back is not told"


@pytest.mark.parametrize(
    ("unit", "period"),
    [(ROOT, "2025-M05"), (ROOT, "2026-Q3"), ("23341.2", "2026-M10"), ("23341.2", "2026-M12"), ("51.2", "2026-M10"), ("51.2", "2024")],
)
def test_it_is_one_a4_sheet_whatever_there_is_to_say(store, unit, period):
    pdf, text = read(one_page.pdf(opened(store, unit, Period.parse(period), "current", TODAY)))
    (page,) = pdf.pages
    assert (round(page.mediabox.width / 72 * 25.4), round(page.mediabox.height / 72 * 25.4)) == (210, 297)
    assert "Cần chú ý" in text


def test_long_names_and_much_to_say_still_fit(view, monkeypatch):
    told = brief(view)
    long = tuple(replace(card, name=card.full_name * 3, why_missing="vì sao " * 40, value=None) for card in told.cards)
    worries = tuple(replace(one, facts=one.facts * 6, step=one.step * 4) for one in told.worries)
    monkeypatch.setattr(one_page, "brief", lambda view: replace(told, cards=long, worries=worries))
    pdf, text = read(one_page.pdf(view))
    assert len(pdf.pages) == 1
    assert "Báo cáo còn thiếu" in text
    assert "Lập ngày 25/11/2026" in text


def test_the_typeface_lies_in_the_file(view):
    pdf, _text = read(one_page.pdf(view))
    fonts = [font.get_object() for font in pdf.pages[0]["/Resources"]["/Font"].values()]
    drawn = [font for font in fonts if "Liberation" in font["/BaseFont"]]
    assert len(drawn) >= 2
    assert all("/FontFile2" in font["/FontDescriptor"] for font in drawn)


def test_markup_in_a_name_is_words(view, monkeypatch):
    told = brief(view)
    nasty = (replace(told.cards[0], name="<b>A & B</b>"), *told.cards[1:])
    monkeypatch.setattr(one_page, "brief", lambda view: replace(told, cards=nasty))
    assert "<b>A & B</b>" in read(one_page.pdf(view))[1]


def test_it_speaks_the_language_in_force(view):
    use_language("en")
    try:
        assert "Needs attention" in read(one_page.pdf(view))[1]
    finally:
        use_language("vi")
