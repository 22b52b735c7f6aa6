"""Figures counted in a way that a law has ended: kept under their own name, and told, so that the next return counts as is counted now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.facts import Issue
from catalogue.language import day
from catalogue.legal import legal_bases
from loaders.issues import issue

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import SheetReading


def old_terms(part: SheetReading) -> Iterator[Issue]:
    """A warning for each element of a sheet whose way of counting had ended when the period began, at the first of its figures."""
    found: dict[str, Claim] = {}
    for claim in part.claims:
        if claim.role == "value" and claim.value is not None and _ended(claim):
            found.setdefault(claim.code, claim)
    for code, first in found.items():
        basis = legal_bases()[elements()[code].ended_by]
        said = {"label": first.leaf, "paper": basis.number, "day": day(basis.in_force_from)}
        yield issue("old_term", first.sheet, first.cell.address, **said)


def _ended(claim: Claim) -> bool:
    element = elements().get(claim.code)
    if element is None or not element.ended_by or claim.period is None:
        return False
    since = legal_bases()[element.ended_by].in_force_from
    return since is not None and claim.period.start("plain") >= since
