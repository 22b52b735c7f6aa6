"""The claims of a return written as lines of one column: the figure of each stands in the cell of its label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.claiming.long import line_claims
from loaders.understanding.claiming.settled_lines import settled
from loaders.understanding.claiming.under_titles import kept_under
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import Match, match
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line
from loaders.understanding.placing.spoken_lines import label_and_figure


def spoken_claims(o: Oriented, index: int, _on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of such lines: the figure of each stands in the cell of its label."""
    cells = {row: o.table.row(row)[0] for row in o.table.body}
    column = Column(o.table.left, (), "", False)
    over = [found[0].text for row, found in o.table.sheet.seen.items() if row < o.table.data_first][-1:]
    for line in settled(_lines(cells, tuple(over)), o.title):
        cell = cells[line.row]
        parts = _answered(cell)
        if parts and not line.section:
            role = "skip" if kept_under(line.sections, whole) else "value"
            yield from line_claims(o, index, cell._replace(value=parts[1]), column, role, None, line)


def _answered(cell: Cell) -> tuple[str, str] | None:
    """The label and the answer of a line, be it no clear figure, where the label names an element."""
    label, colon, answer = cell.text.strip().partition(":")
    loose = bool(colon) and any(c.isdigit() for c in answer) and bool(match(bare_label(label)).codes)
    return label_and_figure(cell) or ((label, answer.strip()) if loose else None)


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
