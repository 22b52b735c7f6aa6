"""The texts clerks write under or beside a table: difficulties, causes, requests, remarks of a unit and period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.result import Narrative
from loaders.understanding.rowkinds import is_footer, row_kind
from loaders.understanding.words import plain

if TYPE_CHECKING:
    from loaders.opening.grid import Cell
    from loaders.understanding.orient import Oriented
    from loaders.understanding.reading import Reading, SheetReading

_HEADING = re.compile(r"^(?:[0-9ivx]+[.)]?\s*)?([^:.]{4,60})[:.]\s*(.*)$", re.IGNORECASE | re.DOTALL)


def narratives(reading: Reading) -> tuple[Narrative, ...]:
    """Every narrative of a file: of the unit of its sheet, or beside the row of a unit where a sheet has many; none without a period."""
    return tuple(n for part in reading.sheets for n in _of_sheet(part))


def _of_sheet(part: SheetReading) -> list[Narrative]:
    units = {c.unit.unit.id for c in part.claims if c.unit and c.unit.unit}
    if part.when.period is None:
        return []
    if len(units) != 1:
        return _beside_rows(part, str(part.when.period))
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
    remarks = [said for oriented in part.oriented for said in _remarks(oriented)]
    return found + [Narrative(unit, period, heading, cell.text, part.sheet.name, cell.address) for heading, cell in remarks]


def _beside_rows(part: SheetReading, period: str) -> list[Narrative]:
    """The remarks of a table with a unit in each row; a row whose unit is in doubt has none."""
    units = {(c.table, c.cell.row): c.unit.unit.id for c in part.claims if c.unit and c.unit.unit and c.unit.sure}
    return [
        Narrative(units[index, cell.row], period, heading, cell.text, part.sheet.name, cell.address)
        for index, oriented in enumerate(part.oriented)
        for heading, cell in _remarks(oriented)
        if oriented.shape == "wide" and (index, cell.row) in units
    ]


def _remarks(oriented: Oriented) -> list[tuple[str, Cell]]:
    """Heading and cell of every remark of some length in the columns for remarks."""
    columns = [c for c in oriented.columns.values() if c.role == "note"]
    found = [(c.leaf, oriented.table.sheet.cell(row, c.col)) for c in columns for row in oriented.table.body]
    return [(leaf, cell) for leaf, cell in found if cell and cell.is_text and len(cell.text) > 12]
