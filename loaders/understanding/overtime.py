"""A total beside columns of months or quarters: it is the figure of the whole period only where they fill that period without a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.claim import Claim
from loaders.understanding.orient import Oriented
from loaders.understanding.rowkinds import is_total, numberish

_LEAST = 2


def sums_over_time(o: Oriented, found: Sequence[Claim], whole: Period | None) -> None:
    """Leave out the sums of months that do not make the whole period: in June "Total" beside twelve months is no figure of the year, nor is
    "Quarter II" one of the quarter while one of its months beside it is blank.

    A stock has no sum over time; what counts since January is that of the period once its last month is there.
    """
    said = {col: column.period_in(whole) for col, column in o.columns.items() if not column.hidden}
    parts = {col: period for col, period in said.items() if period is not None}
    rows: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.role == "value" and claim.codes:
            rows[claim.cell.row, claim.codes, claim.unit.text if claim.unit else ""].append(claim)
    for line in rows.values():
        filled = {parts[c.cell.col] for c in line if c.cell.col in parts and _has_figure(c)}
        for claim in line:
            period = parts.get(claim.cell.col) or claim.period or whole
            if period is not None and claim.period in (None, period) and not _whole(o, claim, period, parts, filled):
                claim.role = "skip"
                claim.notes.append("sum_over_time")


def _has_figure(claim: Claim) -> bool:
    return claim.cell.kind == "N" or numberish(claim.cell)


def _whole(o: Oriented, claim: Claim, period: Period, parts: dict[int, Period], filled: set[Period]) -> bool:
    """Whether the columns of parts of the period, where there are some with a figure, fill it, or reach its end under a heading that counts
    since January."""
    inside = {p for p in parts.values() if set(p.months) < set(period.months)}
    months = {m for p in inside & filled for m in p.months}
    if len(inside) < _LEAST or not months:
        return True
    if claim.cell.col in parts:
        return claim.basis != "in_period" or inside <= filled
    if is_total(o.columns[claim.cell.col].leaf):
        return claim.basis != "to_date" and months == set(period.months)
    return period.months[-1] in months
