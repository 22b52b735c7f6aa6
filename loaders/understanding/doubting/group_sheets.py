"""Sheets of single groups of people beside the sheet of all of them: what was paid to a group is part of what is surely given there."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

Fact = tuple[str, object, str, tuple[str, ...]]


def leave_group_sheets(reading: Reading) -> None:
    """Leave out tables of ways of paying that do not say whom they are about, where another sheet gives each of their figures surely and
    none of them is more than it."""
    if len(reading.sheets) < 2:
        return
    whole = {
        fact: (claim.sheet, math.inf if claim.value is None else claim.value)
        for claim in reading.claims
        if claim.role == "value" and claim.sure and (fact := _fact(claim))
    }
    for part in reading.sheets:
        supposed = [c for c in part.claims if c.role == "value" and not c.sure and _of_ways(part, c)]
        if supposed and all(_within(c, whole) for c in supposed):
            for claim in supposed:
                claim.role = "skip"
                claim.notes.append("sector")


def _of_ways(part: SheetReading, claim: Claim) -> bool:
    return part.oriented[claim.table].shape == "paid"


def _within(claim: Claim, whole: dict[Fact, tuple[str, float]]) -> bool:
    sheet, limit = whole.get(_fact(claim) or ("", None, "", ()), (claim.sheet, 0.0))
    return sheet != claim.sheet and claim.value is not None and claim.value <= limit


def _fact(claim: Claim) -> Fact | None:
    """Unit, period, basis and element of a claim; None while one of them is not known."""
    if claim.unit is None or claim.unit.unit is None or claim.period is None or not claim.codes:
        return None
    return (claim.unit.unit.id, claim.period, claim.basis, claim.codes)
