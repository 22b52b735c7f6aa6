"""Names on a map: above, below or beside their mark where there is room, the important ones first; the others are said when pointed at."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

LETTER, LINE, GAP, ASIDE, MARGIN = 6.6, 15.0, 15.0, 10.0, 38.0
"""Pixels of a letter, of a line of text, from a mark to its name above or beside it, and of the map's edge outside the marks."""
Box = tuple[float, float, float, float]


def placed(points: Sequence[tuple[float, float, str, int]], width: float, height: float) -> list[str]:
    """For each (longitude, latitude, name, weight) "top center", "bottom center", "middle right", "middle left" or "" (no room).

    Heavier ones are placed first. `width` and `height` are those of the map in pixels; distances are true, so the smaller one decides
    the scale.
    """
    if not points:
        return []
    squeeze = math.cos(math.radians(sum(y for _x, y, *_ in points) / len(points)))
    across, up = [x * squeeze for x, *_ in points], [y for _x, y, *_ in points]
    scale = min(width / ((max(across) - min(across)) or 1), height / ((max(up) - min(up)) or 1))
    at = [(x * scale, -y * scale) for x, y in zip(across, up, strict=True)]
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    found = [""] * len(points)
    edges = min(x for x, _y in at) - MARGIN, max(x for x, _y in at) + MARGIN
    for place in sorted(range(len(points)), key=lambda i: -points[i][3]):
        for side, box in _boxes(*at[place], LETTER * len(points[place][2]), edges):
            if not any(_meet(box, other) for number, other in enumerate(taken) if number != place):
                taken.append(box)
                found[place] = side
                break
    return found


def _boxes(x: float, y: float, wide: float, edges: tuple[float, float]) -> Iterator[tuple[str, Box]]:
    """Where the name of a mark may stand, the best place first; beside it only inside the `edges` of the map."""
    for side, middle in (("top center", y - GAP), ("bottom center", y + GAP)):
        yield side, (x - wide / 2, middle - LINE / 2, x + wide / 2, middle + LINE / 2)
    for side, left in (("middle right", x + ASIDE), ("middle left", x - ASIDE - wide)):
        if edges[0] <= left and left + wide <= edges[1]:
            yield side, (left, y - LINE / 2, left + wide, y + LINE / 2)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
