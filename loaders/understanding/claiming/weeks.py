"""Columns of weeks with their sum: it is the month's; of what stood at a day the sum of weeks is no figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from loaders.understanding.headings.setaside import is_week
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_LEAST = 2
_SO_FAR = re.compile(r"(so )?(luy ke|cong don)")
_SO_FAR_IN_MONTH = re.compile(
    r"(so )?(luy ke|cong don|tong|cong)( tu dau)?( ca| trong| den cuoi| den het| den)? (thang|ky)( nay| bao cao)?"
    r"( 0?([1-9]|1[0-2]))?([ ./-]*(nam )?20[12]\d)?"
)


def doubt_sums_of_weeks(o: Oriented, found: Sequence[Claim]) -> None:
    """Doubt a stock that is the sum of the same stock in columns of weeks: what came in may be meant, or what stands so far."""
    weeks = week_columns(o)
    parts = _figures(found, weeks)
    for claim in found if weeks else ():
        stock = claim.role == "value" and claim.basis == "to_date" and claim.cell.col not in weeks
        if stock and _sums(claim, parts):
            claim.sure = False


def month_of_weeks(o: Oriented, found: Sequence[Claim]) -> None:
    """Take "so far in the month" beside columns of its weeks, and "so far" that is the sum of them, for the month; not for what counts
    since January."""
    weeks = week_columns(o)
    parts = _figures(found, weeks)
    for claim in found if weeks else ():
        path = [plain(text).strip(" .:()") for text in o.columns[claim.cell.col].path]
        if claim.basis != "year_to_date" or claim.cell.col in weeks:
            continue
        if any(_SO_FAR_IN_MONTH.fullmatch(text) for text in path) or (path and _SO_FAR.fullmatch(path[-1]) and _sums(claim, parts)):
            claim.basis = "in_period"


def week_columns(o: Oriented) -> set[int]:
    """The columns headed by a week each."""
    return {col for col, column in o.columns.items() if is_week(column)}


def _figures(found: Sequence[Claim], weeks: set[int]) -> dict[tuple[object, ...], list[float]]:
    """What stands in the columns of weeks, by place."""
    parts: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for claim in found:
        if claim.cell.col in weeks and isinstance(claim.cell.value, int | float):
            parts[_place(claim)].append(float(claim.cell.value))
    return parts


def _sums(claim: Claim, parts: dict[tuple[object, ...], list[float]]) -> bool:
    added = [value for value in parts.get(_place(claim), ()) if value]
    return len(added) >= _LEAST and claim.cell.value == sum(added)


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.cell.row, claim.unit, claim.codes
