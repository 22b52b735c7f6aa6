"""A return written as lines, each a label with its figure behind a colon, dots or a gap ("Dossiers received: 125 dossiers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import is_section_mark, numberish, typed_number
from loaders.understanding.texts.tables import Table
from loaders.understanding.typed.measures import counted

_LEAST, _BESIDE, _LONGEST = 3, 2, 300
_LINE = re.compile(r"(?P<label>.*[^\W\d_][^:=]*?)(?:\s*[:=]\s*|\s*(?:\.{3,}|\u2026+)\s*|[^\S\n]{3,}|\t+)(?P<figure>\d[^:=]*?)\s*[.;,]*\s*")


def spoken_lines(sheet: Sheet) -> Iterator[Table]:
    """The lines of a sheet, where three of them or more stand alone in their rows, or beside each other, and name elements: a table of one
    column for each column of lines."""
    said = [(cell, parts[0]) for cells in sheet.seen.values() for cell in _lines(cells) if (parts := label_and_figure(cell))]
    known = [(cell, found) for cell, label in said if (found := match(bare_label(label))).codes]
    rows: dict[int, list[int]] = {}
    for cell, _found in known:
        rows.setdefault(cell.col, []).append(cell.row)
    if len({found.codes for _cell, found in known}) < _LEAST or not _side_by_side(list(rows.values())):
        return
    for col in sorted(rows):
        first, last = rows[col][0], rows[col][-1]
        yield Table(sheet, first, first - 1, None, first, last, col, col, spoken=True)


def _lines(cells: list[Cell]) -> list[Cell]:
    """The cells of a row that may be lines: the only one, or several where each is a label with its figure."""
    return cells if len(cells) > 1 and all(map(label_and_figure, cells)) else cells[-1:] if _alone(cells) else []


def _side_by_side(columns: list[list[int]]) -> bool:
    """Whether lines stand in one column, or in several that share rows."""
    shared = [set(rows) & set(columns[0]) for rows in columns]
    return len(columns) == 1 or all(len(rows) >= _BESIDE for rows in shared)


def _alone(cells: list[Cell]) -> bool:
    """One cell of a row, or one behind the number of the row."""
    return len(cells) == 1 or (len(cells) == 2 and (numberish(cells[0]) or is_section_mark(cells[0].text)))


def label_and_figure(cell: Cell) -> tuple[str, str] | None:
    """The label and the figure of a line; None where what stands behind the colon, the dots or the gap is no figure and nothing more."""
    found = _LINE.fullmatch(cell.text.strip()) if cell.is_text and len(cell.text) < _LONGEST else None
    if found is None or not (typed_number(found["figure"]) or counted(found["figure"])):
        return None
    return found["label"], found["figure"]
