"""School classes that head columns by their grade and number ("6/1", "6/2", "9/1"), which look like fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import role_of
from loaders.understanding.placing.second_rows import NAMES_DAYS
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import classes, plain

_CLASS = re.compile(r"(1[0-2]|[1-9])/([1-9]|[12]\d)")
_HEADS_ROWS = frozenset({"index", "code", "label", "unit"})
_LEAST, _LEAST_ALONE = 2, 3


def names_classes(line: Sequence[Cell]) -> bool:
    """Whether every number of a row is that of a class, counted on within its grade, the grades rising, behind headings of the rows alone;
    where these have none, some class whose grade is higher than its number: no fraction is."""
    if not any("/" in c.text for c in line):
        return False
    numbers = [c for c in line if numberish(c) or c.kind == "N"]
    found = [m for m in (_CLASS.fullmatch(c.text.strip()) for c in numbers if c.is_text) if m]
    places = [(int(m[1]), int(m[2])) for m in found]
    if len(places) != len(numbers) or len(places) < _LEAST or not all(_next(a, b) for a, b in pairwise(places)):
        return False
    lead = [c for c in line if c.col < numbers[0].col]
    if not lead:
        return len(places) >= _LEAST_ALONE and any(grade > number for grade, number in places)
    return all(c.kind == "T" for c in lead) and any(map(_heads_rows, lead))


def _next(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a class comes next: the next one of its grade, or one of a higher grade."""
    return other[0] > one[0] or other == (one[0], one[1] + 1)


def _heads_rows(cell: Cell) -> bool:
    bare = plain(cell.text).strip(" .:")
    return role_of(bare) in _HEADS_ROWS or bool(NAMES_DAYS.fullmatch(bare) or classes("naming.csv", cell.text))
