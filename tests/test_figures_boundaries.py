"""One history across a reorganisation: exact where old units went whole, refused with the reason where not."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from figures_drawn import DISTRICT, cube, new, old, register, row
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.cube import Cube
from indicators.figures import figures

TODAY = dt.date(2026, 11, 23)


def one(world: Cube, code: str, unit: str, period: str, boundaries: str = "reported") -> pd.Series:
    return figures(world, units=[unit], periods=[period], indicators=[code], boundaries=boundaries, on=TODAY).iloc[0]


BEFORE = """
a 2025-M03 online 1
a 2025-M03 received 10
b 2025-M03 online 2
b 2025-M03 received 10
c 2025-M03 online 3
c 2025-M03 received 10
d 2025-M03 online 4
d 2025-M03 received 10
"""


def test_a_merged_commune_s_past_is_the_sum_of_the_communes_it_was_made_of():
    figure = one(cube(BEFORE), "online_rate", "X", "2025-M03", "current")
    assert (figure.numerator, figure.denominator, figure.value) == (3, 20, 15)
    assert (figure.state, figure.units_reporting, figure.units_due, figure.exact) == ("ok", 2, 2, True)


def test_it_is_complete_only_when_all_of_them_reported():
    figure = one(cube(BEFORE.replace("b 2025-M03 received 10", "")), "online_rate", "X", "2025-M03", "current")
    assert (figure.numerator, figure.denominator) == (1, 10)
    assert (figure.state, figure.units_reporting, figure.units_due) == ("partial", 1, 2)


def test_as_reported_it_did_not_exist_then():
    assert one(cube(BEFORE), "online_rate", "X", "2025-M03").state == "not_applicable"
    assert one(cube(BEFORE), "online_rate", "a", "2025-M03").state == "ok"


def test_an_old_commune_is_not_one_of_today_s_units():
    assert one(cube(BEFORE), "online_rate", "a", "2025-M03", "current").state == "not_applicable"


@pytest.mark.parametrize("root", ["D", "VN"])
def test_an_area_is_the_communes_of_that_day_and_the_same_in_today_s_units(root):
    reported = one(cube(BEFORE), "online_rate", root, "2025-M03")
    current = one(cube(BEFORE), "online_rate", root, "2025-M03", "current")
    for figure in (reported, current):
        assert (figure.numerator, figure.denominator, figure.units_due) == (10, 40, 4)


def test_a_district_that_has_ended_is_the_communes_that_took_over_its_units():
    drawn = "X 2025-M08 online 5\nX 2025-M08 received 10\nY 2025-M08 online 1\nY 2025-M08 received 10"
    figure = one(cube(drawn), "online_rate", "D", "2025-M08")
    assert (figure.numerator, figure.denominator, figure.units_reporting, figure.units_due) == (6, 20, 2, 3)
    assert figure.exact


def test_the_month_of_the_change_is_due_from_the_units_at_its_end():
    figure = one(cube("X 2025-M07 online 5\nX 2025-M07 received 10"), "online_rate", "D", "2025-M07")
    assert (figure.units_reporting, figure.units_due) == (1, 3)
    assert one(cube(BEFORE), "online_rate", "D", "2025-M06").units_due == 4


def test_a_series_marks_where_its_units_changed():
    world = cube(BEFORE)
    ask = {"units": ["D"], "periods": ["2025-M05", "2025-M06", "2025-M07"], "indicators": ["online_rate"], "on": TODAY}
    assert list(figures(world, **ask)["break"]) == ["", "", "boundary"]


YEAR = "\n".join(
    [f"{unit} 2025-M{month:02d} late 1" for unit in "abcd" for month in range(1, 7)]
    + [f"{unit} 2025-M{month:02d} late 10" for unit in "XYZ" for month in range(7, 13)]
)


def test_a_year_across_the_change_adds_each_month_in_the_units_of_that_month():
    figure = one(cube(YEAR), "late_count", "D", "2025")
    assert (figure.value, figure.state, figure.reason) == (4 * 6 + 3 * 60, "ok", "straddles_boundary")
    assert (figure.units_due, figure.months, figure.months_due) == (3, 4 * 6 + 3 * 6, 4 * 6 + 3 * 6)


def test_a_merged_commune_s_year_holds_the_months_of_those_before_it():
    figure = one(cube(YEAR), "late_count", "X", "2025")
    assert (figure.value, figure.state, figure.reason) == (2 * 6 + 60, "ok", "straddles_boundary")


def test_a_second_half_year_by_the_decree_lies_wholly_after_the_change():
    figure = one(cube(YEAR), "late_count", "D", "2025-S2")
    assert (figure.value, figure.reason) == (180, "")


def test_a_year_typed_by_the_new_commune_stands_only_where_no_month_is_known():
    assert one(cube("X 2025 late 70"), "late_count", "X", "2025").value == 70
    assert one(cube(YEAR + "\nX 2025 late 70"), "late_count", "X", "2025").value == 72


def test_a_stock_of_the_year_is_the_one_after_the_change():
    drawn = "a 2025-M06 pending 5\nX 2025-M09 pending 7"
    assert one(cube(drawn), "pending_count", "X", "2025").value == 7
    assert one(cube("a 2025-M06 pending 5"), "pending_count", "X", "2025").value == 5


# b was split between X and Y; X also took a, Y also took c. E is a neighbouring district whose commune e went to Y.
SPLIT = register(
    [
        row("VN", "country", ""),
        row("P1", "province", "VN", "", "2025-06-30"),
        row("P2", "province", "VN", "2025-07-01"),
        row("D", "district", "P1", "", "2025-06-30"),
        row("E", "district", "P1", "", "2025-06-30"),
        *(old(id, "D") for id in "abc"),
        old("e", "E"),
        *(new(id, "P2") for id in "XY"),
    ],
    ("a>X", "b~X", "b~Y", "c>Y", "e>Y"),
)
SPLIT_BEFORE = "\n".join(f"{unit} 2025-M03 pending {value}" for unit, value in zip("abce", (1, 10, 100, 1000), strict=True))


def test_a_commune_that_took_a_part_of_another_is_refused_its_past():
    figure = one(cube(SPLIT_BEFORE, SPLIT), "pending_count", "X", "2025-M03", "current")
    assert (figure.state, figure.reason) == ("refused", "split_predecessor")
    assert pd.isna(figure.value)


def test_an_area_that_holds_all_the_parts_adds_the_split_commune_once():
    figure = one(cube(SPLIT_BEFORE, SPLIT), "pending_count", "P2", "2025-M03", "current")
    assert (figure.value, figure.state, figure.units_due, figure.exact) == (1111, "ok", 4, True)


def test_an_old_district_whose_successors_reach_beyond_it_is_not_exact():
    figure = one(cube("X 2025-M08 pending 1\nY 2025-M08 pending 2", SPLIT), "pending_count", "D", "2025-M08")
    assert (figure.value, figure.exact, figure.reason) == (3, False, "outside_area")


counts = st.integers(0, 10**6) | st.none()


@settings(max_examples=40, deadline=None)
@given(st.lists(counts, min_size=4, max_size=4), st.lists(counts, min_size=3, max_size=3))
def test_sums_before_and_after_agree(before, after):
    lines = [f"{unit} 2025-M06 pending {value}" for unit, value in zip("abcd", before, strict=True) if value is not None]
    lines += [f"{unit} 2025-M07 pending {value}" for unit, value in zip("XYZ", after, strict=True) if value is not None]
    world = cube("\n".join(lines), DISTRICT)
    for period, values in (("2025-M06", before), ("2025-M07", after)):
        known = [value for value in values if value is not None]
        for boundaries in ("reported", "current"):
            table = figures(
                world, units=["D", "X", "Y", "Z"], periods=[period], indicators=["pending_count"], boundaries=boundaries, on=TODAY
            )
            total, *parts = table.value.fillna(0)
            assert total == sum(known)
            if boundaries == "current" or period == "2025-M07":
                assert sum(parts) == total
            assert table.units_reporting[0] == len(known)
