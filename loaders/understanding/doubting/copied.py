"""A return that repeats its own column of last period's figures, cell by cell: was it filled in at all?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.periods import Period
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

AT_LEAST = 8


def repeated(part: SheetReading) -> list[tuple[str, list[Claim]]]:
    """Per table that repeats the figures of the period before: the heading of that column, and the cells that repeat it."""
    found = []
    for index, oriented in enumerate(part.oriented):
        own = [c for c in part.claims if c.table == index and c.role == "value" and c.basis != "year_to_date" and c.value is not None]
        before = [column for column in oriented.columns.values() if column.role == "last_period"]
        if len(before) == 1 and len(own) >= AT_LEAST and _same(part, before[0].col, own):
            found.append((before[0].leaf, own))
    return found


def key_of(claim: Claim) -> str:
    """The key of the question, the same as beside other files."""
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ""
    return f"copied:{unit}:{claim.period or ''}"


def past(claim: Claim) -> Period | None:
    """The period before that of a cell."""
    return claim.period.previous if claim.period else None


def _same(part: SheetReading, col: int, own: Sequence[Claim]) -> bool:
    pairs = [(c.cell.value, b.value) for c in own if c.cell.col != col and (b := part.sheet.cell(c.cell.row, col)) and not b.is_text]
    return len(pairs) >= AT_LEAST and all(now == before for now, before in pairs)
