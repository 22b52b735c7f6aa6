"""The rows of parts (hamlets, sectors, offices) in a table of communes: whose they are, and whether they add up to its own row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from loaders.understanding.claiming.row_units import row_unit
from loaders.understanding.doubting.adding_up import Pair, paired, proven, tell

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

PARTS = frozenset({"part_of_unit", "sector"})
_LEAST = 2


def owners(part: SheetReading, index: int) -> dict[int, str]:
    """Row of a part -> the commune that the last row over it names."""
    o = part.oriented[index]
    rows = {c.cell.row for c in part.claims if c.table == index and "part_of_unit" in c.notes}
    found, unit = dict[int, str](), ""
    for row in o.table.body if rows and o.unit_col is not None else ():
        if row in rows:
            found[row] = unit
        elif (named := row_unit(o, row, part.last_day)) is not None:
            unit = named.unit.id if named.unit else ""
    return found


def doubt_wholes(reading: Reading) -> None:
    """Ask the figures of communes that the rows of their parts, right below or above them, do not add up to, where most of them do."""
    for part in reading.sheets:
        for index in range(len(part.tables)):
            claims = [c for c in part.claims if c.table == index and c.codes and not c.half]
            rows = {c.cell.row for c in claims if "part_of_unit" in c.notes}
            if not rows:
                continue
            own = {c.cell.row for c in claims if c.role == "value" and c.unit and c.unit.unit}
            body = sorted(rows | own)
            both = [list(_pairs(claims, _groups(order, rows))) for order in (body, body[::-1])]
            pairs = max(both, key=lambda found: sum(p.agrees for p in found))
            if proven(pairs):
                tell(reading, pairs, _lines(pairs))


def _groups(order: list[int], rows: set[int]) -> dict[int, set[int]]:
    """The row of each commune -> the rows of parts that follow it in this order."""
    groups: dict[int, set[int]] = defaultdict(set)
    whole: int | None = None
    for row in order:
        if row not in rows:
            whole = row
        elif whole is not None:
            groups[whole].add(row)
    return groups


def _pairs(claims: list[Claim], groups: Mapping[int, set[int]]) -> Iterator[Pair]:
    columns: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in claims:
        columns[claim.cell.col][claim.cell.row] = claim
    for column in columns.values():
        for row, below in groups.items():
            parts = [column[r] for r in sorted(below) if r in column and column[r].notes == ["part_of_unit"]]
            if row in column and column[row].role == "value" and len(parts) >= _LEAST:
                yield paired(column[row], parts)


def _lines(pairs: list[Pair]) -> str:
    rows = sorted({c.cell.row + 1 for p in pairs if p.differs for c in p.parts})
    return f"{rows[0]}-{rows[-1]}" if rows else ""
