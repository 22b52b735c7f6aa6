"""Sheets that explain how a form is filled in: they stand beside the sheets of figures and hold none but examples."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.opening.grid import Sheet
from loaders.understanding.texts.words import classes

_KIND = "guidance"
_FIRST = 3


def guiding(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets that by their name, or by what they begin with, only guide; none where no other sheet would be left."""
    found = [sheet for sheet in sheets if _KIND in classes("lines.csv", sheet.name) or _begins(sheet)]
    return found if len(found) < len(sheets) else []


def _begins(sheet: Sheet) -> bool:
    first = [cells for _row, cells in sorted(sheet.rows.items())[:_FIRST] if len(cells) == 1]
    return bool(first) and _KIND in classes("lines.csv", first[0][0].text)
