"""How a status looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.language import _


@dataclass(frozen=True, slots=True)
class Look:
    """The drawing of one status: `shape` names a symbol of `symbol()`, `tone` is good, warn, bad or muted."""

    shape: str
    tone: str
    word: str


_LOOKS = {
    "reached": Look("tick", "good", "Reached"),
    "on_pace": Look("disc", "good", "On pace"),
    "behind": Look("triangle", "warn", "Behind"),
    "off_track": Look("diamond", "bad", "Far behind"),
    "no_data": Look("ring", "muted", "No data yet"),
    "no_target": Look("dash", "muted", "No target set"),
    "not_comparable": Look("unequal", "muted", "Not comparable"),
}

# Drawn in a square of 16 units. Each is told apart in black and white.
_SHAPES = {
    "tick": '<circle cx="8" cy="8" r="7"/><path d="M4.6 8.3l2.3 2.4 4.5-5" fill="none" stroke="var(--paper)" stroke-width="1.8"/>',
    "disc": '<circle cx="8" cy="8" r="6"/>',
    "triangle": '<path d="M8 1.6L15.2 14.4H.8z"/>',
    "diamond": '<path d="M8 .8L15.2 8 8 15.2.8 8z"/><path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" stroke="var(--paper)" stroke-width="1.7"/>',
    "ring": '<circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.8" stroke-dasharray="3 2.2"/>',
    "dash": '<path d="M2 7h12v2H2z"/>',
    "unequal": '<path d="M2 5h12v1.8H2zM2 9.6h12v1.8H2z"/><path d="M11 2L5 14" stroke="currentColor" stroke-width="1.6"/>',
}


def look(status: str) -> Look:
    """The look of a status; its word in the reader's language."""
    found = _LOOKS[status]
    return Look(found.shape, found.tone, _(found.word))


def symbol(status: str) -> str:
    """The shape alone, as SVG that takes the colour of its tone. Hidden from readers of the text: the word stands beside it."""
    found = _LOOKS[status]
    return f'<svg class="symbol tone-{found.tone}" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">{_SHAPES[found.shape]}</svg>'


def badge(status: str) -> str:
    """Shape and word together, as HTML."""
    return f'<span class="status tone-{look(status).tone}-text">{symbol(status)}{look(status).word}</span>'
