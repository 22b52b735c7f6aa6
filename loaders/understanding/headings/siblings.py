"""Headings side by side without a group over them: a bare part ("late", "online") belongs to the heading before it that names a thing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from catalogue.indicators import indicators
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import only_thing
from loaders.understanding.texts.words import table


def under(heading: str, main: str, above: Iterable[str]) -> Match:
    """What a bare heading means beside the whole `main`; nothing where it cannot be a part of it."""
    return match(heading, (main, *above))


@cache
def parts_of(whole: str) -> frozenset[str]:
    """The elements that an identity or a rate makes parts of a whole."""
    found = {part for row in table("identities.csv") if row["whole"] == whole for part in row["parts"].split("+")}
    for indicator in indicators().values():
        for d in indicator.versions:
            if not d.variant and d.denominator and d.denominator.elements == (whole,) and len(d.numerator.elements) == 1:
                found.add(d.numerator.elements[0])
    return frozenset(found)


@cache
def inner_parts(whole: str) -> frozenset[str]:
    """The parts of a whole, and the parts of these."""
    own = parts_of(whole)
    return own.union(*map(parts_of, own))


@cache
def sum_of(part: str, other: str) -> str:
    """The whole that two elements add up to by a balance; empty where there is none."""
    return next((row["whole"] for row in table("identities.csv") if set(row["parts"].split("+")) == {part, other}), "")


@cache
def beyond(part: str, whole: str) -> frozenset[str]:
    """What a whole holds beside one of its parts, by the balances that name the part or what it is made of."""
    own = {part, *parts_of(part)}
    sums = [set(row["parts"].split("+")) for row in table("identities.csv") if row["whole"] == whole]
    return frozenset().union(*(parts - own for parts in sums if parts & own))


@cache
def siblings_of(part: str) -> frozenset[str]:
    """The other parts of the balances that an element is a part of."""
    sums = [set(row["parts"].split("+")) for row in table("identities.csv")]
    return frozenset().union(*(parts - {part} for parts in sums if part in parts))


@cache
def whole_of(parts: frozenset[str]) -> str:
    """The whole of which these are all the parts by a balance; empty where there is none."""
    return next((row["whole"] for row in table("identities.csv") if set(row["parts"].split("+")) == parts), "")


@cache
def within(whole: str) -> tuple[str, ...]:
    """The parts of a whole that balances make wholes themselves."""
    return tuple(part for part in sorted(parts_of(whole)) if any(row["whole"] == part for row in table("identities.csv")))


def summed_of(beside: Iterable[str], whole: str) -> bool:
    """Whether all parts of one balance of a whole are among some elements."""
    held = set(beside)
    return any(set(row["parts"].split("+")) <= held for row in table("identities.csv") if row["whole"] == whole)


def part_done(heading: str, group: str, named: Match) -> str:
    """The part that a heading naming a whole thing and nothing about it makes with the group over it; empty where there is none."""
    if not named.sure or len(named.codes) != 1 or not only_thing(meaning(heading)):
        return ""
    found = match(f"{heading} {group}")
    return found.codes[0] if found.sure and len(found.codes) == 1 and found.codes[0] in parts_of(named.codes[0]) else ""
