"""What stood at the end of the last period, as a column beside the figures of this one says it."""

from __future__ import annotations

import re

from loaders.understanding.sheets.sheet_reading import Reading, SheetReading
from loaders.understanding.texts.words import plain

_YEAR_BEFORE = re.compile(r"\b(cung ky|nam (truoc|ngoai)|dau (ky|nam))\b")
_NOTE = "last_period"


def last_figures(reading: Reading) -> dict[str, float]:
    """sheet!cell of a figure taken -> the figure of the last period beside it, where just one column holds that."""
    return {place: value for part in reading.sheets for place, value in _beside(part).items()}


def _beside(part: SheetReading) -> dict[str, float]:
    before: dict[tuple[int, int, tuple[str, ...]], list[float]] = {}
    for claim in part.claims:
        value, column = claim.cell.value, part.oriented[claim.table].columns.get(claim.cell.col)
        last = column is not None and claim.role == "skip" and (_NOTE in claim.notes or column.role == _NOTE)
        if column is not None and last and type(value) in (int, float) and not _YEAR_BEFORE.search(plain(" ".join(column.path))):
            before.setdefault((claim.table, claim.cell.row, claim.codes), []).append(float(value))  # type: ignore[arg-type]
    found = {}
    for claim in part.claims if before else ():
        known = before.get((claim.table, claim.cell.row, claim.codes), ())
        if claim.role == "value" and claim.status == "accepted" and len(known) == 1 and claim.value == claim.cell.value:
            found[f"{claim.sheet}!{claim.cell.address}"] = known[0]
    return found
