"""A heading that says only what is counted ("people", "accounts") under one that names an element by itself."""

from __future__ import annotations

from catalogue.elements import elements
from loaders.understanding.headings.tags import Meaning

_ANYBODY = frozenset({"person", "citizen"})


def counted_by_group(leaf: Meaning, over: frozenset[str], named: str, group: str, whole: str) -> bool:
    """Whether a heading that adds nothing to the tags `over` it counts what they stand for, though all words together would name another
    element of the same measure; the `whole` of which the group is a part may be meant, and stays."""
    known = elements()
    if named in (group, whole) or not leaf.tags <= _ANYBODY | over or leaf.unknown:
        return False
    return named in known and group in known and known[named].unit == known[group].unit
