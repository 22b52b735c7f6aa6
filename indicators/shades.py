"""Values sorted into a few bands of about as many units each, for maps where no target says what is good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

BANDS = 4


@dataclass(frozen=True, slots=True)
class Shades:
    """`of`: the band of each value, the lowest first (None where there is no value); `spans`: the lowest and highest value of each band."""

    of: tuple[int | None, ...]
    spans: tuple[tuple[float, float], ...]


def shades(values: Sequence[float | None]) -> Shades:
    """Equal values share a band, so there may be fewer than `BANDS`."""
    known = np.array([value for value in values if value is not None], dtype=np.float64)
    if not len(known):
        return Shades((None,) * len(values), ())
    limits = np.unique(np.quantile(known, np.arange(1, BANDS) / BANDS, method="lower"))
    raw = [None if value is None else int(np.searchsorted(limits, value, side="left")) for value in values]
    used = sorted({band for band in raw if band is not None})
    of = tuple(None if band is None else used.index(band) for band in raw)
    inside = [[value for value, band in zip(values, of, strict=True) if band == one and value is not None] for one in range(len(used))]
    return Shades(of, tuple((min(one), max(one)) for one in inside))
