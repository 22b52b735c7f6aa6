"""xls as sheets of cells: values and merges by calamine, styles, errors and hidden lines by our own pass over the records."""

from __future__ import annotations

import io

import olefile

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening import calamine
from loaders.opening.biff import BiffBook, BiffSheet, read_book
from loaders.opening.bounds import MAX_MERGES, MAX_SHEETS, box, check_filled, fits, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, broken, decrypted, locked
from loaders.opening.grid import PLAIN, Cell, Extra, Merge, Sheet
from loaders.opening.refusal import warning


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """The worksheets and what to know about the workbook."""
    data = opened.data
    info, has_macros = _records(data)
    if info.encrypted:
        data = decrypted(data)
        info, has_macros = _records(data)
        if info.encrypted:
            raise locked()
    _check(info)
    book = calamine.book(data)
    if len(book.sheets_metadata) != len(info.sheets):
        raise broken()
    sheets = [_sheet(builder, book, index, found, info) for index, found in enumerate(info.sheets)]
    return sheets, _warnings(info, has_macros)


def _records(data: bytes) -> tuple[BiffBook, bool]:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            names = {"/".join(entry).lower(): entry for entry in ole.listdir()}
            stream = ole.openstream(names["workbook"] if "workbook" in names else names["book"]).read()
    except Exception as error:
        raise broken() from error
    return read_book(stream), any(name.startswith("_vba_project") for name in names)


def _check(info: BiffBook) -> None:
    if len(info.sheets) > MAX_SHEETS:
        raise limit(_("{count} sheets", count=len(info.sheets)))
    if not info.sheets:
        raise broken()
    check_filled(sum(len(sheet.styles) for sheet in info.sheets))
    for sheet in info.sheets:
        n_rows, n_cols = box(list(sheet.styles))
        if not fits(n_rows, n_cols):
            raise limit(
                _("sheet {sheet} reaches {rows} rows and {cols} columns", sheet=sheet.name, rows=number(n_rows), cols=number(n_cols))
            )


def _sheet(builder: Builder, book: calamine.CalamineWorkbook, index: int, found: BiffSheet, info: BiffBook) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    if not found.worksheet or not (found.styles or found.errors):
        return builder.sheet(found.name, index, found.state, cells, (), found.hidden_rows, found.hidden_cols)
    rows, ranges = calamine.rows(book, index), calamine.merges(book, index)
    if len(ranges) > MAX_MERGES:
        raise limit(_("{count} merged ranges on sheet {sheet}", count=number(len(ranges)), sheet=found.name))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value != "":
                style = found.styles.get((r, c), 0)
                cell = builder.cell(r, c, value, info.styles[style] if style < len(info.styles) else PLAIN)
                if cell is not None:
                    cells[r, c] = cell
    for (r, c), error in found.errors.items():
        style = found.styles.get((r, c), 0)
        cells[r, c] = Cell(r, c, None, "X", info.styles[style] if style < len(info.styles) else PLAIN, extra=Extra(error=error))
    merges = [Merge(*start, *end) for start, end in ranges]
    return builder.sheet(found.name, index, found.state, dict(sorted(cells.items())), merges, found.hidden_rows, found.hidden_cols)


def _warnings(info: BiffBook, has_macros: bool) -> list[Issue]:
    found = []
    if has_macros:
        found.append(
            warning("macros", _("The workbook holds macros. They were not run and not read; only the values of its cells are used."))
        )
    if info.links:
        text = _(
            "The workbook takes numbers from other files ({files}). The values stored in it are used; check that they are up to date.",
            files="?",
        )
        found.append(warning("external_links", text))
    return found
