"""The tables of a group's page as HTML, made once per choice and version of the store."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _
from pages.parts.drawing import lists
from pages.parts.figures import subject
from pages.parts.filters import Filters


@st.cache_resource(max_entries=256, show_spinner=False)
def attainment(key: str, _filters: Filters, group: str, version: int, spoken: str) -> tuple[str, str]:
    """Each indicator of the group against its target, and how many stand how."""
    lines = subject.lines(key, _filters, group, version, spoken)
    return lists.attainment(lines) + lists.legend(lines), lists.counts(lines)


@st.cache_resource(max_entries=256, show_spinner=False)
def ranking(key: str, _filters: Filters, code: str, version: int, spoken: str) -> tuple[str, str]:
    """The units below the area by one indicator, best first, and the sentence under it."""
    lines, said = subject.ranking(key, _filters, code, version, spoken)
    return lists.ranking(lines, _("Unit")), said


@st.cache_resource(max_entries=256, show_spinner=False)
def multiples(key: str, _filters: Filters, code: str, version: int, spoken: str) -> tuple[str, str]:
    """Every compared unit over time, and the sentence under it."""
    lines = subject.multiples(key, _filters, code, version, spoken)
    if all(value is None for line in lines for value in (line.value, *line.history)):
        return "", _("No data in any period.")
    return lists.multiples(lines), _("All lines share one scale; the dashed line is the path to the target.")
