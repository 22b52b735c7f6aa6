"""A title, or the name of a total row, that speaks of some services only ("essential services"): its dossiers are theirs, not all."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from catalogue.elements import elements
from catalogue.indicators import indicators
from loaders.understanding.claiming.basis import settle
from loaders.understanding.claiming.subject import without_time
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import allowed
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain, table


def narrow(o: Oriented, found: Sequence[Claim]) -> None:
    """Read the dossiers of a table under a title of some services as those of these services; what has no such element is left out,
    and asked where the title speaks of others as well."""
    title = without_time(o.title)
    if o.shape != "sectors" and not meaning(title).tags & subsets():
        return
    labels = {text for label in {claim.label for claim in found} for text in label.split(" / ")}
    rows: dict[int, str] = {}
    for claim in found:
        if claim.cell.row not in rows:
            rows[claim.cell.row] = _said(o, claim.cell.row, title)
        said = rows[claim.cell.row]
        if _only_dossiers(claim):
            _give(o, claim, said)
        if claim.role == "skip" or not claim.codes or not of_dossiers(claim.codes[0]):
            continue
        tags = meaning(said).tags & subsets()
        if not tags or any(tags & allowed(code) for code in claim.codes) or any(meaning(text).tags & tags for text in labels):
            continue
        _within(claim, said, o.shape not in ("long", "tidy"))


def _only_dossiers(claim: Claim) -> bool:
    """Whether a figure that was left out is headed as all dossiers, and by no more."""
    said = meaning(claim.leaf)
    return claim.role == "skip" and not (claim.codes or claim.notes or said.unknown) and said.tags in _ALL_DOSSIERS


def _give(o: Oriented, claim: Claim, said: str) -> None:
    """Take "all dossiers" for those of the services that the words name."""
    named = match(claim.leaf, (*reversed(claim.group), said)) if meaning(said).tags & subsets() else None
    if named is not None and named.sure and len(named.codes) == 1 and meaning(said).tags & subsets() <= allowed(named.codes[0]):
        claim.codes, claim.sure, claim.why = named.codes, True, named.why
        settle(claim, "value", o.columns[claim.cell.col], False)


def _said(o: Oriented, row: int, title: str) -> str:
    """The words that narrow the figures of a row: the name of a total row, else the title."""
    own = o.text(row, o.label_col) if o.shape == "sectors" else ""
    return next((text for text in (own, title) if meaning(text).tags & subsets()), "")


def _within(claim: Claim, said: str, across: bool) -> None:
    """Take a claim for what its heading means under the words that narrow it."""
    leaf, group = claim.leaf, tuple(reversed(claim.group)) if across else claim.group
    if " va " in plain(said):
        claim.sure = False
        return
    tags = meaning(said).tags & subsets()
    tried = (match(leaf, above) for above in ((*group, said), (said, *group)))
    named = next((m for m in tried if len(m.codes) == 1 and tags <= allowed(m.codes[0])), None)
    if named is not None:
        claim.codes, claim.sure, claim.why = named.codes, named.sure and claim.sure, named.why
    elif claim.codes[0] in elements() and not tags & _SURE:
        claim.sure = False
    else:
        claim.role, claim.codes = ("check" if claim.codes[0] in indicators() else "skip"), ()


_ALL_DOSSIERS = (frozenset({"dossier"}), frozenset({"dossier", "total"}))
_SURE = frozenset({"essential"})
"""Services of which a catalogue keeps what it wants to know: what else is said of them is no figure of ours."""


@cache
def subsets() -> frozenset[str]:
    """The tags of groups of services."""
    return frozenset(row["tag"] for row in table("subsets.csv"))


@cache
def of_dossiers(code: str) -> bool:
    """Whether a code counts dossiers, or is a rate of dossiers."""
    if code in elements():
        return elements()[code].unit == "dossier"
    versions = indicators()[code].versions if code in indicators() else ()
    return any(of_dossiers(element) for version in versions for element in version.numerator.elements)
