"""Reporting periods: how they are written, when they begin and end, and how they follow each other."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.calendars import after_working_days, due_date, holidays, is_working_day, regime_of
from catalogue.periods import Period

YEARS = st.integers(1901, 2199)
PERIODS = st.one_of(
    st.builds(Period, YEARS, st.just("year")),
    st.builds(Period, YEARS, st.just("nine_months")),
    st.builds(Period, YEARS, st.just("half"), st.integers(1, 2)),
    st.builds(Period, YEARS, st.just("quarter"), st.integers(1, 4)),
    st.builds(Period, YEARS, st.just("month"), st.integers(1, 12)),
)


@pytest.mark.parametrize(
    ("text", "first", "last", "nd09", "plain"),
    [
        ("2025", 1, 12, "2024-12-15 2025-12-14", "2025-01-01 2025-12-31"),
        ("2025-S1", 1, 6, "2024-12-15 2025-06-14", "2025-01-01 2025-06-30"),
        ("2025-S2", 7, 12, "2025-06-15 2025-12-14", "2025-07-01 2025-12-31"),
        ("2025-Q1", 1, 3, "2024-12-15 2025-03-14", "2025-01-01 2025-03-31"),
        ("2025-Q3", 7, 9, "2025-06-15 2025-09-14", "2025-07-01 2025-09-30"),
        ("2025-M01", 1, 1, "2024-12-15 2025-01-14", "2025-01-01 2025-01-31"),
        ("2024-M02", 2, 2, "2024-01-15 2024-02-14", "2024-02-01 2024-02-29"),
        ("2025-M07", 7, 7, "2025-06-15 2025-07-14", "2025-07-01 2025-07-31"),
        ("2025-9M", 1, 9, "2024-12-15 2025-09-14", "2025-01-01 2025-09-30"),
    ],
)
def test_where_a_period_begins_and_ends(text, first, last, nd09, plain):
    period = Period.parse(text)
    assert (period.first_month, period.last_month) == (first, last)
    assert f"{period.start()} {period.end()}" == nd09
    assert f"{period.start('plain')} {period.end('plain')}" == plain


@given(PERIODS)
def test_a_period_is_read_back_as_written(period):
    assert Period.parse(str(period)) == period


@given(PERIODS, st.sampled_from(["nd09", "plain"]))
def test_periods_of_a_kind_leave_no_day_between_them(period, calendar):
    gap = period.shift(1).start(calendar) - period.end(calendar)
    assert gap.days == (1 if period.kind != "nine_months" else gap.days)
    assert period.start(calendar) <= period.end(calendar)


@given(PERIODS, st.integers(-300, 300))
def test_shifting_there_and_back(period, steps):
    year_by_then = period.year + steps
    if year_by_then - 1 >= 1900 and year_by_then + 1 <= 2200:
        assert period.shift(steps).shift(-steps) == period


@given(PERIODS)
def test_a_period_is_made_of_its_months(period):
    months = period.months
    assert months[0].start() == period.start() and months[-1].end() == period.end()
    assert [m.number for m in months] == list(range(period.first_month, period.last_month + 1))


@pytest.mark.parametrize("text", ["", "2025-M13", "2025-M00", "2025-M1", "2025-Q5", "2025-S3", "25", "2025-", "2025-M01 ", "1899", "2201"])
def test_what_is_no_period(text):
    with pytest.raises(ValueError, match="not a period"):
        Period.parse(text)


def test_periods_sort_by_their_last_month_shorter_first():
    texts = ["2025", "2025-Q1", "2025-M03", "2024", "2025-M01", "2025-S1", "2025-9M", "2025-M12"]
    assert [str(p) for p in sorted(map(Period.parse, texts))] == [
        "2024", "2025-M01", "2025-M03", "2025-Q1", "2025-S1", "2025-9M", "2025-M12", "2025",
    ]  # fmt: skip


def test_neighbours():
    assert str(Period.month(2025, 1).previous) == "2024-M12"
    assert str(Period.parse("2025-Q1").previous) == "2024-Q4"
    assert str(Period.parse("2025-M07").year_before) == "2024-M07"
    assert str(Period.parse("2025-9M").shift(1)) == "2026-9M"


# --- deadlines ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("period", "due", "why"),
    [
        ("2026-M10", "2026-10-15", "a Thursday after Wednesday 14 October"),
        ("2025-M06", "2025-06-16", "the 14th is a Saturday, so Monday"),
        ("2025-Q1", "2025-03-17", "the 14th is a Friday, so Monday"),
        ("2024-M02", "2024-02-15", "the 14th is the last day of Tết"),
        ("2027-M02", "2027-02-15", "the 14th is a Sunday"),
        ("2025", "2025-12-15", "the 14th is a Sunday"),
        ("2025-9M", "2025-09-15", "the 14th is a Sunday"),
    ],
)
def test_a_return_is_due_on_the_next_working_day(period, due, why):
    assert str(due_date(Period.parse(period))) == due, why


def test_tet_and_exchanged_days():
    assert not is_working_day(dt.date(2026, 2, 17)), "the first day of Tết Bính Ngọ"
    assert not is_working_day(dt.date(2025, 5, 2)) and is_working_day(dt.date(2025, 4, 26)), "a Friday off for a Saturday worked"
    assert after_working_days(dt.date(2025, 1, 24), 1) == dt.date(2025, 2, 3), "from Friday over Tết to Monday"
    assert {day.year for day in holidays()} == {2024, 2025, 2026, 2027}


def test_each_kind_of_period_has_a_regime():
    for text in ("2025", "2025-S1", "2025-Q1", "2025-M01", "2025-9M"):
        assert regime_of(Period.parse(text)).legal_basis == "nd-09-2019"
    with pytest.raises(ValueError, match="no reporting regime"):
        regime_of(Period.parse("2018-M05"))
