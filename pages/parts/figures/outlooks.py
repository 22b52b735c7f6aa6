"""Where a figure is going, in words: the forecast as a range with its method, and whether the target will be reached."""

from __future__ import annotations

import math

import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day
from indicators.outlook import Outlook, outlook
from pages.parts import data, names
from pages.parts.drawing.cards import shown
from pages.parts.figures.past import pasts
from pages.parts.filters import Filters

LONG = 24
"""Periods that are drawn and looked back on."""


@st.cache_resource(max_entries=512, show_spinner=False)
def ahead(key: str, _filters: Filters, code: str, version: int) -> Outlook | None:
    """The outlook of the chosen unit; None where nothing can be said."""
    past = pasts(_filters, (_filters.unit,), (code,), LONG, version)[_filters.unit, code]
    rows = [*past.rows[:-1], {**past.rows[-1], "status": past.now["status"]}]
    return outlook(rows, past.periods, indicators()[code], data.cube(version).words, joined=_filters.boundaries == "current")


def told(found: Outlook | None, code: str) -> str:
    """The range on the last period looked ahead, by which method and from which figures, and what it means for the target."""
    if found is None:
        return ""
    low, high = ends(found.found.low[-1], found.found.high[-1], indicators()[code])
    told = {
        "period": names.period_inline(found.periods[-1]),
        "method": method_name(found.found.method),
        "since": names.period_inline(found.since),
    }
    said = (
        _("Forecast for {period}: about {value}, by {method} up to {since}, the last complete one.", value=low, **told)
        if low == high
        else _("Forecast for {period}: {low} to {high}, by {method} up to {since}, the last complete one.", low=low, high=high, **told)
    )
    return f"{said} {verdict_words(found)}".strip()


def ends(low: float, high: float, indicator: Indicator) -> tuple[str, str]:
    """The ends of a range in words; of things that are counted the whole numbers around it."""
    if indicator.unit == "count":
        low, high = math.floor(low), math.ceil(high)
    below, above = (shown(value, indicator.unit == "percent", indicator.decimals) for value in (low, high))
    return below, above


def verdict_words(found: Outlook) -> str:
    """Whether the target will be reached, and where the middle of the range reaches it when."""
    if not found.verdict:
        return ""
    by = day(found.until)
    if found.by is None:
        if found.verdict == "late":
            return _("The target will not be reached by {day}.", day=by)
        return _("Whether the target is reached by {day} will be close.", day=by)
    period = names.period_inline(found.by)
    if found.verdict == "early":
        return _("The target will be reached in {period}, before {day}.", period=period, day=by)
    return _("It will be close: the target of {day} may be reached in {period}.", period=period, day=by)


def method_name(method: str) -> str:
    """What a method of forecasting is called inside a sentence."""
    return {
        "trend": _("the trend of the last periods"),
        "level": _("the level of the last periods"),
        "season": _("the season of the year before"),
    }[method]
