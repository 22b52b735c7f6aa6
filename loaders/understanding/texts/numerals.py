"""Numbers written in words ("mot tram linh nam"), as far as whole counts below a million go."""

from __future__ import annotations

from functools import lru_cache

from loaders.understanding.texts.words import plain

_DIGITS = {"khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9}
_SCALES = {"tram": 100, "nghin": 1000, "ngan": 1000}
_FILLERS = frozenset({"linh", "le", "va"})
_COUNTED = frozenset(["ho", "so", "nguoi", "van", "ban", "thon", "truong", "hop", "luot", "bo", "may", "tai", "khoan"])
_LONGEST = 60


@lru_cache(maxsize=4096)
def spelt_number(text: str) -> int | None:
    """The number that a text spells in two words or more, or as "ten"; None for any other text, for a single word may mean much else."""
    if len(text) > _LONGEST or any(ch.isdigit() for ch in text):
        return None
    words = plain(text).strip(" .()").split()
    while len(words) > 1 and words[-1] in _COUNTED:
        words.pop()
    if not words or (len(words) == 1 and words[0] != "muoi"):
        return None
    return _read(words)


def _read(words: list[str]) -> int | None:
    total, group, digit = 0, 0, None
    for word in words:
        if word in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[word]
        elif word == "muoi":
            group, digit = group + 10 * (1 if digit is None else digit), None
        elif word == "tram" and digit is not None:
            group, digit = group + 100 * digit, None
        elif word in _SCALES and word != "tram" and (group or digit):
            total, group, digit = total + 1000 * (group + (digit or 0)), 0, None
        elif word not in _FILLERS or (digit is not None):
            return None
    found = total + group + (digit or 0)
    return found or None
