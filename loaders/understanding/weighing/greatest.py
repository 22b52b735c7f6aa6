"""Counts that no single commune can have (a telephone number, an amount of money, a thousand times too many): asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from catalogue.elements import elements
from catalogue.facts import Issue
from catalogue.language import number as shown
from loaders.issues import issue
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import table


def too_great(claims: Iterable[Claim], settled: Mapping[str, str]) -> list[Issue]:
    """Doubt the counts of one commune above the most that data/reader/greatest.csv allows; `settled`: the cells already answered."""
    found = []
    for claim in claims:
        most = greatest(claim.code) if claim.role == "value" and claim.status == "accepted" else None
        commune = claim.unit is not None and claim.unit.unit is not None and claim.unit.unit.level == "commune"
        if most is None or not commune or claim.value is None or claim.value <= most or _key(claim) in settled:
            continue
        claim.readings, claim.value = (claim.value,), None
        claim.state, claim.status, claim.doubt = "bad", "asked", "too_great"
        words = {"label": claim.label, "raw": claim.cell.raw, "limit": shown(most)}
        found.append(issue("too_great", claim.sheet, claim.cell.address, **words))
    return found


def _key(claim: Claim) -> str:
    return f"value:{claim.spot}"


@cache
def greatest(code: str) -> float | None:
    """The most of an element that one commune can have in a period; None where nothing is known."""
    if code not in elements():
        return None
    known = {row["of"]: float(row["most"]) for row in table("greatest.csv")}
    return known.get(code, known.get(elements()[code].unit))
