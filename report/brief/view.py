"""One choice of unit, period and boundaries, and how its figures are asked for: pages answer from caches, commands from the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from catalogue.area import installed_root
from catalogue.calendars import HERE, due_date
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.attention import below
from indicators.cube import Cube, open_cube
from indicators.expected import Expected, arrivals, board
from indicators.owed import owed
from indicators.rows import Boundaries
from indicators.standing import standing
from store import IN_FORCE, Exemption, Store

Texts = tuple[str, ...]
YEAR = 12


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at. `on` is the day whose units are meant, `today` the day of looking, `illustrative` whether it is a demonstration.

    `standing(units, periods, indicators)` gives the table of that name in `indicators`, which is not to be changed;
    `board(months)` the expected returns of each month, `file_of(submission)` the name of the file as it was sent. `later` is the newest
    month already due where the period shown is the latest that has figures and comes before it.
    """

    unit: str
    period: Period
    boundaries: Boundaries
    on: dt.date
    today: dt.date
    cube: Cube
    targets: tuple[Target, ...]
    standing: Callable[[Texts, Texts, Texts], pd.DataFrame]
    board: Callable[[Sequence[Period]], list[list[Expected]]]
    file_of: Callable[[int], str]
    illustrative: bool = False
    later: Period | None = None

    def own(self, codes: Texts) -> pd.DataFrame:
        """The standing of the unit itself."""
        return self.standing((self.unit,), (str(self.period),), codes)

    def members(self) -> Texts:
        """The units below it that are compared: communes, or of a large area what lies directly below; none for a commune."""
        then = self.period if self.boundaries == "reported" else Period.month(self.on.year, self.on.month)
        return tuple(one for one in below(self.cube, self.unit, then) if one != self.unit)


def opened(store: Store, unit: str, period: Period, boundaries: Boundaries, today: dt.date) -> View:
    """The view of a choice on a store."""
    cube, targets = open_cube(store), tuple(store.targets())

    def judged(units_: Texts, periods: Texts, codes: Texts) -> pd.DataFrame:
        return standing(cube, targets, units=units_, periods=periods, indicators=codes, boundaries=boundaries)

    def boards_of(months: Sequence[Period]) -> list[list[Expected]]:
        return boards(store, unit, months, today)

    def file_of(submission: int) -> str:
        return store.submission(submission).file_name

    on = period.end() if boundaries == "reported" else newest(store, today).end()
    later = overdue(period, latest_month(store.reporters(), installed_root()), today)
    return View(unit, period, boundaries, on, today, cube, targets, judged, boards_of, file_of, illustrative(store), later)


def overdue(period: Period, latest: Period | None, today: dt.date) -> Period | None:
    """The newest month whose due date has passed, where the period shown is the `latest` with figures and comes before it."""
    month = Period.month(today.year, today.month)
    month = month if due_date(month) < today else month.previous
    return month if period == latest and month > period and due_date(month) < today else None


def latest_month(reporters: Mapping[str, int], root: str) -> Period | None:
    """The newest month of which enough communes of the area have figures taken in: half the share that the fullest of the last twelve
    months has, so that the first return of a month does not make it the month by which the area is judged. None without any."""
    shares: dict[Period, float] = {}
    for text, count in reporters.items():
        month = Period.parse(text).months[-1]
        there = len(units().communes_under(root, month.end()))
        shares[month] = max(shares.get(month, 0.0), count / max(there, 1))
    newest = sorted(shares, reverse=True)
    fullest = max((shares[month] for month in newest[:YEAR]), default=0.0)
    return next((month for month in newest if shares[month] * 2 >= fullest), None)


def illustrative(store: Store) -> bool:
    """Whether figures in force come from the demonstration's workbooks."""
    return not store.submissions(origin="demo", state=IN_FORCE).empty


def newest(store: Store, today: dt.date) -> Period:
    """The newest month that is over or has brought figures: today's boundaries are those of its end."""
    month = Period.month(today.year, today.month)
    over = month if month.end() < today else month.previous
    told = [Period.parse(text).months[-1] for text in store.periods()]
    return max([over, *told])


def boards(store: Store, unit: str, periods: Sequence[Period], today: dt.date) -> list[list[Expected]]:
    """The expected returns of several periods, in their order."""
    coverage = store.coverage(periods=[str(period) for period in periods])
    exempt = {(one.unit, one.period): one.reason for one in store.every(Exemption)}
    still = owed(store, coverage)
    made = []
    for period in periods:
        owing = [due.id for due in units().due_on(unit, period.end())]
        came = arrivals(coverage[coverage["period"] == str(period)], HERE, still)
        made.append(board(owing, came, due=due_date(period), today=today, exempt=_reasons(exempt, str(period))))
    return made


def _reasons(exempt: dict[tuple[str, str], str], period: str) -> dict[str, str]:
    return {unit: reason for (unit, told), reason in exempt.items() if told == period}
