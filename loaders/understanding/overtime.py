"""A total beside columns of months or quarters: it is the figure of the whole period only where they fill that period without a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.claims import Claim
from loaders.understanding.orient import Oriented
from loaders.understanding.rowkinds import is_total, numberish

_LEAST = 2


def sums_over_time(o: Oriented, found: Sequence[Claim], whole: Period | None) -> None:
    """Leave out the sums of months that do not make the whole period: in June "Total" beside twelve months is no figure of the year.

    A stock has no sum over time; what counts since January is that of the period once its last month is there.
    """
    months = _parts(o, whole)
    if whole is None or len(months) < _LEAST:
        return
    rows: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.role == "value" and claim.codes:
            rows[claim.cell.row, claim.codes, claim.unit.text if claim.unit else ""].append(claim)
    for line in rows.values():
        beside = [c for c in line if c.cell.col in months]
        for claim in line:
            if beside and claim.cell.col not in months and claim.period in (None, whole) and not _whole(o, claim, beside, months, whole):
                claim.role = "skip"
                claim.notes.append("sum_over_time")


def _parts(o: Oriented, whole: Period | None) -> dict[int, Period]:
    """Column -> the period its heading names, where that is a part of the whole."""
    if whole is None:
        return {}
    said = {col: column.period_in(whole) for col, column in o.columns.items() if not column.hidden}
    return {col: period for col, period in said.items() if period and set(period.months) < set(whole.months)}


def _whole(o: Oriented, claim: Claim, beside: Sequence[Claim], months: dict[int, Period], whole: Period) -> bool:
    """Whether the parts with a figure fill the whole period, or reach its end under a heading that counts since January."""
    filled = {m for c in beside if c.cell.kind == "N" or numberish(c.cell) for m in months[c.cell.col].months}
    if is_total(o.columns[claim.cell.col].leaf):
        return claim.basis != "to_date" and filled == set(whole.months)
    return whole.months[-1] in filled
