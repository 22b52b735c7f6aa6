"""A table of parts whose rows stand under the name of a thing ("tasks assigned | due | done on time"): its bare headings are of that."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented

_THINGS = frozenset({"task", "feedback", "docin", "docout"})


def of_the_rows(o: Oriented, found: Sequence[Claim]) -> None:
    """Name the figures of such a table by their heading under the heading of its rows, where both together surely name one element."""
    head = o.columns[o.label_col].leaf if o.shape == "sectors" and o.label_col in o.columns else ""
    said = meaning(head)
    if not said.tags & _THINGS or said.unknown:
        return
    for claim in found:
        if claim.role not in ("value", "skip") or claim.notes or claim.group or not is_bare(claim.label):
            continue
        named = match(claim.leaf, (head,))
        basis = basis_in(named.codes[0], basis_role(o.columns[claim.cell.col])) if named.sure and len(named.codes) == 1 else ""
        if basis:
            claim.codes, claim.sure, claim.why, claim.basis, claim.role = named.codes, True, named.why, basis, "value"
