"""Payments under a title that speaks of others than welfare (pensions, forest services), or of one kind of people only."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.claiming.subject import without_time
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import said_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.typed.measures import is_money

_WELFARE = frozenset({"ssp"})
_RECEIVERS = frozenset({"ssp", "beneficiary"})
_OTHER, _SOME = frozenset({"other"}), frozenset({"subset"})
_PAID, _AMOUNT = frozenset({"paid"}), frozenset({"amount"})
_PEOPLE = frozenset({"person", "beneficiary", "citizen"})


def doubt_other_payments(o: Oriented, found: Sequence[Claim]) -> None:
    """Figures of welfare whose headings do not say so: left out under a title of other payments alone, asked where it speaks of other
    people or payments as well, or says what was paid in words nobody knows."""
    said = meaning(without_time(o.title))
    tags = said.tags - said.asides
    _doubt_amounts(tags, found)
    if not tags & (_OTHER | _SOME) and not (tags & _PAID and said.unknown and not tags & _WELFARE):
        return
    for claim in found:
        own = frozenset().union(*(meaning(text).tags for text in (*claim.label.split(" / "), *claim.group)))
        if claim.role != "value" or own & _WELFARE or not any(said_of(code) & _RECEIVERS for code in claim.codes):
            continue
        claim.sure = False
        if tags & _OTHER and not tags & _WELFARE:
            claim.role, claim.codes = "skip", ()
            claim.notes.append("no_figure")


def _doubt_amounts(tags: frozenset[str], found: Sequence[Claim]) -> None:
    """Under a title of amounts of welfare, what was paid in some way may be the amount, where no heading says people."""
    for claim in found if tags >= _AMOUNT and tags & _WELFARE and not tags & _PEOPLE else ():
        own = frozenset().union(*(meaning(text).tags for text in (*claim.label.split(" / "), *claim.group)))
        people = claim.measure is not None and not claim.measure.money
        if claim.role == "value" and own & _PAID and not own & (_PEOPLE | _AMOUNT) and not people and not any(map(is_money, claim.codes)):
            claim.sure = False
