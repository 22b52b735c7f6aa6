"""Rates of what was done of a plan: a column that is this in most rows is it in all, and a row where it is not is told."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalogue.language import number as shown
from catalogue.language import percent
from loaders.issues import issue, written
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LEAST, _MOST = 3, 2 / 3
_THOUSANDS, _TYPED = re.compile(r"\d{1,3}(\.\d{3})+"), re.compile(r"\d+([.,]\d+)?")
Columns = dict[int, dict[int, Claim]]


def planned_rates(reading: Reading, part: SheetReading) -> None:
    """Compare every column that shows the results of a table in percent of its plan with both."""
    told = {(i.sheet, i.cell) for i in reading.issues}
    for index in {c.table for c in part.claims if "plan" in c.notes}:
        columns: Columns = defaultdict(dict)
        for claim in part.claims:
            if claim.table == index and _number(claim) is not None:
                columns[claim.cell.col].setdefault(claim.cell.row, claim)
        for rate, result, plan in _astray(columns):
            if (part.sheet.name, rate.cell.address) not in told and not result.doubted:
                n, d = _number(result) or 0.0, _number(plan) or 0.0
                said = {"raw": written(rate.cell), "n": shown(n), "d": shown(d), "computed": percent(100 * n / d)}
                reading.issues.append(issue("percent_differs", part.sheet.name, rate.cell.address, **said))


def _astray(columns: Columns) -> Iterator[tuple[Claim, Claim, Claim]]:
    """(rate, result, plan) of the rows that break what most rows of their columns keep; nothing where another pair of columns keeps it."""
    plans = [col for col, held in columns.items() if any("plan" in c.notes for c in held.values())]
    results = [col for col, held in columns.items() if any(c.role == "value" for c in held.values())]
    for col, held in columns.items():
        if any(c.role == "value" for c in held.values()):
            continue
        pairs = [_rows(held, columns[n], columns[d]) for n in results for d in plans if n < col and d < col]
        best = max(pairs, key=lambda rows: sum(_fits(*row) for row in rows), default=[])
        wrong = [row for row in best if not _fits(*row)]
        if len(best) >= _LEAST and wrong and len(best) - len(wrong) >= _MOST * len(best):
            yield from wrong


def _rows(rates: dict[int, Claim], results: dict[int, Claim], plans: dict[int, Claim]) -> list[tuple[Claim, Claim, Claim]]:
    return [(rate, results[row], plans[row]) for row, rate in rates.items() if row in results and row in plans]


def _fits(rate: Claim, result: Claim, plan: Claim) -> bool:
    shown_, n, d = _number(rate) or 0.0, _number(result) or 0.0, _number(plan) or 0.0
    if not d:
        return True
    return any(abs(v - 100 * n / d) <= (0.6 if v == int(v) else 0.11) for v in (shown_, 100 * shown_))


def _number(claim: Claim) -> float | None:
    if claim.value is not None:
        return claim.value
    value = claim.cell.value
    if isinstance(value, int | float):
        return float(value)
    text = str(value or "").strip().removesuffix("%").strip()
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", ""))
    return float(text.replace(",", ".")) if _TYPED.fullmatch(text) else None
