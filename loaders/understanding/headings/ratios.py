"""Columns that belong to a rate: a total, the part that is done, and the share of one in the other."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from catalogue.indicators import indicators
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import classes, patterns, plain, table
from loaders.understanding.typed.measures import in_heading

_ASIDE = re.compile(r"\([^()]*\)")


def of_a_rate(column: Column, columns: list[Column]) -> Match | None:
    """Total | done | rate under one heading that names the done part: the total is its denominator."""
    if len(column.path) < 2:
        return None
    parent = column.path[:-1]
    family = [c for c in columns if c.path[:-1] == parent and c.role != "delta"]
    leaves = [meaning(c.leaf).tags for c in family]
    if not any("rate" in tags or "%" in c.leaf for c, tags in zip(family, leaves, strict=True)) or len(family) < 3:
        return None
    over = match(parent[-1], tuple(reversed(parent[:-1])))
    if len(over.codes) != 1 or column.leaf == "":
        return None
    parts = ratio_of(over.codes[0])
    if parts is None or column.role in ("delta", "last_period"):
        return None
    tags = meaning(column.leaf).tags
    if (tags <= {"total"} and "total" in tags) or is_all(column.leaf):
        return Match((parts[1],), over.sure, False, over.why)
    counts = [c for c, said in zip(family, leaves, strict=True) if "rate" not in said and "%" not in c.leaf]
    if is_done(column.leaf) or _other_of_two(column, counts, parts):
        return Match((parts[0],), over.sure, False, over.why)
    return None


def of_a_work(column: Column, columns: list[Column]) -> Match | None:
    """To do | done under one heading that names what is done: what is to be done is its denominator."""
    family = [c for c in columns if c.path[:-1] == column.path[:-1]] if len(column.path) > 1 else []
    if not any(is_to_do(c.leaf) for c in family) or not any(is_done(c.leaf) for c in family):
        return None
    return side_of_work(column.leaf, match(column.path[-2], tuple(reversed(column.path[:-2]))))


def side_of_work(text: str, part: Match) -> Match | None:
    """What "to do" or "done" is of a work that names the part done; None where a text says neither, or the work names no part."""
    pairs = [pair for code in part.codes if (pair := ratio_of(code)) is not None and pair[0] == code]
    wholes_named = {whole for _part, whole in pairs}
    if part.rate or len(pairs) < len(part.codes) or len(wholes_named) != 1:
        return None
    if is_to_do(text):
        return Match(tuple(wholes_named), part.sure or len(pairs) > 1, False, part.why)
    return part if is_done(text) else None


def is_to_do(text: str) -> bool:
    """A heading that says no more than that something must be done."""
    return is_all(text) and "must" in meaning(text).tags


def _other_of_two(column: Column, counts: list[Column], parts: tuple[str, str]) -> bool:
    """Of the two counts beside a rate the one that is not the whole, where it names nothing else: "number that have it"."""
    if len(counts) != 2 or column not in counts:
        return False
    other = next(c for c in counts if c is not column)
    whole = match(other.leaf).codes == (parts[1],) or meaning(other.leaf).tags == {"total"}
    named = match(column.leaf).codes
    return whole and "total" not in meaning(column.leaf).tags and named in ((), (parts[1],)) and not meaning(column.leaf).unknown


@cache
def wholes() -> tuple[str, ...]:
    """The elements that data/reader/identities.csv says are sums of others."""
    return tuple(dict.fromkeys(r["whole"] for r in table("identities.csv") if "+" not in r["whole"]))


def is_done(text: str) -> bool:
    """A heading that says no more than that something is done, had or reached."""
    return bool({"reached", "done"} & set(_side(text)))


def is_reached(text: str) -> bool:
    """A heading that says no more than that something is had or reached, not merely done."""
    return "reached" in _side(text)


def _side(text: str) -> tuple[str, ...]:
    return classes("sides.csv", _ASIDE.sub("", text).strip(" .:"))


def is_all(text: str) -> bool:
    """A heading that says no more than that it counts all there are, or all that must be done; a measure in brackets adds nothing."""
    said = meaning(text)
    tags = said.tags - said.asides if said.asides and in_heading(text) is not None else said.tags
    return ("total" in tags and tags <= {"total", "must"} and not said.unknown) or "all" in _side(text)


def pair_of(codes: tuple[str, ...]) -> tuple[str, str] | None:
    """(numerator, denominator) of a rate that a heading names: by the rate, by its upper side, or by both of them."""
    if len(codes) == 2 and not (codes[1] in indicators() and (ratio_of(codes[1]) or ("",))[0] == codes[0]):
        return None
    return ratio_of(codes[-1]) if codes and len(codes) <= 2 else None


def out_of(text: str, above: tuple[str, ...], sections: tuple[str, ...]) -> Match | None:
    """What "A out of the total of B" names: A, or the rate of both; in doubt where B is not what A is a part of. None for other labels."""
    found = next((p.search(plain(text)) for kind, p in patterns("sides.csv") if kind == "over"), None)
    if found is None:
        return None
    upper, lower = _cut(text, found.start(), found.end())
    part, whole = match(upper, above, sections), match(lower, (upper, *above), sections)
    if len(part.codes) != 1 or part.rate or (not whole.codes and not plain(lower).startswith("tong")):
        return None
    rate = _rate_of(part.codes[0], whole.codes)
    return replace(part, codes=(part.codes[0], rate)) if rate else replace(part, sure=False)


def _cut(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after a place in the folded text."""
    words, folded = text.split(), plain(text)
    return " ".join(words[: len(folded[:start].split())]), " ".join(words[len(folded[:end].split()) :])


def _rate_of(part: str, wholes_named: tuple[str, ...]) -> str:
    """The rate of a part in one of the wholes a text names; in its own whole where the text names none."""
    for indicator in indicators().values():
        pair = ratio_of(indicator.code)
        if pair and pair[0] == part and (pair[1] in wholes_named or not wholes_named):
            return indicator.code
    return ""
