"""Names of places inside a heading ("documents issued by the committee of commune A"): they say whose figures follow, not what they
count."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from catalogue.names import name_key, take_apart
from catalogue.units import units

_LONGEST = 4
_BEHIND_KIND = re.compile(
    r"\b(?P<kind>[Xx]\u00e3|[Pp]h\u01b0\u1eddng|[Tt]h\u1ecb tr\u1ea5n|TT|[\u0111\u0110]\u1eb7c khu|[Hh]uy\u1ec7n|[Tt]\u1ec9nh)"
    r"(?P<name>(?:\s+[^\W\d_][^\W\d_]*){1,4})"
)
"""The kind of a unit and up to four words behind it."""


@lru_cache(maxsize=16384)
def without_places(text: str) -> str:
    """A text without the names of units that stand behind their kind, written as names are; the kinds stay."""
    if text.isascii() or text.isupper():
        return text
    return _BEHIND_KIND.sub(_kind_alone, unicodedata.normalize("NFC", text))


def _kind_alone(found: re.Match[str]) -> str:
    words = found["name"].split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        named = words[:length]
        if all(word[0].isupper() and not word.isupper() for word in named) and name_key(" ".join(named)) in _names():
            return " ".join((found["kind"], *words[length:]))
    return found[0]


@cache
def _names() -> frozenset[str]:
    """The keys of all names that units bear or bore."""
    return frozenset(name_key(take_apart(name).bare) for unit in units() for name in (unit.bare_name, *unit.aliases))
