"""Headings that say no more than "rate" and stand alone under one that names something: together they are the rate of that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from loaders.understanding.headings.columns import bare_rate
from loaders.understanding.headings.tags import meaning

_SIGN = "%"


def says_rate(text: str) -> bool:
    """Whether a heading calls its figures a rate, in words or by a percent sign."""
    return _SIGN in text or "rate" in meaning(text).tags


def with_their_names(paths: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """The headings of every column; a bare "rate" beside which nothing stands under the same heading is one with that heading."""
    over = Counter(path[:depth] for path in paths.values() for depth in range(1, len(path) + 1))
    return {col: _joined(path) if len(path) > 1 and over[path[:-1]] == 1 else path for col, path in paths.items()}


def _joined(path: tuple[str, ...]) -> tuple[str, ...]:
    *above, thing, leaf = path
    if not bare_rate(leaf) or says_rate(thing):
        return path
    sign = leaf if leaf.startswith("(") else f"({_SIGN})"
    return (*above, f"{thing} {sign}" if _SIGN in leaf and "rate" not in meaning(leaf.replace(_SIGN, "")).tags else f"{leaf} {thing}")
