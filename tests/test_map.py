"""The map: names where there is room, dots for many, areas where an installation supplies boundaries."""

from __future__ import annotations

import json

import pytest

from catalogue.errors import UserError
from catalogue.outlines import outlines
from indicators.shades import Shades, shades
from pages.parts.drawing import charts, labels
from pages.parts.drawing.charts import Place

SQUARE = [[107.0, 15.0], [107.5, 15.0], [107.5, 15.4], [107.0, 15.4], [107.0, 15.0]]


def boundaries(folder, *features):
    path = folder / "boundaries.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}), encoding="utf-8")
    return path


def feature(kind: str, coordinates, **properties):
    return {"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": coordinates}}


def test_names_take_turns_above_and_below_and_the_heavier_goes_first():
    close = [(107.0, 15.0, "Đăk Long 85,4%", 0), (107.01, 15.0, "Đăk Môn 81,0%", 2), (107.02, 15.0, "Xốp", 0), (108.0, 16.0, "Xa", 0)]
    sides = labels.placed(close, 300, 300)
    assert sides[1] == sides[3] == "top center"
    assert sides[0] == "bottom center"
    assert sides[2] == "middle right"


def test_no_name_is_written_over_another():
    crowd = [(107 + x / 10, 15 + y / 10, "Xã Tên Dài", 0) for x in range(10) for y in range(10)]
    shown = [side for side in labels.placed(crowd, 300, 300) if side]
    assert 0 < len(shown) < len(crowd)
    assert labels.placed([], 300, 300) == []


def test_a_name_stands_beside_its_mark_where_there_is_no_room_above_or_below_and_never_beyond_the_edge():
    column = [(107.0, 15.0, "Đăk Long", 3), (107.0, 15.05, "Xốp", 0), (107.0, 15.1, "Đăk Môn", 2), (107.9, 15.05, "Xa", 0)]
    assert labels.placed(column, 215, 50)[1] == "middle right"
    alone = [(x, y, name, weight) for x, y, name, weight in column if name != "Xa"]
    assert labels.placed(alone, 215, 50)[1] in ("", "middle right")
    assert labels.placed([(x, y, "Một tên rất dài không đủ chỗ", w) for x, y, _name, w in alone], 215, 50)[1] == ""


def test_boundaries_are_found_by_our_id_or_by_the_official_code(tmp_path):
    found = outlines(
        boundaries(tmp_path, feature("Polygon", [SQUARE], id="23341.2"), feature("MultiPolygon", [[SQUARE], [SQUARE]], code="23344"))
    )
    assert {unit: len(rings) for unit, rings in found.items()} == {"23341.2": 1, "23344.2": 2}
    assert found["23341.2"][0][0] == (107.0, 15.0)


def test_without_a_file_there_are_none_and_a_wrong_one_is_named(tmp_path):
    assert outlines(tmp_path / "none.geojson") == {}
    with pytest.raises(UserError, match=r"boundaries\.geojson"):
        outlines(boundaries(tmp_path, feature("Point", [107, 15], id="23341.2")))


def test_a_coast_finer_than_the_screen_is_thinned(tmp_path):
    fine = [[107 + i / 100_000, 15.0] for i in range(50_000)] + [[107.5, 15.4], [107.0, 15.0]]
    ring = outlines(boundaries(tmp_path, feature("Polygon", [fine], id="23341.2")))["23341.2"][0]
    assert 100 < len(ring) < 1000
    assert ring[0] == ring[-1]


def test_areas_are_filled_in_the_colour_of_their_status_and_marks_stay():
    place = Place(15.2, 107.2, "Đăk Pék", "diamond", "bad", "Đăk Pék", (tuple(map(tuple, SQUARE)),))
    drawn = charts.area_map([place], ["top center"], "#000", 300, marked=True)
    filled, mark = drawn.data
    assert filled.fillcolor.startswith(charts.TONES["bad"]) and filled.fill == "toself"
    assert (mark.marker.symbol, mark.marker.size, mark.text) == ("diamond", 15, ("Đăk Pék",))


def test_many_units_are_dots():
    many = [Place(10 + i / 400, 105.0, "", "disc", "good", "") for i in range(3321)]
    drawn = charts.area_map(many, [""] * len(many), "#000", 640, marked=False)
    assert [t.marker.size for t in drawn.data] == [5]


def test_values_without_a_target_are_sorted_into_bands_of_about_as_many_units():
    found = shades([1.0, 2.0, 3.0, 4.0, None, 5.0, 6.0, 7.0, 8.0])
    assert found.of == (0, 0, 1, 1, None, 2, 2, 3, 3)
    assert found.spans == ((1, 2), (3, 4), (5, 6), (7, 8))
    assert shades([5.0, 5.0, None]) == Shades((0, 0, None), ((5, 5),))
    assert shades([None]) == Shades((None,), ())
