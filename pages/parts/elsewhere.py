"""An address that names no page: said above the page shown in its place, with the way there."""

from __future__ import annotations

from collections.abc import Collection
from urllib.parse import unquote, urlsplit

import streamlit as st

from catalogue.language import _
from pages.parts.filters import MOST
from pages.parts.html import Html, h, join, link


def unknown(url: str | None, addresses: Collection[str]) -> str:
    """What an address asks for where that is none of our pages; empty for a page and for the start."""
    asked = unquote(urlsplit(url or "").path).strip("/")
    return "" if asked in addresses else asked


def note(asked: str) -> Html:
    """The sentence with a link to the start page."""
    said = _("There is no page \u201c{asked}\u201d; this is the start page.", asked=asked[:MOST])
    return h("p", join([said, link(_("Open the overview"), "./")], " "), class_="page fell-back", role="status")


def tell(url: str | None, addresses: Collection[str]) -> None:
    """Say so above the page when the address names none."""
    if asked := unknown(url, addresses):
        st.html(note(asked))
