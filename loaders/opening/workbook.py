"""A file as a grid of cells, whatever its format: `open_workbook` is the one door of the reader."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from catalogue.facts import Issue
from catalogue.language import _
from loaders.collection import no_collection
from loaders.opening import delimited, html_table, ods, xls, xlsb, xlsx, xml2003
from loaders.opening.build import Builder
from loaders.opening.door import MAX_SIZE, check
from loaders.opening.grid import Grid, Sheet
from loaders.opening.refusal import warning

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
    builder = Builder()
    with no_collection():
        sheets, warnings = _READERS[opened.format](opened, builder)
    if builder.guessed:
        warnings = [*warnings, _legacy(builder.guessed)]
    return Grid(name, hashlib.sha256(data).hexdigest(), opened.format, told_apart(sheets), tuple(warnings), builder.guessed)


def told_apart(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The sheets, a name that was used before with its number behind it: whatever is said of a sheet is said by its name."""
    used: set[str] = set()
    found = []
    for sheet in sheets:
        name, count = sheet.name, 1
        while name in used:
            count += 1
            name = f"{sheet.name} ({count})"
        used.add(name)
        found.append(sheet if name == sheet.name else replace(sheet, name=name))
    return tuple(found)


def _legacy(scheme: str) -> Issue:
    text = _(
        "The text is typed in an old font ({font}) that the file does not name. It was converted to Unicode; check the names.",
        font=scheme.upper(),
    )
    return warning("legacy_font_guessed", text)
