"""A table turned as asked: what may be added is added and divided again, what may not is refused with its reason."""

import datetime as dt

import pytest
from figures_drawn import DISTRICT, cube, indicator, version

from catalogue.periods import Period
from indicators.figures import figures
from indicators.pivot import ALL, pivot

LATER = dt.date(2026, 1, 1)
MONTHS = ("2025-M03", "2025-M04")


def turned(drawn, things, units="abc", periods=MONTHS, *more, **options):
    asked = [Period.parse(text) for text in periods]
    table = pivot(cube(drawn, DISTRICT, *more), things=things.split(), units=list(units), periods=asked, on=LATER, **options)

    def cell(thing, unit, period):
        at = things.split().index(thing), table.periods.index(period), table.units.index(unit)
        said = table.state[at], table.reason[at]
        counts = table.numerator[at], table.denominator[at], table.value[at]
        return tuple(None if one != one else round(float(one), 4) for one in counts) + said

    return table, cell


FLOW = """
    a 2025-M03 online 10
    a 2025-M03 received 20
    b 2025-M03 online 90
    b 2025-M03 received 100
    a 2025-M04 online 30
    a 2025-M04 received 40
    b 2025-M04 online 0
    b 2025-M04 received 100
"""


def test_a_rate_is_divided_again_from_added_counts_never_averaged():
    _, cell = turned(FLOW, "online_rate", "ab")
    assert cell("online_rate", "a", "2025-M03") == (10, 20, 50, "ok", "")
    assert cell("online_rate", ALL, "2025-M03") == (100, 120, 83.3333, "ok", "")
    assert cell("online_rate", "a", ALL) == (40, 60, 66.6667, "ok", "")
    assert cell("online_rate", ALL, ALL) == (130, 260, 50, "ok", "")


def test_a_count_asked_for_by_its_own_code_is_added_over_units_and_periods():
    _, cell = turned(FLOW, "online", "ab")
    assert cell("online", "b", ALL) == (90, None, 90, "ok", "")
    assert cell("online", ALL, ALL) == (130, None, 130, "ok", "")


def test_a_silent_unit_is_missing_never_zero_and_its_total_is_partial():
    _, cell = turned(FLOW, "online_rate", "abc")
    assert cell("online_rate", "c", "2025-M03") == (None, None, None, "missing", "nothing_reported")
    assert cell("online_rate", ALL, "2025-M03") == (100, 120, 83.3333, "partial", "units_silent")
    assert cell("online_rate", "c", ALL)[2:4] == (None, "missing")


def test_a_month_that_is_missing_makes_the_total_over_time_partial():
    _, cell = turned("a 2025-M03 online 4\na 2025-M03 received 8", "online_rate", "a")
    assert cell("online_rate", "a", ALL) == (4, 8, 50, "partial", "months_missing")


STOCK = """
    a 2025-M03 accounts 10
    a 2025-M03 adults 100
    b 2025-M03 accounts 20
    b 2025-M03 adults 100
    a 2025-M04 accounts 40
    a 2025-M04 adults 100
"""


def test_a_state_at_a_date_is_added_over_units_but_stands_only_at_the_last_date():
    table, cell = turned(STOCK, "account_rate", "ab")
    assert cell("account_rate", ALL, "2025-M03") == (30, 200, 15, "ok", "")
    assert cell("account_rate", "a", ALL) == (40, 100, 40, "ok", "")
    assert cell("account_rate", "b", ALL)[2:4] == (None, "missing")
    assert cell("account_rate", ALL, ALL) == cell("account_rate", ALL, "2025-M04") == (40, 100, 40, "partial", "units_silent")
    assert table.over_periods[0, :, 0].tolist() == [False, True, False]


def test_states_at_different_dates_are_not_added_to_each_other():
    late, _ = turned("a 2025-M04 accounts 1\nb 2025-M05 accounts 5", "accounts", "ab", ["2025-Q2"])
    assert late.over_units[0, 0].tolist() == [False, True, False]
    assert late.value[0, 0].tolist() == [1, 5, 5] and late.reason[0, 0, 2] == "older_data" and late.state[0, 0, 2] == "partial"


