"""The overview: what a leader sees in thirty seconds, and below it all communes, the trend, the map and the sources."""

import streamlit as st

from pages.parts import briefing, filters, findings, gate


def show() -> None:
    """Show the overview."""
    gate.require("viewer")
    chosen = filters.chosen()
    st.html(briefing.html(findings.briefing(chosen)))
