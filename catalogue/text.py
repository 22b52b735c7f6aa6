"""How two ways of typing the same Vietnamese words become one: normal form for keeping, folded form for comparing."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPACES = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# Eth and the African D look like the Vietnamese D with its bar and are typed for it.
_BARRED = {0xD0: "\u0110", 0xF0: "\u0111", 0x189: "\u0110", 0x256: "\u0111"}
_STROKES = {**_INVISIBLE, **dict.fromkeys((0x110, 0x111, *_BARRED), "d")}
_MARKS = dict.fromkeys(range(0x300, 0x370))
_NOT_LETTERS = re.compile(r"[\W_]+")
_Y_ENDING = re.compile(r"\b([bcdghklmnpqrstvx]{1,3})y\b")
_SIGNS = re.compile(r"[^\w%>+/&.,()\[\]=:*-]+")


def nfc(text: str) -> str:
    """Composed letters, invisible characters dropped, every run of white space one blank; accents and case stay."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_INVISIBLE))).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, no accents, d for d-bar, single blanks; "ly" and "li", "Hoa" with its tone on either vowel are alike.

    Folding loses meaning: two different names can fold alike, so a match on folded text alone is never certain.
    """
    letters = unicodedata.normalize("NFD", text.translate(_STROKES).lower()).translate(_MARKS)
    words = " ".join(_SIGNS.sub(" ", letters).split())
    return _Y_ENDING.sub(r"\1i", words)


def squeeze(text: str) -> str:
    """The folded text with nothing between its letters and digits: what remains when a typist forgot the blanks."""
    return _NOT_LETTERS.sub("", fold(text))


@lru_cache(maxsize=65536)
def accented(text: str) -> str:
    """Lower case with accents, tone marks brought to one place and y to i: equal for two correct spellings of one name."""
    decomposed = unicodedata.normalize("NFD", nfc(text).translate(_BARRED).lower())
    return " ".join(_tone_last(word) for word in decomposed.split(" "))


TONES = "\u0300\u0301\u0303\u0309\u0323"


def _tone_last(word: str) -> str:
    """A decomposed syllable with its tone mark moved to the end, so that both placements compare equal."""
    tones = [c for c in word if c in TONES]
    body = "".join(c for c in word if c not in TONES)
    return unicodedata.normalize("NFC", _Y_ENDING.sub(r"\1i", body)) + "".join(tones)


PATH_SEPARATOR = " > "


@lru_cache(maxsize=16384)
def heading_key(path: str) -> str:
    """A path of headings ("outer > inner") as it is compared: each part folded, with only its letters and digits."""
    return PATH_SEPARATOR.join(squeeze(part) for part in path.split(PATH_SEPARATOR))
