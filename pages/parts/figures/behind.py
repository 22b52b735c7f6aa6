"""Which files the figures of some indicators or counts were typed in: those that only came for the same period are none of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st

from catalogue.indicators import indicators
from catalogue.periods import Period
from catalogue.units import units
from indicators.punctuality import SYSTEM
from indicators.words import codes_of
from pages.parts import data
from pages.parts.filters import Filters


def files_behind(filters: Filters, codes: Iterable[str], periods: Sequence[Period]) -> pd.DataFrame:
    """The unit and submission of every cell behind the figures of `codes`: of the periods themselves and, where a longer one is made of
    its months, of those."""
    return _behind(filters.unit, tuple(codes), tuple(map(str, periods)), filters.version)


@st.cache_resource(max_entries=64, show_spinner=False)
def _behind(unit: str, codes: tuple[str, ...], periods: tuple[str, ...], version: int) -> pd.DataFrame:
    """Shared by everyone: not to be changed."""
    asked = [Period.parse(text) for text in periods]
    months = {str(one) for period in asked for one in (period, *period.months)}
    found = data.store().coverage(periods=sorted(months))
    inside = [one for one in found["unit"].unique() if units().lies_in(one, unit)]
    cells = data.cube(version).cells(_elements(codes, asked), sorted(months), inside)
    typed = cells[cells["submission"] > 0]
    return pd.DataFrame({"unit": typed["unit"].astype(str), "submission": typed["submission"]}).drop_duplicates(ignore_index=True)


def _elements(codes: Iterable[str], periods: Sequence[Period]) -> list[str]:
    """The counts that the figures are made of, and the codes under which a percentage without counts is kept."""
    found: dict[str, None] = {}
    for code in codes:
        one = indicators().get(code)
        if one is not None and one.sources == SYSTEM:
            continue
        found[code] = None
        for period in periods if one else ():
            assert one is not None
            found |= dict.fromkeys(codes_of(one.definition(period.end(one.calendar))))
    return list(found)
