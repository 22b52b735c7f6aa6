"""Mistakes that came back in the returns of one unit: in how many returns each kind stood, and how often."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from pages.parts import data

SEVERITIES = ("error", "question")
MOST_RETURNS = 60


@st.cache_data(max_entries=128, show_spinner=False)
def mistakes_of(unit: str, version: int) -> dict[str, tuple[int, int]]:
    """Kind of issue -> (returns, times), over the latest returns that speak of this unit alone."""
    returns: Counter[str] = Counter()
    times: Counter[str] = Counter()
    sent = data.store().submissions(sender=unit)
    for number in sent["id"].head(MOST_RETURNS):
        codes = [issue.code for issue in data.store().issues(int(number)) if issue.severity in SEVERITIES]
        times.update(codes)
        returns.update(set(codes))
    return {code: (returns[code], times[code]) for code in returns}
