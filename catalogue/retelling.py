"""What was once said and kept is Vietnamese: told again in the language of who reads it, where the sentence is one of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.language import _, language, sentences

LEAST = 3
"""A sentence is known again by at least so many letters of its own."""
_BLANK = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?")
_SWAPPED = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class _Spoken:
    message: str
    piece: str
    pattern: re.Pattern[str]


def retold(text: str) -> str:
    """A kept Vietnamese sentence in the language in force, the sentences filled into it too; what is not ours stays as it is."""
    return text if language() == "vi" else _retold(text, language())


def filled_in(message: str, text: str) -> dict[str, str] | None:
    """What fills the blanks of `message` in a text that says it in the language in force; None when it says something else."""
    found = _pattern_of(message, language()).fullmatch(text)
    return found.groupdict() if found else None


@lru_cache(maxsize=512)
def _pattern_of(message: str, code: str) -> re.Pattern[str]:
    return _pattern(sentences(code).get(message, message))


@lru_cache(maxsize=4096)
def _retold(text: str, code: str) -> str:
    if _NUMBER.fullmatch(text):
        return text.translate(_SWAPPED)
    for known in _spoken():
        if known.piece in text and (found := known.pattern.fullmatch(text)):
            return _(known.message, **{name: _retold(value, code) for name, value in found.groupdict().items()})
    return text


@cache
def _spoken() -> tuple[_Spoken, ...]:
    """Every sentence of the catalogue as it sounds in Vietnamese, those with the most words of their own first."""
    found = []
    for message, text in sentences("vi").items():
        pieces = _BLANK.split(text)[::2]
        letters = sum(letter.isalpha() for piece in pieces for letter in piece)
        if letters >= LEAST:
            found.append((-letters, _Spoken(message, max(pieces, key=len), _pattern(text))))
    return tuple(known for _letters, known in sorted(found, key=lambda one: one[0]))


def _pattern(text: str) -> re.Pattern[str]:
    """What the sentence looks like filled; a blank that comes twice holds the same both times."""
    seen: set[str] = set()
    parts = []
    for place, piece in enumerate(_BLANK.split(text)):
        if place % 2 == 0:
            parts.append(re.escape(piece))
        else:
            parts.append(f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)")
            seen.add(piece)
    return re.compile("".join(parts), re.DOTALL)
