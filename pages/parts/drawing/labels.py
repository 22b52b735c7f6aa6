"""Names on a map: above or below their mark where there is room, the important ones first; the others are said when pointed at."""

from __future__ import annotations

import math
from collections.abc import Sequence

LETTER, LINE, GAP = 6.6, 15.0, 15.0
"""Pixels of a letter, of a line of text, and from a mark to its name."""
Box = tuple[float, float, float, float]


def placed(points: Sequence[tuple[float, float, str, int]], width: float, height: float) -> list[str]:
    """For each (longitude, latitude, name, weight) "top center", "bottom center" or "" (no room); heavier ones are placed first.

    `width` and `height` are those of the map in pixels; distances are true, so the smaller one decides the scale.
    """
    if not points:
        return []
    squeeze = math.cos(math.radians(sum(y for _x, y, *_ in points) / len(points)))
    across, up = [x * squeeze for x, *_ in points], [y for _x, y, *_ in points]
    scale = min(width / ((max(across) - min(across)) or 1), height / ((max(up) - min(up)) or 1))
    at = [(x * scale, -y * scale) for x, y in zip(across, up, strict=True)]
    taken: list[Box] = [(x - 6, y - 6, x + 6, y + 6) for x, y in at]
    found = [""] * len(points)
    for place in sorted(range(len(points)), key=lambda i: -points[i][3]):
        x, y = at[place]
        half = LETTER * len(points[place][2]) / 2
        for side, middle in (("top center", y - GAP), ("bottom center", y + GAP)):
            box = (x - half, middle - LINE / 2, x + half, middle + LINE / 2)
            if not any(_meet(box, other) for number, other in enumerate(taken) if number != place):
                taken.append(box)
                found[place] = side
                break
    return found


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
