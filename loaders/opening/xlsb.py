"""xlsb: values by calamine alone. Errors and formats are not seen, so the sender is asked for an xlsx where it matters."""

from __future__ import annotations

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening import calamine
from loaders.opening.bounds import MAX_SHEETS, fits, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened
from loaders.opening.grid import Cell, Merge, Sheet, State
from loaders.opening.refusal import warning

_STATES: dict[str, State] = {"Hidden": "hidden", "VeryHidden": "very_hidden"}


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """Every sheet of the workbook, with a warning that percent formats and error cells are not seen."""
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
