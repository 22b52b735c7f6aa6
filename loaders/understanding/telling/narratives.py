"""The texts clerks write under or beside a table: difficulties, causes, requests, remarks of a unit and period."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from catalogue.units import units
from loaders.result import Narrative
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import top
from loaders.understanding.texts.rowkinds import is_footer, row_kind
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.opening.grid import Cell
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_NAMED = re.compile(r"^[-+*\s]*([^:\u2013]{3,40}?)\s*([:\u2013]|\s-\s)\s*(.+)$", re.DOTALL)
_HEADING = re.compile(r"^(?:[0-9ivx]+[.)]?\s*)?([^:.]{4,60})[:.]\s*(.*)$", re.IGNORECASE | re.DOTALL)


def narratives(reading: Reading) -> tuple[Narrative, ...]:
    """Every narrative of a file: of the unit of its sheet, or beside the row of a unit where a sheet has many; none without a period, which
    a form of questions states in each row."""
    return tuple(n for part in reading.sheets for n in _of_sheet(part))


def _of_sheet(part: SheetReading) -> list[Narrative]:
    found = {c.unit.unit.id for c in part.claims if c.unit and c.unit.unit}
    if not found:
        return []
    if part.when.period is None:
        return _beside_rows(part) if len(found) > 1 else []
    period = str(part.when.period)
    if len(found) > 1:
        return [*_under_tables(part, _area_of(found), period, by_name=True), *_beside_rows(part)]
    unit = next(iter(found))
    remarks = [said for oriented in part.oriented for said in _remarks(oriented)]
    beside = [Narrative(unit, period, heading, cell.text, part.sheet.name, cell.address) for heading, cell in remarks]
    return _under_tables(part, unit, period) + beside


def _area_of(found: set[str]) -> str:
    """The area served where all units lie in it, else the smallest unit that all of them lie under."""
    register = units()
    if top() in register and all(register.lies_in(unit, top()) for unit in found):
        return top()
    paths = [[u.id for u in register.path(unit)] for unit in found]
    return [level[0] for level in zip(*paths, strict=False) if len(set(level)) == 1][-1]


def _under_tables(part: SheetReading, unit: str, period: str, by_name: bool = False) -> list[Narrative]:
    """The texts under the last table up to the signatures, each of `unit` or, with `by_name`, of the commune it begins with."""
    last = max((t.data_last for t in part.tables), default=-1)
    found: list[Narrative] = []
    heading = ""
    for row, cells in part.sheet.rows.items():
        if row <= last:
            continue
        text = " ".join(c.text for c in cells if c.is_text).strip()
        if is_footer(cells[0].text) or not text:
            break
        own, text = _own(text, part) if by_name else (None, text)
        kind = row_kind(text if own else cells[0].text)
        match = _HEADING.match(text)
        if kind in ("narrative", "note"):
            heading = match[1].strip() if match else text
            text = match[2].strip() if match else ""
        if heading and len(plain(text)) > 3:
            found.append(Narrative(own or unit, period, heading, text, part.sheet.name, cells[0].address))
    return found


def _own(text: str, part: SheetReading) -> tuple[str | None, str]:
    """(unit, rest) of a text that begins with the name of a commune and a colon or dash; (None, the text) of any other."""
    name, sign, rest = _NAMED.match(text).groups() if _NAMED.match(text) else ("", "", "")  # type: ignore[union-attr]
    named = commune_like(name, part.last_day) if sign and rest else None
    return (named.unit.id, rest) if named and named.unit and named.sure else (None, text)


def _beside_rows(part: SheetReading) -> list[Narrative]:
    """The remarks of a table with a unit in each row, of its period or of that of the row; a row whose unit is in doubt has none."""
    named: dict[tuple[int, int], tuple[str, str]] = {}
    for c in part.claims:
        when = part.when.period or (c.period if c.role == "value" else None)
        if c.unit and c.unit.unit and c.unit.sure and when:
            named[c.table, c.cell.row] = c.unit.unit.id, str(when)
    return [
        Narrative(*named[index, cell.row], heading, cell.text, part.sheet.name, cell.address)
        for index, oriented in enumerate(part.oriented)
        for heading, cell in _remarks(oriented)
        if oriented.shape == "wide" and (index, cell.row) in named
    ]


def _remarks(oriented: Oriented) -> list[tuple[str, Cell]]:
    """Heading and cell of every remark of some length in the columns for remarks."""
    columns = [c for c in oriented.columns.values() if c.role == "note"]
    found = [(c.leaf, oriented.table.sheet.cell(row, c.col)) for c in columns for row in oriented.table.body]
    return [(leaf, cell) for leaf, cell in found if cell and cell.is_text and len(cell.text) > 12]
