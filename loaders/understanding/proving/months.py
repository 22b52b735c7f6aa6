"""Figures of one count over nested times: what arises in a period is the sum of its parts, and never more than what arose since January."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_HALF = 0.5
_LEAST = 2


def months_add_up(reading: Reading, part: SheetReading) -> None:
    """Doubt the sum over time that differs from its parts in the same row, where these fill it without a gap."""
    if len({claim.period for claim in part.claims}) < _LEAST:
        return
    rows: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.role == "value" and claim.period and claim.value is not None and not claim.half and _adds(claim):
            rows[claim.table, claim.cell.row, claim.code, claim.unit.text if claim.unit else ""].append(claim)
    for found in rows.values():
        for whole in found:
            parts = _parts(whole, found)
            total = sum(c.value or 0.0 for c in parts)
            if parts and whole.value is not None and abs(whole.value - total) >= _HALF:
                whole.status, whole.doubt = "asked", "total_differs"
                for claim in (whole, *parts):
                    claim.told = claim.told or "total"
                where = {"raw": written(whole.cell), "computed": shown(total, None)}
                reading.issues.append(issue("total_differs", whole.sheet, whole.cell.address, **where))


def so_far_reaches(reading: Reading, part: SheetReading) -> None:
    """Doubt what counts since January where it is less than what its last period alone brought, or more though that began in January."""
    if not {"in_period", "year_to_date"} <= {claim.basis for claim in part.claims}:
        return
    pairs: dict[tuple[object, ...], dict[str, Claim]] = defaultdict(dict)
    for claim in part.claims:
        if claim.role == "value" and claim.value is not None and claim.status == "accepted" and not claim.half and claim.code in elements():
            pairs[claim.code, claim.period, claim.unit.text if claim.unit else ""].setdefault(claim.basis, claim)
    for bases in pairs.values():
        now, since = bases.get("in_period"), bases.get("year_to_date")
        if now is None or since is None:
            continue
        more = (since.value or 0.0) - (now.value or 0.0)
        from_january = now.period is not None and now.period.first_month == 1 and _adds(now)
        code = "part_exceeds" if more <= -_HALF else "since_differs" if more >= _HALF and from_january else ""
        if code:
            where = {"label": now.label, "raw": written(now.cell), "whole": since.label, "limit": shown(since.value, None)}
            reading.issues.append(issue(code, now.sheet, now.cell.address, **where))
            for claim in (now, since):
                claim.status, claim.doubt = "asked", code


def _adds(claim: Claim) -> bool:
    element = elements().get(claim.code)
    return claim.basis == "in_period" and element is not None and element.additive and not element.carries_over


def _parts(whole: Claim, found: Sequence[Claim]) -> list[Claim]:
    """The figures whose periods make up that of the whole, of one kind; none where there is a gap."""
    if whole.period is None:
        return []
    inside = [c for c in found if c.period and c is not whole and set(c.period.months) < set(whole.period.months)]
    for kind in dict.fromkeys(c.period.kind for c in inside if c.period):
        same = [c for c in inside if c.period and c.period.kind == kind]
        months = list(chain.from_iterable(c.period.months for c in same if c.period))
        if len(months) == len(set(months)) and set(months) == set(whole.period.months):
            return same
    return []
