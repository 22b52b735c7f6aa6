"""Measures printed over counts: "%" where a heading calls for a count, people in thousands. Such figures are not taken as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalogue.elements import elements
from loaders.opening.grid import Cell
from loaders.understanding import measures
from loaders.understanding.claim import Claim
from loaders.understanding.match import Match, match
from loaders.understanding.measures import Measure

if TYPE_CHECKING:
    from loaders.understanding.sheet_reading import SheetReading

_RATE = "ty le"


def weigh(part: SheetReading, found: list[Claim]) -> None:
    """Doubt the counts of a table over which another measure is printed."""
    shares = {c.key for c in found if c.role == "value" and c.measure is None and _is_share(c.cell)}
    for claim in found:
        if claim.role != "value" or not claim.codes or claim.codes[0] not in elements() or measures.is_money(claim.codes[0]):
            continue
        stated = measure_of(part, claim)
        if stated is not None and stated.code == "percent":
            _as_rate(claim, claim.key in shares)
        elif stated is not None and stated.scale != 1 and not stated.money:
            claim.scale, claim.told = stated.scale, stated.name


def measure_of(part: SheetReading, claim: Claim) -> Measure | None:
    """The measure printed nearest to a figure: in its row, in its headings, over the sheet."""
    heading = next((m for text in reversed(claim.label.split(" / ")) if (m := measures.in_heading(text))), None)
    return claim.measure or heading or part.measures[claim.table]


def _is_share(cell: Cell) -> bool:
    """A figure that no count can be: with a percent sign, typed or shown, or with a fraction."""
    if cell.is_text:
        return cell.text.rstrip().endswith("%")
    return cell.style.percent or (isinstance(cell.value, float) and cell.value != int(cell.value))


def _as_rate(claim: Claim, share: bool) -> None:
    """A count whose measure is a percentage: the rate of the same name where its row or its figures say so, else one of the two."""
    rate = _rate(claim)
    if share and not claim.half:
        claim.codes, claim.sure = rate.codes, claim.sure and rate.sure
        claim.role = "value" if rate.codes else "check"
        return
    if rate.sure and claim.measure is not None and not claim.half:
        claim.codes, claim.sure = rate.codes, claim.sure
        return
    claim.codes = tuple(dict.fromkeys((*claim.codes, *rate.codes)))
    claim.sure = False


def _rate(claim: Claim) -> Match:
    leaf = claim.label.rsplit(" / ", 1)[-1]
    return match(f"{_RATE} {leaf}", tuple(reversed(claim.group)) if claim.measure is None else claim.group)
