"""A file as a grid of cells, whatever its format: `open_workbook` is the one door of the reader."""

from __future__ import annotations

import hashlib
from pathlib import Path

from catalogue.facts import Issue
from loaders import delimited, html_table, xlsx
from loaders.door import MAX_SIZE, Opened, check
from loaders.grid import Grid, Sheet


def open_workbook(path: str | Path, name: str | None = None) -> Grid:
    """The cells of every sheet of the file at `path`; `name` is the name it was sent under. Unreadable says why it cannot be opened."""
    path = Path(path)
    with path.open("rb") as file:
        data = file.read(MAX_SIZE + 1)
    return open_bytes(data, name or path.name)


def open_bytes(data: bytes, name: str) -> Grid:
    """The same for a file held in memory."""
    opened = check(data, name)
    sheets, warnings = _read(opened)
    return Grid(name, hashlib.sha256(data).hexdigest(), opened.format, tuple(sheets), tuple(warnings))


def _read(opened: Opened) -> tuple[list[Sheet], list[Issue]]:
    if opened.format in ("xlsx", "xlsm"):
        return xlsx.read(opened)
    if opened.format == "csv":
        return delimited.read(opened)
    if opened.format == "html":
        return html_table.read(opened)
    from loaders import other

    return other.read(opened)
