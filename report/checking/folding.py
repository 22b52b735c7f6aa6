"""Vietnamese text without its accents, letter for letter, so that a place in one is the same place in the other."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from catalogue.tables import rows

_STROKES = {"\u0111": "d", "\u0110": "d", "\u00d0": "d", "\u00f0": "d", "\u2013": "-", "\u2014": "-", "\u2011": "-", "\u00a0": " "}


@lru_cache(maxsize=65536)
def _plain_letter(letter: str) -> str:
    if letter in _STROKES:
        return _STROKES[letter]
    bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c)).lower()
    return bare if len(bare) == 1 else letter


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case without accents, exactly as long as `text` (which must be NFC)."""
    return "".join(map(_plain_letter, text))


@cache
def declared(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/report/<name>."""
    return tuple(rows(f"report/{name}"))


@cache
def phrase(kind: str) -> re.Pattern[str]:
    """One pattern of all the phrases of a class of data/report/phrases.csv, for text without accents."""
    choices = [row["pattern"] for row in declared("phrases.csv") if row["class"] == kind]
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(choices)})(?![a-z0-9])")


def says(kind: str, text: str) -> bool:
    """Whether the text holds a phrase of the class."""
    return phrase(kind).search(plain(text)) is not None
