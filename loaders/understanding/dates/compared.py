"""Lines that compare two periods ("month 11/2025 with month 10/2025"): which of them is only compared with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalogue.periods import Kind

Patterns = Sequence[tuple[Kind, re.Pattern[str]]]
_COMPARED = re.compile(r"\bso (voi|sanh voi)\b")
_COMPARING = re.compile(r"\b(?:so sanh|doi chieu)\b")
_WITH = re.compile(r"\bvoi\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def with_what_compared(text: str, patterns: Patterns) -> re.Match[str] | None:
    """The words after which a line names what its period is compared with, where it names the period before them."""
    found = _COMPARED.search(text) or (_later_with(text, patterns) if _COMPARING.search(text) else None)
    return found if found and any(pattern.search(text[: found.start()]) for _kind, pattern in patterns) else None


def _later_with(text: str, patterns: Patterns) -> re.Match[str] | None:
    """The "with" of "compared: month 11/2025 with month 10/2025", where the period before it is the later one."""
    for found in _WITH.finditer(text):
        for kind, pattern in patterns:
            here, there = (pattern.search(side) for side in (text[: found.start()], text[found.end() :]))
            if here and there and (now := _placed(kind, here)) and (then := _placed(kind, there)):
                return found if now > then else None
    return None


def _placed(kind: Kind, match: re.Match[str]) -> tuple[int, int] | None:
    """(year, number of the month or quarter) of a period that names its year."""
    year = next((int(g) for g in reversed(match.groups()) if g and re.fullmatch(r"20[12]\d", g)), None)
    return (year, number_of(kind, match)) if year else None


def number_of(kind: Kind, match: re.Match[str]) -> int:
    """The number of the month, quarter or half that a pattern found."""
    if kind in ("year", "nine_months"):
        return 1
    first = match.group(1)
    if kind == "half":
        return 2 if first == "cuoi" else 1
    return _ROMAN.get(first) or int(first)
