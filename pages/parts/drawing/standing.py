"""How the state of a return looks: a shape, a word and a colour, never the colour alone."""

from __future__ import annotations

from catalogue.language import _
from pages.parts.drawing.status import Look
from pages.parts.html import Html, h
from report.names import STANDINGS

_LOOKS = {
    "missing": Look("ring", "bad", STANDINGS["missing"]),
    "returned": Look("back", "bad", STANDINGS["returned"]),
    "asked": Look("question", "warn", STANDINGS["asked"]),
    "received": Look("dots", "accent", STANDINGS["received"]),
    "accepted": Look("tick", "good", STANDINGS["accepted"]),
    "partly": Look("tick", "warn", "A part taken in, the rest is open"),
    "exempt": Look("dash", "muted", STANDINGS["exempt"]),
    "in_time": Look("tick", "good", "In time"),
    "late": Look("clock", "warn", "Late"),
    "ready": Look("disc", "good", "Clean, ready to take in"),
    "reason": Look("question", "warn", "Needs a reason to be taken in"),
    "to_fix": Look("diamond", "bad", STANDINGS["to_fix"]),
    "duplicate": Look("twice", "muted", "Sent before"),
    "kept_out": Look("twice", "muted", "Earlier figures kept, not taken in"),
    "refused": Look("back", "bad", "Sent back"),
    "withdrawn": Look("dash", "muted", "Undone"),
    "closed": Look("dash", "muted", "Not taken in, batch undone"),
    "personal": Look("dash", "bad", "List of people, not kept"),
    "clean": Look("disc", "good", "Clean"),
    "superseded": Look("twice", "muted", "Replaced by a later one"),
    "waiting": Look("dots", "muted", "Kept, not read yet"),
    "not_a_return": Look("dash", "muted", "Not a return"),
    "unreadable": Look("diamond", "bad", "Cannot be opened"),
}


def word(name: str) -> str:
    """What a state is called."""
    return _(_LOOKS[name].word)


def badge(name: str, said: str = "") -> Html:
    """Shape and word together; `said` takes the place of the word."""
    look = _LOOKS[name]
    drawn = h("i", class_=f"symbol shape-{look.shape}", aria_hidden="true")
    return h("span", drawn, said or word(name), class_=f"desk-badge desk-{look.tone}")


def mark(name: str, title: str) -> Html:
    """The shape alone in a cell of a grid; `title` says it in words for a pointer and for a reader of the text."""
    look = _LOOKS[name]
    return h("i", class_=f"symbol shape-{look.shape} desk-{look.tone}", title=title, role="img", aria_label=title)
