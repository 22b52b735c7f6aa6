"""What a figure is, drawn: rows in, one figure out."""

from __future__ import annotations

import datetime as dt
import math

import pandas as pd
import pytest
from figures_drawn import cube, indicator, observations, version, words

from indicators.cube import cube_of
from indicators.figures import figures

TODAY = dt.date(2026, 11, 23)


def one(drawn: str, indicator: str, unit: str, period: str, **options) -> pd.Series:
    table = figures(cube(drawn), units=[unit], periods=[period], indicators=[indicator], on=TODAY, **options)
    assert len(table) == 1
    return table.iloc[0]


FOUR = """
a 2025-M03 online 10
a 2025-M03 received 100
b 2025-M03 online 90
b 2025-M03 received 100
c 2025-M03 online 1
c 2025-M03 received 1
d 2025-M03 online 0
d 2025-M03 received 199
"""


def test_counts_are_summed_over_units_then_divided():
    figure = one(FOUR, "online_rate", "D", "2025-M03")
    assert (figure.numerator, figure.denominator) == (101, 400)
    assert figure.value == pytest.approx(25.25)
    assert (figure.state, figure.units_reporting, figure.units_due, figure.reason) == ("ok", 4, 4, "")
    assert (figure.data_date, figure.definition, figure.exact) == (dt.date(2025, 3, 14), "1", True)


def test_a_single_commune_is_its_own_area():
    figure = one(FOUR, "online_rate", "b", "2025-M03")
    assert (figure.numerator, figure.denominator, figure.value, figure.units_due) == (90, 100, 90, 1)


def test_a_silent_unit_makes_the_figure_partial_and_is_never_a_zero():
    drawn = "\n".join(line for line in FOUR.splitlines() if not line.startswith("d"))
    figure = one(drawn, "online_rate", "D", "2025-M03")
    assert (figure.numerator, figure.denominator, figure.state) == (101, 201, "partial")
    assert (figure.units_reporting, figure.units_due, figure.reason) == (3, 4, "units_silent")


def test_a_unit_with_only_one_of_both_counts_enters_neither():
    drawn = FOUR.replace("d 2025-M03 received 199", "")
    figure = one(drawn, "online_rate", "D", "2025-M03")
    assert (figure.numerator, figure.denominator, figure.units_reporting) == (101, 201, 3)


def test_nothing_reported_is_missing():
    figure = one(FOUR, "online_rate", "D", "2025-M04")
    assert (figure.state, figure.reason, figure.units_reporting, figure.data_date) == ("missing", "nothing_reported", 0, None)
    assert math.isnan(figure.value) and math.isnan(figure.numerator)


def test_a_zero_denominator_is_neither_zero_nor_a_hundred():
    figure = one("a 2025-M03 online 0\na 2025-M03 received 0", "online_rate", "a", "2025-M03")
    assert (figure.state, figure.reason, figure.denominator) == ("zero_denominator", "zero_denominator", 0)
    assert math.isnan(figure.value)


def test_a_unit_with_a_zero_denominator_has_reported():
    figure = one(FOUR.replace("199", "0"), "online_rate", "D", "2025-M03")
    assert (figure.state, figure.units_reporting, figure.denominator) == ("ok", 4, 201)


def test_a_period_that_is_not_over_is_not_due():
    figure = one(FOUR, "online_rate", "D", "2026-M12")
    assert (figure.state, figure.reason) == ("not_due", "period_open")


def test_an_indicator_asked_each_quarter_is_not_due_in_other_months():
    drawn = "a 2025-Q1 accounts 5\na 2025-Q1 adults 10"
    assert one(drawn, "quarterly_rate", "a", "2025-M02").state == "not_due"
    assert one(drawn, "quarterly_rate", "a", "2025-M03").value == 50


def test_a_unit_outside_its_time_is_not_applicable():
    figure = one(FOUR, "online_rate", "a", "2025-M08")
    assert (figure.state, figure.reason) == ("not_applicable", "unit_not_valid")


def test_an_indicator_without_a_definition_on_the_day_is_not_applicable():
    late = indicator("late_rate", version("1", "online/received", "2025-06-01"))
    table = figures(cube(FOUR, words().units, late), units=["D"], periods=["2025-M03"], indicators=["late_rate"], on=TODAY)
    assert (table.state[0], table.reason[0]) == ("not_applicable", "no_definition")


