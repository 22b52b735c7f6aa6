"""A table and its orientation -> claims: this cell is this element of this unit and period, with the evidence and what is in doubt."""

from __future__ import annotations

import datetime as dt

from catalogue.periods import Period
from loaders.understanding.claiming.across import across
from loaders.understanding.claiming.basis import basis_role, says_when, within_apart
from loaders.understanding.claiming.both_columns import sides_of_columns
from loaders.understanding.claiming.by_rows import dated, place_rows, tidy
from loaders.understanding.claiming.examples import leave_examples, nothing_typed
from loaders.understanding.claiming.fallen_sums import months_alone
from loaders.understanding.claiming.given_results import doubt_results_had, wholes_of_results
from loaders.understanding.claiming.highest_step import doubt_highest_step
from loaders.understanding.claiming.of_which_beside import wholes_and_parts
from loaders.understanding.claiming.other_payments import doubt_other_payments
from loaders.understanding.claiming.other_rates import leave_rates_of_others
from loaders.understanding.claiming.other_spans import leave_other_spans
from loaders.understanding.claiming.overtime import rows_say_when, since_january, sums_over_time
from loaders.understanding.claiming.paid_people import accounts_beside, people_paid_beside
from loaders.understanding.claiming.paid_rows import paid_claims
from loaders.understanding.claiming.paid_ways import leave_ways
from loaders.understanding.claiming.people_and_money import claims_of_rows
from loaders.understanding.claiming.placed import on_their_days
from loaders.understanding.claiming.points import leave_points
from loaders.understanding.claiming.rows_headed import of_the_rows
from loaders.understanding.claiming.sectors import sector_claims
from loaders.understanding.claiming.shares import leave_shares
from loaders.understanding.claiming.spoken_claims import spoken_claims
from loaders.understanding.claiming.stocks import stocks_in_period
from loaders.understanding.claiming.stricter import leave_wider
from loaders.understanding.claiming.subject import lend
from loaders.understanding.claiming.subset import narrow
from loaders.understanding.claiming.summed_rows import sums_of_rows
from loaders.understanding.claiming.two_counts import both_counts
from loaders.understanding.claiming.uncorrected import still_standing
from loaders.understanding.claiming.weeks import doubt_sums_of_weeks, month_of_weeks
from loaders.understanding.claiming.wide import wide_claims
from loaders.understanding.claiming.wording import carried_from, heed, of_the_whole
from loaders.understanding.claiming.work_steps import leave_steps
from loaders.understanding.claiming.year_quotas import quotas_of_the_year
from loaders.understanding.headings.setaside import periods_of_columns
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented


def claims(
    oriented: Oriented, index: int, on: dt.date | None, whole: Period | None, cumulative: bool, each: bool = False, run: bool = False
) -> list[Claim]:
    """The claims of one table. Units are filled in where the table itself names them. `cumulative`: the sheet counts since January; `each`:
    to the end of every month that its columns name; `run`: the sheet says up to which month it goes, and not whether since January."""
    if oriented.shape == "unknown":
        return []
    found, span, cumulative = _first_read(oriented, index, on, whole, cumulative, each, run)
    if nothing_typed(found):
        return []
    leave_examples(oriented, found)
    still_standing(oriented, found)
    sides_of_columns(oriented, found)
    wholes_and_parts(oriented, found)
    lend(oriented, found)
    of_the_rows(oriented, found)
    both_counts(oriented, found)
    quotas_of_the_year(found, whole)
    narrow(oriented, found)
    leave_points(oriented, found)
    people_paid_beside(oriented, found)
    accounts_beside(oriented, found)
    leave_ways(found)
    leave_steps(found)
    doubt_highest_step(found)
    doubt_other_payments(oriented, found)
    wholes_of_results(found)
    doubt_results_had(found)
    periods = periods_of_columns(oriented.columns, whole)
    so_far = {col for col, column in oriented.columns.items() if column.since_january(whole)}
    for claim in found:
        column = oriented.columns[claim.cell.col]
        of_rows = not each and oriented.shape in ONE_UNIT and within_apart(claim.label)
        if cumulative and claim.basis == "in_period" and not of_rows and not (basis_role(column) if each else says_when(column)):
            claim.basis = "year_to_date"
        if claim.basis == "in_period" and claim.cell.col in so_far:
            claim.basis = "year_to_date"
        own = periods.get(claim.cell.col)
        claim.period = own if own is not None and claim.role in ("value", "check") else claim.period
    month_of_weeks(oriented, found)
    stocks_in_period(oriented, found)
    leave_shares(found)
    place_rows(oriented, found, on, span)
    sums_over_time(oriented, found, whole, span)
    sums_of_rows(oriented, found, span)
    on_their_days(oriented, found, whole)
    heed(found)
    leave_rates_of_others(found)
    carried_from(found, whole)
    of_the_whole(found, whole)
    leave_other_spans(oriented, found, whole)
    leave_wider(found)
    doubt_sums_of_weeks(oriented, found)
    return found


def _first_read(
    o: Oriented, index: int, on: dt.date | None, whole: Period | None, cumulative: bool, each: bool, run: bool
) -> tuple[list[Claim], Period | None, bool]:
    """(what stands in the cells by their headings, the span of time they are looked at in, whether they count since January)."""
    readers = {
        "spoken": spoken_claims,
        "wide": wide_claims,
        "transposed": across,
        "long": claims_of_rows,
        "sectors": sector_claims,
        "tidy": tidy,
        "dated": dated,
        "paid": paid_claims,
    }
    reader = readers[o.shape]
    span = since_january(o, whole) if cumulative or run else whole
    cumulative = cumulative and (each or not rows_say_when(o, span))
    found = list(reader(o, index, on, span))
    if cumulative and each and months_alone(o, found, whole):
        return list(reader(o, index, on, whole)), whole, False
    return found, span, cumulative
