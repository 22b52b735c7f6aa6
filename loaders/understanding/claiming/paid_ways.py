"""People and money paid by one of several ways without cash: no figure of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from catalogue.elements import elements
from loaders.understanding.headings.channels import one_of_several, ways
from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim, leaf_of
from loaders.understanding.typed.measures import is_money

_AMOUNT, _CASH, _NONCASH, _RATE, _NOTE = "amount", "cash", "noncash", "rate", "no_figure"
_SEVERAL = 2


def leave_ways(found: Sequence[Claim]) -> None:
    """Leave out the figures of one way ("by account") where another heading of its group counts those of another one ("by wallet").
    A rate of what is paid without cash counts none."""
    leaves = {leaf for leaf in map(leaf_of, {claim.label for claim in found}) if _RATE not in meaning(leaf).tags}
    telling = {leaf for leaf in leaves if ways(leaf) or {_CASH, _NONCASH} & meaning(leaf).tags}
    if len(telling) < _SEVERAL:
        return
    families: dict[tuple[tuple[str, ...], bool], set[str]] = defaultdict(set)
    for claim in found:
        if claim.leaf in telling:
            families[_family(claim)].add(claim.leaf)
    for claim in found:
        beside = families.get(_family(claim), set())
        if claim.codes and claim.role == "value" and len(beside) >= _SEVERAL and one_of_several(claim.leaf, sorted(beside)):
            claim.role, claim.codes = "skip", ()
            claim.notes.append(_NOTE)


def _family(claim: Claim) -> tuple[tuple[str, ...], bool]:
    money = is_money(claim.code) if claim.code in elements() else _AMOUNT in meaning(claim.leaf).tags
    return claim.group, money
