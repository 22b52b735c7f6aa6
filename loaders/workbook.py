"""A file as a grid of cells, whatever its format: `open_workbook` is the one door of the reader."""

from __future__ import annotations

import hashlib
from pathlib import Path

from python_calamine import CalamineWorkbook

from loaders.grid import Cell, Grid, Merge, Sheet

_STATES = {"Visible": "visible", "Hidden": "hidden", "VeryHidden": "very_hidden"}


def open_workbook(path: str | Path, name: str | None = None) -> Grid:
    """The cells of every sheet of the file at `path`; `name` is the name it was sent under."""
    path = Path(path)
    data = path.read_bytes()
    with CalamineWorkbook.from_path(path) as book:
        sheets = tuple(_sheet(book, index, meta) for index, meta in enumerate(book.sheets_metadata))
    return Grid(name or path.name, hashlib.sha256(data).hexdigest(), path.suffix[1:].lower(), sheets)


def _sheet(book: CalamineWorkbook, index: int, meta: object) -> Sheet:
    sheet = book.get_sheet_by_index(index)
    merges = tuple(Merge(*a, *b) for a, b in sheet.merged_cell_ranges or ())
    cells = {}
    for r, row in enumerate(sheet.to_python(skip_empty_area=False)):
        for c, value in enumerate(row):
            if value != "":
                cells[r, c] = Cell(r, c, float(value) if type(value) is int else value, "T" if isinstance(value, str) else "N")
    n_rows = max((r for r, _ in cells), default=-1) + 1
    n_cols = max((c for _, c in cells), default=-1) + 1
    return Sheet(meta.name, index, _STATES[str(meta.visible).split(".")[-1]], cells, merges, n_rows, n_cols)
