"""A part greater than its whole where the heading of one of them is in doubt, and it is so whatever that means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from catalogue.periods import Period
from loaders.issues import issue, written
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.proving.bounds import limits

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_CLOSE = 1e-6
_SEVERAL = 2
_Key = tuple[int, str, Period | None, bool]


def doubt_whatever_meant(reading: Reading, part: SheetReading) -> None:
    """Tell and doubt a figure and one whose heading may mean several elements, where each of these but its own is a whole that the figure
    exceeds, or a part that exceeds it."""
    bounds = frozenset(limits())
    for sure, unsettled in _pairs(part):
        less, more = sorted((sure, unsettled), key=lambda c: c.value or 0.0)
        differs = (more.value or 0.0) > (less.value or 0.0) + _CLOSE
        if not differs or more.doubted or less.doubted or not all((m, w) in bounds for m in more.codes for w in less.codes if m != w):
            continue
        limit, raw = written(less.cell), written(more.cell)
        reading.issues.append(
            issue("part_exceeds", more.sheet, more.cell.address, label=more.label, raw=raw, whole=less.label, limit=limit)
        )
        for claim in (more, less):
            claim.status, claim.doubt = "asked", "part_exceeds"


def _pairs(part: SheetReading) -> Iterator[tuple[Claim, Claim]]:
    """The figures of one unit, time and table whose heading is sure, each with every one whose heading may mean several elements."""
    places: dict[_Key, list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.role == "value" and claim.value is not None and claim.status == "accepted" and not claim.half:
            places[_key(claim)].append(claim)
    for found in places.values():
        yield from ((sure, claim) for claim in _unsettled(found) for sure in found if sure.sure and sure.code)


def _unsettled(found: Sequence[Claim]) -> list[Claim]:
    return [c for c in found if not c.sure and len(c.codes) >= _SEVERAL]


def _key(claim: Claim) -> _Key:
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else f"row{claim.cell.row}"
    return claim.table, unit, claim.period, claim.basis == "year_to_date"
