"""A group heading that holds a whole and a part of it under the part's name ("benefits paid without cash: people | of which without cash"):
there the part's name is the theme of the group and narrows none of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from loaders.understanding.headings.columns import Column, heading
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.headings.ways import only_counts

_LEAST = 3
"""So many columns a group must hold: a whole, the part, and something else."""


def without_theme(column: Column, columns: Sequence[Column]) -> Column:
    """The column with its group headings cut down to what does not narrow it, where a sibling says the same narrowing again as a part;
    unchanged where it is sure as it stands, or where nothing is sure without the theme either."""
    if len(column.path) < 2 or heading(column).sure:
        return column
    cut = column
    for depth in range(len(column.path) - 1):
        rest = _cut(column, depth, columns)
        if rest != column.path[depth]:
            cut = replace(cut, path=(*cut.path[:depth], *([rest] if rest else []), *cut.path[depth + 1 :]))
            break
    return cut if cut is not column and heading(cut).sure else column


def _cut(column: Column, depth: int, columns: Sequence[Column]) -> str:
    """The group heading at a depth without the words that a sibling repeats as those of a part."""
    text, own = column.path[depth], _below(column, depth)
    family = [c for c in columns if c.path[: depth + 1] == column.path[: depth + 1] and len(c.path) > depth + 1]
    theme = meaning(text).tags - things() - only_counts() - own
    if len(family) < _LEAST or not theme or "rate" in own:
        return text
    repeated = [_below(c, depth) for c in family]
    said = frozenset().union(*(tags & theme for tags in repeated if "rate" not in tags))
    return _without(text, said) if said == theme else text


def _below(column: Column, depth: int) -> frozenset[str]:
    return frozenset().union(*(meaning(part).tags for part in column.path[depth + 1 :]))


@lru_cache(maxsize=1024)
def _without(text: str, said: frozenset[str]) -> str:
    """The longest beginning of a heading, else its longest end, that says all the rest and none of this; the heading itself else."""
    words, rest = text.split(), meaning(text).tags - said
    if not rest:
        return ""
    starts = (" ".join(words[:n]) for n in range(len(words) - 1, 0, -1))
    ends = (" ".join(words[n:]) for n in range(1, len(words)))
    return next((part for part in (*starts, *ends) if meaning(part).tags == rest), text)
