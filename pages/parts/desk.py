"""The look of the analysts' pages: their style sheet, and the few blocks they share."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import streamlit as st

from catalogue.language import _
from pages.parts.html import Html, h, join


@cache
def _sheet() -> str:
    rules = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return f"<style>{rules}</style>"


def style() -> None:
    """Lay the style sheet of the analysts' pages on the page."""
    st.html(_sheet())


def begin(title: str, lead: str = "") -> None:
    """The head of a page: its style, its title, one sentence on what it is for."""
    style()
    st.title(title, anchor=False)
    if lead:
        show(h("p", lead, class_="desk-lead"))


def show(*parts: Html) -> None:
    """Put markup on the page, when there is any."""
    if any(parts):
        st.html(join(parts))


def heading(text: str) -> Html:
    """A heading between blocks."""
    return h("h2", text, class_="desk-h2")


def note(text: str, *, printed: bool = True) -> Html:
    """A quiet sentence; one that tells what to press is not printed."""
    return h("p", text, class_="desk-note" if printed else "desk-note unprinted")


def ways(*links: Html) -> Html:
    """The links to other pages that go with this one; not printed."""
    return h("p", join(links, " · "), class_="desk-note unprinted")


def none() -> Html:
    """Nothing to say in a cell of a table; on a phone, where each cell is a line, that line is left out."""
    return h("span", "–", class_="desk-none")


def act(label: str, key: str, missing: str = "", kind: Literal["primary", "secondary"] = "secondary") -> bool:
    """A button that acts once nothing is missing; whether it does. What is missing stands beside it, louder after a press in vain."""
    pressed = st.button(label, key=key, type=kind)
    if missing:
        (st.warning if pressed else st.caption)(missing)
    return pressed and not missing


def reason_missing(reason: str) -> str:
    """What to say beside a button while the reason is not written; empty when it is."""
    return "" if reason else _("Write the reason first.")


def facts(pairs: list[tuple[str, object]]) -> Html:
    """Short facts, name and value; those without value are left out."""
    told = [(name, value) for name, value in pairs if value not in ("", None)]
    return h("dl", *(h("div", h("dt", name), h("dd", value)) for name, value in told), class_="desk-facts")
