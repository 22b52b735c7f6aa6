"""An element that counts two things together is not meant by a heading that names one, where the other has a heading of its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import table


@cache
def _unions() -> tuple[tuple[str, str, str, frozenset[str]], ...]:
    """(element, tag of one part, tag of the other, tags that speak of something else)."""
    return tuple((r["element"], r["part"], r["other"], frozenset(r["unless"].split())) for r in table("unions.csv"))


def doubt_halves(found: Iterable[Claim]) -> None:
    """The claims of one table that name half of a union beside the other half are none of ours."""
    claims = list(found)
    labels = {label: _said(label) for label in {c.label for c in claims if c.role in ("value", "skip")}}
    for element, part, other, unless in _unions():
        apart = any(other in tags and part not in tags and not tags & unless for tags in labels.values())
        for claim in claims if apart else ():
            tags = labels.get(claim.label, frozenset())
            if claim.codes == (element,) and part in tags and other not in tags:
                claim.role = "skip" if claim.role == "value" else claim.role
                claim.codes = ()
                claim.notes.append("half")


def _said(label: str) -> frozenset[str]:
    """What the headings that make a label say, each by itself: the last words of one and the first of the next are no phrase."""
    return frozenset().union(*(meaning(text).tags for text in label.split(" / ")))
