"""How two ways of typing the same Vietnamese words become one: normal form for keeping, folded form for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"\s+")
_STROKES = str.maketrans(
    {"\u0111": "d", "\u0110": "d", "\u00a0": " ", "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None, "\u00ad": None}
)
_Y_ENDING = re.compile(r"\b([bcdghklmnpqrstvx]{1,3})y\b")
_SIGNS = re.compile(r"[^\w%>+/&.,()\[\]=:*-]+")


def nfc(text: str) -> str:
    """Composed letters, invisible characters dropped, every run of white space one blank; accents and case stay."""
    clean = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "").replace("\u00ad", "")
    return _SPACES.sub(" ", clean).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, d for d-bar, single blanks; "ly" and "li", "Hoa" with its tone on either vowel are alike.

    Folding loses meaning: two different names can fold alike, so a match on folded text alone is never certain.
    """
    bare = unicodedata.normalize("NFD", text.translate(_STROKES))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).lower()
    words = _SPACES.sub(" ", _SIGNS.sub(" ", letters)).strip()
    return _Y_ENDING.sub(r"\1i", words)


def squeeze(text: str) -> str:
    """The folded text with nothing between its letters and digits: what remains when a typist forgot the blanks."""
    return re.sub(r"[\W_]+", "", fold(text))


@lru_cache(maxsize=65536)
def accented(text: str) -> str:
    """Lower case with accents, tone marks brought to one place and y to i: equal for two correct spellings of one name."""
    decomposed = unicodedata.normalize("NFD", _SPACES.sub(" ", nfc(text)).lower())
    return " ".join(_tone_last(word) for word in decomposed.split(" "))


_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tone_last(word: str) -> str:
    """A decomposed syllable with its tone mark moved to the end, so that both placements compare equal."""
    tones = [c for c in word if c in _TONES]
    body = "".join(c for c in word if c not in _TONES)
    return unicodedata.normalize("NFC", _Y_ENDING.sub(r"\1i", body)) + "".join(tones)


PATH_SEPARATOR = " > "


def heading_key(path: str) -> str:
    """A path of headings ("outer > inner") as it is compared: each part folded, with only its letters and digits."""
    return PATH_SEPARATOR.join(squeeze(part) for part in path.split(PATH_SEPARATOR))
