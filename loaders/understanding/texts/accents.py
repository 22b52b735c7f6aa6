"""Words that their accents tell from every word the tables know. What is typed without an accent, or with the hook for
the tilde, may be any of them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache

from catalogue.elements import elements
from catalogue.indicators import indicators
from loaders.understanding.texts.words import table

STRANGE = "qz"
"""What a word is given at its end that is none of those it looks like without its accents."""
_WORD = re.compile(r"[^\W\d_]+")
_STROKE = "\u0335"
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_CONFUSED = frozenset("\u0303\u0309")

Marks = tuple[tuple[tuple[int, str], ...], str]
"""The marks of a word: those of its letters (place, mark), and its tone, wherever that is written."""


def estranged(text: str) -> str:
    """A text whose words that are spelt like no known word, though they look like one without their accents, are marked as strange."""
    return text if text.isascii() else _WORD.sub(lambda m: _marked(m[0]), unicodedata.normalize("NFC", text))


@lru_cache(maxsize=16384)
def _marked(word: str) -> str:
    base, marks = _apart(word)
    forms = () if marks == ((), "") else _known().get(base, ())
    return word if not forms or any(_agree(marks, form) for form in forms) else base + STRANGE


def _agree(typed: Marks, known: Marks) -> bool:
    """Whether a word may be a known one: the same letters, the stroke of a "d" left out at most, and the same tone, none, or one that is
    often confused with it."""
    letters = tuple(mark for mark in known[0] if mark[1] != _STROKE or mark in typed[0])
    return typed[0] == letters and (typed[1] in ("", known[1]) or {typed[1], known[1]} == _CONFUSED)


@cache
def _known() -> dict[str, frozenset[Marks]]:
    """The marks of every word of the tables' phrases, by its bare letters."""
    texts = [row["phrase"] for name in ("tags.csv", "neutral.csv") for row in table(name)]
    texts += [text for row in table("accented.csv") for text in (row["read"], row["written"])]
    texts += [text for element in elements().values() for text in (element.name_vi, *element.synonyms)]
    texts += [text for indicator in indicators().values() for text in (indicator.name_vi, *indicator.synonyms)]
    found: dict[str, set[Marks]] = defaultdict(set)
    for text in texts:
        for word in _WORD.findall(unicodedata.normalize("NFC", text)):
            base, marks = _apart(word)
            found[base].add(marks)
    return {base: frozenset(marks) for base, marks in found.items()}


def _apart(word: str) -> tuple[str, Marks]:
    """(bare letters, marks) of a word."""
    base, letters, tone = "", [], ""
    for c in unicodedata.normalize("NFD", word.lower().replace("\u0111", "d" + _STROKE)):
        if c in _TONES:
            tone = c
        elif c == _STROKE or unicodedata.combining(c):
            letters.append((len(base), c))
        else:
            base += c
    return base, (tuple(letters), tone)
