"""One element over one year: what every unit reported, brought to months.

Arrays are [month, unit]; NaN means not reported. A span is a pair (first month, last month) of one year.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Bools = npt.NDArray[np.bool_]
Span = tuple[int, int]
Reported = tuple[Span, str, npt.NDArray[np.int64], npt.NDArray[np.float64]]


@dataclass(slots=True)
class Block:
    """`months`: in the month for a flow, at its end for a stock. `running`: year to date, row 0 is the start of the year.

    `derived` marks months that are the difference of two year-to-date values; `negative` where that difference fell
    below zero (the month stays empty); `conflict` where a stock reported for a longer period differs from its last month.
    """

    months: Floats
    derived: Bools
    negative: Bools
    conflict: Bools
    running: Floats | None = None
    longer: dict[Span, Floats] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """How many units it has room for."""
        return int(self.months.shape[1])

    def direct(self, span: Span) -> Floats:
        """What was reported for the whole span itself, or follows from two year-to-date values around it."""
        found = self.longer.get(span)
        found = np.full(self.width, np.nan) if found is None else found.astype(np.float64)
        if self.running is None:
            return found
        difference = self.running[span[1]].astype(np.float64) - self.running[span[0] - 1]
        return np.where(np.isnan(found) & ~(difference < 0), difference, found)

    def widened(self, width: int) -> Block:
        """The same with room for `width` units."""
        return Block(
            _wide(self.months, width),
            _wide(self.derived, width),
            _wide(self.negative, width),
            _wide(self.conflict, width),
            None if self.running is None else _wide(self.running, width),
            {span: _wide(values[None], width)[0] for span, values in self.longer.items()},
        )


def _wide(values: npt.NDArray, width: int) -> npt.NDArray:
    if not any(values.strides):
        return _nowhere(values.shape[0], width)
    wide = np.full((values.shape[0], width), False if values.dtype == bool else np.nan, dtype=values.dtype)
    wide[:, : values.shape[1]] = values
    return wide


def stock_block(reported: Iterable[Reported], width: int) -> Block:
    """A stock stands at the end of a month; one reported for a longer period stands at its last month."""
    months = np.full((12, width), np.nan)
    block = _unmarked(months)
    for (first, last), basis, at, values in sorted(reported, key=lambda row: row[0][1] - row[0][0]):
        if basis != "to_date":
            continue
        row = months[last - 1]
        here = row[at]
        if first != last:
            block.conflict[last - 1][at] |= ~np.isnan(here) & (here != values)
        row[at] = np.where(np.isnan(here) | (first == last), values, here)
    return _compact(block)


def flow_block(reported: Iterable[Reported], width: int) -> Block:
    """A flow belongs to its month; a month is derived from year-to-date values only where both ends were reported.

    A flow of a period that begins in January is a year-to-date value too; one reported as such comes before it.
    """
    months = np.full((12, width), np.nan)
    running = np.full((13, width), np.nan)
    longer: dict[Span, Floats] = {}
    for (first, last), basis, at, values in sorted(reported, key=lambda row: row[1]):
        if basis == "in_period" and first == last:
            months[last - 1][at] = values
        if basis == "year_to_date" or (basis == "in_period" and first == 1):
            running[last][at] = values
        elif basis == "in_period" and first < last:
            longer.setdefault((first, last), np.full(width, np.nan))[at] = values
    return _compact(_derive(months, running, longer))


def percent_block(reported: Iterable[Reported], width: int) -> Block:
    """A percentage typed without its counts holds for the very period it was typed for, and for no other."""
    months = np.full((12, width), np.nan)
    longer: dict[Span, Floats] = {}
    for (first, last), _basis, at, values in reported:
        row = months[last - 1] if first == last else longer.setdefault((first, last), np.full(width, np.nan))
        row[at] = values
    return _unmarked(months, longer)


def _unmarked(months: Floats, longer: dict[Span, Floats] | None = None) -> Block:
    derived, negative, conflict = np.zeros((3, *months.shape), dtype=bool)
    return Block(months, derived, negative, conflict, longer=longer or {})


def _derive(months: Floats, running: Floats, longer: dict[Span, Floats]) -> Block:
    keep = not np.isnan(running[2:]).all()
    running[0] = np.where(np.isnan(running[1:]).all(axis=0), np.nan, 0)
    difference = np.diff(running, axis=0)
    absent = np.isnan(months)
    derived = absent & (difference >= 0)
    months[derived] = difference[derived]
    negative = absent & (difference < 0)
    return Block(months, derived, negative, np.zeros_like(derived), running if keep else None, longer)


def _compact(block: Block) -> Block:
    """Half the memory where every value is exact in single precision, as counts below 16.7 million are; none for marks set nowhere."""
    block.months = _narrow(block.months)
    block.running = None if block.running is None else _narrow(block.running)
    block.derived, block.negative, block.conflict = map(_sparing, (block.derived, block.negative, block.conflict))
    return block


def _sparing(marks: Bools) -> Bools:
    return marks.copy() if marks.any() else _nowhere(*marks.shape)


def _nowhere(months: int, width: int) -> Bools:
    """Marks that are set nowhere: one value seen everywhere, not to be written."""
    return np.broadcast_to(np.False_, (months, width))


def _narrow(values: Floats) -> Floats:
    with np.errstate(over="ignore"):
        narrow = values.astype(np.float32)
    return narrow if np.array_equal(narrow, values, equal_nan=True) else values
