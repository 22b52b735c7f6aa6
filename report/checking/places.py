"""Units named in a report: a type word, a name in capitals, and which unit of the register that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catalogue.names import unit_types
from catalogue.text import accented, fold
from catalogue.units import Unit, units
from report.checking.folding import declared

_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A unit named: the type as written (lower case), the name, and the units it may be, surest first. `exact`: spelt as registered
    (or a declared other name that is more than other accents); else `units` holds those it is meant for."""

    passage: int
    start: int
    end: int
    type: str
    name: str
    units: tuple[Unit, ...]
    exact: bool


@cache
def _pattern() -> re.Pattern[str]:
    types = sorted({*unit_types(), *(row["written"] for row in declared("types.csv"))}, key=len, reverse=True)
    choices = "|".join(re.escape(kind) for kind in types)
    word = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
    return re.compile(rf"(?<!\w)(?P<type>(?i:{choices}))\s+(?P<name>{word}(?:\s+{word}){{0,{_MOST_WORDS - 1}}})")


def named(text: str, passage: int = 0, within: str = "") -> Iterator[Named]:
    """Every unit named with its type before it. Where several units bear the name, those in the area `within` go first."""
    found = _pattern().search(text)
    while found:
        words = list(re.finditer(r"\S+", found["name"]))
        capital = 0
        while capital < len(words) and words[capital].group()[0].isupper():
            capital += 1
        if not capital:
            found = _pattern().search(text, found.start("name"))
            continue
        kind = _full_type(found["type"])
        size, meant, exact = _longest(kind, [word.group() for word in words[:capital]], within) or (capital, (), False)
        end = found.start("name") + words[size - 1].end()
        name = " ".join(word.group() for word in words[:size])
        if meant or not name.isupper():
            yield Named(passage, found.start(), end, kind, name, meant, exact)
        found = _pattern().search(text, end)


@cache
def _full_types() -> dict[str, str]:
    return {row["written"].lower(): row["type"] for row in declared("types.csv")}


def _full_type(written: str) -> str:
    lower = " ".join(written.lower().split())
    return _full_types().get(lower, lower)


def _longest(kind: str, words: list[str], within: str) -> tuple[int, tuple[Unit, ...], bool] | None:
    """The longest run of words that names a unit of the type: how many words, which units, spelt right or not."""
    for size in range(len(words), 0, -1):
        found, exact = candidates(kind, " ".join(words[:size]), within)
        if found:
            return size, found, exact
    return None


def candidates(kind: str, name: str, within: str = "") -> tuple[tuple[Unit, ...], bool]:
    """The units of the type that a name may mean, and whether one of them is spelt so."""
    match = units().by_name(f"{kind} {name}")
    spelt = [u for u in match.exact if _fits(kind, u)]
    other = [u for u in match.alias if _fits(kind, u) and fold(u.bare_name) != fold(name)]
    wrong = [u for u in (*match.alias, *match.folded) if _fits(kind, u) and u not in other]
    sure = _nearest(spelt, within) or _nearest(other, within)
    loose = _nearest(wrong, within)
    if sure and not (within and loose and not _inside(sure, within) and _inside(loose, within)):
        return tuple(sure), True
    return tuple(loose), False


def _fits(kind: str, unit: Unit) -> bool:
    return kind == unit.type


def _nearest(found: list[Unit], within: str) -> list[Unit]:
    return [u for u in found if within and units().lies_in(u.id, within)] or found


def _inside(found: list[Unit], within: str) -> bool:
    return any(units().lies_in(u.id, within) for u in found)


def same_spelling(left: str, right: str) -> bool:
    """Whether two names are one spelling, tone placement aside."""
    return accented(left) == accented(right)


def capitals(text: str) -> bool:
    """Whether a line is set in capitals: its spelling says nothing about small letters."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
