"""Slips of two communes side by side, alike to the last label, to be cut apart: each is read by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.names.stated import stated
from loaders.understanding.placing.headless import states_figure
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LEAST, _MOST = 3, 400
"""So many labels at least are alike; a longer sheet is none of slips."""


def slips_in(sheet: Sheet, region: Region) -> Iterator[Region]:
    """The slips that stand beside each other in a region, from left to right, what is drawn between them left out; else the region."""
    cut = _cut(sheet, region) if region.bottom - region.top < _MOST else None
    if cut is None:
        yield region
        return
    last, first = cut
    yield Region(region.top, region.bottom, region.left, last)
    yield from slips_in(sheet, Region(region.top, region.bottom, first, region.right))


def _cut(sheet: Sheet, region: Region) -> tuple[int, int] | None:
    """(last column of the first slip, first column of the next): the same labels in the same rows, each with its figure, under lines that
    name another commune each."""
    rows: dict[tuple[int, int], list[int]] = defaultdict(list)
    answers: dict[tuple[int, int], int] = defaultdict(int)
    for row in range(region.top, region.bottom + 1):
        cells = cells_in(sheet, region, row)
        for (label, figure), (again, _other) in combinations(_answered(cells), 2):
            if plain(label.text) == plain(again.text):
                rows[label.col, again.col].append(row)
                answers[label.col, again.col] = max(answers[label.col, again.col], figure.col)
    for (left, right), those in sorted(rows.items(), key=lambda item: item[0][1]):
        last = answers[left, right]
        if len(those) >= _LEAST and last < right and _of_two_communes(sheet, region, those[0], right):
            return last, right
    return None


def _answered(cells: list[Cell]) -> list[tuple[Cell, Cell]]:
    """Each label of a row that has its figure right behind it, with that figure."""
    if sum(c.kind == "T" for c in cells) <= 1:
        return []  # no label is repeated beside it
    told = [c for c in cells if c.kind == "N" or any(map(str.isalnum, c.text))]
    return [(a, b) for a, b in pairwise(told) if a.kind == "T" and not numberish(a) and states_figure(b)]


def _of_two_communes(sheet: Sheet, region: Region, row: int, border: int) -> bool:
    """Whether a row over the labels names one commune on each side of a column, and not the same."""
    for above in range(row - 1, region.top - 1, -1):
        cells = [c for c in cells_in(sheet, region, above) if c.is_text]
        named = [{n.unit.id for c in cells if (c.col < border) == left for n in stated(c.text, None) if n.unit} for left in (True, False)]
        if all(len(units) == 1 for units in named) and named[0] != named[1]:
            return True
    return False
