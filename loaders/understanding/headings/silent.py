"""Headings that say nothing of their own ("at the office") beside the total of what they stand under: parts of it, never its figure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loaders.understanding.dates.when import statements
from loaders.understanding.headings.columns import Column, role_of, without_basis
from loaders.understanding.headings.match import declared
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.words import plain

_NAMING = frozenset({"", "unit", "group", "label"})


@lru_cache(maxsize=4096)
def says_nothing(text: str) -> bool:
    """A heading of neutral words alone, which name no thing, no part, no time and no total."""
    said = meaning(text)
    worded = any(c.isalpha() for c in text) and not said.unknown and not said.tags
    return (
        worded and not is_total(text) and role_of(plain(text)) in _NAMING and bool(without_basis(text)) and not statements(text, "header")
    )


def part_of_total(column: Column, others: Sequence[Column]) -> bool:
    """Whether a column says nothing of its own while its group has a column of its total."""
    silent = len(column.path) > 1 and says_nothing(column.leaf) and not declared(column.path)
    return silent and any(_totals(c, column) for c in others if c is not column)


def _totals(total: Column, column: Column) -> bool:
    """Whether `total` is headed as the sum of a group that `column` stands in, right under it or under "of which"."""
    group = total.path[:-1]
    inside = bool(group) and column.path[: len(group)] == group
    return inside and not total.hidden and is_total(total.leaf) and all(says_nothing(text) for text in column.path[len(group) : -1])
