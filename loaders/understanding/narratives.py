"""The texts clerks write under or beside a table: difficulties, causes, requests, remarks of a unit and period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.result import Narrative
from loaders.understanding.rowkinds import is_footer, row_kind
from loaders.understanding.words import plain

if TYPE_CHECKING:
    from loaders.understanding.reading import Reading, SheetReading

_HEADING = re.compile(r"^(?:[0-9ivx]+[.)]?\s*)?([^:.]{4,60})[:.]\s*(.*)$", re.IGNORECASE | re.DOTALL)


def narratives(reading: Reading) -> tuple[Narrative, ...]:
    """Every narrative of a file whose sheet has one unit and a period."""
    return tuple(n for part in reading.sheets for n in _of_sheet(part))


def _of_sheet(part: SheetReading) -> list[Narrative]:
    units = {c.unit.unit.id for c in part.claims if c.unit and c.unit.unit}
    if part.when.period is None or len(units) != 1:
        return []
    unit, period = next(iter(units)), str(part.when.period)
    last = max((t.data_last for t in part.tables), default=-1)
    found: list[Narrative] = []
    heading = ""
    for row, cells in part.sheet.rows.items():
        if row <= last:
            continue
        text = " ".join(c.text for c in cells if c.is_text).strip()
        if is_footer(cells[0].text) or not text:
            break
        kind = row_kind(cells[0].text)
        match = _HEADING.match(text)
        if kind in ("narrative", "note"):
            heading = match[1].strip() if match else text
            text = match[2].strip() if match else ""
        if heading and len(plain(text)) > 3:
            found.append(Narrative(unit, period, heading, text, part.sheet.name, cells[0].address))
    return found + _remarks(part, unit, period)


def _remarks(part: SheetReading, unit: str, period: str) -> list[Narrative]:
    found = []
    for oriented in part.oriented:
        for column in oriented.columns.values():
            if column.role != "note":
                continue
            for row in oriented.table.body:
                cell = part.sheet.cell(row, column.col)
                if cell and cell.is_text and len(cell.text) > 12:
                    found.append(Narrative(unit, period, column.leaf, cell.text, part.sheet.name, cell.address))
    return found
