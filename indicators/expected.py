"""The board of expected returns: of every unit that owes one for a period, what has come, when, and what is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from indicators.owed import Owed, Rest

Standing = Literal["missing", "returned", "to_fix", "asked", "received", "accepted", "exempt"]
STANDINGS: tuple[Standing, ...] = ("missing", "returned", "to_fix", "asked", "received", "accepted", "exempt")
"""Worst first: who has to be called before who can wait."""

OPEN_STATES: dict[str, Standing] = {
    "refused": "returned",
    "to_fix": "to_fix",
    "asked": "asked",
    "received": "received",
}
"""States of a submission that is not in force though it may come to be, and how its unit stands by it."""
_OF_STATE: dict[str, Standing] = OPEN_STATES | {"accepted": "accepted"}


@dataclass(frozen=True, slots=True)
class Arrival:
    """One file that speaks of a unit and the period in question. `state` is that of its submission; the counts are of cells.

    `shared` tells of a file that speaks of other units too, as an office above sends it. `rest` is how the unit stands by what is
    still open of a file of which only the clear part was taken in; `further` tells of one that is open though all that is open in it
    was taken in from others.
    """

    unit: str
    submission: int
    state: str
    received_on: dt.date
    accepted: int = 0
    asked: int = 0
    rejected: int = 0
    shared: bool = False
    rest: Rest | None = None
    further: bool = False

    @property
    def standing(self) -> Standing:
        """How its unit stands by it."""
        return self.rest or _OF_STATE[self.state]


@dataclass(frozen=True, slots=True)
class Expected:
    """How one unit stands. `days` counts from the due date: positive is late, negative early; of one that sent nothing, until today.

    `further` are files still open of a unit whose figures were taken in from others, each with how it stands: it owes nothing for them.
    """

    unit: str
    standing: Standing
    days: int
    received_on: dt.date | None = None
    files: int = 0
    accepted: int = 0
    asked: int = 0
    rejected: int = 0
    submission: int | None = None
    reason: str = ""
    further: tuple[tuple[int, Standing], ...] = ()

    @property
    def late(self) -> bool:
        """Sent after the due date, or not sent though the date has passed."""
        return self.days > 0 and self.standing != "exempt"


def board(
    due_units: Iterable[str], arrivals: Iterable[Arrival], *, due: dt.date, today: dt.date, exempt: Mapping[str, str] | None = None
) -> list[Expected]:
    """One row a unit, worst standing first, then by unit as given. Files withdrawn or sent twice do not count.

    A unit with several files stands as its worst open one, except that a shared file still open takes nothing from what a unit
    has sent itself, nor does one of which all that is open was taken in from others. It was received on the day of its first, even
    when a later file took the place of that one. `exempt` gives reasons by unit.
    """
    by_unit: dict[str, list[Arrival]] = {}
    for arrival in arrivals:
        if arrival.state in _OF_STATE or arrival.state == "superseded":
            by_unit.setdefault(arrival.unit, []).append(arrival)
    rows = [_stand(unit, by_unit.get(unit, []), due, today, (exempt or {}).get(unit)) for unit in due_units]
    return sorted(rows, key=lambda row: STANDINGS.index(row.standing))


def _stand(unit: str, arrivals: list[Arrival], due: dt.date, today: dt.date, reason: str | None) -> Expected:
    open_or_taken = [arrival for arrival in arrivals if arrival.state in _OF_STATE]
    if not open_or_taken:
        standing: Standing = "missing" if reason is None else "exempt"
        return Expected(unit, standing, (today - due).days, reason=reason or "")
    taken = any(arrival.state == "accepted" for arrival in open_or_taken)
    beside = [arrival for arrival in open_or_taken if taken and arrival.further and arrival.state != "accepted"]
    its_own = [one for one in open_or_taken if one.state == "accepted" or not (taken and (one.shared or one in beside))]
    worst = min(its_own, key=lambda arrival: STANDINGS.index(arrival.standing))
    first = min(arrival.received_on for arrival in arrivals)
    return Expected(
        unit,
        worst.standing,
        (first - due).days,
        received_on=first,
        files=len(open_or_taken),
        accepted=sum(arrival.accepted for arrival in open_or_taken if arrival.state == "accepted"),
        asked=sum(arrival.asked for arrival in open_or_taken if arrival not in beside),
        rejected=sum(arrival.rejected for arrival in open_or_taken if arrival not in beside),
        submission=worst.submission,
        reason=reason or "",
        further=tuple((arrival.submission, arrival.standing) for arrival in beside if not arrival.shared),
    )


def arrivals(coverage: pd.DataFrame, zone: dt.tzinfo, owed: Owed | None = None) -> list[Arrival]:
    """The rows of `Store.coverage` of one period, each dated by the calendar of the office (`zone`); `owed` tells what is still open of
    files taken in in part, and which files only wait for the office itself."""
    still = owed or Owed()
    names = ("unit", "submission", "state", "received_at", "accepted", "asked", "rejected", "period")
    several = coverage.groupby("submission")["unit"].nunique()
    rows = zip(*(coverage[name].tolist() for name in names), strict=True)
    return [
        Arrival(
            unit,
            submission,
            "received" if submission in still.of_the_office else state,
            received_at.astimezone(zone).date(),
            accepted,
            asked,
            rejected,
            several[submission] > 1,
            still.rest.get((submission, unit, period)),
            (submission, unit, period) in still.further,
        )
        for unit, submission, state, received_at, accepted, asked, rejected, period in rows
    ]


def count(rows: Iterable[Expected]) -> dict[Standing, int]:
    """How many units stand where; every standing is named."""
    counted: dict[Standing, int] = dict.fromkeys(STANDINGS, 0)
    for row in rows:
        counted[row.standing] += 1
    return counted


@dataclass(frozen=True, slots=True)
class Tally:
    """What has come of the returns due, exempt units left out: each unit stands in one of the four, by its worst open file.

    `back` are those whose return went back to be mended and has not come again, `open` those whose return is still looked at.
    """

    missing: tuple[str, ...]
    back: tuple[str, ...]
    open: tuple[str, ...]
    taken: tuple[str, ...]

    @property
    def sent(self) -> int:
        """Those who have sent anything, whatever became of it."""
        return len(self.back) + len(self.open) + len(self.taken)

    @property
    def due(self) -> int:
        """All who owe a return."""
        return self.sent + len(self.missing)


_SORTS: tuple[tuple[Standing, ...], ...] = (("missing",), ("returned",), ("to_fix", "asked", "received"), ("accepted",))


def tally(rows: Iterable[Expected]) -> Tally:
    """The units of a board by what became of their returns."""
    rows = list(rows)
    return Tally(*(tuple(row.unit for row in rows if row.standing in sort) for sort in _SORTS))
