"""What stands around every page: the mark of illustrative data above, what the figures cover below."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _
from pages.parts import data
from pages.parts.filters import Filters


def header(filters: Filters) -> None:
    """The mark of illustrative data, while such data are in the store."""
    if data.illustrative(data.version()):
        st.html(f'<p class="mark">{_("Illustrative data")}</p>')


def footer() -> None:
    """Nothing below a page yet ends it without a word on its source."""
