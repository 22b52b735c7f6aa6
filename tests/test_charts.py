"""Charts, by their traces: what is drawn differently because it means something else."""

from __future__ import annotations

import re
from urllib.parse import unquote

import numpy as np
import pytest

from catalogue.language import use_language
from pages.parts.drawing import charts
from pages.parts.drawing.charts import Band, Goal, Point
from pages.parts.drawing.marks import spark


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def point(label: str, value: float | None, *, provisional: bool = False, broken: str = "", aim: float | None = None, target="t") -> Point:
    return Point(label, label, value, provisional, broken, label, aim, target)


def lines(figure) -> list[tuple[str, list]]:
    """The dash of every drawn line of values, and its values."""
    return [(t.line.dash, list(t.y)) for t in figure.data if t.mode == "lines" and t.line.color == charts.OURS and t.line.width >= 2]


def test_a_missing_period_is_a_gap_and_a_provisional_one_hangs_on_a_dotted_line():
    drawn = charts.trend([point("1", 1), point("2", 2), point("3", 3, provisional=True), point("4", None)], [], None, None, True, "#000")
    dotted, solid = lines(drawn)
    assert solid[0] == "solid" and solid[1][:2] == [1, 2]
    assert dotted[0] != "solid" and dotted[1][:2] == [2, 3]
    marks = next(t for t in drawn.data if t.mode == "markers")
    assert marks.marker.color[:3] == (charts.OURS, charts.OURS, "rgba(255,255,255,0)")
    assert np.isnan(marks.y[3])


@pytest.mark.parametrize(
    ("broken", "said", "stretches"),
    [("definition", "Đổi cách tính", 2), ("boundary", "Đổi địa giới", 2), ("regrouped", "Sắp xếp đơn vị", 1)],
)
def test_a_break_is_named_and_cuts_the_line_unless_the_area_is_the_same(broken, said, stretches):
    drawn = charts.trend([point("1", 1), point("2", 2, broken=broken)], [], None, None, True, "#000")
    assert len([t for t in drawn.data if t.mode == "markers"]) == stretches
    assert [a.text for a in drawn.layout.annotations] == [said]


def test_the_path_runs_on_to_the_target_and_the_forecast_is_a_band():
    band = Band(["2", "3"], [2, 2.5], [2, 3], [2, 3.5], ["", ""])
    drawn = charts.trend([point("1", 1, aim=1), point("2", 2, aim=2)], [point("3", None, aim=3)], Goal("3", 3, "≥ 3%"), band, True, "#000")
    path = next(t for t in drawn.data if t.line.dash == "dash")
    assert list(path.y) == [1, 2, 3]
    assert [list(t.y) for t in drawn.data if t.fill == "tonexty"] == [[2, 3.5]]
    assert next(t for t in drawn.data if t.mode == "markers+text").text == ("≥ 3%",)
    assert drawn.layout.xaxis.categoryarray == ("1", "2", "3")


def test_two_targets_are_two_paths():
    drawn = charts.trend([point("1", 1, aim=1, target="a"), point("2", 2, aim=2, target="b")], [], None, None, True, "#000")
    assert [list(t.y) for t in drawn.data if t.line.dash == "dash"] == [[1], [2]]


def test_a_value_alone_between_two_gaps_is_a_point_wider_than_the_line():
    drawn = unquote(spark((50.0, None, 60.0, 61.0), (), "sáu tháng một lần"))
    line, point = re.findall(r'stroke-width="([\d.]+)"', drawn)
    assert float(point) > float(line)
    assert len(re.findall("stroke-width", unquote(spark((50.0, 55.0, 60.0), (), "từng tháng")))) == 1
