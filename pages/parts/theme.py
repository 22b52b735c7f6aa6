"""The one visual language: colours by name for charts, and the style sheet for everything drawn as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import streamlit as st


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one appearance. `accent` is for ours, greys for the rest; good, warn and bad are for status only."""

    ink: str
    muted: str
    faint: str
    line: str
    paper: str
    accent: str
    good: str
    warn: str
    bad: str


LIGHT = Palette("#16191d", "#535b65", "#a9b1ba", "#d5d9de", "#ffffff", "#0b5394", "#00695c", "#9a5b00", "#b3261e")
DARK = Palette("#eceff2", "#aab3bd", "#6a737d", "#3c434b", "#14171b", "#6fb1ee", "#4fc3b0", "#f0b45a", "#ff8f85")


def palette() -> Palette:
    """The colours that suit the visitor's appearance."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def _sheet() -> str:
    names = Palette.__slots__
    tokens = "".join(f"--{n}:{getattr(LIGHT, n)};" for n in names)
    both = "".join(f"--{n}:light-dark({getattr(LIGHT, n)},{getattr(DARK, n)});" for n in names)
    rules = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return f"<style>.stApp{{{tokens}}}@supports (color:light-dark(#000,#fff)){{.stApp{{{both}}}}}{rules}</style>"


def apply() -> None:
    """Lay the style sheet on the page."""
    st.html(_sheet())
