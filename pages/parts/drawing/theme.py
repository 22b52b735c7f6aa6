"""The one visual language: colours by name for charts, and the style sheet for everything drawn as HTML."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

import streamlit as st

from pages.parts.html import Html


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one appearance. `accent` is for ours, greys for the rest; good, warn and bad are for status only."""

    ink: str
    muted: str
    faint: str
    line: str
    track: str
    paper: str
    accent: str
    good: str
    warn: str
    bad: str


LIGHT = Palette("#16191d", "#535b65", "#a9b1ba", "#d5d9de", "#dfe3e8", "#ffffff", "#0b5394", "#00695c", "#9a5b00", "#b3261e")
DARK = Palette("#eceff2", "#aab3bd", "#6a737d", "#3c434b", "#333a42", "#14171b", "#6fb1ee", "#4fc3b0", "#f0b45a", "#ff8f85")


def palette() -> Palette:
    """The colours that suit the visitor's appearance."""
    return DARK if st.context.theme.type == "dark" else LIGHT


# Shapes of the statuses, of figures and of returns, in a square of 16 units: each is told apart in black and white. White is cut out.
SHAPES = {
    "tick": '<path fill-rule="evenodd" d="M8 1a7 7 0 100 14A7 7 0 008 1zm3.4 3.7l1.2 1.1-5.7 6.3-3-3.1 1.2-1.1 1.8 1.8z"/>',
    "disc": '<circle cx="8" cy="8" r="6"/>',
    "triangle": '<path d="M8 1.4L15.4 14.6H.6z"/>',
    "diamond": '<path fill-rule="evenodd" d="M8 .4L15.6 8 8 15.6.4 8zM7.2 4v5h1.6V4zm0 6.2v1.7h1.6v-1.7z"/>',
    "cross": '<path d="M3.200 1L8 5.800 12.800 1 15 3.200 10.200 8 15 12.800 12.800 15 8 10.200 3.200 15 1 12.800 5.800 8 1 3.200z"/>',
    "ring": '<circle cx="8" cy="8" r="6" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="3 2.2"/>',
    "dash": '<path d="M2 7h12v2H2z"/>',
    "unequal": '<path d="M2 4.6h6.6L10.2 1.6l1.6.8-1.2 2.2H14v1.9H9.6L8 9.5h6v1.9H7l-1.6 3-1.6-.8 1.1-2.2H2V9.500h4l1.500-3H2z"/>',
    "back": '<path d="M7 2L1.5 7.5 7 13V9.4c3.4 0 5.6 1 7.5 3.6-.4-4-2.7-7.2-7.5-7.4z"/>',
    "question": '<path fill-rule="evenodd" d="M8 .8L15.6 14.8H.4zM7.1 5.6v4.2h1.8V5.6zm0 5.4v1.8h1.8V11z"/>',
    "dots": '<circle cx="2.6" cy="8" r="2.1"/><circle cx="8" cy="8" r="2.1"/><circle cx="13.4" cy="8" r="2.1"/>',
    "twice": '<path fill-rule="evenodd" d="M6 1h9v10h-2V3H6zM1 5h9v10H1zm1.8 1.8v6.4h5.4V6.8z"/>',
    "clock": '<path fill-rule="evenodd" d="M8 1a7 7 0 100 14A7 7 0 008 1zM7.2 4h1.7v4l2.6 1.7-.9 1.4-3.4-2.3z"/>',
}


def _shape(drawing: str) -> str:
    picture = quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{drawing}</svg>')
    return f'url("data:image/svg+xml,{picture}") center/contain no-repeat'


@cache
def _sheet() -> Html:
    names = Palette.__slots__
    tokens = "".join(f"--{n}:{getattr(LIGHT, n)};" for n in names)
    both = "".join(f"--{n}:light-dark({getattr(LIGHT, n)},{getattr(DARK, n)});" for n in names)
    shapes = "".join(f".shape-{name}{{-webkit-mask:{_shape(d)};mask:{_shape(d)}}}" for name, d in SHAPES.items())
    rules = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return Html(f"<style>.stApp{{{tokens}}}@supports (color:light-dark(#000,#fff)){{.stApp{{{both}}}}}{shapes}{rules}</style>")


def apply() -> None:
    """Lay the style sheet on the page."""
    st.html(_sheet())


def also(name: str) -> None:
    """Lay a further style sheet of this folder on the page."""
    st.html(Path(__file__).with_name(f"{name}.css"))
