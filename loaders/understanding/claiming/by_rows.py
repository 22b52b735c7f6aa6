"""Claims of tables whose rows say who, what or when: tidy data, periods in rows, blocks of rows under the name of a commune."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

from catalogue.periods import Period
from loaders.understanding.claiming.basis import basis_in
from loaders.understanding.claiming.long import line_claim, value_columns
from loaders.understanding.claiming.row_units import row_unit
from loaders.understanding.claiming.summed_rows import since_january
from loaders.understanding.claiming.wide import column_claims, row_role
from loaders.understanding.claiming.wide_headings import wide_columns
from loaders.understanding.headings.corrected import ADJUSTED, SUPERSEDED, alike, figures
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.headings.setaside import kept_out, quotas
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.days_of_rows import days_of_rows
from loaders.understanding.orienting.dimensions import of_no_time, periods_of_rows
from loaders.understanding.orienting.named_blocks import NamedBlocks, named_blocks
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented
from loaders.understanding.orienting.outline import Line
from loaders.understanding.orienting.plan_rows import words_of_rows
from loaders.understanding.orienting.row_words import BESIDE
from loaders.understanding.texts.rowkinds import is_time_total
from loaders.understanding.typed.measures import in_heading, read


def tidy(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """One figure a row: its unit, its period and its indicator stand in columns of their own; a blank repeats the row above."""
    values, _rates = value_columns(o, whole)
    values = {col for col in values if col not in (o.unit_col, o.period_col)}
    unit: Named | None = None
    over = ""
    for row in o.table.body:
        name = o.text(row, o.unit_col)
        unit = row_unit(o, row, on) if name else unit
        role = row_role(o, row, name, unit) if name else "value"
        over = (o.text(row, o.group_col) or over) if o.headed else ""
        line = _line(o, row, over)
        for cell in o.table.row(row):
            if cell.col in (o.label_col, o.index_col, o.measure_col, o.unit_col, o.period_col, o.code_col):
                continue
            if o.headed and cell.col == o.group_col:
                continue
            column = o.columns[cell.col]
            claim = line_claim(o, index, cell, column, line.match, role if cell.col in values else "skip", unit, line)
            if cell.col not in values:
                claim.notes.append(kept_out(column, whole, []) or "no_figure")
            yield claim


def _line(o: Oriented, row: int, over: str) -> Line:
    """A row with what it names; `over`: the name it stands under, where one stands over several rows."""
    label = o.text(row, o.label_col)
    above = (over,) if over else ()
    found = match(bare_label(label), above)
    measure = read(o.text(row, o.measure_col)) or in_heading(label)
    return Line(row, bare_label(label), above, (), measure, found.rate, found, False)


def dated(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """One period a row, indicators across, one unit for all: a total row is a sum over time and no figure."""
    named = wide_columns(o, whole)
    for row in o.table.body:
        role = "total" if is_time_total(o.text(row, o.label_col)) else "value"
        for col, (column, found, kept) in named.items():
            cell = o.table.sheet.cell(row, col)
            if cell is None or col == o.period_col:
                continue
            yield from column_claims(o, index, cell, column, found, kept, role, None, "", "dated")


def place_rows(o: Oriented, found: list[Claim], on: dt.date | None, whole: Period | None) -> None:
    """Give the claims the period and the unit that their rows, or the lines over their blocks, state."""
    periods = periods_of_rows(o, whole)
    blocks = named_blocks(o, on) if o.shape == "long" else NamedBlocks({}, frozenset(), frozenset())
    _bases_at(o, found, on)
    odd = {row for row, period in days_of_rows(o).items() if period is None}
    renamed = _units_at(o, periods) if o.unit_col is not None and periods else {}
    for claim in found:
        claim.period = periods.get(claim.cell.row, claim.period)
        claim.unit = renamed.get(claim.cell.row, claim.unit)
        if claim.unit is None:
            claim.unit = blocks.units.get(claim.cell.row)
        if claim.cell.row in blocks.sums | blocks.offices and claim.role == "value":
            claim.role = "total" if claim.cell.row in blocks.sums else "skip"
        if claim.cell.row in odd and whole is not None:
            _leave(claim, told=True)
        if o.period_col is not None and claim.cell.row not in periods and claim.role == "value":
            said = o.text(claim.cell.row, o.period_col)
            _leave(claim, bool(said) and not of_no_time(said))
        if whole is not None and claim.period and claim.period != whole and not set(claim.period.months) <= set(whole.months):
            _leave(claim, claim.cell.row in periods)
    since_january(o, found, periods)


def _leave(claim: Claim, told: bool) -> None:
    """Leave a figure of another time out, to be `told`."""
    if claim.role == "value":
        claim.role = "skip"
        claim.notes += ["other_time"] if told else []


def _bases_at(o: Oriented, found: list[Claim], on: dt.date | None) -> None:
    """The basis that rows say, in a column of its own or where their name stands; the rows of one commune follow each other, its name
    may stand once."""
    said = dict(words_of_rows(o))
    if not said:
        return
    said |= _adjusted(o, said)
    by_name = o.basis_col is None
    levels = o.shape == "dated" and "last_period" in said.values()
    names: dict[int, Named | None] = {}
    unit: Named | None = None
    for row in o.table.body:
        named = o.text(row, o.unit_col) and not (by_name and said[row])
        unit = row_unit(o, row, on) if named else unit
        names[row] = unit
    for claim in found:
        role = said.get(claim.cell.row, "")
        if not role and by_name:
            continue
        if claim.role == "total" and role in BESIDE:
            claim.role = "skip"
            claim.notes.append(role)
            continue
        claim.unit = claim.unit or names.get(claim.cell.row)
        if role == "plan" and claim.role == "value" and claim.codes[:1] and claim.codes[0] in quotas():
            continue
        if not claim.codes or claim.role not in ("value", "skip") or set(claim.notes) - {"increment"} or claim.cell.col == o.basis_col:
            continue
        claim.basis = basis_in(claim.codes[0], "actual" if levels and role == "in_period" else role)
        claim.role = "value" if claim.basis and (claim.unit or o.shape in ONE_UNIT) else "skip"
        if role in ("percent", "plan_rate") and o.shape != "dated":
            claim.role, claim.codes = "check", ()
        elif role in ("percent", "plan_rate", "plan", "last_period", "delta", SUPERSEDED):
            claim.role = "skip"
            claim.notes.append(role)


def _adjusted(o: Oriented, said: Mapping[int, str]) -> dict[int, str]:
    """Rows said to be adjusted -> whether they hold figures of the size of those sent before, or differences."""
    rows = {row: before for before, row in pairwise(o.table.body) if said.get(row) == ADJUSTED and said.get(before) == SUPERSEDED}
    cell = o.table.sheet.cell
    both = figures((cell(before, col), cell(row, col)) for row, before in rows.items() for col in o.columns if col != o.index_col)
    return dict.fromkeys((row for row in said if said[row] == ADJUSTED), "actual" if both and alike(both) else "delta")


def _units_at(o: Oriented, periods: Mapping[int, Period]) -> dict[int, Named | None]:
    """Row -> its unit as named on the last day of the row's own period; a blank name repeats the row above."""
    found: dict[int, Named | None] = {}
    name_row: int | None = None
    for row in o.table.body:
        name_row = row if o.text(row, o.unit_col) else name_row if o.shape in ("tidy", "wide") else None
        if row in periods and name_row is not None:
            found[row] = row_unit(o, name_row, periods[row].end("nd09"))
    return found
