"""The official form of Decree 30/2020, Annex I, in numbers: what the writer keeps and the linter asks of any document."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from catalogue.tables import rows

FONT = "Times New Roman"
PAGE = (210.0, 297.0)
"""A4 in millimetres, upright."""


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that is allowed."""

    least: float
    most: float

    def holds(self, value: float, near: float = 0.05) -> bool:
        """Whether a value lies in the span, up to the rounding of the file's own units."""
        return self.least - near <= value <= self.most + near


TOP = BOTTOM = Span(20, 25)
LEFT = Span(30, 35)
RIGHT = Span(15, 20)
"""Margins in millimetres."""
BODY = Span(13, 14)
BODY_NAME = Span(12, 13)
MOTTO = Span(13, 14)
COUNTRY = Span(12, 13)
TITLE = Span(13, 14)
NUMBER = Span(13, 13)
PLACE = Span(13, 14)
SUBJECT = Span(12, 13)
PAGE_NUMBER = Span(13, 14)
SIGNER = Span(13, 14)
RECIPIENTS_HEAD = Span(12, 12)
RECIPIENTS = Span(11, 11)
ANNEX = Span(14, 14)
ANNEX_TITLE = Span(13, 14)
"""Sizes of letters in points."""
INDENTS = (10.0, 12.7)
"""First line, in millimetres."""
SPACE_BETWEEN = 6.0
"""The least space between paragraphs, in points."""
LINES = Span(1.0, 1.5)
SHORT_LINE = (1 / 3, 1 / 2)
"""The line under the body's name and under the title, as a part of the words above it."""


@cache
def _widths() -> dict[str, int]:
    return {row["letter"]: int(row["width"]) for row in rows("report/times_bold.csv", ("letter",))}


def width_of(text: str, points: float) -> float:
    """About how wide bold Times letters are, in millimetres; accents take no room."""
    bare = "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    units = sum(_widths().get(sign, 722 if sign.isupper() else 500) for sign in bare)
    return units / 1000 * points * 25.4 / 72
