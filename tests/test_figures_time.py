"""Figures over time, drawn: stocks are never added, flows only where every month is there, differences only between two ends."""

from __future__ import annotations

import datetime as dt
import math

import numpy as np
import pandas as pd
from figures_drawn import DISTRICT, cube, indicator, version

from indicators.blocks import stock_block
from indicators.figures import figures

TODAY = dt.date(2026, 11, 23)


def one(drawn: str, code: str, unit: str, period: str, *more) -> pd.Series:
    return figures(cube(drawn, DISTRICT, *more), units=[unit], periods=[period], indicators=[code], on=TODAY).iloc[0]


STOCK = """
a 2025-M01 accounts 10
a 2025-M01 adults 100
a 2025-M02 accounts 20
a 2025-M02 adults 100
"""


def test_a_stock_over_a_quarter_is_the_one_at_its_last_month_reported():
    figure = one(STOCK, "account_rate", "a", "2025-Q1")
    assert (figure.numerator, figure.denominator, figure.state) == (20, 100, "ok")
    assert figure.data_date == dt.date(2025, 2, 14)


def test_a_district_s_stock_never_mixes_dates():
    drawn = STOCK + "b 2025-M01 accounts 50\nb 2025-M01 adults 50\n"
    figure = one(drawn, "account_rate", "D", "2025-Q1")
    assert (figure.numerator, figure.denominator, figure.units_reporting) == (20, 100, 1)
    assert figure.reason.split() == ["units_silent", "older_data"]


def test_numerator_and_denominator_of_a_stock_come_from_the_same_month():
    figure = one(STOCK + "a 2025-M03 accounts 30", "account_rate", "a", "2025-Q1")
    assert (figure.numerator, figure.denominator, figure.data_date) == (20, 100, dt.date(2025, 2, 14))


def test_a_stock_typed_for_the_quarter_stands_at_its_last_month():
    drawn = "a 2025-Q1 accounts 30\na 2025-Q1 adults 100"
    assert one(drawn, "account_rate", "a", "2025-M03").numerator == 30
    assert one(drawn, "account_rate", "a", "2025-M02").state == "missing"


def test_two_different_stocks_for_the_same_day_are_flagged_and_the_month_s_own_return_stays():
    drawn = STOCK + "a 2025-M03 accounts 30\na 2025-M03 adults 100\na 2025-Q1 accounts 31"
    figure = one(drawn, "account_rate", "a", "2025-M03")
    assert (figure.numerator, figure.reason) == (30, "conflict")


FLOW = """
a 2025-M01 late 1
a 2025-M02 late 2
a 2025-M03 late 4
"""


def test_a_flow_over_a_quarter_is_the_sum_of_its_months():
    figure = one(FLOW, "late_count", "a", "2025-Q1")
    assert (figure.value, figure.state, figure.months, figure.months_due) == (7, "ok", 3, 3)


def test_a_missing_month_makes_the_quarter_partial_and_says_how_many():
    figure = one(FLOW.replace("a 2025-M02 late 2", ""), "late_count", "a", "2025-Q1")
    assert (figure.value, figure.state, figure.reason) == (5, "partial", "months_missing")
    assert (figure.months, figure.months_due) == (2, 3)


def test_a_quarter_reported_as_such_is_better_than_a_missing_month():
    figure = one(FLOW.replace("a 2025-M02 late 2", "a 2025-Q1 late 9"), "late_count", "a", "2025-Q1")
    assert (figure.value, figure.state, figure.reason) == (9, "ok", "from_longer_report")


def test_a_quarter_that_differs_from_its_months_is_flagged_and_the_months_stand():
    figure = one(FLOW + "a 2025-Q1 late 9", "late_count", "a", "2025-Q1")
    assert (figure.value, figure.state, figure.reason) == (7, "ok", "conflict")
    assert one(FLOW + "a 2025-Q1 late 7", "late_count", "a", "2025-Q1").reason == ""


def test_a_quarter_alone_says_nothing_of_its_months():
    assert one("a 2025-Q1 late 9", "late_count", "a", "2025-M02").state == "missing"


TO_DATE = """
a 2025-M03 late 10 year_to_date
a 2025-M04 late 14 year_to_date
a 2025-M06 late 20 year_to_date
"""


def test_a_month_is_the_difference_of_two_year_to_date_values():
    figure = one(TO_DATE, "late_count", "a", "2025-M04")
    assert (figure.value, figure.state, figure.reason) == (4, "ok", "from_year_to_date")


