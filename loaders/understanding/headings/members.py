"""Titles that are but a topic, and headings of people who may be among those that stand over them."""

from __future__ import annotations

from loaders.understanding.headings.tags import Meaning, meaning
from loaders.understanding.headings.things import things
from loaders.understanding.headings.ways import ALWAYS

_FIELDS = frozenset({"ssp"})
"""Things that are rather fields of work: a title may begin with one and be but a topic."""
_MEMBERS = frozenset({"official", "party"})
"""People of whom some are both."""


def only_members(leaf: str, over: str) -> bool:
    """Whether a heading and the one above it each name one of two kinds of people of whom some are both ("officials > of the party")."""
    said, above = meaning(leaf).tags & _MEMBERS, meaning(over).tags & _MEMBERS
    return bool(said and above) and not said & above


def is_topic(title: Meaning, part: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether a title says a part and begins with no thing, yet names one of the whole."""
    if not title.tags & part or not title.tags & whole & things():
        return False
    words = title.text.split()
    first = (meaning(" ".join(words[:n])).tags - ALWAYS for n in range(1, len(words) + 1))
    return not next((tags for tags in first if tags), frozenset()) & things() - _FIELDS
