"""A heading and what stands above it -> the element or indicator it names. Only what is explained word by word is sure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.elements import elements, elements_by_text
from catalogue.language import _
from catalogue.text import fold
from loaders.tags import Meaning, meaning
from loaders.words import table

_NARROWING = frozenset(row["tag"] for row in table("narrowing.csv"))
_ALWAYS = frozenset(row["tag"] for row in table("always.csv"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying `codes`: each group of `needs` must be met (by one of its tags), `may` is allowed beside them.

    `ranked`: the first code is meant unless another heading of the table already says it."""

    codes: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """What a heading names. One code and `sure`: taken; several codes: arithmetic or a person must choose; none: not ours.

    `rate` says that the heading is a percentage, whether or not it is one we know. `why` is the evidence, in words.
    """

    codes: tuple[str, ...] = ()
    sure: bool = False
    rate: bool = False
    why: str = ""
    mended: tuple[str, ...] = ()
    ranked: bool = False


@cache
def _patterns(name: str) -> tuple[Pattern, ...]:
    return tuple(_pattern(row) for row in table(name))


def _pattern(row: dict[str, str]) -> Pattern:
    needs = tuple(frozenset(group.split("|")) for group in row["needs"].split())
    may = frozenset(row["may"].split()) | frozenset().union(*needs) | _ALWAYS
    ranked = ">" in row["element"]
    return Pattern(tuple(row["element"].split(">" if ranked else "|")), needs, may, ranked)


@lru_cache(maxsize=16384)
def match(leaf: str, above: tuple[str, ...] = (), sections: tuple[str, ...] = ()) -> Match:
    """The element a heading names. `above` are the headings over it, nearest first; `sections` the looser group titles."""
    said = meaning(leaf)
    rate = "rate" in said.tags or "%" in leaf
    exact = _exact(leaf, above)
    found = _by_tags(said, tuple(meaning(text) for text in above), tuple(meaning(text) for text in sections))
    if exact and not (found.codes and exact not in found.codes):
        return Match((exact,), True, rate, _("a known name or synonym: {text}", text=leaf))
    if not found.codes and exact:
        return Match((exact,), True, rate, _("a known name or synonym: {text}", text=leaf))
    return Match(found.codes, found.sure, rate, found.why, found.mended, found.ranked)


def _exact(leaf: str, above: Sequence[str]) -> str:
    known = _known()
    folded = fold(leaf)
    for depth in range(len(above), 0, -1):
        path = fold(" > ".join([*reversed(above[:depth]), leaf]))
        if path in known:
            return known[path]
    return known.get(folded, "")


@cache
def _known() -> dict[str, str]:
    return elements_by_text()


def _by_tags(said: Meaning, above: tuple[Meaning, ...], sections: tuple[Meaning, ...]) -> Match:
    patterns = _patterns("indicator_tags.csv" if said.tags & {"rate", "degree"} else "element_tags.csv")
    if len(said.unknown) > 1 or "neg" in said.tags:
        return Match()
    context: frozenset[str] = frozenset()
    first: Match | None = None
    narrowing = frozenset().union(*(m.tags for m in above)) & _NARROWING if above else frozenset()
    for level in (Meaning("", frozenset()), *above, *sections):
        context |= level.tags
        hits = [p for p in patterns if _fits(p, said.tags, context, narrowing)]
        if first:
            hits = [p for p in hits if len(p.codes) == 1 and p.codes[0] in first.codes]
        best = _best(hits, said.tags, context)
        if best:
            text = _("the words of the heading: {text}", text=" < ".join([said.text, *(m.text for m in above)]))
            ranked = any(p.ranked and p.codes == best for p in hits)
            found = Match(best, len(best) == 1 and not said.unknown, False, text, said.mended, ranked)
            if len(best) == 1:
                return found
            first = first or found
    return first or Match()


def _fits(pattern: Pattern, leaf: frozenset[str], context: frozenset[str], narrowing: frozenset[str]) -> bool:
    if not leaf <= pattern.may or not narrowing <= pattern.may:
        return False
    return all(group & leaf or group & context for group in pattern.needs) and (
        not leaf or any(group & leaf for group in pattern.needs) or leaf <= _ALWAYS
    )


def _best(hits: Sequence[Pattern], leaf: frozenset[str], context: frozenset[str]) -> tuple[str, ...]:
    if not hits:
        return ()
    top = max(_strength(p, leaf, context) for p in hits)
    codes = dict.fromkeys(code for p in hits if _strength(p, leaf, context) == top for code in p.codes)
    return tuple(codes)


def _strength(pattern: Pattern, leaf: frozenset[str], context: frozenset[str]) -> tuple[int, int, int]:
    """More groups met by the heading itself, then more of what stands above explained, then less borrowed from above."""
    own = sum(1 for group in pattern.needs if group & leaf)
    return own, len(context & pattern.may), own - len(pattern.needs)


def known_element(code: str) -> bool:
    """Whether the code is an element's (otherwise an indicator's)."""
    return code in elements()
