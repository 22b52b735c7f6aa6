"""Fractions of figures that bear a name only from the rows or the title around them: both their counts are taken."""

from __future__ import annotations

from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.headings.halves import both_sides, doubted
from loaders.understanding.headings.match import Match
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.fractions import fraction_in


def both_counts(o: Oriented, found: list[Claim]) -> None:
    """Take "19/21 hamlets" under "has 4G" as the part and the whole of its rate, beside the claims of fractions whose heading says it."""
    for claim in list(found):
        if claim.role != "value" or claim.half or not claim.sure or not claim.cell.is_text or fraction_in(claim.cell.text) is None:
            continue
        column = o.columns[claim.cell.col]
        halves = both_sides(Match(claim.codes, True, False, claim.why), claim.cell)
        if halves is None:
            continue
        upper, lower = doubted(halves, claim.label, column.path[:-1], False)
        whole = claim.at(claim.cell, claim.unit)
        for one, half, side in ((claim, "numerator", upper), (whole, "denominator", lower)):
            one.codes, one.sure, one.half = side.codes, side.sure, half  # type: ignore[assignment]
            one.basis = basis_in(side.codes[0], basis_role(column))
        found.append(whole)
