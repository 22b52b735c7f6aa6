"""The highest step of several that are counted together ("very satisfied"): without the others beside it, it is a part of the count."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim

_HIGHEST = frozenset({"very"})


def doubt_highest_step(found: Sequence[Claim]) -> None:
    """Doubt the figures of the highest step in a table that names its element by no other heading; steps beside each other are compared
    with their sum later on."""
    steps = [claim for claim in found if claim.codes and claim.sure and _HIGHEST & meaning(claim.label).tags]
    others = {claim.codes for claim in found if not _HIGHEST & meaning(claim.label).tags} if steps else set()
    for claim in steps:
        claim.sure = claim.codes in others
