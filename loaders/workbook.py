"""A file as a grid of cells, whatever its format: `open_workbook` is the one door of the reader."""

from __future__ import annotations

import hashlib
from pathlib import Path

from loaders import delimited, html_table, ods, xls, xlsb, xlsx, xml2003
from loaders.door import MAX_SIZE, check
from loaders.grid import Grid

_READERS = {
    "xlsx": xlsx.read,
    "xlsm": xlsx.read,
    "xlsb": xlsb.read,
    "xls": xls.read,
    "ods": ods.read,
    "html": html_table.read,
    "xml2003": xml2003.read,
    "csv": delimited.read,
}


def open_workbook(path: str | Path, name: str | None = None) -> Grid:
    """The cells of every sheet of the file at `path`; `name` is the name it was sent under. Unreadable says why it cannot be opened."""
    path = Path(path)
    with path.open("rb") as file:
        data = file.read(MAX_SIZE + 1)
    return open_bytes(data, name or path.name)


def open_bytes(data: bytes, name: str) -> Grid:
    """The same for a file held in memory."""
    opened = check(data, name)
    sheets, warnings = _READERS[opened.format](opened)
    return Grid(name, hashlib.sha256(data).hexdigest(), opened.format, tuple(sheets), tuple(warnings))
