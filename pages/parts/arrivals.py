"""The expected returns of an area, read once a version of the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from catalogue.periods import Period
from indicators.expected import Expected
from pages.parts import data
from pages.parts.filters import Filters
from report.brief import view


def expected_returns(filters: Filters, today: dt.date) -> list[Expected]:
    """The board of the unit and period chosen."""
    return _boards(filters.unit, (str(filters.period),), today, data.version())[0]


def boards(unit: str, periods: Sequence[Period], today: dt.date) -> list[list[Expected]]:
    """The boards of several periods, in their order."""
    return _boards(unit, tuple(str(period) for period in periods), today, data.version())


@st.cache_resource(max_entries=64, show_spinner=False)
def _boards(unit: str, periods: tuple[str, ...], today: dt.date, version: int) -> list[list[Expected]]:
    """Shared by everyone: not to be changed."""
    return view.boards(data.store(), unit, [Period.parse(period) for period in periods], today)
