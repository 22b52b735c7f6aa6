"""What is known of a sheet and of a file while it is being understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from catalogue.facts import Issue
from loaders.opening.grid import Cell, Grid, Sheet
from loaders.questions import Question
from loaders.understanding.dates.when import Statement, When
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes
from loaders.understanding.typed.measures import Measure

LINES_ABOVE = 15
"""A line further down is no title of its sheet."""


@dataclass
class SheetReading:
    """What one sheet says of itself, and its tables with their claims."""

    sheet: Sheet
    tables: list[Table] = field(default_factory=list)
    oriented: list[Oriented] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    when: When = field(default_factory=lambda: When(None, ()))
    said: list[Statement] = field(default_factory=list)
    units: list[Named] = field(default_factory=list)
    measure: Measure | None = None
    measures: list[Measure | None] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    signed: dt.date | None = None
    signed_cell: str = ""
    cumulative: bool = False
    each: bool = False
    days: list[tuple[dt.date, str]] = field(default_factory=list)

    @property
    def last_day(self) -> dt.date | None:
        """The last day of its period by Decree 09/2019: the day on which units are looked up."""
        return self.when.period.end("nd09") if self.when.period else None


@dataclass
class Reading:
    """The whole file while it is being understood; `guides`: the sheets that only explain how it is filled in; `written_for`: the unit and
    period that a workbook of ours was made out for; `area`: the province or district beyond that of the installation in which its communes
    lie; `offers`: questions that may be left open."""

    grid: Grid
    sheets: list[SheetReading] = field(default_factory=list)
    guides: list[SheetReading] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    offers: list[Question] = field(default_factory=list)
    outcome: str = ""
    reason: str = ""
    area: str = ""
    written_for: Mapping[str, str] = field(default_factory=dict)

    @property
    def claims(self) -> list[Claim]:
        """Every claim of every sheet."""
        return [c for s in self.sheets for c in s.claims]

    @property
    def values(self) -> list[Claim]:
        """The claims that become observations."""
        return [c for c in self.claims if c.role == "value" and c.codes and (c.value is not None or c.status != "accepted")]


def header_lines(part: SheetReading) -> list[Cell]:
    """The cells above the first table and between tables, not under the last: titles, senders, periods."""
    first = min((t.header_first for t in part.tables), default=part.sheet.n_rows)
    lines = [c for r, cells in part.sheet.rows.items() if r < first for c in cells if c.is_text or c.kind == "D"]
    last = max((t.header_first for t in part.tables), default=0)
    between = [
        c
        for r, cells in part.sheet.rows.items()
        if first <= r < last
        for c in cells
        if c.is_text and not any(t.holds(c) for t in part.tables) and ("title" in classes("lines.csv", c.text))
    ]
    return lines + between


def first_line(part: SheetReading, *kinds: str, leading: bool = False) -> Cell | None:
    """The first line over the tables that is of one of some kinds; `leading`: not behind another text of its row ("Address")."""
    first = min((t.header_first for t in part.tables), default=0)
    lines = (c for row, cells in part.sheet.rows.items() if row < first for c in (cells[:1] if leading else cells) if c.is_text)
    return next((c for c in lines if set(kinds) & set(classes("lines.csv", c.text))), None)
