"""Of two headings of one element the one that says its bounds ("secret papers left out") counts it; the other counts more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import table

BEYOND = "beyond"
"""The note of a figure that counts more than the element of its heading."""


def leave_wider(found: Sequence[Claim]) -> None:
    """Leave out what one line of a table calls by an element, where another figure of it says the bounds that the element has."""
    lines: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.role == "value" and claim.code and not claim.half:
            unit = claim.unit.text if claim.unit else ""
            lines[claim.code, unit, claim.basis, claim.period].append(claim)
    for claims in lines.values():
        strict = [c for c in claims if meaning(c.label).tags & _bounds()]
        for claim in claims if strict else ():
            if claim not in strict and any(_beside(claim, one) for one in strict):
                claim.role, claim.codes = "skip", ()
                claim.notes.append(BEYOND)


def _beside(one: Claim, other: Claim) -> bool:
    """Whether two figures stand in one row, or one column."""
    return one.cell.row == other.cell.row or one.cell.col == other.cell.col


@cache
def _bounds() -> frozenset[str]:
    return frozenset(row["tag"] for row in table("bounds.csv"))
