"""The cells of a file as plain values, for a screen that draws its sheets and for tests of the child process."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from loaders.opening.grid import Sheet
from loaders.opening.workbook import open_workbook


def cells(request: dict[str, Any]) -> dict[str, Any]:
    """Sheets with their cells as [row, col, raw, kind, hidden]; `sheet` in the request asks for that one alone."""
    grid = open_workbook(request["path"], request.get("name"))
    wanted = request.get("sheet")
    return {
        "file": grid.file,
        "sha256": grid.sha256,
        "format": grid.format,
        "warnings": [asdict(issue) for issue in grid.warnings],
        "sheets": [_sheet(sheet) for sheet in grid.sheets if wanted in (None, sheet.name)],
    }


def _sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "state": sheet.state,
        "rows": sheet.n_rows,
        "cols": sheet.n_cols,
        "merges": [list(merge) for merge in sheet.merges],
        "cells": [[cell.row, cell.col, cell.raw, cell.kind, cell.hidden] for cell in sheet.cells.values()],
    }
