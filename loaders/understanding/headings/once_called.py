"""What a heading says of its own past: which names or levels it took the place of ("(since 2022 instead of levels 3 and 4)")."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.understanding.texts.words import plain, told_apart

_SINCE = r"(?:(?:ke |tinh )?tu (?:thang \d{1,2}[/ .-]?|ngay [\d/.-]+ |nam )?(?:20\d\d)?[ ,:]*)?(?:nay |da |duoc )*"
_CALLED = r"(?:truoc(?: day| kia| nay)? (?:la|goi la|goi|dung|ghi|ghi la)|(?:ten|ten goi|goi|mau) cu|cu la|cu:|nguyen la|nguyen goi)\b"
_LEVELS = r"muc(?: do)? [34]\b"
_INSTEAD = r"thay(?: the)?(?: cho)?\b"
_BRACKETS = re.compile(
    rf"\(\s*{_SINCE}(?:{_CALLED}[^()]*|{_INSTEAD}[^()]*\b{_LEVELS}[^()]*|(?:dvctt |dvc )?{_LEVELS}[^()]* (?:cu|truoc day|truoc kia))\s*\)"
)
_BEHIND = re.compile(rf"\s*[,;:\u2013-]\s*{_SINCE}(?:{_INSTEAD}|{_CALLED})[^()]*\b{_LEVELS}[^()]*$")


@lru_cache(maxsize=16384)
def without_former_name(text: str) -> str:
    """A heading without what it says it was called before; the text itself where it says nothing of the kind."""
    folded = plain(told_apart(text))
    rest = _BEHIND.sub("", _BRACKETS.sub(" ", folded))
    return text if rest == folded else rest
