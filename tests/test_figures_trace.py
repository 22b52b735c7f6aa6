"""A figure's way back to its cells: what is shown adds up to the figure itself."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest
from figures_drawn import DISTRICT, ELEMENTS, cube, observations
from hypothesis import given, settings
from hypothesis import strategies as st
from test_figures_boundaries import YEAR

from indicators.figures import figures
from indicators.trace import Trace, trace

TODAY = dt.date(2026, 11, 23)


def traced(drawn: str, code: str, unit: str, period: str, **more) -> Trace:
    return trace(cube(drawn), code, unit, period, on=TODAY, **more)


def added(found: Trace, side: str) -> float:
    rows = found.rows[found.rows.side == side]
    return float((rows["value"] * rows["sign"]).sum())


DRAWN = """
a 2025-M03 online 10
a 2025-M03 received 100
b 2025-M03 online 20
b 2025-M03 received 100
c 2025-M03 online 30
"""


def test_a_figure_leads_to_every_cell_it_was_made_of():
    found = traced(DRAWN, "online_rate", "D", "2025-M03")
    assert (found.figure["numerator"], found.figure["units_reporting"]) == (30, 2)
    assert list(found.rows[["side", "unit", "cell", "raw"]].itertuples(index=False, name=None)) == [
        ("numerator", "a", "B1", "10"), ("denominator", "a", "B2", "100"),
        ("numerator", "b", "B3", "20"), ("denominator", "b", "B4", "100"),
    ]  # fmt: skip
    assert list(zip(found.units.unit, found.units.counted, strict=True)) == [("a", True), ("b", True), ("c", False), ("d", False)]


def test_a_derived_month_shows_both_ends():
    found = traced("a 2025-M03 late 10 year_to_date\na 2025-M04 late 14 year_to_date", "late_count", "a", "2025-M04")
    assert list(zip(found.rows.sign, found.rows.raw, strict=True)) == [(1, "14"), (-1, "10")]


def test_a_quarter_shows_its_months_or_the_return_it_was_taken_from():
    months = "a 2025-M01 late 1\na 2025-M02 late 2\n"
    assert list(traced(months + "a 2025-M03 late 4", "late_count", "a", "2025-Q1").rows.raw) == ["1", "2", "4"]
    assert list(traced(months + "a 2025-Q1 late 9", "late_count", "a", "2025-Q1").rows.raw) == ["9"]


def test_units_left_out_for_their_date_are_shown_and_not_added():
    drawn = "a 2025-M02 pending 5\nb 2025-M01 pending 7"
    found = traced(drawn, "pending_count", "D", "2025-Q1")
    assert list(found.rows.raw) == ["5"]
    assert found.units.set_index("unit").reason["b"] == "older_data"


def test_the_past_of_a_merged_commune_leads_to_the_returns_of_the_old_ones():
    found = traced(DRAWN, "online_rate", "X", "2025-M03", boundaries="current")
    assert list(found.units.unit) == ["a", "b"]
    assert added(found, "numerator") == 30


def test_a_year_across_the_change_leads_to_both_generations():
    found = traced(YEAR, "late_count", "X", "2025")
    assert list(zip(found.units.unit, found.units.first_month, found.units.last_month, strict=True)) == [
        ("a", 1, 6),
        ("b", 1, 6),
        ("X", 7, 12),
    ]
    assert added(found, "numerator") == found.figure["value"] == 72


def test_a_bare_percentage_leads_to_its_cell():
    found = traced("a 2025-M03 online_rate 62.5", "online_rate", "a", "2025-M03")
    assert list(zip(found.rows.side, found.rows.raw, strict=True)) == [("percentage", "62.5")]


def test_an_own_return_leads_to_its_cells():
    found = traced("D 2025-M03 online 4\nD 2025-M03 received 5", "online_rate", "D", "2025-M03")
    assert (added(found, "numerator"), added(found, "denominator")) == (4, 5)


def test_nothing_reported_leads_to_no_cells_but_names_the_units_due():
    found = traced("", "online_rate", "D", "2025-M03")
    assert found.rows.empty
    assert list(found.units.unit) == ["a", "b", "c", "d"]


MONTHS = ["2025-M01", "2025-M02", "2025-M03", "2025-Q1", "2025-M06", "2025-S1", "2025"]
line = st.tuples(
    st.sampled_from("abcdXYZ"),
    st.sampled_from(MONTHS),
    st.sampled_from([e.code for e in ELEMENTS if e.additive]),
    st.integers(0, 9),
    st.sampled_from(["in_period", "year_to_date", "to_date"]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(line, max_size=40), st.sampled_from(["D", "X", "a"]), st.sampled_from(MONTHS), st.sampled_from(["reported", "current"]))
def test_the_cells_always_add_up_to_the_figure(lines, unit, period, boundaries):
    drawn = observations("\n".join(" ".join(map(str, each)) for each in lines)).drop_duplicates(
        ["unit", "period", "basis", "element"], keep="last"
    )
    world = cube("") if drawn.empty else _world(drawn)
    table = figures(world, units=[unit], periods=[period], boundaries=boundaries, on=TODAY)
    for row in table[table.state.isin(["ok", "partial", "zero_denominator"])].itertuples():
        found = trace(world, row.indicator, unit, period, boundaries=boundaries, on=TODAY)
        assert added(found, "numerator") == pytest.approx(row.numerator)
        if row.denominator == row.denominator:
            assert added(found, "denominator") == pytest.approx(row.denominator)


def _world(drawn: pd.DataFrame):
    from figures_drawn import words

    from indicators.cube import cube_of

    return cube_of(drawn, words(DISTRICT))
