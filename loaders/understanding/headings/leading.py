"""What stands before the words that name: a percent sign, words that only introduce."""

from __future__ import annotations

from functools import cache

from loaders.understanding.texts.words import plain, table


def behind_sign(leaf: str) -> str:
    """What a heading that begins with a percent sign is the rate of; an empty text where it does not, or says no more."""
    bare = leaf.strip()
    return bare.lstrip("% ") if bare.startswith("%") else ""


def without_leading(leaf: str) -> str:
    """What follows words that only introduce ("result of", "state of"); an empty text where the heading has none, or nothing else."""
    folded = plain(leaf)
    lead = next((words for words in _leading() if folded.startswith(words + " ")), "")
    return " ".join(leaf.split()[len(lead.split()) :]) if lead else ""


@cache
def _leading() -> tuple[str, ...]:
    return tuple(sorted((plain(row["text"]) for row in table("leading.csv")), key=len, reverse=True))
