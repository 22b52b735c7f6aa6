"""Formats of which only calamine is asked: values and sheet names, no styles."""

from __future__ import annotations

from catalogue.facts import Issue
from loaders import calamine
from loaders.build import Builder
from loaders.door import Opened
from loaders.grid import Merge, Sheet, State

_STATES: dict[str, State] = {"Hidden": "hidden", "VeryHidden": "very_hidden"}


def read(opened: Opened) -> tuple[list[Sheet], list[Issue]]:
    """Every sheet of the workbook."""
    builder = Builder()
    book = calamine.book(opened.data)
    sheets = []
    for index, meta in enumerate(book.sheets_metadata):
        cells = {}
        for r, row in enumerate(calamine.rows(book, index)):
            for c, value in enumerate(row):
                if value != "" and (cell := builder.cell(r, c, value)) is not None:
                    cells[r, c] = cell
        merges = [Merge(*a, *b) for a, b in book.get_sheet_by_index(index).merged_cell_ranges or ()]
        state = _STATES.get(str(meta.visible).rsplit(".", 1)[-1], "visible")
        sheets.append(builder.sheet(meta.name, index, state, cells, merges))
    return sheets, []
