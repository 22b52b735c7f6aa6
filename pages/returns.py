"""The page Returns received."""

import streamlit as st

from catalogue.language import _
from pages.parts import gate


def show() -> None:
    """Show the page."""
    gate.require("viewer")
    st.title(_("Returns received"))
