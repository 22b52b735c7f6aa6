"""Rows whose corrected figure was left blank: the figure sent before still stands there."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.claiming.basis import basis_in
from loaders.understanding.headings.corrected import SUPERSEDED, of_one_side
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented


def still_standing(o: Oriented, found: Sequence[Claim]) -> None:
    """Take the figures sent before in the rows of which nothing was corrected."""
    for claim in found:
        column = o.columns.get(claim.cell.col)
        if column is None or column.corrected is None or not claim.codes or claim.notes != [SUPERSEDED] or of_one_side(column):
            continue
        corrected = o.table.sheet.cell(claim.cell.row, column.corrected)
        if (corrected is None or corrected.kind == "E") and (claim.unit is not None or o.shape in ONE_UNIT):
            claim.basis = basis_in(claim.codes[0], "actual")
            claim.role = "value"
            claim.notes.clear()
