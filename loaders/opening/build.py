"""Stored values made into cells: cleaned texts, kinds, merges and hidden lines; shared by every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable
from operator import itemgetter
from typing import Any

from loaders.opening.door import unsafe
from loaders.opening.fonts import Scheme, decode, scheme_of, signature
from loaders.opening.grid import NOTHING, PLAIN, Cell, Extra, Kind, Merge, Sheet, State, Style
from loaders.opening.kinds import clean, kind_of_text

MAX_TEXT = 32_767
MAX_MERGED = 4_000_000
HUGE = 1e300  # no sheet holds a larger number; "infinite" and "not a number" fail every comparison with it
_FIRST, _SECOND = itemgetter(0), itemgetter(1)


class Builder:
    """Makes cells and sheets; remembers texts, since a workbook repeats them."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, Kind, Extra]] = {}
        self._legacy: dict[tuple[str, str], tuple[str, Kind, Extra]] = {}
        self.guessed: Scheme = ""

    def cell(self, row: int, col: int, value: Any, style: Style = PLAIN, extra: Extra | None = None) -> Cell | None:
        """The cell, or None when nothing is seen there."""
        if type(value) is str:
            if extra is not None and (extra.error or extra.no_cache):
                return _faulty(row, col, style, extra)
            known = self._texts.get(value)
            if known is None:
                known = self._texts[value] = _text(value)
            if style.font and (scheme := scheme_of(style.font)) and known[0]:
                known = self._decoded(value, scheme, style.font)
            text, kind, found = known
            if not text:
                return None
            if extra is None:
                extra = found
            elif found is not NOTHING:
                extra = extra._replace(spaces=found.spaces, decoded_from=found.decoded_from, typed_text=found.typed_text)
            return tuple.__new__(Cell, (row, col, text, kind, style, False, None, extra))
        if type(value) is float and -HUGE < value < HUGE:
            return tuple.__new__(Cell, (row, col, value, "N", style, False, None, extra or NOTHING))
        return _other(row, col, value, style, extra or NOTHING)

    def _decoded(self, value: str, scheme: Scheme, font: str) -> tuple[str, Kind, Extra]:
        """The text of a cell dressed in a legacy font."""
        known = self._legacy.get((value, font))
        if known is None:
            text, kind, extra = self._texts[value]
            plain = decode(text, scheme, font)
            if plain != text:
                kind, extra = kind_of_text(plain), extra._replace(decoded_from=scheme, typed_text=text)
            known = self._legacy[value, font] = (plain, kind, extra)
        return known

    def sheet(
        self,
        name: str,
        index: int,
        state: State,
        cells: dict[tuple[int, int], Cell],
        merges: Iterable[Merge],
        hidden_rows: Collection[int] = (),
        hidden_cols: Collection[int] = (),
        ruled_rows: Collection[int] = (),
    ) -> Sheet:
        """The sheet, its cells told which merge they stand in and whether their line is hidden."""
        n_rows = max(map(_FIRST, cells), default=-1) + 1
        n_cols = max(map(_SECOND, cells), default=-1) + 1
        merges = tuple(merges)
        if sum(_area(merge, n_rows, n_cols) for merge in merges) > MAX_MERGED:
            raise unsafe()
        self._guess(cells)
        _lay_merges(cells, merges, n_rows, n_cols)
        _hide(cells, hidden_rows, hidden_cols)
        lines = (frozenset(hidden_rows), frozenset(hidden_cols), frozenset(ruled_rows))
        return Sheet(clean(name), index, state, cells, merges, n_rows, n_cols, *lines)

    def _guess(self, cells: dict[tuple[int, int], Cell]) -> None:
        """Decode a whole sheet whose texts bear the signature of a legacy font though their font does not say so."""
        texts = [cell for cell in cells.values() if type(cell[2]) is str and not cell[2].isascii() and not cell[7].decoded_from]
        words = {str(cell.value) for cell in texts}
        scheme = signature(words) if any(map(_latin, words)) else ""
        for cell in texts:
            text = str(cell.value)
            plain = decode(text, scheme)
            if plain != text:
                self.guessed = scheme
                extra = cell.extra._replace(decoded_from=scheme, typed_text=text)
                cells[cell.row, cell.col] = cell._replace(value=plain, kind=kind_of_text(plain), extra=extra)
            elif "\u00ad" in text:
                cells[cell.row, cell.col] = cell._replace(value=text.replace("\u00ad", "") or "-")


def _latin(text: str) -> bool:
    return any("\xa1" <= letter <= "\xff" for letter in text)


def _text(value: str) -> tuple[str, Kind, Extra]:
    text = clean(value[:MAX_TEXT])
    bare = text.lstrip()
    if not bare:
        return "", "E", NOTHING
    return bare, kind_of_text(bare), Extra(spaces=len(text) - len(bare)) if len(bare) != len(text) else NOTHING


def _faulty(row: int, col: int, style: Style, extra: Extra) -> Cell:
    return Cell(row, col, None, "X", style, extra=extra)


def _other(row: int, col: int, value: Any, style: Style, extra: Extra) -> Cell:
    """Whole numbers, truth values, days and hours; a number no sheet can hold is an error."""
    if isinstance(value, float):
        return _faulty(row, col, style, extra._replace(error=extra.error or "#NUM!"))
    if isinstance(value, bool):
        return Cell(row, col, value, "T", style, extra=extra)
    if isinstance(value, int):
        return Cell(row, col, float(value), "N", style, extra=extra)
    if isinstance(value, dt.timedelta):
        return Cell(row, col, value / dt.timedelta(days=1), "N", style, extra=extra._replace(raw=str(value)))
    return Cell(row, col, value, "D", style, extra=extra)


def _area(merge: Merge, n_rows: int, n_cols: int) -> int:
    """How many places of the bounding box a merge covers. Merges never overlap, unless someone means harm."""
    return max(min(merge.bottom + 1, n_rows) - merge.top, 0) * max(min(merge.right + 1, n_cols) - merge.left, 0)


def _lay_merges(cells: dict[tuple[int, int], Cell], merges: Iterable[Merge], n_rows: int, n_cols: int) -> None:
    for merge in merges:
        top, left, bottom, right = merge
        if (owner := cells.get((top, left))) is not None:
            cells[top, left] = owner._replace(merge=merge)
        for row in range(top, min(bottom + 1, n_rows)):
            for col in range(left, min(right + 1, n_cols)):
                if (row, col) != (top, left) and (cell := cells.get((row, col))) is not None:
                    cells[row, col] = cell._replace(merge=merge, extra=cell.extra._replace(under_merge=True))


def _hide(cells: dict[tuple[int, int], Cell], hidden_rows: Collection[int], hidden_cols: Collection[int]) -> None:
    if hidden_rows or hidden_cols:
        rows, cols = frozenset(hidden_rows), frozenset(hidden_cols)
        for place, cell in cells.items():
            if cell.row in rows or cell.col in cols:
                cells[place] = cell._replace(hidden=True)
