"""Rows that sum rows of months: "so far" counts since January where they run from January; that of a quarter needs all its months."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.dimensions import periods_of_rows
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_HALF = 0.5
_SO_FAR = re.compile(r"(luy ke|cong don)\b(?P<rest>.*)")
_MONTHS = re.compile(r"\b(\d{1,2}) thang\b|\b(?:thang|t) ?(\d{1,2})\b")


def since_january(o: Oriented, found: Sequence[Claim], periods: Mapping[int, Period]) -> None:
    """Take the flows of such a row as those of its last month, since January. One that is no sum where others are is told; where none is,
    the row stays left out."""
    if o.shape != "dated" or o.period_col is None:
        return
    counts: dict[int, dict[int, Claim]] = defaultdict(dict)
    for claim in found:
        if claim.cell.number is not None and _adds(claim):
            counts[claim.cell.row][claim.cell.col] = claim
    for row in o.table.body:
        said = _SO_FAR.match(plain(o.text(row, o.period_col)).strip(" -+*.:"))
        run = [r for r in o.table.body if r < row and r in periods and periods[r].kind == "month" and counts[r]] if said else []
        months = [periods[r] for r in run]
        if said is None or not run or not _from_january(months) or _names_other(said["rest"], months[-1]):
            continue
        line = {col: claim for col, claim in counts[row].items() if col in counts[run[-1]]}
        sums = {col: sum(counts[r][col].cell.number or 0.0 for r in run if col in counts[r]) for col in line}
        right = [col for col, claim in line.items() if abs(sums[col] - (claim.cell.number or 0.0)) < _HALF]
        for col in right:
            line[col].role, line[col].basis, line[col].period = "value", "year_to_date", months[-1]
        for claim in line.values() if right else ():
            claim.role = "total" if claim.role == "skip" else claim.role


def sums_of_rows(o: Oriented, found: Sequence[Claim], whole: Period | None) -> None:
    """Leave out what a row of a quarter or year holds of a count whose months have rows as well and are not all filled, or of which it is
    the sum and not all stand there."""
    stated = set(periods_of_rows(o, whole).values())
    rows: dict[tuple[object, ...], dict[Period, Claim]] = defaultdict(dict)
    for claim in found if len(stated) > 1 else ():
        if claim.role == "value" and claim.period is not None and _adds(claim):
            rows[claim.cell.col, claim.codes, claim.half, claim.basis, claim.unit.text if claim.unit else ""][claim.period] = claim
    for line in rows.values():
        filled = {period: value for period, claim in line.items() if (value := claim.cell.number) is not None}
        for period, claim in line.items():
            inside = {p: value for p, value in filled.items() if set(p.months) < set(period.months)}
            reached = _reached(inside, period) == set(period.months)
            summed = filled.get(period) == sum(value for p, value in inside.items() if p.kind == "month")
            if inside and not reached and (summed or _reached(stated, period) == set(period.months)):
                claim.role = "skip"
                claim.notes.append("sum_over_time")


def _reached(periods: Iterable[Period], whole: Period) -> set[Period]:
    """The months of the periods that lie within a whole one."""
    return {month for p in periods if set(p.months) < set(whole.months) for month in p.months}


def _adds(claim: Claim) -> bool:
    element = elements().get(claim.code)
    free = claim.role == "value" or (claim.role == "skip" and not claim.notes)
    return free and element is not None and element.basis == "in_period" and element.additive and not element.carries_over


def _from_january(months: Sequence[Period]) -> bool:
    return [m.number for m in months] == list(range(1, len(months) + 1)) and len({m.year for m in months}) == 1


def _names_other(rest: str, last: Period) -> bool:
    """Whether "so far" goes on to name another number of months than there are."""
    return any(int(a or b) != last.number for a, b in _MONTHS.findall(rest))
