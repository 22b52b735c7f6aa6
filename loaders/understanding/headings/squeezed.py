"""Headings typed without blanks ("TongTiepNhan", "Tongsonguoidan"): cut where the words of the reader's vocabulary meet."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from loaders.understanding.headings.tags import vocabulary
from loaders.understanding.texts.words import patterns, plain

_RUN = re.compile(r"[^\W\d_]+")
_LONG, _LONGEST = 6, 8


@lru_cache(maxsize=8192)
def opened(text: str) -> str:
    """The heading with blanks between its words; the heading itself where it has them or cannot be cut."""
    if not any(len(run) >= _LONG for run in _RUN.findall(text)):
        return text
    return _RUN.sub(lambda found: _cut(found[0]), text.replace("_", " "))


def _cut(word: str) -> str:
    folded = plain(word)
    if len(word) < _LONG or len(folded) != len(word) or folded in vocabulary():
        return word
    humps = _humps(word)
    if len(humps) > 1 and all(_known(plain(h)) for h in humps):
        return " ".join(humps)
    return " ".join(word[a:b] for a, b in _ends(folded)) or word


def _humps(word: str) -> list[str]:
    """A word cut before every capital that follows a small letter."""
    places = [0, *(i for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower()), len(word)]
    return [word[a:b] for a, b in pairwise(places)]


@cache
def _known(word: str) -> bool:
    return word in _syllables()


@cache
def _syllables() -> frozenset[str]:
    """Single words: those of the phrases and those of the headings of columns."""
    heads = {word for _kind, p in patterns("columns.csv") for word in re.findall(r"[a-z]{2,}", p.pattern)}
    return frozenset(word for word in vocabulary() | heads if len(word) > 1)


def _ends(folded: str) -> list[tuple[int, int]]:
    """The cut into the fewest known words, as places (from, to); empty when a part stays unknown."""
    best: list[list[tuple[int, int]] | None] = [[]] + [None] * len(folded)
    for end in range(1, len(folded) + 1):
        for begin in range(max(0, end - _LONGEST), end):
            before = best[begin]
            if before is not None and _known(folded[begin:end]) and (best[end] is None or len(before) + 1 < len(best[end] or [])):
                best[end] = [*before, (begin, end)]
    return best[-1] or []
