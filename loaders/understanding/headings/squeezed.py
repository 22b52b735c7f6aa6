"""Headings typed without blanks ("TongTiepNhan", "Tongsonguoidan", "HS_TRE_HAN"): cut where the words of the reader's vocabulary meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from loaders.understanding.headings.tags import phrases, vocabulary
from loaders.understanding.texts.words import patterns, plain, table

_RUN = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<![\w.@/])(?:[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|[A-Za-z]?[a-z]+[A-Z0-9][A-Za-z0-9]+)(?![\w.@/])")
"""The name of a field as programs write it: "HS_TRE_HAN", "hsTreHan"."""
_HUMP = re.compile(r"VNeID|[A-Z]\d(?!\d)|\d+[A-Z](?![a-z])|\d+|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_CAPITALS = re.compile(r"[A-Z]{2,}|[A-Z]?\d+[A-Z]*|[A-Z]")
_LONG, _SHORT = 6, 4


@lru_cache(maxsize=8192)
def opened(text: str) -> str:
    """The heading with blanks between its words; the heading itself where it has them or cannot be cut."""
    text = _NAME.sub(lambda found: _named(found[0]), text)
    if not any(len(run) >= _LONG for run in _RUN.findall(text)):
        return text
    return _RUN.sub(lambda found: _cut(found[0]), text.replace("_", " "))


def _named(name: str) -> str:
    """The name of a field in words and short forms, where all of it is known; else as it stands."""
    parts = [piece for part in name.split("_") for piece in (_HUMP if part != part.upper() else _CAPITALS).findall(part)]
    cut = [_part(part) for part in parts]
    return " ".join(cut) if all(cut) else name


def _part(part: str) -> str:
    """A part of the name of a field as words; empty where it is unknown."""
    folded = part.lower()
    if not folded.isalpha() or len(part) < _SHORT or folded in _shorts():
        return part if not folded.isalpha() or folded in _syllables() | _shorts() else ""
    return _blanks(part, _joined().get(folded, ()) if folded in vocabulary() else _ends(folded, True))


def _cut(word: str) -> str:
    folded = plain(word)
    if len(word) < _LONG or len(folded) != len(word) or folded in vocabulary():
        return word
    humps = _humps(word)
    if len(humps) > 1 and all(plain(h) in _syllables() for h in humps):
        return " ".join(humps)
    return _blanks(word, _ends(folded, False)) or word


def _blanks(word: str, ends: tuple[int, ...]) -> str:
    return " ".join(word[a:b] for a, b in pairwise((0, *ends)))


def _humps(word: str) -> list[str]:
    """A word cut before every capital that follows a small letter."""
    places = [0, *(i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), len(word)]
    return [word[a:b] for a, b in pairwise(places)]


@cache
def _syllables() -> frozenset[str]:
    """Single words: those of the phrases and those of the headings of columns."""
    heads = {word for _kind, p in patterns("columns.csv") for word in re.findall(r"[a-z]{2,}", p.pattern)}
    return frozenset(word for word in vocabulary() | heads if len(word) > 1)


@cache
def _shorts() -> frozenset[str]:
    """Short forms of one run of letters."""
    rows = (plain(row["short"]) for name in ("abbreviations.csv", "short_beside.csv") for row in table(name))
    return frozenset(short for short in rows if short.isalpha() and len(short) > 1) | {"vneid"}


@cache
def _joined() -> dict[str, tuple[int, ...]]:
    """Known phrases written without blanks, each with the places where its words end; single words as well."""
    found = {"".join(p): tuple(accumulate(len(word) for word in p)) for p in phrases() if len(p) > 1 and all(word.isalpha() for word in p)}
    return {word: (len(word),) for word in _syllables()} | found


def _ends(folded: str, shorts: bool) -> tuple[int, ...]:
    """Where the words of the cut into the fewest known phrases end; empty when a part stays unknown.

    `shorts`: short forms are words too."""
    best: list[tuple[int, tuple[int, ...]] | None] = [(0, ())] + [None] * len(folded)
    for end in range(1, len(folded) + 1):
        for begin in range(end):
            before, piece = best[begin], folded[begin:end]
            words = _joined().get(piece) or ((len(piece),) if shorts and piece in _shorts() else ())
            if before is None or not words:
                continue
            found = (before[0] + 1, (*before[1], *(begin + place for place in words)))
            if best[end] is None or (found[0], len(found[1])) < (best[end][0], len(best[end][1])):  # type: ignore[index]
                best[end] = found
    return (best[-1] or (0, ()))[1]
