"""Columns of weeks beside their month: a month that is not the sum of its weeks is asked."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.understanding.claiming.weeks import week_columns
from loaders.understanding.doubting.adding_up import paired, tell

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading

_LEAST = 2


def doubt_months(reading: Reading) -> None:
    """Ask what arose in a month where the figures of its weeks, in the same row, do not add up to it."""
    for part in reading.sheets:
        for index, oriented in enumerate(part.oriented):
            weeks = week_columns(oriented)
            lines: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
            for claim in part.claims if weeks else ():
                if claim.table == index and claim.codes:
                    lines[claim.cell.row, claim.codes, claim.half].append(claim)
            for line in lines.values():
                inner = [c for c in line if c.cell.col in weeks]
                whole = [c for c in line if c.cell.col not in weeks and c.role == "value" and c.basis == "in_period"]
                if len(inner) >= _LEAST and len(whole) == 1:
                    tell(reading, [paired(whole[0], inner)], ", ".join(c.cell.address for c in inner))
