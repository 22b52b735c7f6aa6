"""The one figure nobody types: returns in time of returns expected, counted from what arrived and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from catalogue.periods import Period
from indicators.completeness import as_observations, completeness
from indicators.words import Words, codes_of

SYSTEM = ("SYS",)
"""The source of an indicator that is computed here."""
NOT_ARRIVED = ("withdrawn", "refused", "duplicate")
HERE = dt.timezone(dt.timedelta(hours=7))


def concerns(elements: Sequence[str], words: Words) -> list[str]:
    """The indicators computed here that are made of any of the elements."""
    asked = set(elements)
    own = [i for i in words.indicators.values() if i.sources == SYSTEM]
    return [i.code for i in own if any(asked & set(codes_of(version)) for version in i.versions)]


def punctual(
    coverage: pd.DataFrame, elements: Sequence[str], periods: Sequence[str], *, root: str, words: Words, on: dt.date
) -> pd.DataFrame:
    """Observations of the elements for each month of `periods` from the first that anything arrived about; cells stay empty.

    `coverage` is that of the store: unit, period, state, received_at (in UTC; a day is that of Viet Nam).
    """
    arrived = coverage[~coverage["state"].isin(NOT_ARRIVED)]
    told = [Period.parse(text) for text in arrived["period"].unique()]
    begin = min((period.months[0] for period in told), default=None)
    asked = [Period.parse(text) for text in periods]
    months = [p for p in asked if p.kind == "month" and begin is not None and begin <= p and p.start() <= on]
    arrived = arrived[arrived["period"].isin([str(month) for month in months])]
    received = pd.DataFrame(
        {
            "unit": arrived["unit"].astype(object),
            "period": arrived["period"].astype(object),
            "received_on": arrived["received_at"].dt.tz_convert(HERE).dt.date,
        }
    )
    tables = []
    for code in concerns(elements, words):
        table = completeness(received, root, months, on, units=words.units, calendar=words.indicators[code].calendar)
        tables.append(as_observations(table, code, words))
    whole = pd.concat(tables, ignore_index=True)
    return whole[whole["element"].isin(list(elements))]
