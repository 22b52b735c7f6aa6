"""What a piece of a sentence speaks of, and which indicators and elements that may be.

The words are those by which headings of returns are read (data/reader/): the longest known phrases, each standing for tags. A
heading is read whole; a sentence says more than its subject, so words that no phrase explains are passed over here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.measures import measures
from catalogue.tables import rows
from report.checking.folding import declared, plain

_TOKEN = re.compile(r"[a-z0-9]+")
_LONGEST = 9
_NAME_WORDS = 4
_GIVEN = frozenset({"rate", "degree"})


@dataclass(frozen=True, slots=True)
class Way:
    """One way of saying `codes`: a tag of each group of `needs` is said; `may` are the others allowed beside them."""

    codes: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount may be about. `sure`: this and nothing else, said in the words nearest to it."""

    code: str
    sure: bool


@lru_cache(maxsize=4096)
def tags(text: str) -> frozenset[str]:
    """The tags of all phrases in the text, the longest first."""
    words = _TOKEN.findall(_spelt_out(plain(text)))
    found: set[str] = set()
    place = 0
    while place < len(words):
        size = next((n for n in range(min(_LONGEST, len(words) - place), 0, -1) if tuple(words[place : place + n]) in _phrases()), 0)
        found.update(_phrases().get(tuple(words[place : place + size]), ()))
        place += size or 1
    return frozenset(found)


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    known: dict[tuple[str, ...], tuple[str, ...]] = {tuple(_TOKEN.findall(plain(row["phrase"]))): () for row in rows("reader/neutral.csv")}
    for row in (*rows("reader/tags.csv"), *declared("tags.csv")):
        known[tuple(_TOKEN.findall(plain(row["phrase"])))] = tuple(row["tags"].split())
    return known


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    long = {plain(row["short"]): plain(row["long"]) for row in rows("reader/abbreviations.csv")}
    choices = "|".join(re.escape(short) for short in sorted(long, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])({choices})(?![a-z0-9])"), long


def _spelt_out(folded: str) -> str:
    """Abbreviations as their words; one in brackets behind its own words says nothing more."""
    pattern, long = _abbreviations()
    said = pattern.sub(lambda hit: long[hit[1]], folded)
    return re.sub(r"(?<![a-z0-9])([a-z][a-z ]*) \(\1\)", r"\1", said) if "(" in said else said


@cache
def _ways(percent: bool) -> tuple[Way, ...]:
    name = "indicator_tags.csv" if percent else "element_tags.csv"
    prose = [row for row in declared("subjects.csv") if (row["element"] in indicators()) == percent]
    always = frozenset(row["tag"] for row in rows("reader/always.csv"))
    return tuple(_way(row, always) for row in (*rows(f"reader/{name}"), *prose))


def _way(row: dict[str, str], always: frozenset[str]) -> Way:
    needs = tuple(group for group in (frozenset(text.split("|")) for text in row["needs"].split()) if not group & _GIVEN)
    may = frozenset(row["may"].split()) | frozenset().union(*needs) | always
    return Way(tuple(re.split(r"[|>]", row["element"])), needs, may)


@cache
def _narrowing() -> frozenset[str]:
    return frozenset(row["tag"] for name in ("narrowing.csv", "objects.csv", "foreign.csv") for row in rows(f"reader/{name}"))


def of_percent(near: str, wide: str) -> list[Subject]:
    """The indicators a percentage may be, by the words nearest to it and those of its whole sentence; the surest first."""
    named = _named(near)
    if named:
        return [Subject(named, True)]
    return _found(_ways(True), near, wide)


def of_count(near: str, wide: str, noun: str) -> list[Subject]:
    """The elements a count of `noun` may be."""
    return [s for s in _found(_ways(False), near, wide) if is_called(s.code, noun)]


def _found(ways: Sequence[Way], near: str, wide: str) -> list[Subject]:
    close, far = tags(near), tags(near) | tags(wide)
    possible = [w for w in ways if all(group & far for group in w.needs) and any(group & close for group in w.needs)]
    strict = [w for w in possible if all(group & close for group in w.needs) and not (close & _narrowing()) - w.may]
    best = max((len(w.needs) for w in strict), default=0)
    top = {w.codes for w in strict if len(w.needs) == best}
    only = next(iter(top)) if len(top) == 1 else ()
    sure = only[0] if len(only) == 1 else ""
    codes = dict.fromkeys(code for w in possible for code in w.codes)
    return sorted((Subject(code, code == sure) for code in codes), key=lambda s: not s.sure)


@cache
def _names() -> tuple[tuple[str, str], ...]:
    """Names of rates by which they are told whole, longest first."""
    known = {_spelt_out(plain(text)): i.code for i in indicators().values() if i.unit == "percent" for text in (i.name_vi, *i.synonyms)}
    long = {text: code for text, code in known.items() if " > " not in text and len(text.split()) >= _NAME_WORDS}
    return tuple(sorted(long.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4096)
def _named(text: str) -> str:
    folded = _spelt_out(plain(text))
    narrowed = tags(text) & _narrowing()
    return next((code for name, code in _names() if name in folded and not narrowed - _allowed(code)), "")


@cache
def _allowed(code: str) -> frozenset[str]:
    """The tags that the ways of saying an indicator need or allow, and those of its names."""
    indicator = indicators()[code]
    names = frozenset().union(*(tags(text) for text in (indicator.name_vi, *indicator.synonyms)))
    return names.union(*(way.may for way in _ways(True) if code in way.codes))


def is_called(code: str, noun: str) -> bool:
    """Whether what the element counts may be called so."""
    if not noun or code not in elements():
        return code in elements()
    measure = measures().get(elements()[code].unit)
    return measure is not None and noun in {plain(text) for text in (measure.name_vi, *measure.spellings)}
