"""Headings that list several topics ("digitising, payment"): of these a heading below stands under its own."""

from __future__ import annotations

from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import plain

_ENDS = ",;"
_JOINS = frozenset({"va", "&", "+", "-"})


def own_topic(text: str, tags: frozenset[str], narrowing: frozenset[str]) -> str:
    """A heading over one with these tags, without the topics it lists that narrow and are not the own one; else the heading itself."""
    listed = _topics(text)
    if len(listed) < 2:
        return text
    said = [meaning(topic).tags for topic in listed]
    others = [topic for topic, own in zip(listed, said, strict=True) if own & narrowing and not own & tags]
    shared = any(own & tags for own in said)
    return ", ".join(topic for topic in listed if topic not in others) if shared and others else text


def _topics(text: str) -> list[str]:
    """The topics a heading lists; brackets are never cut."""
    topics: list[list[str]] = [[]]
    depth = 0
    for word in text.split():
        depth = max(0, depth + word.count("(") - word.count(")"))
        if not depth and plain(word) in _JOINS:
            topics.append([])
            continue
        topics[-1].append(word if depth else word.rstrip(_ENDS))
        if not depth and word[-1] in _ENDS:
            topics.append([])
    return [" ".join(words) for words in topics if words]
