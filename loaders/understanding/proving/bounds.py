"""What must balance and what may not exceed what: the balances and limits of the catalogue and of data/reader."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.indicators import Formula, indicators
from loaders.understanding.texts.words import table


@dataclass(frozen=True, slots=True)
class Identity:
    """`whole` equals `parts` whenever every element of both is given."""

    whole: Formula
    parts: Formula


@cache
def identities() -> tuple[Identity, ...]:
    """The balances of data/reader/identities.csv."""
    return tuple(Identity(Formula.parse(r["whole"]), Formula.parse(r["parts"])) for r in table("identities.csv"))


@cache
def limits() -> tuple[tuple[str, str], ...]:
    """(part, whole): the part may not exceed the whole. The indicators' numerators, quotas aside, and data/reader/limits.csv."""
    found = [(r["part"], r["whole"]) for r in table("limits.csv")]
    for indicator in indicators().values():
        for d in indicator.versions:
            if indicator.quota or indicator.unit != "percent" or d.denominator is None or d.variant:
                continue
            if len(d.numerator.elements) == len(d.denominator.elements) == 1 and indicator.better == "up":
                found.append((d.numerator.elements[0], d.denominator.elements[0]))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def relevant(codes: tuple[str, ...]) -> tuple[tuple[Identity, ...], tuple[tuple[str, str], ...]]:
    """The balances and the limits that speak of these elements alone."""
    held = frozenset(codes)
    balances = tuple(i for i in identities() if held.issuperset(i.whole.elements) and held.issuperset(i.parts.elements))
    return balances, tuple(pair for pair in limits() if held.issuperset(pair))
