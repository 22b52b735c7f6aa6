"""Sectors under one total, one unit for all: only the figures of the total row, or of the only row, are taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.claim import Claim
from loaders.understanding.dimensions import TIME_HEADINGS
from loaders.understanding.orient import Oriented, below_communes
from loaders.understanding.rowkinds import is_hamlet, is_total
from loaders.understanding.wide import column_claims
from loaders.understanding.wide_headings import wide_columns
from loaders.understanding.words import plain


def sector_claims(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table of sectors: those of its one total row, or its only row."""
    named = wide_columns(o, whole)
    rows = [
        r
        for r in o.table.body
        if any(c.kind == "N" or any(ch.isdigit() for ch in c.text) for c in o.table.row(r) if c.col not in (o.index_col,))
    ]
    totals = [r for r in rows if any(is_total(c.text) for c in o.table.row(r) if c.kind == "T")]
    lone = len(rows) == 1 and not _one_hamlet(o, rows[0])
    chosen = totals[0] if len(totals) == 1 else rows[0] if lone else None
    over_times = len(rows) > 1 and o.label_col is not None and bool(TIME_HEADINGS.match(plain(o.columns[o.label_col].leaf)))
    for row in o.table.body:
        for col, (column, found, kept) in named.items():
            cell = o.table.sheet.cell(row, col)
            if cell is None or col in (o.label_col, o.index_col):
                continue
            for claim in column_claims(o, index, cell, column, found, kept, "value", None, "", "sectors"):
                if row == chosen and over_times and not _adds_up(claim):
                    claim.role = "skip"
                    claim.notes.append("sum_over_time")
                if row != chosen:
                    claim.role = "skip" if claim.role != "skip" else claim.role
                    claim.notes.append("sector")
                yield claim


def _adds_up(claim: Claim) -> bool:
    """Whether a total of weeks or months is a figure of all of them: what arose in each, nothing that stood at a day."""
    known = [elements()[code] for code in claim.codes if code in elements()]
    return bool(known) and all(e.basis == "in_period" and e.additive and not e.carries_over for e in known)


def _one_hamlet(o: Oriented, row: int) -> bool:
    """Whether a row is that of one hamlet, by its name or by the heading over it."""
    return is_hamlet(o.text(row, o.label_col)) or (o.label_col is not None and below_communes(o.columns[o.label_col]))
