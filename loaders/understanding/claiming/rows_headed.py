"""A table of parts whose rows stand under the name of a thing ("tasks assigned | due | done on time"): its bare headings are of that.
Hamlets in rows are counted by crosses alone ("hamlet | has 4G")."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.elements import elements
from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import Meaning, meaning
from loaders.understanding.headings.things import is_bare
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.words import plain

_THINGS = frozenset({"task", "feedback", "docin", "docout"})
_CROSSED = frozenset({"hamlet"})


def of_the_rows(o: Oriented, found: Sequence[Claim]) -> None:
    """Name the figures of such a table by their heading under the heading of its rows, where both together surely name one element."""
    head = _unnamed(o.columns[o.label_col].leaf) if o.shape == "sectors" and o.label_col in o.columns else ""
    said = meaning(head)
    if not said.tags & (_THINGS | _CROSSED) or said.unknown:
        return
    crossed = {col for col in o.columns if _crossed(o, col)}
    for claim in found:
        if not said.tags & _THINGS and claim.cell.col not in crossed:
            continue
        counted = claim.cell.col in crossed
        if claim.role not in ("value", "skip") or claim.notes or claim.group or not (counted or is_bare(claim.label)):
            continue
        named = match(claim.leaf, (head,))
        if not is_bare(claim.label) and not _in_the_rows(named.codes, said):
            continue
        basis = basis_in(named.codes[0], basis_role(o.columns[claim.cell.col])) if named.sure and len(named.codes) == 1 else ""
        if basis:
            claim.codes, claim.sure, claim.why, claim.basis, claim.role = named.codes, True, named.why, basis, "value"


def _unnamed(head: str) -> str:
    """The heading of the names of something ("names of hamlets"), as what it is."""
    first, _blank, rest = head.strip().partition(" ")
    return rest if plain(first) == "ten" else head


def _in_the_rows(codes: Sequence[str], said: Meaning) -> bool:
    """Whether elements are counted in what the rows are ("with a team", of hamlets), not in what these have ("members of the team")."""
    return all(code in elements() and elements()[code].unit in said.tags for code in codes)


def _crossed(o: Oriented, col: int) -> bool:
    """Whether crosses stand in a column, and no number but one and those of the totals."""
    cells = [c for row in o.table.body if (c := o.table.sheet.cell(row, col)) and not is_total(o.text(row, o.label_col))]
    return any(not numberish(c) for c in cells) and all(c.value == 1 if numberish(c) else len(c.text.strip()) <= 1 for c in cells)
