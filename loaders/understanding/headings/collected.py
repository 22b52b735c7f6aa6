"""Sheets of opinion that came back ("rating sheets on satisfaction collected"): the satisfaction in their name is what they ask about."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.understanding.texts.words import plain, told_apart

_CAME_BACK = "thu ve"
_COLLECTED = r"(?:da |duoc )*(?:thu (?:ve|lai|duoc|vao|nhan)|thu(?= ?[.,;:)]*$)|nhan (?:ve|lai|duoc)|gui ve|thu hoi)(?: ve| lai)?\b"
_ASKED = r"(?:khao sat |lay y kien |danh gia |tham do |gop y )?"
_SATISFACTION = r"(?:ve |do )?(?:(?:muc do|muc|su) )?(?<!khong )(?<!rat )hai long(?!\W*(?:va|rat|khong|hoac)\b)"
_BETWEEN = r"(?: (?!phieu\b|hai long\b|tren\b|khong\b|rat\b)[a-z]+){0,14}?"
_SHEETS = re.compile(rf"\b(phieu {_ASKED}){_SATISFACTION}({_BETWEEN}) {_COLLECTED}")


@lru_cache(maxsize=16384)
def without_their_topic(text: str) -> str:
    """A heading of sheets that came back without the satisfaction they ask about; the text itself where it is none."""
    folded = plain(told_apart(text))
    rest = _SHEETS.sub(rf"\1\2 {_CAME_BACK}", folded) if "hai long" in folded else folded
    return text if rest == folded else rest
