"""What stands around the words that name: a percent sign, words that only introduce, the time that a group of headings ends with."""

from __future__ import annotations

import re
from functools import cache

from loaders.understanding.texts.words import plain, table

_WHEN = re.compile(
    r"(?:[ (-]{1,4}(?:trong|cua|den|tinh den|het|cuoi|luy ke|(?<!\bho )(?<!\bco )(?<!\bky )(?<!\bdoi )(?<!\bchi )(?<!\bma )(?<!\bhe )so))*"
    r"[ (-]{1,4}(?:ky|thang|quy|nam)"
    r"(?: (?:nay|bao cao|0?[1-9]|1[0-2]|i{1,3}|iv|nam))*(?:[ /.-]*20[12]\d)?\)?$"
)
"""The time at the end of a heading. "So" before it is "number", unless it ends a longer word ("dossier", "signature", "index")."""

_DATED = re.compile(r"(?:thang|quy).*20[12]\d")

NUMBERED = re.compile(
    r"(?<!\bden)(?<!\btoi)(?<!\bhet)(?<!\bcuoi)(?<!\btu)(?<!\bvoi)(?<!\bsang)(?<!\bke)(?<!\bve)(?<!\bnhu)"
    r"[ (-]{1,4}(?:trong |cua )?((?:thang|quy) (?:0?[1-9]|1[0-2]|i{1,3}|iv))\)?$"
)
"""A month or quarter without its year at the end of a heading; none up to which, from which or with which something is said."""


def without_time(text: str) -> str:
    """A heading, folded, without the time it ends with ("resolved in the quarter", "resolved in quarter 2/2026")."""
    folded = plain(text)
    return _WHEN.sub("", folded) or folded


def without_dated_end(text: str) -> str:
    """A heading, as typed, without the month or quarter and its year with which it ends ("with a record - end of month 9/2025")."""
    found = _WHEN.search(plain(text))
    if found is None or not _DATED.search(found[0]):
        return text
    kept = text.split()[: len(plain(text)[: found.start()].split())]
    return " ".join(kept).rstrip(" -\u2013(,") or text


def without_numbered_end(text: str) -> str:
    """A heading, as typed, without the month or quarter by its number alone with which it ends ("new dossiers of month 3")."""
    found = NUMBERED.search(plain(text))
    return " ".join(text.split()[: len(plain(text)[: found.start()].split())]).rstrip(" -\u2013(,") or text if found else text


def behind_sign(leaf: str) -> str:
    """What a heading that begins with a percent sign is the rate of; an empty text where it does not, or says no more."""
    bare = leaf.strip()
    return bare.lstrip("% ") if bare.startswith("%") else ""


def without_leading(leaf: str) -> str:
    """What follows words that only introduce ("result of", "state of"); an empty text where the heading has none, or nothing else."""
    folded = plain(leaf)
    lead = next((words for words in _leading() if folded.startswith(words + " ")), "")
    return " ".join(leaf.split()[len(lead.split()) :]) if lead else ""


def without_introduction(title: str) -> str:
    """A title without all the words that introduce what it speaks of ("summary table of the results of ..."); the title where it has no
    others."""
    left = title
    while rest := without_leading(left):
        left = rest
    return left


@cache
def _leading() -> tuple[str, ...]:
    return tuple(sorted((plain(row["text"]) for row in table("leading.csv")), key=len, reverse=True))
