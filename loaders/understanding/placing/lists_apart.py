"""A list with names of its own beside figures that nobody names: each row of a table begins with what it is about, so they are two."""

from __future__ import annotations

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import role_of
from loaders.understanding.placing.titles import is_year
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_LEAST_ROWS = 3
_KEYS = frozenset({"index", "rank", "code", "label", "unit"})
_ASIDE = frozenset({"measure", "note"})
_MOSTLY = 0.8


def names_its_own(sheet: Sheet, region: Region, rows: tuple[int, int], col: int) -> bool:
    """Whether the rows under the headings `rows[0]`, down to `rows[1]`, are those of two lists: left of the empty column `col` they have
    figures alone that are no keys; right of it each has its own name, and they end in another row."""
    heads = {c.col: c for c in cells_in(sheet, region, rows[0])}
    lines = [found for r in range(rows[0] + 1, rows[1] + 1) if (found := cells_in(sheet, region, r))]
    left = [[c for c in line if c.col < col] for line in lines]
    right = [own for line in lines if (own := [c for c in line if c.col > col]) and not _sums(own)]
    ends = [max((c.row for line in lines for c in line if (c.col > col) == side), default=-1) for side in (False, True)]
    if len(right) < _LEAST_ROWS or ends[0] == ends[1] or right[-1][0].row - right[0][0].row + 1 > len(right):
        return False
    shared = [line for line in left if line and line[0].row <= right[-1][0].row]
    if len(shared) < _LEAST_ROWS or not all(numberish(c) for line in shared for c in line) or _keys(heads, [line[0] for line in shared]):
        return False
    return any(_names(heads.get(c.col), [o for line in right for o in line if o.col == c.col], len(right)) for c in right[0])


def _sums(cells: list[Cell]) -> bool:
    return any(is_total(c.text) for c in cells if not numberish(c))


def _keys(heads: dict[int, Cell], firsts: list[Cell]) -> bool:
    """Whether figures tell which row is meant: years, places in a list, codes."""
    head = heads.get(firsts[0].col)
    kinds = set(classes("columns.csv", plain(head.text).strip(" .:"))) if head else set()
    counted = [c.text.strip(" .") for c in firsts] == [str(n) for n in range(1, len(firsts) + 1)]
    named = head is not None and (bool(classes("naming.csv", head.text)) or role_of(plain(head.text)) in _KEYS)
    return bool(kinds & _KEYS) or counted or named or all(map(is_year, firsts))


def _names(head: Cell | None, cells: list[Cell], rows: int) -> bool:
    """Whether a column holds a text in each row, hardly one twice, under a heading that is none of remarks."""
    if head is None or _ASIDE & set(classes("columns.csv", plain(head.text).strip(" .:"))):
        return False
    told = len({plain(c.text) for c in cells}) >= _MOSTLY * rows
    return len(cells) == rows and told and all(c.kind == "T" and not numberish(c) for c in cells)
