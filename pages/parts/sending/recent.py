"""The last twelve periods at a glance: one line a unit, one sign a period. Who is late again and again stands out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from catalogue.language import _, number, quarter
from catalogue.periods import Period
from indicators.expected import Expected
from pages.parts import data, desk, names
from pages.parts.arrivals import boards, expected_returns
from pages.parts.drawing import standing
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, table

PERIODS, MOST_UNITS = 12, 120
KEY = ("in_time", "late", "received", "asked", "to_fix", "returned", "missing", "exempt")


def show(filters: Filters, today: dt.date) -> None:
    """Draw the grid that ends with the chosen period."""
    if not 1 < len(expected_returns(filters, today)) <= MOST_UNITS:
        return
    periods = latest(filters.period, data.periods(filters.version))
    made = boards(filters.unit, periods, today)
    desk.show(desk.heading(_("The {count} latest periods", count=number(len(periods)))), _key(made), grid(periods, made))


def latest(last: Period, known: Sequence[Period]) -> list[Period]:
    """The periods that end with the last one; none from before anything was collected, when nobody could be late."""
    begun = min((period for period in known if period.kind == last.kind), default=last)
    return [period for back in range(PERIODS - 1, -1, -1) if (period := last.shift(-back)) >= begun]


def grid(periods: Sequence[Period], made: Sequence[Sequence[Expected]]) -> Html:
    """One row a unit that owed a return in any of the periods, those of the last one first; empty where it owed none."""
    by_period = [{row.unit: row for row in rows} for rows in made]
    head = [_("Unit"), *(_short(period) for period in periods)]
    order = list(dict.fromkeys(unit for found in reversed(by_period) for unit in sorted(found)))
    rows = [
        (names.unit(unit), *(_cell(found.get(unit), period) for found, period in zip(by_period, periods, strict=True))) for unit in order
    ]
    return table(head, rows, label=_("Returns of the last periods"), class_="desk-grid")


def sign(row: Expected) -> str:
    """Which sign stands for a return: late ones apart from those in time."""
    if row.standing in ("accepted", "received") and row.late:
        return "late"
    return "in_time" if row.standing == "accepted" else row.standing


def _cell(row: Expected | None, period: Period) -> Html | str:
    if row is None:
        return ""
    name = sign(row)
    return standing.mark(name, f"{names.period(period)}: {standing.word(name)}")


def _short(period: Period) -> Html:
    """Month or quarter and year, which stand under each other where there is little room; of longer periods the year or all."""
    if period.kind not in ("month", "quarter"):
        return h("span", names.short(period) if period.kind != "year" else str(period.year))
    place = quarter(period.number) if period.kind == "quarter" else f"{period.number:02d}"
    return join([place, h("span", f"/{period.year % 100:02d}")])


def _key(made: Sequence[Sequence[Expected]]) -> Html:
    """The signs that occur, in one order."""
    occurring = {sign(row) for rows in made for row in rows}
    return h("div", *(standing.badge(name) for name in KEY if name in occurring), class_="desk-key")