def test_no_month_is_derived_where_one_end_is_missing():
    for month in ("2025-M03", "2025-M05", "2025-M06"):
        assert one(TO_DATE, "late_count", "a", month).state == "missing"


def test_january_is_its_own_year_to_date():
    assert one("a 2025-M01 late 3 year_to_date", "late_count", "a", "2025-M01").value == 3


def test_a_year_to_date_that_falls_gives_no_month_and_is_flagged():
    figure = one("a 2025-M03 late 10 year_to_date\na 2025-M04 late 8 year_to_date", "late_count", "a", "2025-M04")
    assert (figure.state, figure.reason.split()) == ("missing", ["nothing_reported", "negative_difference"])
    assert math.isnan(figure.value)


def test_a_quarter_follows_from_the_year_to_date_at_both_its_ends():
    figure = one(TO_DATE, "late_count", "a", "2025-Q2")
    assert (figure.value, figure.state) == (10, "ok")
    assert one(TO_DATE, "late_count", "a", "2025-Q1").value == 10
    assert one(TO_DATE, "late_count", "a", "2025-S1").value == 20


def test_the_typed_month_is_preferred_to_the_difference():
    assert one(TO_DATE + "a 2025-M04 late 5", "late_count", "a", "2025-M04").value == 5


def test_no_difference_is_taken_across_a_change_of_definition():
    changed = indicator("changed_count", version("1", "late", "", "2025-03-31"), version("2", "late", "2025-04-01"), unit="count")
    assert one(TO_DATE, "changed_count", "a", "2025-M04", changed).state == "missing"
    figure = one(FLOW + "a 2025-M04 late 8\na 2025-M05 late 8\na 2025-M06 late 8", "changed_count", "a", "2025-S1", changed)
    assert (figure.value, figure.reason) == (31, "definition_changed")


def test_a_year_that_is_not_over_is_partial():
    drawn = "\n".join(f"X 2026-M{month:02d} late 1" for month in range(1, 11))
    figure = one(drawn, "late_count", "X", "2026")
    assert (figure.value, figure.state, figure.months, figure.months_due) == (10, "partial", 10, 12)
    assert figure.reason.split() == ["period_open", "months_missing"]


MIXED = """
a 2025-M01 online 1
a 2025-M01 pending 1
a 2025-M01 received 4
"""


def test_stock_and_flow_mixed_hold_for_a_month_but_not_for_the_sum_of_months():
    assert one(MIXED, "mixed_rate", "a", "2025-M01").value == 50
    figure = one(MIXED, "mixed_rate", "a", "2025-Q1")
    assert (figure.state, figure.reason.split()) == ("refused", ["mixed_stock_flow"])


def test_stock_and_flow_mixed_hold_for_a_quarter_when_it_was_reported_as_such():
    drawn = MIXED + "a 2025-Q1 online 6\na 2025-Q1 pending 2\na 2025-Q1 received 10"
    assert one(drawn, "mixed_rate", "a", "2025-Q1").value == 80


def test_a_flow_that_holds_what_the_month_before_left_is_not_added_over_months():
    monthly = "\n".join(f"a 2025-M0{month} {what}" for month in (1, 2, 3) for what in ("late 1", "in_hand 10"))
    assert one(monthly, "late_of_in_hand_rate", "a", "2025-M02").value == 10
    assert one(monthly, "late_of_in_hand_rate", "a", "2025-Q1").reason.split() == ["mixed_stock_flow"]
    assert one(monthly + "\na 2025-Q1 late 3\na 2025-Q1 in_hand 15", "late_of_in_hand_rate", "a", "2025-Q1").value == 20


def test_units_report_each_month_apart_and_the_district_says_how_many_months():
    drawn = FLOW + "b 2025-M01 late 10\n"
    figure = one(drawn, "late_count", "D", "2025-Q1")
    assert (figure.value, figure.state, figure.units_reporting, figure.units_due) == (17, "partial", 2, 4)
    assert (figure.months, figure.months_due) == (4, 12)


def test_marks_that_are_set_nowhere_take_no_room():
    reported = [((3, 3), "to_date", np.array([0, 1]), np.array([5.0, 7.0]))]
    plain, marked = stock_block(reported, 2), stock_block([*reported, ((1, 3), "to_date", np.array([1]), np.array([8.0]))], 2)
    assert plain.widened(5).conflict.shape == (12, 5)
    assert not plain.widened(5).conflict.any()
    assert plain.conflict.strides == (0, 0)
    assert np.argwhere(marked.widened(5).conflict).tolist() == [[2, 1]]
