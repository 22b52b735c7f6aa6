"""Stocks in columns that count over a time: the level is taken, what was added in a month or since January is not."""

from __future__ import annotations

import re
from functools import cache

from loaders.understanding.claiming.basis import basis_role, calls_increase, says_increase
from loaders.understanding.claiming.levels import take_sums
from loaders.understanding.headings.columns import Column
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain, table

_SUMMED = re.compile(r"\b(luy ke|cong don|tich luy)\b")
_OF_THE_PERIOD = re.compile(r"\b(trong (thang|quy|ky|tuan)|(thang|quy|ky|tuan) (nay|bao cao))\b(?! (dau|cuoi|qua))")
_OF_THE_YEAR = re.compile(r"\b(dau nam|trong nam|nam nay|tu (ngay|thang|t))\b")
Row = tuple[int, int, tuple[str, ...], str]
"""Table, row, elements, unit."""
_FAR = 3
"""So many times what months like the one beside it would add up to, a figure is no sum of them but the level."""


@cache
def growing() -> frozenset[str]:
    """The stocks that only grow: their increase in a month is reported as often as they are."""
    return frozenset(row["element"] for row in table("growing.csv"))


def stocks_in_period(oriented: Oriented, found: list[Claim]) -> None:
    """A stock under "in the period" is its increase where a column "to date" beside it holds a figure, else the stock itself."""
    _months_beside_levels(oriented, found)
    _since_january(oriented, found)
    take_sums(oriented, found)
    if not any("increment" in claim.notes for claim in found):
        return
    level = {row_of(c): c for c in found if c.role == "value" and c.basis == "to_date"}
    before = "last_period" in {c.role for c in oriented.columns.values()}
    apart = bool({basis_role(c) for c in oriented.columns.values() if not c.hidden} & {"to_date", "cumulative"})
    for claim in found:
        beside = level.get(row_of(claim))
        if "increment" not in claim.notes or (beside is None and apart) or (beside is not None and beside.cell.kind != "P"):
            continue
        claim.notes.remove("increment")
        claim.role, claim.basis = "value", "to_date"
        if beside is not None:
            beside.role = "skip"
        column = oriented.columns[claim.cell.col]
        if calls_increase(column) or (claim.codes[0] in growing() and (apart or not before or says_increase(column))):
            claim.sure = False


def _months_beside_levels(oriented: Oriented, found: list[Claim]) -> None:
    """What only grows, under months ("result in the month") beside "so far" or a sum since January: the months are its increases, unless
    the last of several already shows what is so far, or one more than that. Other stocks in the same columns are read alike."""
    shown = [c for c in oriented.columns.values() if not c.hidden]
    roles = {c.col: basis_role(c) for c in shown}
    so_far = {c.col for c in shown if roles[c.col] in ("to_date", "year_to_date") or (c.stated is None and roles[c.col] == "cumulative")}
    months = {c.col for c in shown if _of_a_month(c) and not roles[c.col]}
    if not so_far or not months:
        return
    stocks = [c for c in found if c.role == "value" and c.basis == "to_date" and c.codes and c.cell.kind == "N"]
    levels = {row_of(c): c for c in stocks if c.cell.col in so_far}
    parts = [c for c in stocks if c.cell.col in months and row_of(c) in levels]
    grown = [c for c in parts if c.codes[0] in growing()]
    rises = [(levels[row_of(c)].cell.number or 0.0) - (c.cell.number or 0.0) for c in grown]
    if not grown or min(rises) < 0 or (min(rises) == 0 and (len(months) > 1 or max(rises) == 0)):
        return
    for claim in parts:
        if claim.codes[0] in growing() or (claim.cell.number or 0.0) < (levels[row_of(claim)].cell.number or 0.0):
            claim.role = "skip"
            claim.notes.append("increment")


def _of_a_month(column: Column) -> bool:
    """Whether headings name a month or quarter, or call their figures those of the period ("result in the month", "this month")."""
    if column.stated is not None:
        return column.stated.kind != "year"
    return column.role == "actual" and bool(_OF_THE_PERIOD.search(plain(column.leaf)))


def _since_january(oriented: Oriented, found: list[Claim]) -> None:
    """What only grows, under "since January": what came in the year where a column beside it shows the level, else in doubt, unless it is
    far more than such months bring."""
    this_year = {c.col: c for c in oriented.columns.values() if not c.hidden and basis_role(c) == "year_to_date"}
    if not this_year:
        return
    stocks = [c for c in found if c.role == "value" and is_growing(c)]
    levels = {row_of(c) for c in stocks if c.cell.col not in this_year and c.cell.kind == "N"}
    added = {row_of(c): (c.cell.number or 0.0) for c in found if "increment" in c.notes and c.cell.kind == "N"}
    far = {col for col, column in this_year.items() if _is_level(column, [c for c in stocks if c.cell.col == col], added)}
    for claim in stocks:
        if claim.cell.col not in this_year:
            continue
        if row_of(claim) in levels:
            claim.role = "skip"
            claim.notes.append("increment")
        elif claim.cell.col not in far:
            claim.sure = False


def _is_level(column: Column, stocks: list[Claim], added: dict[Row, float]) -> bool:
    """Whether a column "so far, n months" that does not say of which year holds in every row far more than these could bring."""
    if column.stated is None or not any(_SUMMED.search(plain(t)) and not _OF_THE_YEAR.search(plain(t)) for t in column.path):
        return False
    told = [((c.cell.number or 0.0), added[row_of(c)]) for c in stocks if c.cell.kind == "N" and row_of(c) in added]
    return bool(told) and all(level > _FAR * column.stated.number * month for level, month in told)


def is_growing(claim: Claim) -> bool:
    """Whether a claim is the level of what only grows."""
    return claim.basis == "to_date" and bool(claim.codes) and claim.codes[0] in growing()


def row_of(claim: Claim) -> Row:
    """Where a figure stands, its column aside."""
    unit = claim.unit.text if claim.unit else ""
    return claim.table, claim.cell.row, claim.codes, unit
