"""Sectors under one total, one unit for all: only the figures of the total row, or of the only row, are taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.claiming.wide import column_claims
from loaders.understanding.claiming.wide_headings import wide_columns
from loaders.understanding.names.short_names import summed_commune
from loaders.understanding.orienting.below import below_communes
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.dimensions import TIME_HEADINGS
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_hamlet, is_time_total, is_total, names_week
from loaders.understanding.texts.words import plain

_LEAST_ROWS = 3
_HALF = 0.5


def sector_claims(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table of sectors: those of its one total row, of the row that sums all others, or of its only row."""
    named = wide_columns(o, whole)
    rows = [
        r
        for r in o.table.body
        if any(c.kind == "N" or any(ch.isdigit() for ch in c.text) for c in o.table.row(r) if c.col not in (o.index_col,))
    ]
    over_times = _over_times(o, rows)
    whole_row = is_time_total if over_times else is_total
    totals = [r for r in rows if any(whole_row(c.text) or summed_commune(c.text, on) for c in o.table.row(r) if c.kind == "T")]
    lone = len(rows) == 1 and not _one_hamlet(o, rows[0])
    chosen = totals[0] if len(totals) == 1 else rows[0] if lone else None
    if chosen is None and not totals:
        counts = [col for col, (_c, found, kept) in named.items() if not kept and _added(found.codes)]
        chosen = _sum_of_the_others(o, rows, [col for col in counts if col not in (o.label_col, o.index_col)])
    over_times = over_times and len(rows) > 1
    for row in o.table.body:
        unit = summed_commune(o.text(row, o.label_col), on) if row == chosen else None
        for col, (column, found, kept) in named.items():
            cell = o.table.sheet.cell(row, col)
            if cell is None or col in (o.label_col, o.index_col):
                continue
            for claim in column_claims(o, index, cell, column, found, kept, "value", unit, "", "sectors"):
                if row == chosen and over_times and not _adds_up(claim):
                    claim.role = "skip"
                    claim.notes.append("sum_over_time")
                if row != chosen:
                    claim.role = "skip" if claim.role != "skip" else claim.role
                    claim.notes.append("sector")
                yield claim


def _over_times(o: Oriented, rows: list[int]) -> bool:
    """Whether the rows are times: their heading says so, or weeks stand among them."""
    if o.label_col is not None and TIME_HEADINGS.match(plain(o.columns[o.label_col].leaf)):
        return True
    return any(names_week(c.text) for r in rows for c in o.table.row(r) if c.kind == "T")


def _sum_of_the_others(o: Oriented, rows: list[int], cols: list[int]) -> int | None:
    """The first or last row, where it has no number among numbered rows and each known count of it is the sum of all the others."""
    if len(rows) <= _LEAST_ROWS:
        return None
    for row in (rows[0], rows[-1]):
        others = [r for r in rows if r != row]
        numbered = o.index_col is not None and all(o.text(r, o.index_col).isdigit() for r in others) and not o.text(row, o.index_col)
        sums = [(o.table.sheet.number(row, col), [o.table.sheet.number(r, col) for r in others]) for col in cols]
        if (numbered or len(sums) > 1) and any(whole for whole, _parts in sums) and all(_same(whole, parts) for whole, parts in sums):
            return row
    return None


def _same(whole: float | None, parts: list[float | None]) -> bool:
    return whole is not None and None not in parts and abs(whole - sum(p for p in parts if p is not None)) < _HALF


def _added(codes: tuple[str, ...]) -> bool:
    """Whether a heading names counts that may be summed."""
    return bool(codes) and all(code in elements() and elements()[code].additive for code in codes)


def _adds_up(claim: Claim) -> bool:
    """Whether a total of weeks or months is a figure of all of them: what arose in each, nothing that stood at a day."""
    known = [elements()[code] for code in claim.codes if code in elements()]
    return bool(known) and all(e.basis == "in_period" and e.additive and not e.carries_over for e in known)


def _one_hamlet(o: Oriented, row: int) -> bool:
    """Whether a row is that of one hamlet, by its name or by the heading over it."""
    return is_hamlet(o.text(row, o.label_col)) or (o.label_col is not None and below_communes(o.columns[o.label_col]))
