"""The cells that a figure was typed in, by file, sheet and address: what every output carries so that a number can be found again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.periods import Period
from indicators.trace import trace
from report import names
from report.brief.view import View
from report.facts import trace_id

MOST = 30
"""So many cells are named behind a figure where people read them."""


@dataclass(frozen=True, slots=True)
class Source:
    """One cell. `sign` is -1 where its value was taken off, `sent` the number of its return; a count that nobody typed has no file,
    sheet or cell, and 0 for its return."""

    trace: str
    side: str
    sign: int
    unit: str
    name: str
    period: Period
    value: float
    raw: str
    file: str
    sheet: str
    cell: str
    sent: int = 0

    @property
    def bare(self) -> Source:
        """The cell alone, whatever figure and side it stands in."""
        return replace(self, trace="", side="", sign=1)

    @property
    def words(self) -> str:
        """The cell in one line."""
        place = f"{self.file} [{self.sheet}!{self.cell}]" if self.file else _("Counted from the returns received")
        return f"{names.unit(self.unit)}, {names.period_inline(self.period)}, {self.name}: {number(self.value, None)} — {place}"


def cells(view: View, code: str, unit: str, period: Period) -> list[Source]:
    """The cells behind the figure of a unit, numerator first."""
    found = trace(view.cube, code, unit, period, boundaries=view.boundaries)
    name = trace_id(code, unit, period)
    return [_source(view, name, row) for row in found.rows.to_dict("records")]


def _source(view: View, name: str, row: Mapping[Any, Any]) -> Source:
    code = row["element"]
    return Source(
        name,
        row["side"],
        int(row["sign"]),
        row["unit"],
        names.indicator(code) if row["side"] == "percentage" and code in indicators() else names.element(code),
        Period.parse(row["period"]),
        float(row["value"]),
        row["raw"],
        view.file_of(int(row["submission"])) if row["submission"] else "",
        row["sheet"],
        row["cell"],
        int(row["submission"] or 0),
    )


def noted(view: View, code: str, period: Period) -> tuple[str, ...]:
    """The trace id of the unit's figure, and under it the cells behind it, as many as can be read."""
    found = cells(view, code, view.unit, period)
    head = f"{names.indicator(code)} [{trace_id(code, view.unit, period)}]"
    lines = [f"  {one.words}" for one in found[:MOST]]
    if len(found) > MOST:
        lines.append(_("… and {count} cells more; the page of origins shows them all.", count=number(len(found) - MOST)))
    return (head, *lines)
