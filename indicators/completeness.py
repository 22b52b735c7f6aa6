"""How complete the returns are: of the units due for a period, who has sent, when, and who has not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from catalogue.calendars import due_date
from catalogue.periods import Calendar, Period
from catalogue.units import Units
from indicators.words import Words, declared

STATES = ("received", "late", "missing", "not_due")


def completeness(
    received: pd.DataFrame,
    root: str,
    periods: Sequence[Period | str],
    on: dt.date,
    *,
    units: Units | None = None,
    calendar: Calendar = "nd09",
) -> pd.DataFrame:
    """One row per period and unit due at its end: period, unit, due_on, received_on (None), state, days_late.

    `received` holds unit, period and received_on (dates; one row a return). A unit counts as received on its first day. state:
    "received" in time, "late" when after the due date, "missing" when nothing came and the due date has passed, else "not_due".
    """
    units = units or declared().units
    first = _first_days(received)
    rows = []
    for period in (p if isinstance(p, Period) else Period.parse(p) for p in periods):
        due = due_date(period)
        for unit in units.due_on(root, period.end(calendar)):
            came = first.get((unit.id, str(period)))
            state = ("late" if came > due else "received") if came is not None else "missing" if on > due else "not_due"
            late = ((came or on) - due).days
            rows.append((str(period), unit.id, due, came, state, max(0, late)))
    return pd.DataFrame(rows, columns=["period", "unit", "due_on", "received_on", "state", "days_late"])


def _first_days(received: pd.DataFrame) -> dict[tuple[str, str], dt.date]:
    """Unit and period to the day of their first return; a loop, because pandas compares dates no faster and groups them slowly."""
    first: dict[tuple[str, str], dt.date] = {}
    for unit, period, day in zip(received["unit"], received["period"], received["received_on"], strict=True):
        known = first.get((unit, period))
        if known is None or day < known:
            first[unit, period] = day
    return first


def shares(table: pd.DataFrame) -> pd.DataFrame:
    """Per period of `completeness`: units_due, units_received (late ones too), units_late, units_missing; counts, no percentages."""
    states = table["state"]
    marked = table.assign(
        units_due=1, units_received=states.isin(["received", "late"]), units_late=states == "late", units_missing=states == "missing"
    )
    counts = ["units_due", "units_received", "units_late", "units_missing"]
    return marked.groupby("period", sort=False)[counts].sum().astype(int).reset_index()


def as_observations(table: pd.DataFrame, indicator: str, words: Words | None = None) -> pd.DataFrame:
    """Completeness as observations of the indicator that measures it: returns in time over returns expected, for each unit.

    Periods not yet due are left out.
    """
    definition = (words or declared()).indicators[indicator].versions[-1]
    due = table[table["state"] != "not_due"]
    in_time, expected = (due["state"] == "received").astype(float), due["state"].ne("").astype(float)
    tables = []
    for formula, values in ((definition.numerator, in_time), (definition.denominator, expected)):
        if formula is not None:
            mine = due[["unit", "period"]].assign(basis="in_period", element=formula.elements[0], value=values)
            tables.append(mine.assign(sheet="", cell="", raw="", status="accepted", submission=0))
    return pd.concat(tables, ignore_index=True)
