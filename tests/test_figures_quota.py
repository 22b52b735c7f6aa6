"""Quota arithmetic and what needs attention, drawn: people missing, people a week, the few units that decide."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from figures_drawn import cube
from test_attainment import Target

from indicators.attention import attention
from indicators.figures import figures
from indicators.quota import Climb, Quota, Speed, climb, gaps, quota, speed, suppose, what_if
from indicators.standing import judged

TODAY = dt.date(2025, 6, 1)
AIM = Target("account_rate", 50, "2025", "2025", scope="D", level="district")


def stock(unit: str, period: str, accounts: int, adults: int = 100) -> str:
    return f"{unit} {period} accounts {accounts}\n{unit} {period} adults {adults}\n"


GROWING = stock("a", "2025-M02", 4) + stock("a", "2025-M03", 6) + stock("a", "2025-M05", 29)


def asked(drawn: str, target: Target = AIM, period: str = "2025-M05") -> Quota:
    world = cube(drawn)
    row = judged(world, [target], units=["a"], periods=[period], indicators=["account_rate"], on=TODAY).to_dict("records")[0]
    return quota(row, speed(world, "account_rate", "a", period, on=TODAY))


def test_what_is_missing_how_fast_it_goes_and_how_fast_it_must_go():
    found = asked(GROWING)
    assert found.missing == 21
    assert found.speed == Speed(25 * 7 / 89, dt.date(2025, 2, 14), 1)
    assert found.weeks_left == pytest.approx(214 / 7)
    assert found.needed_per_week == pytest.approx(21 / (214 / 7))
    assert found.verdict == "enough"


def test_a_speed_that_is_too_low_none_at_all_and_none_known():
    assert asked(stock("a", "2025-M04", 9) + stock("a", "2025-M05", 10)).verdict == "short"
    assert asked(stock("a", "2025-M04", 10) + stock("a", "2025-M05", 10)).verdict == "stalled"
    assert asked(stock("a", "2025-M05", 10)).verdict == "unknown"
    assert asked(stock("a", "2025-M05", 50)).verdict == "reached"


def test_speed_is_measured_in_the_same_units_only():
    drawn = stock("a", "2025-M04", 10) + stock("a", "2025-M05", 40) + stock("b", "2025-M05", 100)
    found = speed(cube(drawn), "account_rate", "D", "2025-M05", on=TODAY)
    assert (found.per_week, found.units) == (pytest.approx(7.0), 1)


def test_a_flow_has_no_speed():
    assert math.isnan(speed(cube("a 2025-M04 late 3\na 2025-M05 late 4"), "late_count", "a", "2025-M05").per_week)


def communes(drawn: str):
    return figures(cube(drawn), units=list("abcd"), periods=["2025-M05"], indicators=["account_rate"], on=TODAY)


SPREAD = stock("a", "2025-M05", 10) + stock("b", "2025-M05", 30) + stock("c", "2025-M05", 45) + stock("d", "2025-M05", 90)


def test_the_few_units_that_hold_most_of_what_is_missing():
    table = gaps(communes(SPREAD), 50.0)
    assert list(zip(table.unit, table.gap, table.decisive, strict=True)) == [
        ("a", 40, True),
        ("b", 20, False),
        ("c", 5, False),
        ("d", 0, False),
    ]
    assert table.share[0] == pytest.approx(40 / 65)
    assert table.cumulative.iloc[-1] == pytest.approx(1)


def test_a_silent_unit_misses_nobody_knows_how_many():
    assert list(gaps(communes(stock("a", "2025-M05", 10)), 50.0).unit) == ["a"]


def test_what_if_the_chosen_units_reached_a_rate():
    assert what_if(communes(SPREAD), ["a", "d"], 60) == pytest.approx((60 + 30 + 45 + 90) / 4)
    assert math.isnan(what_if(communes(""), ["a"], 60))


def test_what_the_whole_would_be_how_many_that_takes_and_what_would_still_be_missing():
    found = suppose(communes(SPREAD), ["a", "b", "d"], 50, 60)
    assert (found.now, found.then, found.moved, found.missing) == (175 / 4, (50 + 50 + 45 + 90) / 4, 60, 5)
    assert math.isnan(suppose(communes(SPREAD), ["a"], 50).missing)
    assert suppose(communes(SPREAD), [], 50, 40).missing == 0
    assert suppose(communes(stock("a", "2025-M05", 10, 333)), ["a"], 50).moved == 167 - 10


def test_where_less_is_better_units_come_down_to_the_rate():
    found = suppose(communes(SPREAD), ["a", "d"], 40, 30, better="down")
    assert (found.then, found.moved, found.missing) == ((10 + 30 + 45 + 40) / 4, 50, 5)


def told(drawn: str, target: Target | None = None, **more):
    aim = target or Target("account_rate", 50, scope="D", level="commune")
    given = {"unit": "D", "period": "2025-M05", "indicators": ["account_rate"], "on": TODAY} | more
    return attention(cube(drawn), [aim], **given)


def test_attention_goes_to_the_silent_then_to_those_who_hold_the_gap():
    drawn = stock("a", "2025-M05", 10) + stock("b", "2025-M05", 30) + stock("c", "2025-M05", 60) + stock("d", "2025-M03", 60)
    found = told(drawn)
    assert [(c.unit, c.reason) for c in found] == [("d", "silent"), ("a", "off_track"), ("b", "off_track")]
    assert found[0].periods_silent == 2
    assert (found[1].numerator, found[1].denominator, found[1].quota.missing) == (10, 100, 40)
    assert found[1].share == pytest.approx(40 / 60)


def test_a_unit_silent_this_month_is_silent_whatever_its_last_quarter_said():
    drawn = "".join(stock(u, "2025-Q1", 60) for u in "abcd") + "".join(stock(u, "2025-M05", 60) for u in "abc")
    found = told(drawn, indicators=["account_rate", "quarterly_rate"])
    assert [(c.unit, c.reason) for c in found] == [("d", "silent")]


def test_a_stock_that_fell_needs_a_call_even_when_the_target_is_reached():
    drawn = "".join(stock(u, p, 60) for u in "abcd" for p in ("2025-M04", "2025-M05"))
    found = told(drawn + stock("b", "2025-M05", 55))
    assert [(c.unit, c.reason) for c in found] == [("b", "falling")]


def test_nothing_wrong_is_an_empty_list_and_there_are_never_more_than_asked_for():
    assert told("".join(stock(u, "2025-M05", 60) for u in "abcd")) == []
    assert len(told("".join(stock(u, "2025-M05", 10) for u in "abcd"), most=2)) == 2


def test_before_the_period_is_over_nobody_is_silent():
    assert told("", on=dt.date(2025, 5, 1)) == []


@pytest.mark.parametrize(
    ("period", "change", "until", "found"),
    [
        ("2025-M05", 2.0, dt.date(2025, 10, 31), Climb(2.0, 6.0)),
        ("2025-Q2", 3.0, dt.date(2025, 10, 31), Climb(1.0, 6.0)),
        ("2025-M05", 2.0, dt.date(2025, 5, 1), Climb(2.0, math.nan)),
        ("2025-M05", math.nan, None, Climb(math.nan, math.nan)),
    ],
)
def test_a_rate_climbs_in_points_a_month(period, change, until, found):
    row = {"figure_period": period, "change": change, "value": 50.0, "target": 80.0, "target_to": until, "data_date": dt.date(2025, 5, 31)}
    told = climb(row)
    assert (told.now, told.needed) == pytest.approx((found.now, found.needed), abs=0.05, nan_ok=True)
