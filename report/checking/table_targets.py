"""Columns of targets in a table held against the targets of the store: a value that no target has is asked about.

Reports may follow a plan that we do not hold. So a value agrees when any target of the unit and the areas above has it, and is
told only where we hold a target of that year; next to a document it names, it is left to that document.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue.indicators import indicators
from catalogue.language import _, number, percent
from catalogue.legal import legal_bases
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.aims import assigned, scopes
from report.checking.amounts import Amount, amounts
from report.checking.citations import citations
from report.checking.finding import Finding
from report.checking.ours import Ours
from report.checking.reported import Report
from report.checking.table_shape import Row, Table, role

TARGET = "target"
_NO_AIM = ("claim", "baseline", "activity", "other_province")
_WHOLLY_OTHER = 4
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Aimed:
    """One cell of a column of targets: its passage, the share written, whose it is, of which indicator, to be reached in which year."""

    row: Row
    passage: int
    share: Amount
    unit: str
    code: str
    year: int


def aimed(row: Row, at: int, unit: str, code: str, heading: str, period: Period) -> Aimed | None:
    """The cell of a column of targets; None where it is not one share of a rate of ours."""
    cell = row.cells[at]
    shares = [amount for amount in amounts(row.texts[at]) if amount.sort in ("percent", "count")]
    if cell is None or len(shares) != 1 or not code or indicators()[code].unit != "percent":
        return None
    if shares[0].sort == "count" and (shares[0].noun or not 0 <= shares[0].low <= 100):
        return None
    year = _YEAR.search(row.texts[at]) or _YEAR.search(heading)
    return Aimed(row, cell, shares[0], unit, code, int(year[0]) if year else period.year)


def columns(table: Table) -> list[int]:
    """The columns that hold targets."""
    return [at for at, heading in enumerate(table.headings) if role(heading) == TARGET]


def check(report: Report, ours: Ours, table: Table, head: int | None, cells: Sequence[Aimed]) -> Iterator[Finding]:
    """The findings on one column of targets."""
    judged = [(cell, _held(ours, cell)) for cell in cells]
    told = [(cell, held, _same(held, cell)) for cell, held in judged if held]
    lost = [(cell, due) for cell, held, same in told if same is None and (due := _due(held, cell)) and not _documented(table, cell)]
    for cell, _held_ones, same in told:
        if same:
            message = _("Agrees with the target: {target}.", target=_said(same))
            yield _found(report, cell, "match", message, _value(same))
    if len(lost) >= _WHOLLY_OTHER and len(lost) == len(told) and head is not None:
        message = _(
            "None of the {count} targets below is in the register of targets. Name the document they come from.", count=number(len(lost))
        )
        yield report.found(head, 0, len(report.passages[head].text), "percent", "no_basis", message, _value(lost[0][1]))
        return
    for cell, due in lost:
        own = due.scope == cell.unit
        ask = (
            _("The register has the target {target}. Correct the value, or record the new target.", target=_said(due))
            if own
            else _("The register has the target {target}, and none of this value. Name the document it comes from.", target=_said(due))
        )
        yield _found(report, cell, "differs" if own else "no_basis", ask, _value(due))


def _held(ours: Ours, cell: Aimed) -> list[Target]:
    """The targets that may be meant: of the unit and the areas above it, for units of its level or the whole area."""
    end = dt.date(cell.year, 12, 31)
    level, within = units()[cell.unit].level, scopes(units(), cell.unit, end)
    mine = [t for t in ours.targets if t.indicator == cell.code and t.scope in within and t.status not in _NO_AIM and t.unit == "percent"]
    quota = assigned(indicators()[cell.code])
    fitting = [t for t in mine if t.scope == cell.unit or t.level in (level, units()[t.scope].level)]
    return [*sorted(fitting, key=lambda t: (t.scope != cell.unit, -within[t.scope])), *([quota] if quota else [])]


def _same(held: Sequence[Target], cell: Aimed) -> Target | None:
    return next((t for t in held if cell.share.low in (t.value, *(value for _period, value in t.steps))), None)


def _due(held: Sequence[Target], cell: Aimed) -> Target | None:
    """The target in force that is to be reached in the year named."""
    return next(
        (t for t in held if t.status == "in_force" and t.verified and t.period_to and Period.parse(t.period_to).year == cell.year), None
    )


def _documented(table: Table, cell: Aimed) -> bool:
    """Whether the row, its heading or the words above the table name the document that the target is of."""
    return any(list(citations(text)) for text in (*cell.row.texts, *table.headings, table.caption))


def _value(target: Target) -> str:
    return percent(target.value)


def _said(target: Target) -> str:
    """ ">= 40% until 2025 (document)"."""
    said = f"{target.operator} {_value(target)}".replace(">=", "\u2265").replace("<=", "\u2264")
    if target.period_to:
        said = _("{value} in {year}", value=said, year=Period.parse(target.period_to).year)
    document = legal_bases().get(target.legal_basis)
    named = document.number if document else target.legal_basis
    return f"{said} ({named})" if named else said


def _found(report: Report, cell: Aimed, verdict, message: str, ours: str) -> Finding:
    text = report.passages[cell.passage].text
    return report.found(cell.passage, 0, len(text), "percent", verdict, message, ours)
