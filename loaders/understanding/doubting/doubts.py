"""What stays in doubt after reading becomes a few questions, asked in order; each doubt is asked once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from loaders.issues import issue
from loaders.opening.grid import column_name
from loaders.understanding.claiming.basis import basis_role
from loaders.understanding.claiming.stocks import is_growing, row_of
from loaders.understanding.doubting.heading_doubts import ask_answered, ask_placed
from loaders.understanding.doubting.months_to_come import ask_months_to_come
from loaders.understanding.doubting.nearer_names import ask_nearer
from loaders.understanding.doubting.not_final import ask_final, ask_levels
from loaders.understanding.doubting.pages_above import doubt_pages_above
from loaders.understanding.doubting.period_doubts import (
    ask_bases,
    ask_days,
    ask_period,
    ask_repeated,
    ask_repeated_periods,
    tell_other_spans,
    tell_other_times,
)
from loaders.understanding.doubting.row_remarks import ask_remarked
from loaders.understanding.doubting.said_otherwise import ask_corrected
from loaders.understanding.doubting.shared_cells import ask_shared
from loaders.understanding.doubting.summed_stocks import ask_summed_stocks
from loaders.understanding.doubting.unit_doubts import ask_units
from loaders.understanding.headings.columns import Column
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.numbered_columns import ask_numbers

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


def settle(reading: Reading, given: Mapping[str, str]) -> None:
    """Before the arithmetic: period, unit and heading of every claim, each doubt asked once."""
    for part in reading.sheets:
        tell_other_times(reading, part)
        tell_other_spans(reading, part)
        if not any(c.role in ("value", "check") and c.codes for c in part.claims):
            continue
        ask_period(reading, part, given)
        ask_nearer(reading, part, given)
        ask_units(reading, part, given)
        ask_numbers(reading, part, given)
        ask_days(reading, part, given)
        ask_bases(reading, part, given)
        doubt_pages_above(part)
        ask_answered(reading, part, given)
        ask_placed(reading, part, given)
        _hidden(reading, part)
        _increases(reading, part)
        ask_repeated(reading, part, given)
        ask_corrected(reading, part, given)
        ask_final(reading, part, given)
        ask_levels(reading, part, given)
        ask_remarked(reading, part, given)
        ask_shared(reading, part, given)
        ask_months_to_come(reading, part, given)
    ask_repeated_periods(reading, given)
    ask_summed_stocks(reading, given)


def _hidden(reading: Reading, part: SheetReading) -> None:
    rows = sorted({c.cell.row + 1 for c in part.claims if c.role == "value" and c.cell.row in part.sheet.hidden_rows})
    if rows:
        cell = next(c.cell.address for c in part.claims if c.role == "value" and c.cell.row == rows[0] - 1)
        reading.issues.append(issue("hidden_rows", part.sheet.name, cell, rows=", ".join(map(str, rows))))
    cols = {c.cell.col: c.cell.address for c in part.claims if "hidden" in c.notes}
    for col, spot in cols.items():
        reading.issues.append(issue("hidden_column", part.sheet.name, spot, column=column_name(col)))


def _increases(reading: Reading, part: SheetReading) -> None:
    """Tell once for each column where a sum of months was taken for what stands so far, its month for the increase."""
    columns = {(c.table, c.cell.col): part.oriented[c.table].columns[c.cell.col] for c in part.claims}
    level = {row_of(c) for c in part.claims if c.role == "value" and c.sure and is_growing(c) and _since(columns[c.table, c.cell.col])}
    left: dict[tuple[int, int], Claim] = {}
    for claim in part.claims:
        if "increment" in claim.notes and row_of(claim) in level:
            left.setdefault((claim.table, claim.cell.col), claim)
    reading.issues += [issue("increment", c.sheet, c.cell.address, label=c.label) for c in left.values()]


def _since(column: Column) -> bool:
    return basis_role(column) == "year_to_date"
