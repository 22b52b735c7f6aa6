"""A heading as a set of meanings: its words cut into the longest known phrases, each of which stands for one or more tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, product

from rapidfuzz.distance import DamerauLevenshtein

from catalogue.elements import elements
from catalogue.indicators import indicators
from loaders.understanding.headings.collected import without_their_topic
from loaders.understanding.headings.once_called import without_former_name
from loaders.understanding.texts.accents import STRANGE, estranged
from loaders.understanding.texts.places import without_places
from loaders.understanding.texts.words import folded_tokens, plain, table, tokens, told_apart, without_item_number

_LONGEST = 16
_SHORTEST_TYPO = 4
_BRACES = re.compile(r"[{}]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading says. `unknown` holds the words outside brackets that no phrase explains; `mended` the words read
    as their nearest known spelling; `asides` the tags that stand in brackets alone and only explain."""

    text: str
    tags: frozenset[str]
    unknown: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    asides: frozenset[str] = frozenset()

    @property
    def clear(self) -> bool:
        """Every word is explained, none was mended."""
        return not self.unknown and not self.mended


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, ...]]:
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in table("neutral.csv"):
        found.update(dict.fromkeys(_written(row["phrase"]), ()))
    for row in table("tags.csv"):
        found.update(dict.fromkeys(_written(row["phrase"]), tuple(row["tags"].split())))
    return found


def _written(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every phrase that a pattern such as "{with|including} what was carried over" stands for, as it is read where its accents are written
    and where they are not. An empty choice leaves it out; a word never runs on over a brace."""
    for pattern in {plain(told_apart(phrase)), plain(phrase)}:
        parts = [[folded_tokens(choice) for choice in part.split("|")] for part in _BRACES.split(pattern)]
        yield from map(tuple, map(chain.from_iterable, product(*parts)))


@cache
def _telling() -> frozenset[str]:
    """The tags that change a meaning even in brackets."""
    return frozenset(row["tag"] for row in table("telling.csv"))


@cache
def vocabulary() -> frozenset[str]:
    """Every word of the known phrases."""
    return frozenset(word for word in set(chain.from_iterable(phrases())) if word.isalpha())


def phrases() -> Iterable[tuple[str, ...]]:
    """The known phrases, word by word."""
    return _phrases().keys()


@lru_cache(maxsize=16384)
def meaning(text: str) -> Meaning:
    """The meaning of a heading. Words inside brackets may stay unknown: they explain, they do not name."""
    named = _without_examples(_DOCUMENT.sub(" ", without_item_number(estranged(without_places(text)))))
    words = tokens(_without_days(without_their_topic(without_former_name(named))))
    tags: set[str] = set()
    inside: set[str] = set()
    unknown: list[str] = []
    mended: list[str] = []
    depth = place = 0
    while place < len(words):
        word = words[place]
        length = _longest_phrase(words, place)
        if length:
            (inside if depth else tags).update(_phrases()[tuple(words[place : place + length])])
            place += length
            continue
        if word == "(" or word == ")":
            depth = max(0, depth + (1 if word == "(" else -1))
        elif not _is_number(word) and not depth:
            near = _nearest(word)
            if near:
                words[place] = near
                mended.append(word)
                continue
            unknown.append(word.removesuffix(STRANGE))
        place += 1
    return Meaning(text, frozenset(tags | inside), tuple(unknown), tuple(mended), frozenset(inside - tags - _telling()))


_DOCUMENT = re.compile(r"\b\d+\s*/\s*(?:\d{4}\s*/\s*)?KH(?:-\w+)?\b|(?:\b\d+|[.\u2026_]{2,})?\s*/\s*(?:20\d\d\s*/\s*)?BC-\w+")
"""The number of a plan or report that is cited (3584/KH-UBND, .../BC-UBND): no words of what is counted."""
_DAY = re.compile(r"\b(?:ngay|den|toi|het|tu)\s+\d{1,2}\s*[/.\-]\s*\d{1,2}(?:\s*[/.\-]\s*\d{4})?\b(?!\s*tuoi)|\b\d{1,2}/\d{1,2}/\d{4}\b")
_TIME = r"(?:thang|quy|nam|t) ?(?:\d{1,2}|20\d\d|[ivx]+)(?: ?[/.-] ?20\d\d| nam 20\d\d)?"
_CARRIED = re.compile(
    rf"\b(?:cua |tu )?{_TIME}(?: con (?:lai|ton))?(?= (?:chuyen|mang) (?:sang|qua|den)\b(?! (?:thang|ky|quy|nam)\b))"
    rf"|\b(?:chuyen|mang) tu {_TIME}(?= (?:sang|qua|den)\b)"
)
"""A month, quarter or year from which something was carried over: the last one."""
_LAW = re.compile(
    r"(?:\b(?:theo|tai|can cu) )?(?:\b(?:quy dinh|lo trinh)(?: tai| cua| theo)? )?(?:\bdiem [a-z] )?(?:\bkhoan \d+ )?(?:\bdieu \d+ )?"
    r"\b(?:quyet dinh|qd|nghi dinh|nd|thong tu|tt|chi thi|ct|nghi quyet|nq|luat)(?: so)? (?!766\b)\d+(?:/\d{4})?/[a-z]+(?:-[a-z]+)*\b"
)
"""A law with its number ("under Decision 06/QD-TTg"), but for the decision whose index is ours."""
_PLUS = re.compile(r"\b(1[458])\s*\+(?!\s*\d)")


def _without_days(text: str) -> str:
    """A heading without the days and laws it names, which say when and by what rule and not what; "18+" and "carried over from
    December" said in words."""
    if not any(c.isdigit() for c in text):
        return text
    folded = _CARRIED.sub(lambda m: "ky truoc chuyen" if m[0][:2] in ("ch", "ma") else "ky truoc", plain(told_apart(text)))
    return _PLUS.sub(r"tu \1 tuoi tro len", _LAW.sub(" ", _DAY.sub(" ", folded)))


_OUTSIDE = frozenset({"other", "subset"})
_EXAMPLES = re.compile(r"\(([^()]*?)(?:\.\.\.|\u2026|v\.v\.?|\bvv\b)\s*\)")


def _without_examples(text: str) -> str:
    """A heading without brackets that only give examples ("members, welfare, ..."), unless these say which part is meant."""
    return _EXAMPLES.sub(lambda found: f"({found[1]})" if meaning(found[1]).tags & (_telling() - _OUTSIDE) else " ", text)


@cache
def _real_words() -> frozenset[str]:
    """Words that are somebody's right spelling: of the declared names and synonyms."""
    texts = [t for e in elements().values() for t in (e.name_vi, *e.synonyms)] + [
        t for i in indicators().values() for t in (i.name_vi, *i.synonyms)
    ]
    return frozenset(word for text in texts for word in tokens(text) if word.isalpha())


def _longest_phrase(words: list[str], place: int) -> int:
    known = _phrases()
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        if tuple(words[place : place + length]) in known:
            return length
    return 0


def _is_number(word: str) -> bool:
    return not word.isalpha() or len(word) == 1 or set(word) <= set("ivx")


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str:
    """The one known word a single slip away, or an empty text."""
    if len(word) < _SHORTEST_TYPO or word in vocabulary() or word in _real_words():
        return ""
    near = [
        w for w in vocabulary() if abs(len(w) - len(word)) <= 1 and len(w) >= _SHORTEST_TYPO and DamerauLevenshtein.distance(w, word) == 1
    ]
    return near[0] if len(near) == 1 else ""
