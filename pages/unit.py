"""The page Unit."""

import streamlit as st

from catalogue.language import _
from pages.parts import gate


def show() -> None:
    """Show the page."""
    gate.require("viewer")
    st.title(_("Unit"))
