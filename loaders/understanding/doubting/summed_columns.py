"""Groups of columns with the same headings (offices, persons, kinds) beside the group of their total: the total is the commune's figure."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.understanding.doubting.adding_up import paired, proven, tell
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LEAST = 2
_LEVELS = re.compile(r"\bcap (tinh|huyen|xa|trung uong)\b")
Fact = tuple[int, str, object, str, tuple[str, ...], str]
"""row, unit, period, basis, codes, half"""


def leave_summed_columns(reading: Reading) -> None:
    """Leave the figures under the other groups out where they add up to those under "total"; a total that differs is asked."""
    for part in reading.sheets:
        for index, oriented in enumerate(part.oriented):
            if oriented.shape in ("wide", "transposed"):
                _table(reading, part, index)


def _table(reading: Reading, part: SheetReading, index: int) -> None:
    paths = {col: column.path for col, column in part.oriented[index].columns.items()}
    if not any(is_total(text) for path in paths.values() if len(path) > 1 for text in path):
        return
    facts: dict[Fact, list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if (
            claim.table == index
            and claim.role == "value"
            and claim.codes
            and claim.unit
            and claim.unit.unit
            and len(paths[claim.cell.col]) > 1
        ):
            facts[claim.cell.row, claim.unit.unit.id, claim.period, claim.basis, claim.codes, claim.half].append(claim)
    groups = {text for found in facts.values() for c in found for text in paths[c.cell.col]}
    if not any(is_total(text) for text in groups) or any(_LEVELS.search(plain(text)) for text in groups):
        return
    pairs = []
    for found in facts.values():
        wholes = [c for c in found if any(is_total(text) for text in paths[c.cell.col])]
        parts = [c for c in found if c not in wholes]
        if len(wholes) == 1 and len(parts) >= _LEAST:
            pairs.append(paired(wholes[0], parts))
    if not proven(pairs):
        return
    tell(reading, pairs, ", ".join(dict.fromkeys(c.cell.address for c in pairs[0].parts)))
    for pair in pairs:
        for claim in pair.parts:
            claim.role = "skip"
            claim.notes.append("detail")
