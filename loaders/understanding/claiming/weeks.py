"""Columns of weeks with their sum: of what stood at a day the sum of weeks is no figure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.understanding.headings.setaside import is_week
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented

_LEAST = 2


def doubt_sums_of_weeks(o: Oriented, found: Sequence[Claim]) -> None:
    """Doubt a stock that is the sum of the same stock in columns of weeks: what came in may be meant, or what stands so far."""
    weeks = {col for col, column in o.columns.items() if is_week(column)}
    if not weeks:
        return
    parts: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for claim in found:
        if claim.cell.col in weeks and isinstance(claim.cell.value, int | float):
            parts[_place(claim)].append(float(claim.cell.value))
    for claim in found:
        added = [value for value in parts[_place(claim)] if value]
        stock = claim.role == "value" and claim.basis == "to_date" and claim.cell.col not in weeks
        if stock and len(added) >= _LEAST and claim.cell.value == sum(added):
            claim.sure = False


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.cell.row, claim.unit, claim.codes
