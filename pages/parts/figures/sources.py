"""What the figures of a page were made from: how many files of how many units, when they came, how it is computed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, day, language, number
from catalogue.periods import Period
from catalogue.units import units
from indicators.punctuality import SYSTEM
from indicators.tasks import counted_here
from pages.parts import clock, data, names
from pages.parts.figures.behind import files_behind
from pages.parts.filters import Filters
from pages.parts.html import Html


def show(filters: Filters, codes: tuple[str, ...] = ()) -> None:
    """The last part of a page that shows the indicators `codes` (all of the core set when none is named)."""
    st.html(Html(_html(filters.key, filters, codes, language())))


@st.cache_resource(max_entries=256, show_spinner=False)
def _html(key: str, _filters: Filters, codes: tuple[str, ...], spoken: str) -> str:
    table = data.standing((_filters.unit,), (str(_filters.period),), codes or data.core_indicators(), _filters.boundaries, _filters.version)
    periods = sorted({Period.parse(text) for text in table.loc[table["value"].notna(), "figure_period"]}, reverse=True)
    came = " ".join(filter(None, (*(_files(_filters, period, codes) for period in periods), _counted(_filters, table))))
    method = _("Counts of the communes are added, then divided. Percentages are never averaged, and what is missing is never zero.")
    told = (
        (_("Source"), came or _("None of the figures shown comes from a file.")),
        (_("How it is computed"), method),
        (_("Boundaries"), names.boundaries(_filters.boundaries) + "."),
    )
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in told)
    return f'<div class="page"><h2 id="nguon">{_("Sources")}</h2><dl class="facts">{items}</dl></div>'


def _counted(filters: Filters, table: pd.DataFrame) -> str:
    """The figures that no file tells: counted here, from the register of tasks or from the days on which returns came."""
    known, tasks, arrivals = table[table["value"].notna()], [], []
    for code, text in zip(known["indicator"], known["figure_period"], strict=True):
        if indicators()[code].sources == SYSTEM:
            arrivals.append(names.indicator(code))
        elif counted_here(indicators()[code]) and files_behind(filters, (code,), (Period.parse(text),)).empty:
            tasks.append(names.indicator(code))
    said = [
        _("Counted from the page Tasks: {figures}.", figures="; ".join(tasks)) if tasks else "",
        _("Counted from the days on which returns came: {figures}.", figures="; ".join(arrivals)) if arrivals else "",
    ]
    return " ".join(filter(None, said))


def _files(filters: Filters, period: Period, codes: tuple[str, ...]) -> str:
    """The files that told the figures of a period: its own returns, else those of its months."""
    for told in ([period], period.months):
        found = data.store().coverage(periods=[str(one) for one in told])
        inside = [unit for unit in found["unit"].unique() if units().lies_in(unit, filters.unit)]
        found = found[found["in_force"] & (found["accepted"] > 0) & found["unit"].isin(inside)]
        if codes:
            found = found.merge(files_behind(filters, codes, told), on=["unit", "submission"])
        if len(found):
            days = sorted(clock.local(moment).date() for moment in found["received_at"])
            return _(
                "{period}: {files} files of {units}, received {when}.",
                period=names.period(period),
                files=number(found["submission"].nunique()),
                units=who([str(unit) for unit in found["unit"].unique()], clock.today()),
                when=_when(days[0], days[-1]),
            )
    return ""


def who(sent: Sequence[str], today: dt.date) -> str:
    """How many units; where some of them have ended since, how many those are and until when they were."""
    former = [units()[unit] for unit in sent if not units()[unit].exists(today)]
    if not former:
        return _("{count} units", count=number(len(sent)))
    ended = day(max(unit.valid_to for unit in former if unit.valid_to))
    if len(former) == len(sent):
        return _("{count} former units (until {day})", count=number(len(former)), day=ended)
    now = number(len(sent) - len(former))
    return _("{now} units of today and {count} former ones (until {day})", now=now, count=number(len(former)), day=ended)


def _when(first: dt.date, last: dt.date) -> str:
    return _("on {day}", day=day(first)) if first == last else _("from {first} to {last}", first=day(first), last=day(last))
