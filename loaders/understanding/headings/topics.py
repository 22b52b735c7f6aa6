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
    topics: list[list[str]] = [[]]
    for word in text.split():
        if plain(word) in _JOINS:
            topics.append([])
            continue
        topics[-1].append(word.rstrip(_ENDS))
        if word[-1] in _ENDS:
            topics.append([])
    return [" ".join(words) for words in topics if words]
