"""Lines beside a table that speak of some of its communes alone: by their names, or by the mark that stands behind these."""

from __future__ import annotations

import re

from catalogue.names import take_apart
from loaders.opening.grid import Cell
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_MARK = re.compile(r"\(?(\*+|[\u00b9\u00b2\u00b3])\)?")
_SHORTEST = 3


def rows_spoken_of(table: Table, text: str) -> list[int]:
    """The rows of the communes of a table that a line names or whose mark it begins with; none where it speaks of all of them."""
    begins = _MARK.match(text.strip())
    folded = plain(text)
    for cells in _named(table):
        marked = [cell.row for cell in cells if begins and _mark_of(cell.text) == begins[1]]
        names = {plain(take_apart(_bare(cell.text)).bare): cell.row for cell in cells}
        longest = sorted((name for name in names if len(name) >= _SHORTEST), key=len, reverse=True)
        found = re.findall(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", folded) if longest else []
        rows = marked or list(dict.fromkeys(names[name] for name in found))
        if rows and len(rows) < len(cells):
            return rows
    return []


def _named(table: Table) -> list[list[Cell]]:
    """The cells of each column that hold the names of communes, two at least."""
    columns = [[c for c in cells if c.is_text and commune_like(_bare(c.text), None)] for cells in table.by_column.values()]
    return [cells for cells in columns if len(cells) > 1]


def _mark_of(text: str) -> str:
    found = list(_MARK.finditer(text.strip()))
    return found[-1][1] if found and found[-1].end() == len(text.strip()) else ""


def _bare(text: str) -> str:
    """A name without the mark behind it."""
    return _MARK.sub("", text).strip()
