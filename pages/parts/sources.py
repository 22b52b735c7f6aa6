"""What the figures of a page were made from: how many files of how many units, when they came, how it is computed."""

from __future__ import annotations

from html import escape

import streamlit as st

from catalogue.language import _, day, language, number
from pages.parts import arrivals, clock, names
from pages.parts.filters import Filters


def show(filters: Filters) -> None:
    """The last part of a page."""
    st.html(_html(filters.key, filters, language()))


@st.cache_resource(max_entries=256, show_spinner=False)
def _html(key: str, _filters: Filters, spoken: str) -> str:
    rows = arrivals.boards(_filters.unit, [_filters.period.months[-1]], clock.today())[0]
    days = sorted(row.received_on for row in rows if row.received_on)
    files = number(sum(row.files for row in rows))
    came = _("{files} files of {units} units", files=files, units=number(sum(1 for row in rows if row.files)))
    when = _("received from {first} to {last}", first=day(days[0]), last=day(days[-1])) if days else _("none received yet")
    method = _("Counts of the communes are added, then divided. Percentages are never averaged, and what is missing is never zero.")
    told = (
        (_("Source"), f"{came}, {when}."),
        (_("How it is computed"), method),
        (_("Boundaries"), names.boundaries(_filters.boundaries) + "."),
    )
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in told)
    return f'<div class="page"><h2 id="nguon">{_("Sources")}</h2><dl class="facts">{items}</dl></div>'
