"""What we hold of what somebody asks, drawn: the figure itself, part of it, an older one, or nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from figures_drawn import observations, words

from catalogue.periods import Period
from indicators.cube import cube_of
from indicators.held import counts_behind, held, silent, with_counts

ON = dt.date(2025, 6, 20)
MAY = Period.parse("2025-M05")
DRAWN = """
a 2025-M04 received 100
b 2025-M04 received 50
c 2025-M04 received 20
d 2025-M04 received 5
a 2025-M05 received 110
b 2025-M05 received 60
c 2025-M05 received 10
a 2025-M04 accounts 7
b 2025-M04 accounts 8
c 2025-M04 accounts 9
d 2025-M04 accounts 6
a 2025-M05 online 55
"""


def ask(code: str, unit: str, period: Period = MAY, **more):
    return held(cube_of(observations(DRAWN), with_counts(words())), code, unit, period, on=ON, **more)


def test_a_count_of_one_unit_is_what_it_reported():
    found = ask("received", "a")
    assert (found.state, found.value, found.period) == ("held", 110, MAY)


def test_a_count_of_an_area_with_a_silent_unit_is_part_of_an_answer():
    found = ask("received", "D")
    assert (found.state, found.value, found.units_reporting, found.units_due) == ("partial", 180, 3, 4)


def test_a_rate_carries_its_two_counts():
    found = ask("online_rate", "a")
    assert (found.state, found.value, found.numerator, found.denominator) == ("held", 50, 55, 110)


def test_what_was_last_reported_earlier_is_older_and_says_of_when():
    found = ask("accounts", "D")
    assert (found.state, found.value, str(found.period)) == ("older", 30, "2025-M04")


def test_an_older_part_is_no_answer():
    assert ask("late", "D").state == "missing"
    assert ask("late", "D").value is None


@pytest.mark.parametrize(("unit", "value", "state"), [("a", 210, "partial"), ("d", 5, "partial")])
def test_since_january_is_the_sum_of_the_months_and_partial_when_one_is_missing(unit, value, state):
    found = ask("received", unit, basis="year_to_date")
    assert (found.value, found.state) == (value, state)


def test_since_january_with_every_month_is_whole():
    rows = "\n".join(f"a 2025-M{month:02d} received {month}" for month in range(1, 6))
    cube = cube_of(observations(rows), with_counts(words()))
    found = held(cube, "received", "a", MAY, basis="year_to_date", on=ON)
    assert (found.value, found.state) == (15, "held")


def test_who_has_not_reported_what():
    cube = cube_of(observations(DRAWN), with_counts(words()))
    assert silent(cube, ["received", "online"], ["a", "b", "c", "d"], MAY, on=ON) == {
        "b": ("online",),
        "c": ("online",),
        "d": ("received", "online"),
    }


def test_an_indicator_is_answered_by_the_counts_of_its_formula():
    assert counts_behind(["online_rate", "late"], ON, words()) == ("online", "received", "late")
