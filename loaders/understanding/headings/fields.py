"""Columns side by side that are the shares of fields ("civil status | land") or of hamlets in what a table counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from loaders.understanding.headings.columns import Column
from loaders.understanding.texts.rowkinds import is_hamlet, names_hamlet
from loaders.understanding.texts.words import classes

_LEAST = 2
_LONGEST = 4


def shares_of_parts(columns: Sequence[Column]) -> set[int]:
    """The columns that stand for one field or one hamlet each, by their own heading or by the one they stand under."""
    found = set[int]()
    levels: dict[tuple[int, tuple[str, ...]], list[tuple[str, int]]] = defaultdict(list)
    for column in columns:
        for depth, text in enumerate(column.path):
            levels[depth, column.path[:depth]].append((text, column.col))
    for beside in levels.values():
        bare = {text for text, _col in beside if bare_part(text)}
        if len(bare) >= _LEAST:
            found |= {col for text, col in beside if text in bare or _begins_with_field(text)}
        found |= {col for text, col in beside if is_hamlet(text)}
    return found


@lru_cache(maxsize=4096)
def bare_part(text: str) -> bool:
    """Whether a heading names a field of procedures or a hamlet, and says nothing else."""
    return "bare_field" in classes("lines.csv", text) or names_hamlet(text)


def _begins_with_field(text: str) -> bool:
    return "field_row" in classes("lines.csv", text) and len(text.split()) <= _LONGEST
