"""How large a sheet may be, and which of its cells stand so far away from all others that they must be a slip of the mouse."""

from __future__ import annotations

from itertools import pairwise

from catalogue.language import _, number
from loaders.opening.refusal import Unreadable
from loaders.opening.scan import Scan, places, widest

MAX_CELLS = 2_000_000
MAX_FILLED = 400_000
MAX_ROWS = 100_000
MAX_COLS = 1_000
MAX_SHEETS = 100
MAX_MERGES = 20_000
MAX_STRAY = 20
_GAP_ROWS, _GAP_COLS = 1_000, 100


def limit(what: str) -> Unreadable:
    """The answer to a workbook larger than any return."""
    return Unreadable(
        "too_many_cells",
        _("The workbook is too large to be a return ({what}). Send only the sheets with the table of this period.", what=what),
    )


def check_filled(count: int) -> None:
    """Unreadable when more cells hold something than any return has: understanding them would take too long."""
    if count > MAX_FILLED:
        raise limit(_("{count} cells", count=number(count)))


def fits(n_rows: int, n_cols: int) -> bool:
    """The bounding box is small enough to be laid out in memory."""
    return n_rows <= MAX_ROWS and n_cols <= MAX_COLS and n_rows * n_cols <= MAX_CELLS


def far_cells(name: str, found: Scan) -> set[tuple[int, int]]:
    """The lone far cells of a sheet whose box is too large (else none); Unreadable when it is too large without them too."""
    if len(found.merges) > MAX_MERGES:
        raise limit(_("{count} merged ranges on sheet {sheet}", count=number(len(found.merges)), sheet=name))
    if fits(*widest(found)):
        return set()
    held = places(found)
    n_rows, n_cols = box(held)
    if fits(n_rows, n_cols):
        return set()
    row_end, col_end = _end([r for r, _c in held], _GAP_ROWS, MAX_ROWS), _end([c for _r, c in held], _GAP_COLS, MAX_COLS)
    far = {(r, c) for r, c in held if r > row_end or c > col_end}
    if len(far) > MAX_STRAY or len(far) * 2 > len(held) or not fits(*box([p for p in held if p not in far])):
        raise limit(_("sheet {sheet} reaches {rows} rows and {cols} columns", sheet=name, rows=number(n_rows), cols=number(n_cols)))
    return far


def box(places: list[tuple[int, int]]) -> tuple[int, int]:
    """Rows and columns from A1 to the last of the places."""
    return max((r for r, _c in places), default=-1) + 1, max((c for _r, c in places), default=-1) + 1


def _end(lines: list[int], gap: int, most: int) -> int:
    """The last line before the first gap too wide to be a table's, looked for from the far end."""
    ordered = sorted(set(lines))
    end = ordered[-1]
    for before, after in pairwise(ordered):
        if after - before > gap or after > most:
            end = before
            break
    return end
