"""How a status looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from catalogue.language import _


@dataclass(frozen=True, slots=True)
class Look:
    """The drawing of one status: `shape` names a shape of the style sheet, `tone` is good, warn, bad or muted."""

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


ORDER = tuple(_LOOKS)
"""Every status, best first."""


def look(status: str) -> Look:
    """The look of a status; its word in the reader's language."""
    found = _LOOKS[status]
    return Look(found.shape, found.tone, _(found.word))


def symbol(status: str) -> str:
    """The shape alone (drawn by the style sheet) in the colour of its tone. Hidden from screen readers: the word stands beside it."""
    found = _LOOKS[status]
    return f'<i class="symbol shape-{found.shape} tone-{found.tone}" aria-hidden="true"></i>'


def badge(status: str) -> str:
    """Shape and word together, as HTML."""
    return f'<span class="status tone-{look(status).tone}-text">{symbol(status)}{look(status).word}</span>'
