"""How the state of a return looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from catalogue.language import _
from pages.parts.html import Html, h

# name -> (shape, tone, word). Shapes are drawn in a square of 16 units and differ in black and white.
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
    "to_fix": ("cross", "bad", "Needs mending"),
    "duplicate": ("twice", "muted", "Sent before"),
    "refused": ("back", "bad", "Sent back"),
    "withdrawn": ("dash", "muted", "Undone"),
    "superseded": ("twice", "muted", "Replaced by a later one"),
    "waiting": ("dots", "muted", "Kept, not read yet"),
    "not_a_return": ("dash", "muted", "Not a return"),
    "unreadable": ("cross", "bad", "Cannot be opened"),
    "not_due": ("dots", "muted", "Not due yet"),
}

_SHAPES = {
    "ring": '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 2.2"/>',
    "back": '<path d="M7 2L1.5 7.5 7 13V9.4c3.4 0 5.6 1 7.5 3.6-.4-4-2.7-7.2-7.5-7.4z"/>',
    "question": '<path d="M8 .8L15.6 14.8H.4z"/><path d="M8 5.4v4.4M8 11.4v1.7" stroke="var(--paper)" stroke-width="1.8"/>',
    "dots": '<circle cx="2.6" cy="8" r="2"/><circle cx="8" cy="8" r="2"/><circle cx="13.4" cy="8" r="2"/>',
    "tick": '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3l2.3 2.4 4.5-5" fill="none" stroke="var(--paper)" stroke-width="1.8"/>',
    "disc": '<circle cx="8" cy="8" r="6"/>',
    "clock": '<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.8"/>'
    '<path d="M8 4.4V8l2.6 1.8" fill="none" stroke="currentColor" stroke-width="1.8"/>',
    "dash": '<path d="M2 7h12v2H2z"/>',
    "cross": '<path d="M8 .8L15.2 8 8 15.2.8 8z"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="var(--paper)" stroke-width="1.7"/>',
    "twice": '<path d="M1.5 4.5h8v10h-8z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6 1h9v11h-3.5V3H6z"/>',
}


def word(name: str) -> str:
    """What a state is called."""
    return _(_LOOKS[name][2])


def badge(name: str, said: str = "") -> Html:
    """Shape and word together; `said` takes the place of the word."""
    shape, tone, _word = _LOOKS[name]
    return h("span", _drawn(shape), said or word(name), class_=f"desk-badge desk-{tone}")


def mark(name: str, title: str) -> Html:
    """The shape alone in a cell of a grid; `title` says it in words for a pointer and for a reader of the text."""
    shape, tone, _word = _LOOKS[name]
    return h("span", _drawn(shape), class_=f"desk-badge desk-{tone}", title=title, role="img", aria_label=title)


def _drawn(shape: str) -> Html:
    return Html(f'<svg viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">{_SHAPES[shape]}</svg>')
