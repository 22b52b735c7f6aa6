"""A return written as lines of one column, each a label with its figure behind a colon ("Dossiers received: 125 dossiers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import is_section_mark, numberish, typed_number
from loaders.understanding.texts.tables import Table
from loaders.understanding.typed.measures import counted

_LEAST = 3
_LINE = re.compile(r"(?P<label>.*[^\W\d_].*?)\s*:\s*(?P<figure>\S[^:]*?)\s*[.;,]*\s*")


def spoken_lines(sheet: Sheet) -> Iterator[Table]:
    """The lines of a sheet, where three of them or more stand alone in their rows and name elements, as one table of one column."""
    said = [(cells[-1], parts[0]) for cells in sheet.seen.values() if _alone(cells) and (parts := label_and_figure(cells[-1]))]
    known = [(cell, found) for cell, label in said if (found := match(bare_label(label))).codes]
    if len({found.codes for _cell, found in known}) < _LEAST or len({cell.col for cell, _found in known}) > 1:
        return
    col, first, last = known[0][0].col, known[0][0].row, known[-1][0].row
    yield Table(sheet, first, first - 1, None, first, last, col, col, spoken=True)


def _alone(cells: list[Cell]) -> bool:
    """One cell of a row, or one behind the number of the row."""
    return len(cells) == 1 or (len(cells) == 2 and (numberish(cells[0]) or is_section_mark(cells[0].text)))


def label_and_figure(cell: Cell) -> tuple[str, str] | None:
    """The label and the figure of a line; None where what stands behind the colon is no figure and nothing more."""
    found = _LINE.fullmatch(cell.text.strip()) if cell.is_text else None
    if found is None or not (typed_number(found["figure"]) or counted(found["figure"])):
        return None
    return found["label"], found["figure"]
