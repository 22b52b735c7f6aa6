"""Where the headings of a header begin anew: tables printed side by side, with or without an empty column between them."""

from __future__ import annotations

from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.header_rows import grow_down, grow_up
from loaders.understanding.placing.titles import names_commune
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import read as measured

_NUMBERS = frozenset({"index", "rank"})
_LEAST = 2
_LOOK_BELOW = 40
_MOST = 0.6


def border(sheet: Sheet, region: Region, anchor: int) -> tuple[int, int] | None:
    """The first row of the headings around the row `anchor`, and the column where they begin anew; None where they do not."""
    seam = _whole_row(sheet, region, anchor)
    return (anchor, seam) if seam is not None else _begun_anew(sheet, region, anchor)


def _whole_row(sheet: Sheet, region: Region, anchor: int) -> int | None:
    """The column where all the headings of a row come again, with the number or rank of the row or its unit first."""
    cells = cells_in(sheet, region, anchor)
    texts = [_bare(c) for c in cells]
    kinds = classes("columns.csv", texts[0]) if texts else ()
    least = 3 if _NUMBERS & set(kinds) else 2 if "unit" in kinds else len(texts)
    for width in range(least, len(texts) // 2 + 1):
        if len(texts) % width == 0 and texts == texts[:width] * (len(texts) // width):
            return cells[width].col
    return None


def _begun_anew(sheet: Sheet, region: Region, anchor: int) -> tuple[int, int] | None:
    """Where other columns follow: the headings of the rows ("No. | Unit", or "Unit" alone) come again further right, over numbers that
    count from one again or over names, with figures between them and behind them."""
    top = grow_up(sheet, region, anchor)
    last = grow_down(sheet, region, top, anchor)
    heads = _lowest(sheet, region, top, last)
    for before, head in pairwise(heads):
        begin = before if _NUMBERS & _kinds(before) else head
        own = [h for h in heads if h.col < begin.col]
        first = next((h for h in own if not _NUMBERS & _kinds(h)), None)
        if first is None or first is own[-1] or not _names_anew(sheet, region, last, (own[0], first), (begin, head)):
            continue
        start = _under_what_runs_across(sheet, region, top, anchor, begin.col)
        if start is not None and _depth(sheet, start, last, first.col) == _depth(sheet, start, last, head.col):
            return start, begin.col
    return None


def _names_anew(sheet: Sheet, region: Region, last: int, own: tuple[Cell, Cell], other: tuple[Cell, Cell]) -> bool:
    """Whether the rows are numbered and named anew under the headings `other`, as under those of the table, `own`: of each the first one
    and the one of the names."""
    begin, head = other
    rows = [cells_in(sheet, region, row) for row in range(last + 1, min(last + _LOOK_BELOW, region.bottom) + 1)]
    between = [c for cells in rows for c in cells if own[1].col < c.col < begin.col and numberish(c)]
    behind = [c for cells in rows for c in cells if c.col > head.col and numberish(c)]
    named = [c for cells in rows for c in cells if c.col == head.col]
    words = [c for c in named if c.kind == "T" and not numberish(c) and measured(c.text) is None]
    if len(between) < _LEAST or len(words) < max(_LEAST, _MOST * len(named)):
        return False
    if begin is not head and _counts(rows, own[0].col) and _counts(rows, begin.col):
        return True
    if len(behind) < _LEAST or "unit" not in _kinds(own[1]) & _kinds(head):
        return False
    return _bare(own[1]) == _bare(head) or 2 * sum(names_commune(c.text) for c in words) > len(words)


def _counts(rows: list[list[Cell]], col: int) -> bool:
    """Whether the numbers of a column count from one."""
    numbers = [c.text.strip() for cells in rows for c in cells if c.col == col and numberish(c)]
    return numbers[:_LEAST] == ["1", "2"]


def _under_what_runs_across(sheet: Sheet, region: Region, top: int, anchor: int, col: int) -> int | None:
    """The first of the rows of headings under all that is merged across the border at a column; None where the row `anchor` is itself."""
    across = [
        row
        for row in range(top, anchor + 1)
        for c in cells_in(sheet, region, row)
        if c.merge is not None and c.merge.left < col <= c.merge.right
    ]
    start = max(across, default=top - 1) + 1
    return start if start <= anchor else None


def _lowest(sheet: Sheet, region: Region, top: int, last: int) -> list[Cell]:
    """The heading right over each column, from the left."""
    found = {c.col: c for row in range(top, last + 1) for c in cells_in(sheet, region, row)}
    return [found[col] for col in sorted(found)]


def _depth(sheet: Sheet, top: int, last: int, col: int) -> int:
    """How many headings stand over each other in a column, those of its groups among them."""
    return len({(c.row, c.col) for row in range(top, last + 1) if (c := sheet.shown(row, col)) is not None})


def _kinds(cell: Cell) -> set[str]:
    return set(classes("columns.csv", _bare(cell)))


def _bare(cell: Cell) -> str:
    return plain(cell.text).strip(" .:")
