"""A figure and those before it: a line holds one kind of period, and the way to the target is one straight line."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day
from catalogue.periods import Period
from indicators.aims import pace
from indicators.published import closed_on
from report import names
from report.brief.view import View
from report.facts import none

Row = Mapping[Hashable, Any]


@dataclass(frozen=True, slots=True)
class Past:
    """The last periods of one figure, oldest first, all of the kind of its own period. `now` is the figure shown.

    `rows` hold only what was reported for the period itself: an older figure that stands in for it has no value here.
    """

    now: Row
    periods: tuple[Period, ...]
    rows: tuple[Row, ...]
    path: tuple[float | None, ...]

    @property
    def values(self) -> tuple[float | None, ...]:
        """A value for each period, None where there is none."""
        return tuple(none(row["value"]) for row in self.rows)

    def open(self, today: dt.date) -> bool:
        """Whether the last figure may still change."""
        return provisional(self.rows[-1], self.periods[-1], today)


def provisional(row: Row, period: Period, today: dt.date) -> bool:
    """Whether a figure may still change: some units have not reported it, or its period is not closed."""
    return none(row["value"]) is not None and (row["state"] == "partial" or closed_on(period) >= today)


def pasts(view: View, units: Sequence[str], codes: Sequence[str], count: int) -> dict[tuple[str, str], Past]:
    """By unit and indicator, the figure of the choice and `count` periods of its own kind that end with it."""
    table = view.standing(tuple(units), (str(view.period),), tuple(codes))
    now: dict[tuple[str, str], Row] = {(row["unit"], row["indicator"]): row for row in table.to_dict("records")}
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for (unit, code), row in now.items():
        alike[row["figure_period"], unit].append(code)
    together: dict[tuple[str, tuple[str, ...]], list[str]] = defaultdict(list)
    for (period, unit), mine in alike.items():
        together[period, tuple(mine)].append(unit)
    made = {}
    for (text, own), of_units in together.items():
        last = Period.parse(text)
        periods = tuple(last.shift(-back) for back in range(count - 1, -1, -1))
        older = view.standing(tuple(of_units), tuple(map(str, periods)), own).to_dict("records")
        found: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for one in older:
            found[one["unit"], one["indicator"]].append(_own(one))
        for key, rows in found.items():
            made[key] = Past(now[key], periods, tuple(rows), way(now[key], periods, indicators()[key[1]]))
    return made


def _own(row: Row) -> Row:
    """The row, without its value when that belongs to another period."""
    if row["figure_period"] == row["period"]:
        return row
    return {**row, "value": None, "numerator": None, "denominator": None, "state": "missing", "break": ""}


def way(row: Row, periods: Sequence[Period], indicator: Indicator) -> tuple[float | None, ...]:
    """Where the way to the row's target, through its steps, stands at the end of each period; None before it and without a beginning."""
    first, since, until = none(row["baseline"]), row["baseline_date"], row["target_to"]
    if first is None or not isinstance(since, dt.date) or not isinstance(until, dt.date) or none(row["pace"]) is None:
        return (None,) * len(periods)
    ends = [period.end(indicator.calendar) for period in periods]
    start, begun = np.array([first]), np.array([float(since.toordinal())])
    through = row["target_steps"] or ()
    return tuple(float(pace(start, begun, row["target"], until, end, through)[0]) if end >= since else None for end in ends)


def when(period: Period, row: Row) -> str:
    """The period and data date of a figure that does not belong to the period chosen; empty when it does, or there is none. Of a month
    that holds on because it is asked for less often, that too."""
    if row["figure_period"] == str(period) or none(row["value"]) is None:
        return ""
    found = Period.parse(row["figure_period"])
    own = names.period(found)
    said = _("{period}, data to {day}", period=own, day=day(row["data_date"])) if row["data_date"] else own
    rhythm = _rhythm(indicators()[row["indicator"]]) if found.kind == "month" else ""
    return f"{said}; {rhythm}" if rhythm else said


def _rhythm(indicator: Indicator) -> str:
    """That a figure is asked for less often than each month; empty where it is not."""
    said = {"quarter": _("reported each quarter"), "half": _("reported each half year"), "year": _("reported each year")}
    return said.get(indicator.frequency, "")


def before(row: Row) -> str:
    """What the change of a figure is measured against."""
    return names.period_inline(Period.parse(row["figure_period"]).previous)


def why_not(reason: str, period: str) -> str:
    """Why a change against a period cannot be told."""
    if reason == "definition":
        return _("the definition is another one than in {period}", period=period)
    if reason == "no_common_units":
        return _("no unit reported completely both now and in {period}", period=period)
    return _("nothing to compare with in {period}", period=period)
