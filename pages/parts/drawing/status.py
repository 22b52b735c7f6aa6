"""How a status looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from pages.parts import names


@dataclass(frozen=True, slots=True)
class Look:
    """The drawing of one status: `shape` names a shape of the style sheet, `tone` is good, warn, bad or muted."""

    shape: str
    tone: str
    word: str


_DRAWN = {
    "reached": ("tick", "good"),
    "on_pace": ("disc", "good"),
    "behind": ("triangle", "warn"),
    "off_track": ("diamond", "bad"),
    "missed": ("cross", "bad"),
    "no_data": ("ring", "muted"),
    "no_target": ("dash", "muted"),
    "not_comparable": ("unequal", "muted"),
}


ORDER = tuple(_DRAWN)
"""Every status, best first."""


_WEIGHTS = {"missed": 3, "off_track": 3, "behind": 2, "no_data": 1}


def weight(status: str) -> int:
    """How much a status asks to be looked at: what is late most, then what has no data."""
    return _WEIGHTS.get(status, 0)


def look(status: str) -> Look:
    """The look of a status; its word in the reader's language."""
    return Look(*_DRAWN[status], names.status(status))


def symbol(status: str) -> str:
    """The shape alone (drawn by the style sheet) in the colour of its tone. Hidden from screen readers: the word stands beside it."""
    shape, tone = _DRAWN[status]
    return f'<i class="symbol shape-{shape} tone-{tone}" aria-hidden="true"></i>'


def badge(status: str) -> str:
    """Shape and word together, as HTML."""
    return f'<span class="status tone-{look(status).tone}-text">{symbol(status)}{look(status).word}</span>'
