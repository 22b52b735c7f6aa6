"""How the state of a return looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from catalogue.language import _
from pages.parts.html import Html, h

# name -> (shape, tone, word)
_LOOKS = {
    "missing": ("ring", "bad", "Not sent"),
    "returned": ("back", "bad", "Sent back"),
    "asked": ("question", "warn", "Needs an answer"),
    "received": ("dots", "accent", "Being checked"),
    "accepted": ("tick", "good", "Taken in"),
    "exempt": ("dash", "muted", "Exempt"),
    "in_time": ("tick", "good", "In time"),
    "late": ("clock", "warn", "Late"),
    "ready": ("disc", "good", "Clean, ready to take in"),
    "to_fix": ("diamond", "bad", "Needs mending"),
    "duplicate": ("twice", "muted", "Sent before"),
    "refused": ("back", "bad", "Sent back"),
    "withdrawn": ("dash", "muted", "Undone"),
    "superseded": ("twice", "muted", "Replaced by a later one"),
    "waiting": ("dots", "muted", "Kept, not read yet"),
    "not_a_return": ("dash", "muted", "Not a return"),
    "unreadable": ("diamond", "bad", "Cannot be opened"),
}

# Shapes that returns need beside those of the theme, in a square of 16 units; they differ in black and white.
SHAPES = {
    "back": '<path d="M7 2L1.5 7.5 7 13V9.4c3.4 0 5.6 1 7.5 3.6-.4-4-2.7-7.2-7.5-7.4z"/>',
    "question": '<path fill-rule="evenodd" d="M8 .8L15.6 14.8H.4zM7.1 5.6v4.2h1.8V5.6zm0 5.4v1.8h1.8V11z"/>',
    "dots": '<circle cx="2.6" cy="8" r="2.1"/><circle cx="8" cy="8" r="2.1"/><circle cx="13.4" cy="8" r="2.1"/>',
    "twice": '<path fill-rule="evenodd" d="M6 1h9v10h-2V3H6zM1 5h9v10H1zm1.8 1.8v6.4h5.4V6.8z"/>',
    "clock": '<path fill-rule="evenodd" d="M8 1a7 7 0 100 14A7 7 0 008 1zM7.2 4h1.7v4l2.6 1.7-.9 1.4-3.4-2.3z"/>',
}


def word(name: str) -> str:
    """What a state is called."""
    return _(_LOOKS[name][2])


def badge(name: str, said: str = "") -> Html:
    """Shape and word together; `said` takes the place of the word."""
    shape, tone, _word = _LOOKS[name]
    drawn = h("i", class_=f"symbol shape-{shape}", aria_hidden="true")
    return h("span", drawn, said or word(name), class_=f"desk-badge desk-{tone}")


def mark(name: str, title: str) -> Html:
    """The shape alone in a cell of a grid; `title` says it in words for a pointer and for a reader of the text."""
    shape, tone, _word = _LOOKS[name]
    return h("i", class_=f"symbol shape-{shape} desk-{tone}", title=title, role="img", aria_label=title)