def test_scores_of_several_units_are_refused_and_one_unit_keeps_its_last():
    drawn = "a 2025-M03 score 60\nb 2025-M03 score 80\na 2025-M04 score 70\nb 2025-M04 score 90"
    _, cell = turned(drawn, "score_points", "ab")
    assert cell("score_points", ALL, "2025-M03") == (None, None, None, "refused", "not_additive")
    assert cell("score_points", "a", ALL)[2:4] == (70, "ok")


def test_bare_percentages_are_shown_but_never_added():
    drawn = "a 2025-M03 online_rate 40\nb 2025-M03 online_rate 60"
    _, cell = turned(drawn, "online_rate", "ab", ["2025-M03"])
    assert cell("online_rate", "a", "2025-M03")[2:] == (40, "ok", "percent_only")
    assert cell("online_rate", ALL, "2025-M03") == (None, None, None, "refused", "percent_only")


def test_a_bare_percentage_beside_counts_is_left_out_and_said():
    drawn = "a 2025-M03 online_rate 40\nb 2025-M03 online 9\nb 2025-M03 received 10"
    _, cell = turned(drawn, "online_rate", "ab", ["2025-M03"])
    assert cell("online_rate", ALL, "2025-M03") == (9, 10, 90, "partial", "percent_only")


def test_counts_that_hold_again_what_the_month_before_left_are_not_added_over_time():
    drawn = "a 2025-M03 late 1\na 2025-M03 in_hand 10\na 2025-M04 late 2\na 2025-M04 in_hand 10"
    _, cell = turned(drawn, "late_of_in_hand_rate", "a")
    assert cell("late_of_in_hand_rate", "a", ALL) == (None, None, None, "refused", "mixed_stock_flow")


def test_periods_on_both_sides_of_a_new_definition_are_not_added():
    changed = indicator("changed_rate", version("1", "online/received", "", "2025-03-31"), version("2", "late/received", "2025-04-01"))
    _, cell = turned(FLOW + "a 2025-M04 late 1", "changed_rate", "a", MONTHS, changed)
    assert cell("changed_rate", "a", ALL) == (None, None, None, "refused", "definition_changed")


def test_a_unit_within_another_is_not_added_to_it_and_periods_that_overlap_are_not_either():
    _, cell = turned(FLOW, "online_rate", ["D", "a"])
    assert cell("online_rate", ALL, "2025-M03")[3:] == ("refused", "units_nested")
    _, cell = turned(FLOW, "online_rate", "a", ["2025-M04", "2025-Q2"])
    assert cell("online_rate", "a", ALL)[3:] == ("refused", "periods_overlap")


def test_nothing_to_count_is_neither_nought_nor_whole():
    drawn = "a 2025-M03 online 0\na 2025-M03 received 0\nb 2025-M03 online 0\nb 2025-M03 received 0"
    _, cell = turned(drawn, "online_rate", "ab", ["2025-M03"])
    assert cell("online_rate", ALL, "2025-M03") == (0, 0, None, "zero_denominator", "zero_denominator")


@pytest.mark.parametrize("boundaries", ["reported", "current"])
@pytest.mark.parametrize("things", ["online_rate", "account_rate", "pending_count"])
def test_the_total_of_the_communes_is_the_figure_of_the_area(things, boundaries):
    drawn = FLOW + STOCK + "c 2025-M03 pending 3\na 2025-M03 pending 4"
    units = "abcd" if boundaries == "reported" else "XYZ"
    _, cell = turned(drawn, things, units, ["2025-M03"], boundaries=boundaries)
    area = figures(cube(drawn), units=["D"], periods=["2025-M03"], indicators=[things], boundaries=boundaries, on=LATER).iloc[0]
    assert cell(things, ALL, "2025-M03")[:4] == (
        area["numerator"],
        None if area["denominator"] != area["denominator"] else area["denominator"],
        round(area["value"], 4),
        area["state"],
    )
