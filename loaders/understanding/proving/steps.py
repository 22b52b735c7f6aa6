"""Steps of one count in rows ("very satisfied", "satisfied", "neither"): the row of their sum is the count, and no step is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.proving.twice import repeated
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading

_LEAST = 2
_SUM = re.compile(r"\b(tong|cong|tro len|ca \w+ muc|gop)\b")


def leave_steps(reading: Reading) -> None:
    """Leave out the steps of a count: beside the row that calls itself their sum, and is it, or where they and the rows beside them make up
    the whole of their list, so that each is a part and nobody gave their sum."""
    for members in repeated(reading).values():
        if len({(c.sheet, c.table, c.cell.col) for c in members}) > 1 or any(c.state == "bad" for c in members):
            continue
        summed = [c for c in members if _SUM.search(plain(c.label))]
        steps = [c for c in members if c not in summed]
        if len(steps) < _LEAST or len({plain(c.label) for c in steps}) < len(steps):
            continue
        sums = len(summed) == 1 and summed[0].value == sum(c.value or 0 for c in steps)
        if not sums and (summed or not _make_up_the_whole(reading, steps)):
            continue
        for claim in steps:
            claim.role = "skip"
            claim.notes.append("sector")


def _make_up_the_whole(reading: Reading, steps: Sequence[Claim]) -> bool:
    """Whether the rows next to that of the whole, above or below it, all the steps among them, add up to it."""
    part = next(p for p in reading.sheets if p.sheet.name == steps[0].sheet)
    pair = ratio_of(steps[0].code)
    column = [c for c in part.claims if (c.table, c.cell.col) == (steps[0].table, steps[0].cell.col)]
    whole = [c for c in column if pair is not None and c.code == pair[1] and c.role == "value" and c.value is not None]
    if len(whole) != 1:
        return False
    table, place = part.oriented[steps[0].table].table, whole[0].cell.row
    rows = {c.row: float(c.value) for c in table.by_column.get(steps[0].cell.col, []) if isinstance(c.value, int | float)}
    rows |= {c.cell.row: c.value for c in column if c.value is not None}
    above = [row for row in range(place - 1, table.data_first - 1, -1) if row in rows]
    below = [row for row in range(place + 1, table.data_last + 1) if row in rows]
    wanted = {c.cell.row for c in steps}
    return any(
        total == whole[0].value and wanted <= set(side[:count])
        for side in (above, below)
        for count, total in enumerate(accumulate(rows[row] for row in side), 1)
    )
