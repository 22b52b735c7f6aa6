"""A row of nothing but years under groups that are merged over them: "2023 | 2024 | 2023 | 2024" belongs to the header."""

from __future__ import annotations

import re
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.titles import is_year
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in

_LEAST = 2
_MOST_APART = 5
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONGEST = 40


def years_under_groups(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Whether each cell of the row `lower` is a year, later than the one to its left, under one of two groups or more that are merged over
    all of them in the row `upper`; the columns of the names stay empty, which the rows below fill, and these hold no years as well."""
    spans = [c.merge for c in cells_in(sheet, region, upper) if c.merge and c.merge.right > c.merge.left and c.merge.bottom == upper]
    cells, below = cells_in(sheet, region, lower), cells_in(sheet, region, lower + 1) or cells_in(sheet, region, lower + 2)
    groups = [group for s in spans if (group := [c for c in cells if s.left <= c.col <= s.right])]
    if len(groups) < _LEAST or sum(map(len, groups)) != len(cells) or any(c.merge for c in cells):
        return False
    if not below or below[0].col >= cells[0].col or not any(is_year(c) for c in cells):
        return False
    return all(map(_rising, groups)) and not all(is_year(c) for c in below if c.col >= cells[0].col)


def _rising(group: list[Cell]) -> bool:
    """Two years or more, each a little later than the one before it."""
    years = [_year(c) for c in group]
    known = [year for year in years if year]
    return len(known) == len(years) >= _LEAST and all(0 < b - a <= _MOST_APART for a, b in pairwise(known))


def _year(cell: Cell) -> int:
    """The year in a cell, alone or among a few words ("Prel. 2024"), 0 where there is none."""
    if is_year(cell):
        return int(float(cell.text)) if cell.is_text else int(str(cell.value).partition(".")[0])
    found = _YEAR.findall(cell.text) if cell.kind == "T" and not numberish(cell) and len(cell.text) < _LONGEST else []
    return int(found[0]) if len(found) == 1 else 0
