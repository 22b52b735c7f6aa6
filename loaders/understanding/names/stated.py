"""Units that a line of text names behind their type."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from catalogue.text import nfc
from catalogue.units import units
from loaders.understanding.names.inside import known_by_area
from loaders.understanding.names.kinds import above_communes, type_name, type_word
from loaders.understanding.names.whose import WORD, Named, commune, district
from loaders.understanding.texts.words import classes, patterns, plain

_BODIES = frozenset({"doan", "doi", "uy"})
"""What stands between the kind of a unit and its name where a body of it is meant: the Youth Union, the military, the Party committee."""
_ALL_OF = re.compile(r"\b(?:cac|\d+)\s+$")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_LINE_ENDS = re.compile(r"\n|\t|;|\.\s|\s{3,}")


@known_by_area(16384)
def stated(text: str, on: dt.date | None) -> tuple[Named, ...]:
    """Every unit a line of text names after a word such as "xa" or "UBND huyen"."""
    return tuple(_stated(text, on))


def _stated(text: str, on: dt.date | None) -> Iterator[Named]:
    text = _without_absent(_without_origin(_without_receiver(text)))
    folded = plain(text)
    for match in type_word().finditer(folded):
        kind = match.group(1)
        words = [w.group() for w in WORD.finditer(text_from(text, folded, match.end()))]
        if _ALL_OF.search(folded[: match.start()]) and _names_district(words[:4]):
            continue  # "the communes of X", a district that bears the name of one of them
        found = _named_behind(type_name(kind), words[:4], on)
        if found is None and words and plain(words[0]) in _BODIES:
            found = _named_behind(type_name(kind), words[1:5], on)
        if found is not None:
            yield found


def _names_district(words: list[str]) -> bool:
    return any(units().by_name(" ".join(words[: size + 1]), level="district").best for size in range(len(words)))


def _named_behind(kind: str, words: list[str], on: dt.date | None) -> Named | None:
    """The unit of a kind that the words behind it name, as many of them as make a name."""
    for size in range(len(words), 0, -1):
        name = f"{kind} {' '.join(words[:size])}"
        if above_communes(kind):
            if found := district(name, on):
                return Named(name, found)
            continue
        named = commune(name, on)
        if (named.unit or named.candidates) and not named.far:
            return named
    return None


def _without_receiver(text: str) -> str:
    """A line without those of its parts that say to whom it is sent ("Sent by: commune A; received by: the province")."""
    if "unit_receiver" not in classes("lines.csv", text):
        return text
    return "\n".join(part for part in _LINE_ENDS.split(text) if "unit_receiver" not in classes("lines.csv", part))


def _without_origin(text: str) -> str:
    """A line without what it says of which units a new one was made ("commune A, set up by merging the communes B and C")."""
    folded = plain(text)
    made = next((m.start() for kind, p in patterns("lines.csv") if kind == "made_of" and (m := p.search(folded))), None)
    return text if made is None else " ".join(" ".join(nfc(text).replace("_", " ").split()).split(" ")[: len(folded[:made].split())])


def _without_absent(text: str) -> str:
    """A line without the brackets that say whose figures are not there ("communes in February (commune A sends its own slip)")."""
    return _BRACKETS.sub(lambda m: " ; " if "absent" in classes("lines.csv", m[1]) else m[0], text) if "(" in text else text


def text_from(text: str, folded: str, start: int) -> str:
    """The original text from a place in its folded form; folding keeps the number of words."""
    before = len(folded[:start].split())
    return " ".join(" ".join(nfc(text).replace("_", " ").split()).split(" ")[before:])


def nearest(named: Iterable[Named]) -> list[Named]:
    """Only the lowest level stated: a commune before the district above it."""
    said = list(named)
    low = [n for n in said if n.unit is None or n.unit.level == "commune"]
    return low or said
