"""One period at a time: what a table of units compares, whom it leaves out, what the sentence at the top counts."""

from __future__ import annotations

import datetime as dt

import pytest
from figures_drawn import cube
from test_attainment import Target
from test_figures_standing import both

from indicators.headline import headline
from indicators.members import Reported, reported
from indicators.quota import quota, speed
from indicators.ranking import ranking
from indicators.standing import in_step, standing, without_older

TODAY = dt.date(2025, 6, 20)
LATER = dt.date(2025, 12, 1)


def told(drawn: str, units: str, period: str, code: str = "quarterly_rate"):
    return standing(cube(drawn), [], units=list(units), periods=[period], indicators=[code], on=TODAY)


SILENT_IN_MAY = both("2025-Q1", 90) + both("2025-Q1", 20, "b") + both("2025-M05", 30, "b") + both("2025-M05", 40, "c")


def test_a_unit_silent_in_the_month_is_out_of_step_whatever_its_older_quarter_says():
    table = told(SILENT_IN_MAY, "abc", "2025-M05")
    assert dict(zip(table.unit, table.figure_period, strict=True)) == {"a": "2025-Q1", "b": "2025-M05", "c": "2025-M05"}
    assert in_step(table).tolist() == [False, True, True]


def test_it_is_not_ranked_among_the_others():
    table = told(SILENT_IN_MAY, "abc", "2025-M05")
    ranked = ranking(table, cube("").words.indicators["quarterly_rate"], least=0).set_index("unit")
    assert (ranked.block["a"], ranked["rank"]["c"], ranked["rank"]["b"]) == ("older", 1, 2)
    assert ranked["rank"].isna()["a"]


def test_shown_without_older_figures_it_is_missing():
    rows = without_older(told(SILENT_IN_MAY, "abc", "2025-M05")).set_index("unit")
    assert (rows.state["a"], rows.figure_period["a"], rows.value.isna()["a"], rows.value["b"]) == ("missing", "2025-M05", True, 30)


QUARTER = both("2025-Q1", 90) + both("2025-Q1", 20, "b") + both("2025-Q1", 40, "c")


def test_an_area_keeps_its_last_quarter_until_more_than_half_of_it_has_a_newer_month():
    one, two = QUARTER + both("2025-M05", 2, "a"), QUARTER + both("2025-M05", 2, "a") + both("2025-M05", 4, "b")
    three = two + both("2025-M05", 6, "c")
    of_area = [told(drawn, "D", "2025-M05").iloc[0] for drawn in (one, two, three)]
    assert [(row.figure_period, row.units_reporting, row.value) for row in of_area] == [
        ("2025-Q1", 3, 50), ("2025-Q1", 3, 50), ("2025-M05", 3, 4)
    ]  # fmt: skip


def test_one_unit_with_a_newer_month_puts_no_other_out_of_step():
    table = told(QUARTER + both("2025-M05", 2, "a"), "abc", "2025-M05")
    assert dict(zip(table.unit, table.figure_period, strict=True)) == {"a": "2025-M05", "b": "2025-Q1", "c": "2025-Q1"}
    assert in_step(table).all()


@pytest.mark.parametrize(
    ("who", "period", "value"), [("abc", "2025-M04", 30), ("abd", "2025-M04", 30), ("a", "2025-Q1", 50)], ids=["all", "most", "one alone"]
)
@pytest.mark.parametrize(
    ("code", "above", "below"), [("quarterly_rate", "accounts", "adults"), ("quarterly_flow_rate", "online", "received")]
)
def test_a_month_without_figures_is_told_by_the_newest_month_of_most_units_before_an_older_quarter(code, above, below, who, period, value):
    sent = {("2025-Q1", unit): 50 for unit in "abc"} | {("2025-M04", unit): 30 for unit in who}
    drawn = "\n".join(f"{unit} {month} {above} {count}\n{unit} {month} {below} 100" for (month, unit), count in sent.items())
    (shown,) = told(drawn, ["D"], "2025-M05", code).itertuples()
    assert (shown.figure_period, shown.value) == (period, value)


def test_where_nobody_has_the_month_all_are_compared_in_the_quarter():
    table = told(both("2025-Q1", 90) + both("2025-Q1", 20, "b"), "abc", "2025-M05")
    assert in_step(table).all()
    assert set(table.figure_period) == {"2025-Q1"}


def test_an_older_figure_is_neither_up_nor_down_and_gives_no_date():
    drawn = both("2024-Q4", 10) + both("2025-Q1", 30)
    aim = Target("quarterly_rate", 50, scope="a", level="commune")
    table = standing(cube(drawn), [aim], units=["a"], periods=["2025-M05"], indicators=["quarterly_rate"], on=TODAY)
    found = headline(table, "a", "2025-M05")
    assert (table.direction[0], found.up, found.compared, found.data_date) == ("better", 0, 0, None)
    assert (found.older_up, found.older_down) == (1, 0), "that it moved since the period before its own is told apart"


def test_what_could_not_be_compared_says_why():
    aim = Target("account_rate", 50, scope="a", level="commune")
    table = standing(cube(both("2025-M05", 30)), [aim], units=["a"], periods=["2025-M05"], indicators=["account_rate"], on=TODAY)
    found = headline(table, "a", "2025-M05")
    assert (found.up, found.down, found.compared, found.why_not) == (0, 0, 0, "no_data")


def test_a_flow_of_the_month_needs_nothing_a_week():
    drawn = "a 2025-M05 online 10\na 2025-M05 received 100\n"
    aim = Target("online_rate", 50, scope="a", level="commune")
    world = cube(drawn)
    row = standing(world, [aim], units=["a"], periods=["2025-M05"], indicators=["online_rate"], on=TODAY).to_dict("records")[0]
    found = quota(row, speed(world, "online_rate", "a", "2025-M05", on=TODAY))
    assert found.missing == 40
    assert found.needed_per_week != found.needed_per_week


@pytest.mark.parametrize(
    ("silent", "unit", "counted"),
    [
        ("", "D", Reported(3, 3, 4, 4)),
        ("a", "D", Reported(2, 3, 3, 4)),
        ("c", "D", Reported(2, 3, 3, 4)),
        ("", "X", Reported(1, 1, 2, 2)),
    ],
)
def test_the_past_in_today_s_boundaries_counts_today_s_units(silent, unit, counted):
    world = cube("".join(both("2025-M05", 10, one) for one in "abcd" if one != silent))
    assert reported(world, "account_rate", unit, "2025-M05", boundaries="current", on=LATER) == counted


def test_as_reported_then_it_counts_the_units_of_the_day():
    world = cube("".join(both("2025-M05", 10, one) for one in "abd"))
    assert reported(world, "account_rate", "D", "2025-M05", on=LATER) == Reported(3, 4)
