"""xlsb: values by calamine alone. Errors and formats are not seen, so the sender is asked for an xlsx where it matters."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening import calamine
from loaders.opening.bounds import MAX_SHEETS, check_filled, fits, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, broken, member
from loaders.opening.grid import Cell, Merge, Sheet, State
from loaders.opening.refusal import warning

_ROW, _CELLS = 0, range(2, 12)
_STATES: dict[str, State] = {"Hidden": "hidden", "VeryHidden": "very_hidden"}


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """Every sheet of the workbook, with a warning that percent formats and error cells are not seen."""
    assert opened.archive is not None
    filled = 0
    for name in opened.archive.namelist():
        if "sheets/" in name.lower() and name.lower().endswith(".bin"):
            filled += _filled(name.rsplit("/", 1)[-1], member(opened.archive, name))
            check_filled(filled)
    book = calamine.book(opened.data)
    if len(book.sheets_metadata) > MAX_SHEETS:
        raise limit(_("{count} sheets", count=len(book.sheets_metadata)))
    sheets = []
    for index, meta in enumerate(book.sheets_metadata):
        rows = calamine.rows(book, index)
        if not fits(len(rows), max(map(len, rows), default=0)):
            raise limit(_("{rows} rows or {cols} columns", rows=number(len(rows)), cols=number(max(map(len, rows), default=0))))
        cells: dict[tuple[int, int], Cell] = {}
        for r, row in enumerate(rows):
            for c, value in enumerate(row):
                if value != "" and (cell := builder.cell(r, c, value)) is not None:
                    cells[r, c] = cell
        merges = [Merge(*start, *end) for start, end in calamine.merges(book, index)]
        sheets.append(builder.sheet(meta.name, index, _STATES.get(str(meta.visible).rsplit(".", 1)[-1], "visible"), cells, merges))
    text = _("In a binary workbook (.xlsb) formats and error cells are not seen. Save it as .xlsx for a full check.")
    return sheets, [warning("formats_unseen", text)]


def _filled(name: str, data: bytes) -> int:
    """How many cells of a sheet hold something, before calamine makes room for all up to the last; Unreadable when these are too many."""
    row, n_rows, n_cols, filled = -1, 0, 0, 0
    for kind, start, size in _records(data):
        if kind == _ROW and size >= 4:
            (row,) = struct.unpack_from("<I", data, start)
        elif kind in _CELLS and size >= 4:
            (col,) = struct.unpack_from("<I", data, start)
            n_rows, n_cols = max(n_rows, row + 1), max(n_cols, col + 1)
            filled += 1
    if not fits(n_rows, n_cols):
        raise limit(_("sheet {sheet} reaches {rows} rows and {cols} columns", sheet=name, rows=number(n_rows), cols=number(n_cols)))
    return filled


def _records(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Number, start and size of every record of a part; number and size are written seven bits a byte."""
    at, end = 0, len(data)
    try:
        while at < end:
            kind, at = data[at], at + 1
            if kind & 0x80:
                kind, at = (kind & 0x7F) | (data[at] << 7), at + 1
            size = shift = 0
            more = True
            while more and shift < 28:
                size |= (data[at] & 0x7F) << shift
                more, at, shift = bool(data[at] & 0x80), at + 1, shift + 7
            if at + size > end:
                raise broken()
            yield kind, at, size
            at += size
    except IndexError as error:
        raise broken() from error
