"""Boundaries of units that an installation supplies for its map: data/site/boundaries.geojson, read once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from catalogue.errors import UserError
from catalogue.language import _
from catalogue.tables import DATA_FOLDER
from catalogue.units import units

FILE = DATA_FOLDER / "site" / "boundaries.geojson"
Ring = tuple[tuple[float, float], ...]
"""Corners as (longitude, latitude), the last one the same as the first."""
FINENESS = 600
"""Corners closer together than this part of the whole width are left out: finer than a screen shows."""


@cache
def outlines(file: Path = FILE) -> Mapping[str, tuple[Ring, ...]]:
    """The rings of each unit by its id; empty without a file. UserError names what is wrong with one.

    A feature is a Polygon or MultiPolygon in degrees (WGS 84); its property `id` is our id of the unit, or `code` its official code
    (of today's units).
    """
    if not file.exists():
        return {}
    try:
        features = json.loads(file.read_text(encoding="utf-8"))["features"]
        found = [(_unit_of(feature["properties"]), list(_rings(feature["geometry"]))) for feature in features]
    except (ValueError, KeyError, TypeError) as broken:
        raise UserError(_("{file} is not a GeoJSON of polygons with an id or a code each: {what}", file=file.name, what=broken)) from broken
    known = {unit: rings for unit, rings in found if unit}
    width = _width([ring for rings in known.values() for ring in rings])
    return {unit: tuple(_thinned(ring, width / FINENESS) for ring in rings) for unit, rings in known.items()}


def _unit_of(properties: Mapping[str, Any]) -> str:
    if properties.get("id") in units():
        return str(properties["id"])
    alike = [unit.id for unit in units().by_code(str(properties.get("code", ""))) if unit.valid_to is None]
    return alike[0] if alike else ""


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}[geometry["type"]]
    for polygon in polygons:
        yield tuple((float(x), float(y)) for x, y, *_more in polygon[0])


def _width(rings: Sequence[Ring]) -> float:
    across = [x for ring in rings for x, _y in ring]
    return max(across) - min(across) if across else 0.0


def _thinned(ring: Ring, step: float) -> Ring:
    """The ring without corners nearer than `step` to the one kept before; never fewer than a triangle."""
    kept = [ring[0]]
    for corner in ring[1:-1]:
        if abs(corner[0] - kept[-1][0]) + abs(corner[1] - kept[-1][1]) >= step:
            kept.append(corner)
    return (*kept, ring[0]) if len(kept) >= 3 else ring