def test_a_count_has_no_denominator():
    figure = one("a 2025-M03 pending 3\nb 2025-M03 pending 4", "pending_count", "D", "2025-M03")
    assert (figure.value, figure.state) == (7, "partial")
    assert math.isnan(figure.denominator)


def test_scores_are_never_added():
    drawn = "a 2025-M03 score 80\nb 2025-M03 score 90"
    assert one(drawn, "score_points", "a", "2025-M03").value == 80
    figure = one(drawn, "score_points", "D", "2025-M03")
    assert (figure.state, "not_additive" in figure.reason) == ("refused", True)
    assert math.isnan(figure.value)


def test_the_unit_s_own_return_stands_where_its_communes_gave_nothing():
    figure = one("D 2025-M03 score 77\nD 2025-M03 online 4\nD 2025-M03 received 5", "score_points", "D", "2025-M03")
    assert (figure.value, figure.state, figure.reason) == (77, "ok", "own_return")
    rate = one("D 2025-M03 online 4\nD 2025-M03 received 5", "online_rate", "D", "2025-M03")
    assert (rate.value, rate.numerator, rate.denominator, rate.reason) == (80, 4, 5, "own_return")


def test_a_percentage_without_counts_is_shown_for_its_unit_and_never_summed():
    drawn = "a 2025-M03 online_rate 62.5\nb 2025-M03 online 1\nb 2025-M03 received 2"
    figure = one(drawn, "online_rate", "a", "2025-M03")
    assert (figure.value, figure.state, figure.reason, figure.exact) == (62.5, "ok", "percent_only", False)
    assert math.isnan(figure.numerator)
    district = one(drawn, "online_rate", "D", "2025-M03")
    assert (district.numerator, district.denominator, district.units_reporting) == (1, 2, 1)


def test_a_later_cell_of_the_same_return_wins_and_rejected_ones_do_not_count():
    table = observations("a 2025-M03 pending 3\na 2025-M03 pending 9")
    table.loc[1, "status"] = "rejected"
    figure = figures(cube_of(table, words()), units=["a"], periods=["2025-M03"], indicators=["pending_count"], on=TODAY)
    assert figure.value[0] == 3


def test_the_order_is_indicator_period_unit_and_all_indicators_come_when_none_is_named():
    table = figures(cube(FOUR), units=["a", "D"], periods=["2025-M02", "2025-M03"], on=TODAY)
    assert list(zip(table.indicator[:4], table.period[:4], table.unit[:4], strict=True)) == [
        ("online_rate", "2025-M02", "a"), ("online_rate", "2025-M02", "D"),
        ("online_rate", "2025-M03", "a"), ("online_rate", "2025-M03", "D"),
    ]  # fmt: skip
    assert list(table.indicator.unique()) == list(words().indicators)


def test_no_units_give_an_empty_table_with_its_columns():
    table = figures(cube(FOUR), units=[], periods=["2025-M03"], indicators=["online_rate"], on=TODAY)
    assert len(table) == 0
    assert "units_due" in table


def test_a_series_that_crosses_a_change_of_definition_carries_a_break():
    changed = indicator("changed_rate", version("1", "online/received", "", "2025-03-31"), version("2", "online/adults", "2025-04-01"))
    drawn = FOUR + "a 2025-M04 online 3\na 2025-M04 adults 6\n"
    months = ["2025-M02", "2025-M03", "2025-M04"]
    table = figures(cube(drawn, words().units, changed), units=["a"], periods=months, indicators=["changed_rate"], on=TODAY)
    assert list(table["break"]) == ["", "", "definition"]
    assert list(table.definition) == ["1", "1", "2"]
    assert list(table.value[1:]) == [10, 50]


def test_a_variant_is_only_taken_when_its_denominator_is_asked_for():
    wide = indicator("wide_rate", version("1", "online/received"), version("1b", "online/adults", variant=True))
    drawn = FOUR + "a 2025-M03 adults 20\n"
    ask = {"units": ["a"], "periods": ["2025-M03"], "indicators": ["wide_rate"], "on": TODAY}
    plain = figures(cube(drawn, words().units, wide), **ask)
    other = figures(cube(drawn, words().units, wide), denominators={"wide_rate": "adults"}, **ask)
    assert (plain.value[0], plain.denominator_formula[0]) == (10, "received")
    assert (other.value[0], other.denominator_formula[0]) == (50, "adults")
