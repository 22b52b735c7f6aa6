"""A table and its orientation -> claims: this cell is this element of this unit and period, with the evidence and what is in doubt."""

from __future__ import annotations

import datetime as dt
from functools import cache

from catalogue.periods import Period
from loaders.understanding.across import across
from loaders.understanding.basis import basis_role, says_increase, says_when
from loaders.understanding.both_columns import sides_of_columns
from loaders.understanding.by_rows import dated, place_rows, tidy
from loaders.understanding.claim import Claim
from loaders.understanding.long import long_claims
from loaders.understanding.orient import Oriented
from loaders.understanding.overtime import rows_say_when, since_january, sums_over_time
from loaders.understanding.placed import on_their_days
from loaders.understanding.sectors import sector_claims
from loaders.understanding.subject import lend
from loaders.understanding.subset import narrow
from loaders.understanding.wide import wide_claims
from loaders.understanding.wording import heed
from loaders.understanding.words import table


def claims(oriented: Oriented, index: int, on: dt.date | None, whole: Period | None, cumulative: bool, each: bool = False) -> list[Claim]:
    """The claims of one table. Units are filled in where the table itself names them. `cumulative`: the sheet counts since January; `each`:
    to the end of every month that its columns name."""
    readers = {"wide": wide_claims, "transposed": across, "long": long_claims, "sectors": sector_claims, "tidy": tidy, "dated": dated}
    reader = readers.get(oriented.shape)
    if reader is None:
        return []
    span = since_january(oriented, whole) if cumulative else whole
    cumulative = cumulative and (each or not rows_say_when(oriented, span))
    found = list(reader(oriented, index, on, span))
    sides_of_columns(oriented, found)
    lend(oriented, found)
    narrow(oriented, found)
    periods = {col: column.period_in(whole) for col, column in oriented.columns.items()}
    so_far = {col for col, column in oriented.columns.items() if column.since_january(whole)}
    for claim in found:
        column = oriented.columns[claim.cell.col]
        if cumulative and claim.basis == "in_period" and not (basis_role(column) if each else says_when(column)):
            claim.basis = "year_to_date"
        if claim.basis == "in_period" and claim.cell.col in so_far:
            claim.basis = "year_to_date"
        own = periods.get(claim.cell.col)
        claim.period = own if own is not None and claim.role in ("value", "check") else claim.period
    _stocks_in_period(oriented, found)
    place_rows(oriented, found, on, span)
    sums_over_time(oriented, found, whole, span)
    on_their_days(oriented, found, whole)
    heed(found)
    return found


@cache
def growing() -> frozenset[str]:
    """The stocks that only grow: their increase in a month is reported as often as they are."""
    return frozenset(row["element"] for row in table("growing.csv"))


def _stocks_in_period(oriented: Oriented, found: list[Claim]) -> None:
    """A stock under "in the period" is its increase where a column "to date" beside it holds a figure, else the stock itself."""
    _months_beside_levels(oriented, found)
    _since_january(oriented, found)
    if not any("increment" in claim.notes for claim in found):
        return
    level = {_row_of(c): c for c in found if c.role == "value" and c.basis == "to_date"}
    before = "last_period" in {c.role for c in oriented.columns.values()}
    apart = bool({basis_role(c) for c in oriented.columns.values() if not c.hidden} & {"to_date", "cumulative"})
    for claim in found:
        beside = level.get(_row_of(claim))
        if "increment" not in claim.notes or (beside is None and apart) or (beside is not None and beside.cell.kind != "P"):
            continue
        claim.notes.remove("increment")
        claim.role, claim.basis = "value", "to_date"
        if beside is not None:
            beside.role = "skip"
        if claim.codes[0] in growing() and (apart or not before or says_increase(oriented.columns[claim.cell.col])):
            claim.sure = False


def _months_beside_levels(oriented: Oriented, found: list[Claim]) -> None:
    """What only grows, under months beside "so far": the months are its increases, unless the last of them already shows what is so far."""
    so_far = {c.col for c in oriented.columns.values() if not c.hidden and c.stated is None and basis_role(c) in ("to_date", "cumulative")}
    months = {c.col: c for c in oriented.columns.values() if c.stated is not None and c.stated.kind != "year" and not basis_role(c)}
    stocks = [c for c in found if c.role == "value" and c.basis == "to_date" and c.codes and c.codes[0] in growing()]
    levels = {_row_of(c): c for c in stocks if c.cell.col in so_far and c.cell.kind == "N"}
    parts = [c for c in stocks if c.cell.col in months and _row_of(c) in levels and c.cell.kind == "N"]
    if any(c.cell.value == levels[_row_of(c)].cell.value for c in parts):
        return
    for claim in parts:
        claim.role = "skip"
        claim.notes.append("increment")


def _since_january(oriented: Oriented, found: list[Claim]) -> None:
    """What only grows, under "since January": what came in the year where a column beside it shows the level, else in doubt."""
    this_year = {c.col for c in oriented.columns.values() if not c.hidden and basis_role(c) == "year_to_date"}
    stocks = [c for c in found if c.role == "value" and c.basis == "to_date" and c.codes and c.codes[0] in growing()]
    levels = {_row_of(c) for c in stocks if c.cell.col not in this_year and c.cell.kind == "N"}
    for claim in stocks:
        if claim.cell.col not in this_year:
            continue
        if _row_of(claim) in levels:
            claim.role = "skip"
            claim.notes.append("increment")
        else:
            claim.sure = False


def _row_of(claim: Claim) -> tuple[int, int, tuple[str, ...], str]:
    unit = claim.unit.text if claim.unit else ""
    return claim.table, claim.cell.row, claim.codes, unit
