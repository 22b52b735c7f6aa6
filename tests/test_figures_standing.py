"""What pages show: each indicator in its own rhythm, on its way to its target, with the change of the same units."""

from __future__ import annotations

import datetime as dt

import pytest
from figures_drawn import cube
from test_attainment import Target

from catalogue.periods import Period
from indicators.standing import own_period, standing

TODAY = dt.date(2025, 6, 20)


def both(period: str, accounts: int, unit: str = "a") -> str:
    return f"{unit} {period} accounts {accounts}\n{unit} {period} adults 100\n"


DRAWN = both("2024-M12", 10) + both("2025-M04", 20) + both("2025-M05", 25)
TARGET = Target("account_rate", 50, scope="a", level="commune")


def test_a_figure_comes_with_its_target_its_pace_and_its_change():
    table = standing(cube(DRAWN), [TARGET], units=["a"], periods=["2025-M04", "2025-M05"], indicators=["account_rate"], on=TODAY)
    first, last = table.to_dict("records")
    assert (last["baseline"], last["baseline_date"]) == (10, dt.date(2024, 12, 14))
    assert last["pace"] == pytest.approx(10 + 40 * 151 / 365)
    assert (last["status"], last["gap_count"], last["change"], last["direction"], last["units_compared"]) == ("behind", 25, 5, "better", 1)
    assert first["change"] != first["change"]


def test_the_way_to_a_target_of_a_later_year_begins_with_this_year():
    later = Target("account_rate", 50, "2030", "2030", scope="a", level="commune")
    table = standing(cube(DRAWN), [later], units=["a"], periods=["2025-M05"], indicators=["account_rate"], on=TODAY)
    assert (table.baseline[0], table.baseline_date[0], table.status[0]) == (10, dt.date(2024, 12, 14), "on_pace")


def test_where_nothing_was_known_at_the_start_the_way_begins_at_the_first_figure_after():
    drawn = both("2025-M02", 12) + both("2025-M05", 25)
    table = standing(cube(drawn), [TARGET], units=["a"], periods=["2025-M05"], indicators=["account_rate"], on=TODAY)
    assert (table.baseline[0], table.baseline_date[0]) == (12, dt.date(2025, 2, 14))


def test_a_unit_that_began_to_report_long_after_the_start_is_measured_from_its_first_figure():
    drawn = both("2025-M05", 20) + both("2025-M08", 30, "X") + both("2025-M10", 40, "X")
    aim = Target("account_rate", 50, scope="X", level="commune")
    table = standing(cube(drawn), [aim], units=["X"], periods=["2025-M10"], indicators=["account_rate"], on=dt.date(2025, 11, 1))
    assert (table.baseline[0], table.baseline_date[0]) == (30, dt.date(2025, 8, 14))


def test_an_indicator_asked_each_quarter_is_shown_by_its_last_quarter():
    drawn = both("2024-Q4", 10) + both("2025-Q1", 30)
    table = standing(cube(drawn), [], units=["a"], periods=["2025-M05"], indicators=["quarterly_rate"], on=TODAY)
    row = table.iloc[0]
    assert (row.period, row.figure_period, row.value, row.state, row.change) == ("2025-M05", "2025-Q1", 30, "ok", 20)
    assert row.data_date == dt.date(2025, 3, 14)


def test_one_that_was_sent_each_month_all_the_same_is_shown_by_the_month():
    drawn = both("2025-Q1", 30) + both("2025-M05", 40)
    table = standing(cube(drawn), [], units=["a"], periods=["2025-M05"], indicators=["quarterly_rate"], on=TODAY)
    assert (table.figure_period[0], table.value[0]) == ("2025-M05", 40)


@pytest.mark.parametrize(
    ("period", "rhythm", "own"),
    [
        ("2025-M05", "quarter", "2025-Q1"),
        ("2025-M06", "quarter", "2025-Q2"),
        ("2025-M02", "quarter", "2024-Q4"),
        ("2025-M10", "half", "2025-S1"),
        ("2025-Q3", "year", "2024"),
        ("2025", "quarter", "2025"),
        ("2025-M05", "month", "2025-M05"),
    ],
)
def test_the_last_period_of_the_rhythm_that_is_over(period, rhythm, own):
    indicator = cube("").words.indicators["quarterly_rate"]
    assert str(own_period(type(indicator)(**{**_fields(indicator), "frequency": rhythm}), Period.parse(period))) == own


def _fields(value) -> dict[str, object]:
    return {name: getattr(value, name) for name in type(value).__slots__}


def test_a_state_asked_once_a_year_is_shown_by_its_newest_month_before_last_year():
    drawn = both("2024", 10) + both("2025-Q1", 30)
    table = standing(cube(drawn), [], units=["a"], periods=["2025-M05"], indicators=["yearly_rate"], on=TODAY)
    assert (table.figure_period[0], table.value[0]) == ("2025-M03", 30)
