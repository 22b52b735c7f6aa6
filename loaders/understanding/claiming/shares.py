"""Shares of a total, as pivot tables print them beside counts: what part of all dossiers a commune has is no rate of that name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from catalogue.indicators import indicators
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import classes

_WHOLE = (1.0, 100.0)
_CLOSE = 1e-3
_LEAST = 2


def of_the_total(text: str) -> bool:
    """A heading that a pivot table gives to shares of its total ("% of online dossiers")."""
    return "share" in classes("lines.csv", text)


def leave_shares(found: Sequence[Claim]) -> None:
    """Leave out the rates that add up to a total of a hundred percent: no rate of all is the sum of those of its parts."""
    columns: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.codes and claim.codes[0] in indicators() and isinstance(claim.cell.value, int | float):
            columns[claim.cell.col].append(claim)
    for claims in columns.values():
        totals = [float(c.cell.value) for c in claims if c.role == "total" and isinstance(c.cell.value, int | float)]
        rows = [float(c.cell.value) for c in claims if c.role == "value" and isinstance(c.cell.value, int | float)]
        if len([v for v in rows if v > 0]) < _LEAST or not any(_adds_up(sum(rows), total) for total in totals):
            continue
        for claim in claims:
            claim.role = "skip"
            claim.notes.append("share")


def _adds_up(added: float, total: float) -> bool:
    return any(abs(total / whole - 1) < _CLOSE and abs(added / whole - 1) < _CLOSE for whole in _WHOLE)
