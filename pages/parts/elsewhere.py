"""An address that names no page: said above the page shown in its place, with the way there."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import streamlit as st

from catalogue.language import _
from pages.parts.filters import MOST
from pages.parts.html import Html, h, join, link


def unknown(url: str | None, start: str) -> str:
    """What an address asks for that was answered with the start page; empty where that was asked for. `start` is the page's own address."""
    asked = unquote(urlsplit(url or "").path).strip("/")
    return "" if asked in (start, str(st.get_option("server.baseUrlPath")).strip("/")) else asked


def note(asked: str) -> Html:
    """The sentence with a link to the start page."""
    said = _("There is no page \u201c{asked}\u201d; this is the start page.", asked=asked[:MOST])
    return h("p", join([said, link(_("Open the overview"), "./")], " "), class_="page fell-back", role="status")


def tell(url: str | None, start: str) -> None:
    """Say so above the start page when another was asked for."""
    if asked := unknown(url, start):
        st.html(note(asked))
