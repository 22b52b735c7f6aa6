"""What pages read, cached: every function is keyed on what was asked and on the version of the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from time import monotonic

import pandas as pd
import streamlit as st

from catalogue.area import installed_root
from catalogue.indicators import Group, groups, indicators
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.cube import Cube, open_cube
from indicators.held import declared_with_counts
from indicators.published import closed_at
from indicators.rows import Boundaries
from indicators.standing import standing as judged
from pages.parts import clock
from report.brief.main import core_indicators as core_indicators
from report.brief.main import overview_indicators as overview_indicators
from report.brief.main import overview_rows as overview_rows
from report.brief.view import illustrative as made_up
from report.brief.view import latest_month
from store import IN_FORCE, Store, open_store

MOST_COMMUNES = 250
MOST_DUE = 12
FRESH = 0.25


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The one store of this process, its tables made when they are missing."""
    opened = open_store()
    if not opened.is_ready():
        opened.initialise()
    return opened


@dataclass(frozen=True, slots=True)
class _Seen:
    """A version as it was looked up: of which store, after how many of its own commits, when."""

    store: Store
    commits: int
    at: float
    version: int


_seen: list[_Seen] = []
"""At most one: the last look."""


def version() -> int:
    """The number of the last committed change: part of every key below. What other processes commit is seen within `FRESH` seconds.

    A look at the database gives up the interpreter several times; under a crowd each time waits for its turn again."""
    held, now = store(), monotonic()
    last = _seen[-1] if _seen else None
    if last and last.store is held and last.commits == held.commits and now - last.at < FRESH:
        return last.version
    commits = held.commits
    found = held.version()
    _seen[:] = [_Seen(held, commits, now, found)]
    return found


@cache
def root() -> str:
    """The unit at the top of the area served."""
    return installed_root()


@cache
def prominent_groups() -> frozenset[str]:
    """The groups whose pages stand in the bar itself."""
    return frozenset(indicators()[row["indicator"]].group for row in overview_rows() if row["menu"] == "yes")


@cache
def units_to_choose(root_id: str, asked: str | None, on: dt.date) -> tuple[str, ...]:
    """What the unit filter offers on a day: the area and its communes; for a large area its provinces and the communes of one."""
    known = units()
    communes = known.communes_under(root_id, on)
    if len(communes) <= MOST_COMMUNES:
        return (root_id, *(unit.id for unit in communes))
    children = [unit.id for unit in known.children(root_id, on)]
    open_child = next((unit.id for unit in known.path(asked) if unit.id in children), None) if asked in known else None
    below = [unit.id for unit in known.communes_under(open_child, on)] if open_child else []
    return (root_id, *children, *below)


def periods(version_: int) -> tuple[Period, ...]:
    """The periods that can be chosen, the newest first: months that are over since the last with data, months with data, then
    quarters and years that hold one. Never empty."""
    known = reported_periods(version_)
    over, months = _last_over(clock.today()), [period for period in known if period.kind == "month"]
    due = []
    while over > months[0] and len(due) < MOST_DUE:
        due.append(over)
        over = over.previous
    return (*due, *known)


@st.cache_resource(max_entries=4, show_spinner=False)
def latest(version_: int) -> Period:
    """The newest month of which enough returns were taken in, else the newest of which any came: what is shown when none is asked for."""
    known = reported_periods(version_)
    told = {text: count for text, count in store().reporters().items() if Period.parse(text).months[-1] in known}
    return latest_month(told, root()) or known[0]


def _last_over(today: dt.date) -> Period:
    """The last reporting month that has ended."""
    month = Period.month(today.year, today.month)
    return month if month.end() < today else month.previous


@st.cache_resource(max_entries=4, show_spinner=False)
def reported_periods(version_: int) -> tuple[Period, ...]:
    """Months with data, the newest first, then quarters, half years and years that hold one. Never empty."""
    told = {Period.parse(text) for text in store().periods()}
    months = sorted({month for period in told for month in period.months if month <= max(told)}, reverse=True)
    if not months:
        today = dt.datetime.now(dt.UTC).date()
        months = [Period.month(today.year, today.month).previous]
    longer = [Period(m.year, "quarter", (m.first_month + 2) // 3) for m in months]
    longer += [Period(m.year, "half", (m.first_month + 5) // 6) for m in months] + [Period(m.year, "year") for m in months]
    return (*months, *dict.fromkeys(longer))


@st.cache_resource(max_entries=4, show_spinner=False)
def illustrative(version_: int) -> bool:
    """Whether figures in force come from the demonstration's workbooks."""
    return made_up(store())


@st.cache_resource(max_entries=4, show_spinner=False)
def empty(version_: int) -> bool:
    """Whether no return has been accepted yet."""
    return store().submissions(state=IN_FORCE).empty


@cache
def group_of(indicator: str) -> Group:
    """The group of an indicator."""
    return groups()[indicators()[indicator].group]


@st.cache_resource(max_entries=2, show_spinner=False)
def cube(version_: int) -> Cube:
    """What was reported, ready for sums, as of a version of the store."""
    return open_cube(store())


@st.cache_resource(max_entries=24, show_spinner=False)
def published(period: str, version_: int) -> Cube:
    """What had been reported when the figures of a period were closed."""
    return open_cube(store(), moment=closed_at(Period.parse(period)))


@st.cache_resource(max_entries=2, show_spinner=False)
def counting_cube(version_: int) -> Cube:
    """The same with every element as a count of its own."""
    return open_cube(store(), words=declared_with_counts())


@st.cache_resource(max_entries=4, show_spinner=False)
def targets(version_: int) -> tuple[Target, ...]:
    """The targets as they stand now."""
    return tuple(store().targets())


@st.cache_resource(max_entries=512, show_spinner=False)
def standing(
    units_: tuple[str, ...], periods_: tuple[str, ...], codes: tuple[str, ...], boundaries: Boundaries, version_: int
) -> pd.DataFrame:
    """Figures with target, pace, status and change, a row each indicator, period and unit. Shared by everyone: not to be changed."""
    return judged(cube(version_), targets(version_), units=units_, periods=periods_, indicators=codes, boundaries=boundaries)


def compared_units(filters) -> tuple[str, ...]:
    """The units a page compares: the communes of the area, or its provinces when there are too many to read."""
    communes = all_communes(filters)
    if len(communes) <= MOST_COMMUNES:
        return communes
    return tuple(unit.id for unit in units().children(filters.root, day_of(filters)))


def all_communes(filters) -> tuple[str, ...]:
    """Every commune of the area, by the boundaries chosen."""
    return _communes(filters.root, day_of(filters))


def day_of(filters) -> dt.date:
    """The day whose units are meant: the end of the period, or today's when the past is shown in today's boundaries."""
    return periods(filters.version)[0].end() if filters.boundaries == "current" else filters.period.end()


@cache
def _communes(root_id: str, on: dt.date) -> tuple[str, ...]:
    return tuple(unit.id for unit in units().communes_under(root_id, on))
