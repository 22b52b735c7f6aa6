"""Periods in a form: written and read as people say them, never as codes."""

import pytest

from catalogue.indicators import indicators
from catalogue.language import use_language
from catalogue.periods import Period
from loaders.spoken import period_name
from pages.parts import names
from pages.parts.registers import typed
from report import wording


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


@pytest.mark.parametrize("code", ["2026", "2030", "2026-S1", "2026-S2", "2026-Q1", "2026-Q4", "2031-Q2", "2026-9M", "2026-M01", "2026-M12"])
def test_what_the_screen_writes_is_read_back_in_either_language(code):
    for spoken in ("vi", "en"):
        use_language(spoken)
        assert typed.period(names.period(Period.parse(code))) == Period.parse(code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("quý 2/2026", "2026-Q2"),
        ("QUÝ II NĂM 2026", "2026-Q2"),
        ("tháng 3 năm 2026", "2026-M03"),
        ("6 tháng đầu năm 2026", "2026-S1"),
        (" 2026-M10 ", "2026-M10"),
    ],
)
def test_other_ways_of_writing_a_period_are_read_too(text, code):
    assert typed.period(text) == Period.parse(code)


@pytest.mark.parametrize("text", ["", "quý", "quý 5/2026", "sang năm", "quý I/2026 và quý II/2026"])
def test_what_names_no_period_or_several_is_none(text):
    assert typed.period(text) is None


def test_steps_are_written_with_the_words_and_commas_people_use():
    rate = indicators()["sig_adult_rate"]
    steps = typed.steps("Quý IV/2026: 62,5; Quý II/2026: 40%", rate)
    assert steps == (("2026-Q2", 40.0), ("2026-Q4", 62.5))
    assert typed.written(steps) == "Quý II/2026: 40; Quý IV/2026: 62,5"
    with pytest.raises(ValueError):
        typed.steps("sang năm: 40", rate)


def test_a_step_of_a_count_may_have_signs_of_thousands():
    steps = typed.steps("Quý II/2026: 4.907; Quý IV/2026: 10 000", indicators()["eid_l1_activated_count"])
    assert steps == (("2026-Q2", 4907.0), ("2026-Q4", 10000.0))
    assert typed.written(steps) == "Quý II/2026: 4907; Quý IV/2026: 10000"


def test_a_quarter_has_the_number_that_vietnamese_texts_give_it():
    second = Period.parse("2026-Q2")
    assert [names.period(second), names.short(second), period_name(second), wording.period(second)] == [
        "Quý II/2026",
        "Quý II/2026",
        "quý II/2026",
        "quý II/2026",
    ]
    use_language("en")
    assert names.period(second) == "Quarter 2/2026"
