"""The forecast, drawn: a range from the errors of earlier forecasts, nothing of a thin series, and what it means for a target."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from figures_drawn import cube, indicator, version, words
from hypothesis import given, settings
from hypothesis import strategies as st
from test_attainment import Target

from catalogue.periods import Period
from indicators.forecast import backtest, errors, forecast, level, season, trend
from indicators.outlook import comparable, outlook
from indicators.standing import standing

GROWING = [10.0, 12.0, 14.0, 16.0, 18.0, 20.0, 22.0, 24.0]


def test_a_straight_line_goes_on_straight_and_leaves_no_doubt():
    found = forecast(GROWING, 3, flow=False)
    assert (found.method, found.start, found.error) == ("trend", 7, 0)
    assert found.middle == found.low == found.high == (26, 28, 30)


def test_nothing_is_said_of_a_thin_series():
    assert forecast(GROWING[:5], 1, flow=False) is None
    assert forecast([10.0, None, 12.0, None, None, 16.0, 18.0, None, 22.0], 1, flow=False) is None
    assert forecast(GROWING[:6], 1, flow=False) is not None


def test_gaps_are_stepped_over_and_a_silent_end_is_looked_past():
    assert trend([10.0, None, 14.0, 16.0], 1) == 18
    assert trend([10.0, 12.0, 14.0, None], 1) == 18
    assert forecast([*GROWING, None], 1, flow=False).start == 7


def test_one_wild_value_does_not_bend_the_line():
    assert trend([10.0, 12.0, 90.0, 16.0, 18.0, 20.0, 22.0], 1) == pytest.approx(24)


def test_what_goes_up_and_down_without_direction_is_a_level():
    found = forecast([50.0, 52.0, 49.0, 51.0, 50.0, 52.0, 49.0, 51.0, 50.0], 2, flow=False)
    assert found.method == "level"
    assert found.middle == (50, 50)
    assert found.low[0] < 50 < found.high[0]


def test_a_season_is_minded_for_flows_alone():
    year = [5.0, 9.0, 3.0, 7.0]
    series = [value + lift for lift in (0, 10, 20, 30) for value in year]
    assert season(4)(series, 1) == 45.0
    assert forecast(series, 2, flow=True, year=4).method == "season"
    assert forecast(series, 2, flow=True, year=4).middle == (45.0, 49.0)
    assert forecast(series, 2, flow=False, year=4).method != "season"


def test_the_range_never_narrows_with_the_distance_and_stays_possible():
    found = forecast([80.0, 85.0, 84.0, 90.0, 91.0, 97.0, 96.0, 99.0], 4, flow=False, highest=100)
    widths = [high - low for low, high in zip(found.low, found.high, strict=True)]
    assert max(found.high) == 100
    assert all(low <= middle <= high for low, middle, high in zip(found.low, found.middle, found.high, strict=True))
    assert widths[0] > 0


def test_errors_are_made_of_what_was_known_then():
    assert errors([1.0, 2.0, 3.0, 4.0, 9.0], trend, 1) == [0, 4]
    assert errors([1.0, 1.0, 1.0, 4.0], level, 1) == [3]


def test_held_back_periods_tell_how_often_the_range_was_right():
    found = backtest([float(x) for x in range(12)], 1, flow=False)
    assert (found.asked, found.error, found.inside) == (6, 0, 6)
    jump = backtest([*GROWING, 90.0], 1, flow=False)
    assert (jump.asked, jump.inside) == (3, 2)
    assert math.isnan(backtest(GROWING[:5], 1, flow=False).error)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.floats(0, 100), max_size=20), st.integers(1, 6), st.booleans())
def test_a_forecast_is_a_range_around_its_middle_or_nothing(series, ahead, flow):
    found = forecast(series, ahead, flow=flow, highest=100)
    if found is not None:
        assert len(found.middle) == ahead
        for low, middle, high in zip(found.low, found.middle, found.high, strict=True):
            assert 0 <= low <= middle <= high <= 100


MONTHS = [Period.month(2025, number) for number in range(1, 9)]


def stocks(values: list[int | None]) -> str:
    told = [(month, value) for month, value in zip(MONTHS, values, strict=False) if value is not None]
    return "".join(f"X {month} accounts {value}\nX {month} adults 100\n" for month, value in told if month >= MONTHS[6]) + "".join(
        f"{unit} {month} accounts {value / 2}\n{unit} {month} adults 50\n" for month, value in told if month < MONTHS[6] for unit in "ab"
    )


def asked(values: list[int | None], target: float, until: str = "2025-M12"):
    aim = Target("account_rate", target, "2025-M01", until, scope="X", level="commune")
    drawn, on = cube(stocks(values)), dt.date(2025, 8, 20)
    table = standing(drawn, [aim], units=["X"], periods=MONTHS, indicators=["account_rate"], boundaries="current", on=on)
    return outlook(table.to_dict("records"), MONTHS, drawn.words.indicators["account_rate"], drawn.words, joined=True)


def without_target(values: list[int | None]):
    drawn, on = cube(stocks(values)), dt.date(2025, 8, 20)
    table = standing(drawn, [], units=["X"], periods=MONTHS, indicators=["account_rate"], boundaries="current", on=on)
    return outlook(table.to_dict("records"), MONTHS, drawn.words.indicators["account_rate"], drawn.words, joined=True)


STEADY = [10, 15, 20, 25, 30, 35, 40, 45]


def test_whether_a_target_will_be_reached():
    assert (asked(STEADY, 50).verdict, str(asked(STEADY, 50).by)) == ("early", "2025-M09")
    assert (asked(STEADY, 65).verdict, str(asked(STEADY, 65).by)) == ("close", "2025-M12")
    assert (asked(STEADY, 80).verdict, asked(STEADY, 80).by) == ("late", None)


def test_no_outlook_once_reached_nor_for_an_old_or_thin_series():
    assert asked(STEADY, 40) is None
    assert asked([*STEADY[:5], None, None, None], 80) is None
    assert asked([None, None, None, *STEADY[3:]], 80) is None


def test_where_a_range_would_say_nothing_there_is_none():
    assert asked([40, 40, 40, 40, 40, 40, 40, 40], 41).verdict == "late", "it answers whether the target will be reached"
    assert without_target([40, 40, 40, 40, 40, 40, 40, 40]) is None, "as it is now"
    assert without_target([10, 80, 15, 90, 5, 70, 20, 85]) is None, "anything may come"
    assert without_target(STEADY) is not None


def test_an_outlook_names_the_day_of_the_target_and_the_last_complete_period():
    found = asked([*STEADY[:7], None], 80)
    assert (found.until, str(found.since)) == (dt.date(2025, 12, 14), "2025-M07")


def test_a_new_definition_begins_the_series_anew():
    rows = [
        {"value": 10.0, "state": "ok", "break": "", "exact": True},
        {"value": 20.0, "state": "ok", "break": "definition", "exact": True},
    ]
    assert comparable(rows, joined=True) == [None, 20.0]
    rows[1]["break"] = "boundary"
    assert comparable(rows, joined=True) == [10.0, 20.0]
    assert comparable(rows, joined=False) == [None, 20.0]
    rows[1]["state"] = "partial"
    assert comparable(rows, joined=True) == [10.0, None]


def test_a_flow_and_a_stock_are_told_apart_by_their_elements():
    from indicators.outlook import settings as chosen

    declared = words()
    assert chosen(declared.indicators["online_rate"], declared, "month") == {"flow": True, "year": 12, "highest": 100.0}
    assert not chosen(declared.indicators["account_rate"], declared, "quarter")["flow"]
    assert chosen(indicator("q", version("1", "accounts/adults"), quota=True), declared, "month") == {"flow": False, "year": 12}
