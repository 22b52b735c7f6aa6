"""What stands around every page: the mark of illustrative data beside the filters, the sources below."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _
from pages.parts import data
from pages.parts.html import Html


def mark(version: int) -> None:
    """The mark of illustrative data, while such data are in the store."""
    if data.illustrative(version):
        st.html(Html(f'<p class="mark">{_("Illustrative data")}</p>'))
