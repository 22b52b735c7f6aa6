"""Mistakes that came back in the returns of one unit: in how many returns each kind stood, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

import streamlit as st

from pages.parts import data

SEVERITIES = ("error", "question")
MOST_RETURNS, MOST_PLACES = 60, 3


class Mistake(NamedTuple):
    """One kind of mistake: in how many returns, how often, and the cells in which it stood more than once."""

    returns: int
    times: int
    places: tuple[str, ...]


@st.cache_data(max_entries=128, show_spinner=False)
def mistakes_of(unit: str, version: int) -> dict[str, Mistake]:
    """What was wrong, by kind of issue, over the latest returns that speak of this unit alone."""
    returns: Counter[str] = Counter()
    times: Counter[str] = Counter()
    places: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sent = data.store().submissions(sender=unit)
    for number in sent["id"].head(MOST_RETURNS):
        issues = [issue for issue in data.store().issues(int(number)) if issue.severity in SEVERITIES]
        times.update(issue.code for issue in issues)
        returns.update({issue.code for issue in issues})
        for issue in issues:
            places[issue.code][f"{issue.sheet}!{issue.cell}" if issue.cell else issue.sheet] += 1
    return {code: Mistake(returns[code], times[code], _again(places[code])) for code in returns}


def _again(places: Counter[str]) -> tuple[str, ...]:
    return tuple(place for place, many in places.most_common(MOST_PLACES) if many > 1 and place)
