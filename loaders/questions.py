"""What a person must decide: a stable key, the sentence, the choices; an answer is {key: value}."""

from __future__ import annotations

from dataclasses import dataclass

LEAVE = "leave"
"""The answer to whose a row is, that leaves the row out: it is of no unit of ours."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: the value recorded, the words shown, the reason it is offered."""

    value: str
    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One decision that settles `cells` at once. The key depends on what is asked, not on the order of reading.

    `details` are the facts to decide on, a line each, where the text cannot hold them all. `words` is the place (sheet!cell) of the words
    that are in doubt, where these stand apart from the figures.
    """

    key: str
    kind: str
    sheet: str
    cell: str
    text: str
    options: tuple[Option, ...] = ()
    cells: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    words: str = ""
