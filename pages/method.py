"""How figures are made: in plain sentences, and how far forecasts were off when they were tried on periods held back."""

import streamlit as st

from catalogue.language import _, language
from pages.parts import filters, gate
from pages.parts.figures import method as methods
from pages.parts.figures import page


def show() -> None:
    """Show the methods."""
    gate.require("viewer")
    chosen = filters.chosen()
    page.title(_("Methods"), _("How the figures on these pages are made, and how far forecasts have been off."))
    for words, anchor, paragraphs in methods.chapters():
        page.section(words, anchor)
        page.paragraphs(paragraphs)
    if page.nothing_yet(chosen):
        return
    with st.spinner(_("Trying the forecasts on earlier periods…")):
        tried = methods.trials(chosen.key, chosen, chosen.version, language())
    page.block(tried.table, tried.sentence)
