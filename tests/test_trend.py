"""What is said under the line of an indicator: before and after the units were rearranged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from catalogue.indicators import indicators
from catalogue.language import speaking
from pages.parts.drawing.charts import Point
from pages.parts.figures.trend import _across

RATE = next(one for one in indicators().values() if one.unit == "percent" and one.decimals == 1)
FIGURES = (("6/2025", 65.3), ("7/2025", 68.3), ("9/2026", 87.3))
BEFORE, AT, SINCE = (Point(label, "", value, False, "", "", None) for label, value in FIGURES)
CUT = replace(AT, broken="regrouped")


def said(*points: Point) -> str:
    with speaking("en"):
        return _across(points, RATE)


def test_the_figure_before_the_units_were_rearranged_stands_beside_the_latest_one():
    assert "6/2025: 65.3%" in said(BEFORE, CUT, SINCE)
    assert "9/2026: 87.3% (+22.0 points)" in said(BEFORE, CUT, SINCE)


def test_a_figure_that_lacks_units_is_not_compared_with_a_whole_one():
    assert "7/2025: 68.3% (+3.0 points)" in said(BEFORE, CUT, replace(SINCE, provisional=True))
    assert said(replace(BEFORE, provisional=True), CUT, SINCE) == ""


@pytest.mark.parametrize("broken", ["boundary", "definition"])
def test_sides_that_cannot_be_compared_are_not(broken):
    assert said(BEFORE, replace(AT, broken=broken), SINCE) == ""
    assert said(BEFORE, CUT, replace(SINCE, broken=broken)) == ""


def test_only_figures_of_the_same_definition_are_compared():
    older = replace(BEFORE, label="5/2024", value=10.0)
    assert "6/2025: 65.3%" in said(older, replace(BEFORE, broken="definition"), CUT, SINCE)
    assert said(older, replace(BEFORE, broken="definition", value=None), CUT, SINCE) == ""


def test_where_no_units_were_rearranged_nothing_is_said():
    assert said(BEFORE, AT, SINCE) == ""
