"""A return written as lines of one column, each a label with its figure behind a colon ("Dossiers received: 125 dossiers")."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping

from catalogue.periods import Period
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.claim import Claim
from loaders.understanding.columns import Column
from loaders.understanding.long import line_claims, with_wholes
from loaders.understanding.match import Match, match
from loaders.understanding.measures import counted
from loaders.understanding.orient import Oriented
from loaders.understanding.outline import Line, bare_label
from loaders.understanding.rowkinds import is_hamlet, typed_number
from loaders.understanding.tables import Table
from loaders.understanding.wording import not_now

_LEAST = 3
_LINE = re.compile(r"(?P<label>.*[^\W\d_].*?)\s*:\s*(?P<figure>\S[^:]*?)\s*[.;,]*\s*")


def spoken_lines(sheet: Sheet) -> Iterator[Table]:
    """The lines of a sheet, where three of them or more stand alone in their rows and name elements, as one table of one column."""
    said = [(cells[0], parts[0]) for cells in sheet.seen.values() if len(cells) == 1 and (parts := _parts(cells[0]))]
    known = [(cell, found) for cell, label in said if (found := match(bare_label(label))).codes]
    if len({found.codes for _cell, found in known}) < _LEAST or len({cell.col for cell, _found in known}) > 1:
        return
    col, first, last = known[0][0].col, known[0][0].row, known[-1][0].row
    yield Table(sheet, first, first - 1, None, first, last, col, col, spoken=True)


def _parts(cell: Cell) -> tuple[str, str] | None:
    """The label and the figure of a line; None where what stands behind the colon is no figure and nothing more."""
    found = _LINE.fullmatch(cell.text.strip()) if cell.is_text else None
    if found is None or not (typed_number(found["figure"]) or counted(found["figure"])):
        return None
    return found["label"], found["figure"]


def spoken_claims(o: Oriented, index: int, _on: dt.date | None, _whole: Period | None) -> Iterator[Claim]:
    """The claims of such lines: the figure of each stands in the cell of its label."""
    cells = {row: o.table.row(row)[0] for row in o.table.body}
    column = Column(o.table.left, (), "", False)
    over = [found[0].text for row, found in o.table.sheet.seen.items() if row < o.table.data_first][-1:]
    for line in with_wholes(_lines(cells, tuple(over))):
        cell = cells[line.row]
        parts = _answered(cell)
        if parts and not line.section:
            role = "skip" if not_now(line.sections) or any(is_hamlet(text) for text in line.sections) else "value"
            yield from line_claims(o, index, cell._replace(value=parts[1]), column, role, None, line)


def _answered(cell: Cell) -> tuple[str, str] | None:
    """The label and the answer of a line, be it no clear figure, where the label names an element."""
    label, colon, answer = cell.text.strip().partition(":")
    loose = bool(colon) and any(c.isdigit() for c in answer) and bool(match(bare_label(label)).codes)
    return _parts(cell) or ((label, answer.strip()) if loose else None)


def _lines(cells: Mapping[int, Cell], sections: tuple[str, ...]) -> list[Line]:
    """The lines in order; those without a figure are titles of what follows. `sections`: the title over the first of them."""
    lines: list[Line] = []
    for row, cell in cells.items():
        parts = _answered(cell)
        label = bare_label(parts[0] if parts else cell.text)
        sections = sections if parts else (label,)
        found = match(label) if parts else Match()
        lines.append(Line(row, label, (), sections, None, found.rate, found, parts is None))
    return lines
