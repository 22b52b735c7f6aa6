"""One group of indicators: attainment, ranking, trend."""

import streamlit as st

from catalogue.indicators import groups
from pages.parts import gate, names


def show(code: str) -> None:
    """Show the group `code`."""
    gate.require("viewer")
    st.title(names.group(groups()[code]))
