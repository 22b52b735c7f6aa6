"""What a report says, before it has a form: parts of paragraphs of runs, tables, and the figure behind each number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Style = Literal["text", "heading", "subheading", "bullet", "detail", "basis"]
"""text: a body paragraph; heading: "2. Results"; subheading: "3.1. ..."; bullet "-", detail "+"; basis: a line "Pursuant to"."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one kind. `trace` is the id of the figure that a number comes from, `note` the text of the footnote after it.

    `cites` is the id of the document that the words, or the footnote, cite.
    """

    text: str
    trace: str = ""
    note: str = ""
    bold: bool = False
    italic: bool = False
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `key` names what it is about and stays the same when the numbers in it change."""

    style: Style
    runs: tuple[Run, ...]
    key: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """One numbered part, or a section of one. `edited` tells that a person's words stand in it; `ours` is what we would write."""

    key: str
    heading: str
    paragraphs: tuple[Paragraph, ...]
    ours: tuple[Paragraph, ...]
    edited: bool = False
    level: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `right` for numbers, `below` for a small line under the words, `cites` the document it names."""

    text: str
    trace: str = ""
    right: bool = False
    bold: bool = False
    below: str = ""
    cites: str = ""


@dataclass(frozen=True, slots=True)
class Annex:
    """A table on landscape pages. `widths` are shares of the page's width, `note` stands under it."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above the text. `body` and `superior` are lines in capitals; the clerk writes number and day.

    An official letter has no `kind`: its `title` is the subject under the number.
    """

    body: tuple[str, ...]
    superior: tuple[str, ...]
    sign: str
    place: str
    kind: str
    title: str
    addressed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: lines in capitals, the name under them ("" left for the clerk)."""

    lines: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure behind the report: its value and the counts it is made of (None where there are none)."""

    trace: str
    value: float | None
    numerator: float | None
    denominator: float | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole report. Everything that leaves the house is made of this: the Word file, and whatever is made beside it. One of
    `illustrative` data says so on every page."""

    header: Header
    opening: tuple[Paragraph, ...]
    parts: tuple[Part, ...]
    closing: Paragraph
    recipients: tuple[str, ...]
    signature: Signature
    annexes: tuple[Annex, ...]
    figures: tuple[Told, ...]
    illustrative: bool = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body, in reading order."""
        yield from self.opening
        for part in self.parts:
            yield from part.paragraphs
        yield self.closing

    def part(self, key: str) -> Part:
        """The part of that key; KeyError when there is none."""
        return next((part for part in self.parts if part.key == key), None) or _missing(key)


def _missing(key: str) -> Part:
    raise KeyError(key)


Filling = str | Run | Sequence[Run]
_BLANK = re.compile(r"\{(\w+)\}")


def filled(template: str, **values: Filling) -> tuple[Run, ...]:
    """The runs of a sentence whose {blanks} are filled with words or with runs of their own."""
    made: list[Run] = []
    end = 0
    for blank in _BLANK.finditer(template):
        made += _runs(template[end : blank.start()]) + _runs(values[blank[1]])
        end = blank.end()
    return tuple(made + _runs(template[end:]))


def joined(parts: Sequence[Sequence[Run]], between: str = "; ", last: str = "") -> tuple[Run, ...]:
    """Parts one after the other with words between them, and before the last one where it has its own."""
    made: list[Run] = []
    for place, part in enumerate(parts):
        if place:
            made.append(Run(last if last and place == len(parts) - 1 else between))
        made += part
    return tuple(made)


def _runs(value: Filling) -> list[Run]:
    if isinstance(value, str):
        return [Run(value)] if value else []
    return [value] if isinstance(value, Run) else list(value)
