"""A step of a work beside what it leads to ("scanned" beside "digitised and approved"): it is not the count of what is done."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import classes


def leave_steps(found: Sequence[Claim]) -> None:
    """Leave out the figures of a step where a heading of the same columns, or a row of the same list, names the same element by what is
    done in the end."""
    values = [claim for claim in found if claim.role == "value" and claim.codes]
    steps = [claim for claim in values if _is_step(claim.leaf)]
    if not steps:
        return
    done = {place for claim in values if claim.sure and not _is_step(claim.leaf) for place in _places(claim)}
    for claim in steps:
        if not done.isdisjoint(_places(claim)):
            claim.role = "skip"
            claim.notes.append("no_figure")


def _places(claim: Claim) -> tuple[Hashable, Hashable]:
    """Where another heading or another row would give the same figure."""
    return ("row", claim.cell.row, claim.group, claim.codes), ("column", claim.cell.col, claim.group, claim.sections, claim.codes)


def _is_step(leaf: str) -> bool:
    return "step" in classes("sides.csv", leaf)
