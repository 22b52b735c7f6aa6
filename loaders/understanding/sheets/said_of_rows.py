"""Lines beside a table that speak of some of its communes alone: by their names, or by the mark that stands behind these."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.names import take_apart
from loaders.opening.grid import Cell
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_MARK = re.compile(r"\(?(\*+|[\u00b9\u00b2\u00b3])\)?")
_SHORTEST = 3


@dataclass(frozen=True)
class NamedRows:
    """A column of a table that names communes: its cells, their rows by name, and what finds a name in a folded text."""

    cells: tuple[Cell, ...]
    rows: Mapping[str, int]
    names: re.Pattern[str] | None


def named_rows(table: Table) -> list[NamedRows]:
    """The columns of a table that hold the names of communes, two at least; looked for once, however many lines speak of them."""
    columns = [[c for c in cells if c.is_text and commune_like(_bare(c.text), None)] for cells in table.by_column.values()]
    return [_column(cells) for cells in columns if len(cells) > 1]


def _column(cells: list[Cell]) -> NamedRows:
    rows = {plain(take_apart(_bare(cell.text)).bare): cell.row for cell in cells}
    longest = sorted((name for name in rows if len(name) >= _SHORTEST), key=len, reverse=True)
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b") if longest else None
    return NamedRows(tuple(cells), rows, names)


def rows_spoken_of(columns: Sequence[NamedRows], text: str) -> list[int]:
    """The rows of the communes of a table that a line names or whose mark it begins with; none where it speaks of all of them."""
    begins = _MARK.match(text.strip())
    folded = plain(text)
    for column in columns:
        marked = [cell.row for cell in column.cells if begins and _mark_of(cell.text) == begins[1]]
        found = column.names.findall(folded) if column.names else []
        rows = marked or list(dict.fromkeys(column.rows[name] for name in found))
        if rows and len(rows) < len(column.cells):
            return rows
    return []


def _mark_of(text: str) -> str:
    found = list(_MARK.finditer(text.strip()))
    return found[-1][1] if found and found[-1].end() == len(text.strip()) else ""


def _bare(text: str) -> str:
    """A name without the mark behind it."""
    return _MARK.sub("", text).strip()
