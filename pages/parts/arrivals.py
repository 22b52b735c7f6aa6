"""The expected returns of an area, read once a version of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from catalogue.calendars import due_date
from catalogue.periods import Period
from catalogue.units import units
from indicators.expected import Expected, arrivals, board
from pages.parts import clock, data
from pages.parts.filters import Filters
from store import Exemption


def expected_returns(filters: Filters, today: dt.date) -> list[Expected]:
    """The board of the unit and period chosen."""
    return _boards(filters.unit, (str(filters.period),), today, data.version())[0]


def boards(unit: str, periods: Sequence[Period], today: dt.date) -> list[list[Expected]]:
    """The boards of several periods, in their order."""
    return _boards(unit, tuple(str(period) for period in periods), today, data.version())


@st.cache_data(max_entries=64, show_spinner=False)
def _boards(unit: str, periods: tuple[str, ...], today: dt.date, version: int) -> list[list[Expected]]:
    coverage = data.store().coverage(periods=periods)
    exempt = {(one.unit, one.period): one.reason for one in data.store().every(Exemption)}
    made = []
    for period in map(Period.parse, periods):
        owing = [due.id for due in units().due_on(unit, period.end())]
        came = arrivals(coverage[coverage["period"] == str(period)], clock.HERE)
        made.append(board(owing, came, due=due_date(period), today=today, exempt=_reasons(exempt, str(period))))
    return made


def _reasons(exempt: dict[tuple[str, str], str], period: str) -> dict[str, str]:
    return {unit: reason for (unit, told), reason in exempt.items() if told == period}
