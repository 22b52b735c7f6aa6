"""Which part of a report a passage belongs to: opening, directing, results, difficulties, plans, proposals, closing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from report.checking.folding import declared, plain, says
from report.checking.passages import Passage, is_item

_NUMBER = re.compile(
    r"\s*(?:[-+*\u2022]\s*)?(?:phan\s+)?(?:(?:\d{1,2}|[ivx]{1,4}|[a-h](?=\.))(?:\.\d{1,2})*\s*[.):/-]|phan (?:thu )?\w+\s*[:.-]?)\s*"
)
_HEADING_LENGTH = 110
_PART = "phan "


@cache
def _roles() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["pattern"]), row["part"]) for row in declared("sections.csv"))


def parts(passages: Sequence[Passage]) -> list[str]:
    """The part of each passage, by the headings before it; "opening" before the first heading, "closing" from the list of recipients on.
    A cell of a table begins none, but for the list of recipients."""
    found: list[str] = []
    part, opened = "opening", False
    for passage in passages:
        if passage.sort not in ("footnote", "margin"):
            begun = _heading(passage.text, opened)
            part = begun if begun and (passage.sort != "cell" or begun == "closing") else part
            opened = opened or part != "opening" or says("opened", passage.text)
        found.append(part)
    return found


def _heading(text: str, opened: bool) -> str:
    """The part a passage begins, "" when it is no heading: a number and a title; after the opening also a short line."""
    folded = plain(text)
    begins = (is_item(text) and not folded.lstrip().startswith(("-", "+"))) or folded.startswith(_PART)
    number = _NUMBER.match(folded) if begins else None
    if not number and not (opened and len(folded) < _HEADING_LENGTH):
        return ""
    title = folded[number.end() :] if number else folded
    head = re.split(r"[:.]", title, maxsplit=1)[0].lstrip(" *")
    return next((part for pattern, part in _roles() if pattern.match(head)), "")
