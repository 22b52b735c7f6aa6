"""The ways of saying an element or an indicator: which tags a heading must hold, and which may stand beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import named
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import table

PLAIN = frozenset(row["tag"] for row in table("plain_tags.csv"))
ALWAYS = frozenset(row["tag"] for row in table("always.csv"))
DIVIDING = frozenset(row["tag"] for row in table("dividing.csv"))
"""What divides what is counted: how it came in, which service it asks for."""
PARTING = frozenset(row["tag"] for row in table("parting.csv"))
"""What the title of a group of rows says when it is about a part of things and no topic: late, returned, women, poor households."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying `codes`: each group of `needs` must be met (by one of its tags), `may` is allowed beside them.

    `ranked`: the first code is meant unless another heading of the table already says it."""

    codes: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    ranked: bool = False


@cache
def patterns_of(name: str) -> tuple[Pattern, ...]:
    """The ways of a table, "element_tags.csv" or "indicator_tags.csv"."""
    return tuple(_pattern(row) for row in table(name))


def _pattern(row: dict[str, str]) -> Pattern:
    needs = tuple(frozenset(group.split("|")) for group in row["needs"].split())
    may = frozenset(row["may"].split()) | frozenset().union(*needs) | ALWAYS
    ranked = ">" in row["element"]
    return Pattern(tuple(row["element"].split(">" if ranked else "|")), needs, may, ranked)


def only_counts() -> frozenset[str]:
    """The tags that say no more than that something is counted, or nothing at all."""
    return PLAIN | ALWAYS


@cache
def allowed(code: str) -> frozenset[str]:
    """The tags that the ways of saying a code need or allow."""
    name = "element_tags.csv" if known_element(code) else "indicator_tags.csv"
    found = (p.may | frozenset().union(*p.needs) for p in patterns_of(name) if code in p.codes)
    return frozenset().union(*found, said_of(code))


def said_of(code: str) -> frozenset[str]:
    """The tags of the name of a code."""
    return meaning(_name(code)).tags


def _name(code: str) -> str:
    return named(elements()[code] if code in elements() else indicators()[code])


def known_element(code: str) -> bool:
    """Whether the code is an element's (otherwise an indicator's)."""
    return code in elements()
