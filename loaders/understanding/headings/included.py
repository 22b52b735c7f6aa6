"""What a heading says in brackets to be counted with the rest ("late (those with an apology too)"): a part of it narrows nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import allowed
from loaders.understanding.texts.words import plain, table

if TYPE_CHECKING:
    from loaders.understanding.headings.match import Match

_BRACKETS = re.compile(r"\s*\(([^()]+)\)")
INCLUDING = re.compile(r"(?:ke|tinh|tinh luon|gom|bao gom|bao ham|co tinh|dem|co|cong) ca (?=\S)")
_SOME = frozenset({"subset"})
_CARRIED = frozenset({"inclcarried", "carried", "backlog"})
"""What was carried over is counted with what came in, or it is not: that is another figure."""


def including(text: str, name: Callable[[str, tuple[str, ...]], Match], above: tuple[str, ...]) -> Match | None:
    """What a heading names that counts a part of it too, in doubt where that is another figure; None where it says nothing of the kind.

    `name` says what a heading under others names."""
    cut = _cut(text)
    whole = name(cut[0], above) if cut else None
    if cut is None or whole is None or not whole.sure or len(whole.codes) != 1 or whole.rate:
        return None
    if _is_part(cut[1], whole.codes[0], part := name(cut[1], (cut[0], *above))):
        return whole
    return replace(whole, sure=False) if part.sure and part.codes != whole.codes else None


def without_included(text: str, name: Callable[[str, tuple[str, ...]], Match]) -> str:
    """A heading over others without the part of it that it counts too; the text itself where it says nothing of the kind."""
    cut = _cut(text)
    whole = name(cut[0], ()) if cut else None
    if cut is None or whole is None or not whole.sure or len(whole.codes) != 1 or whole.rate:
        return text
    return cut[0] if _is_part(cut[1], whole.codes[0], name(cut[1], (cut[0],))) else text


def _cut(text: str) -> tuple[str, str] | None:
    """(a heading without its brackets, what they say is counted too), but for what was carried over."""
    for brackets in _BRACKETS.finditer(text):
        lead = INCLUDING.match(plain(brackets[1]))
        if lead and not meaning(brackets[1]).tags & _CARRIED:
            return f"{text[: brackets.start()]} {text[brackets.end() :]}".strip(), " ".join(brackets[1].split()[len(lead[0].split()) :])
    return None


def _is_part(counted: str, whole: str, part: Match) -> bool:
    """Whether what is counted too is a part of the whole, or some of the things it counts."""
    some = not meaning(counted).tags - _SOME - allowed(whole)
    return some or (len(part.codes) == 1 and (part.codes[0], whole) in _parts())


@cache
def _parts() -> frozenset[tuple[str, str]]:
    """(a part, what it is a part of)."""
    sums = {(part, row["whole"]) for row in table("identities.csv") for part in row["parts"].split("+")}
    return frozenset((row["part"], row["whole"]) for row in table("limits.csv")) | sums
