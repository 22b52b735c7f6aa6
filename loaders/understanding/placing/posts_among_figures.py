"""Those who sign behind a blank, whatever their posts are called: a post with a colon and the name of somebody, words in the columns of
figures."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import is_section_mark, is_total, numberish, row_kind, unanswered
from loaders.understanding.texts.tables import Region, cells_in

_LEAST, _MOST = 2, 5
_LONG = 50
_LOOK = 8
_NAME = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s+){1,4}[^\W\d_a-z][^\W\d_]*")
_POST = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[\s,]+[^\W\d_]+){1,6}\s*:?")


def posts_follow(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether the first row behind a blank, with no figure in it or below, is that of those who sign: a post that ends in a colon has the
    name of somebody right behind it, or each text but one at most is a post or a name in a column where the body from `start` on has
    nothing but figures, two of them or more."""
    cells = cells_in(sheet, region, row)
    if not _LEAST <= len(cells) <= _MOST or not all(_says_who(c) for c in cells) or len({c.text for c in cells}) < len(cells):
        return False
    if is_total(cells[0].text) or is_section_mark(cells[0].text) or row_kind(cells[0].text) == "section":
        return False
    if any(
        numberish(c) or c.kind in "NPXD" for r in range(row + 1, min(row + _LOOK, region.bottom) + 1) for c in cells_in(sheet, region, r)
    ):
        return False
    if cells[0].text.rstrip().endswith(":") and _NAME.fullmatch(cells[1].text.strip()):
        return True
    astray = [c for c in cells if _only_figures(sheet, region, (start, row), c.col)]
    return len(astray) >= max(_LEAST, len(cells) - 1)


def _says_who(cell: Cell) -> bool:
    """Several words that begin with a capital, as posts and names do."""
    text = cell.text.strip()
    return cell.kind == "T" and not unanswered(cell) and len(text) < _LONG and (_POST.fullmatch(text) or _NAME.fullmatch(text)) is not None


def _only_figures(sheet: Sheet, region: Region, rows: tuple[int, int], col: int) -> bool:
    """Whether a column holds two figures or more in these rows, and no words."""
    held = [c for r in range(*rows) for c in cells_in(sheet, region, r) if c.col == col]
    return sum(map(numberish, held)) >= _LEAST and all(numberish(c) or c.kind in "NPX" for c in held)
