"""The answers remembered of a form, in words a person can check, each with a choice that changes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.text import fold
from loaders.lineage import asked_of
from loaders.opening.grid import Sheet
from loaders.questions import Question
from loaders.remembering import SHAPE
from loaders.result import FileReading
from pages.parts import data, desk, filters
from pages.parts.files.effect import name_of
from pages.parts.html import Html, h, link
from store import Remembered

HEADING, SCALE = "element:", "percent_scale:"
NONE = "none"
SIGNS = ' :.,"“”'
"""What may stand around a heading."""
NOTHING: Mapping[str, str] = {}


def answers(one: Remembered) -> dict[str, str]:
    """Key to answer, without what only finds the form again."""
    return {key: str(value) for key, value in one.mapping.items() if key != SHAPE}


def file_of(one: Remembered) -> str:
    """The file it was taught with."""
    found = data.store().submissions(sha256=one.sha256)
    return _("a file taken away since") if found.empty else str(found["file_name"].iloc[0])


def edited(one: Remembered, known: Mapping[str, str]) -> dict[str, str]:
    """Draw a choice for each answer; the answers as they are chosen now."""
    asked = asked_of(data.store(), one.sha256)
    return {key: _chosen(f"{one.place}-{key}", key, value, asked.get(key)) for key, value in known.items()}


def _chosen(widget: str, key: str, value: str, asked: Question | None) -> str:
    offered = choices(key, value)
    return st.selectbox(words(key, asked), offered, index=offered.index(value), format_func=said, key=widget)


def used(reading: FileReading, sheets: Iterable[Sheet]) -> Html:
    """What memory answered for a file, folded, each heading as it is typed in its `sheets`; nothing where it answered nothing."""
    if not reading.remembered:
        return Html("")
    about = dict.fromkeys(reading.remembered)
    typed = {fold(cell.text).strip(SIGNS): cell.text.strip(SIGNS) for sheet in sheets for row in sheet.rows.values() for cell in row}
    lines = (h("li", f"{words(key, typed=typed)}: ", h("b", said(reading.remembered[key]))) for key in about)
    title = _("{count} answers were remembered from earlier files of this form", count=number(len(about)))
    way = desk.ways(link(_("See, change or forget them"), filters.chosen().address("cach-doc-da-nho")))
    return h("details", h("summary", title), h("ul", *lines), way)


def as_typed(text: str, asked: Question | None) -> str:
    """A heading as its sender typed it, found again in the question that was asked about it; else as it is compared."""
    typed = asked.text.split() if asked else []
    length = len(text.split())
    for first in range(len(typed)):
        for last in range(first + 1, min(len(typed), first + length + 2) + 1):
            piece = " ".join(typed[first:last]).strip(SIGNS)
            if fold(piece) == text:
                return piece
    return text


def words(key: str, asked: Question | None = None, typed: Mapping[str, str] = NOTHING) -> str:
    """What an answer is about; `asked` is the question it settled, `typed` what its sender typed by how it is compared, where these are
    known."""
    kind, _colon, text = key.partition(":")
    text = " > ".join(typed.get(part, part) for part in text.split(" > ")) if typed else as_typed(text, asked)
    if key.startswith(HEADING):
        return _('The heading "{heading}" means', heading=text)
    if key.startswith(SCALE):
        return _('The rates under "{heading}" are written as', heading=text)
    return _("The columns stand under their headings ({place})", place=text or kind)


def choices(key: str, value: str) -> list[str]:
    """What may be chosen instead; the answer itself is always among them."""
    if key.startswith(HEADING):
        known = [*elements(), *(code for code in indicators() if code not in elements())]
        return list(dict.fromkeys([*([value] if value not in (*known, NONE) else []), NONE, *known]))
    return list(dict.fromkeys([*(("fraction", "percent") if key.startswith(SCALE) else ("as_is",)), value]))


def said(value: str) -> str:
    """An answer in words."""
    if value in elements() or value in indicators():
        return name_of(value)
    fixed = {
        NONE: _("none of these"),
        "fraction": _("fractions of 1: 0.955 means 95.5%"),
        "percent": _("percent: 0.955 means 0.955%"),
        "as_is": _("The figures stand under the right headings"),
    }
    return fixed.get(value, value)
