"""Documents as a report cites them: in full the first time, by type and number afterwards, and only those that may be cited."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from catalogue.language import _
from catalogue.legal import LegalBasis
from catalogue.tables import rows
from catalogue.text import fold
from report import wording
from report.content import Run

ALIKE = 6
"""So many words in a row that two titles share mean that they are about one thing."""
NOTED = "^"
_PLACE = re.compile(r"\s*\([^)]*\)$")
_MARK = re.compile(r"\{([^{}\n]+)\}")


@cache
def _types() -> dict[str, str]:
    return {row["short"]: row["long"] for row in rows("report/document_types.csv", ("short",))}


@cache
def _openings() -> tuple[str, ...]:
    return tuple(row["text"] for row in rows("report/title_openings.csv", ("text",)))


@cache
def _shorts() -> dict[str, str]:
    return {row["short"]: row["long"] for row in rows("report/spelled_out.csv", ("short",))}


def bare_number(document: LegalBasis) -> str:
    """The number without its type and without the province in brackets."""
    first, _blank, rest = document.number.partition(" ")
    return _PLACE.sub("", rest if first in _types() and rest else document.number)


def short(document: LegalBasis) -> str:
    """Type and number."""
    first = document.number.partition(" ")[0]
    if not numbered(document):
        return _PLACE.sub("", document.number)
    if document.title.startswith(_types()[first]):
        return _("{title} number {number}", title=document.title, number=bare_number(document))
    return _("{kind} number {number}", kind=_types()[first], number=bare_number(document))


def numbered(document: LegalBasis) -> bool:
    """Whether it has a type and a number; one known by a description alone is cited by that."""
    first, _blank, rest = document.number.partition(" ")
    return first in _types() and any(sign.isdigit() for sign in rest)


def dated(document: LegalBasis) -> str:
    """Type, number, day and body."""
    said = short(document)
    if not numbered(document):
        return said
    if document.date:
        said += " " + wording.long_day(document.date)
    return _("{document} of {issuer}", document=said, issuer=issuer(document)) if document.issuer else said


def summary(document: LegalBasis) -> str:
    """The title as it follows the number: a verb goes on the sentence, a bare name gets "on" before it; empty when already said."""
    title = document.title.strip()
    if not title or title in short(document) or not numbered(document):
        return ""
    return wording.lowered(title) if title.startswith(_openings()) else _("on {title}", title=title)


def full(document: LegalBasis) -> str:
    """Type, number, day, body and summary."""
    return " ".join(part for part in (dated(document), summary(document)) if part)


def issuer(document: LegalBasis) -> str:
    """The body that issued it, written out."""
    said = document.issuer
    for abbreviation, long in _shorts().items():
        said = re.sub(rf"(?<!\w){re.escape(abbreviation)}(?!\w)", long, said)
    return said


class Citations:
    """The documents of one report, in the order in which it cites them: the first time in full, then short."""

    def __init__(self, documents: Mapping[str, LegalBasis]) -> None:
        self.documents = documents
        self.cited: list[str] = []
        self._numbers = {bare_number(document): code for code, document in documents.items()}

    def cite(self, code: str, *, noted: bool = False) -> tuple[Run, ...]:
        """The document as it stands in a sentence here; `noted` moves its summary to a footnote. An unknown one keeps its words."""
        document = self.documents.get(code)
        if document is None:
            return (Run(code),)
        if code in self.cited:
            return (Run(short(document), cites=code),)
        self.cited.append(code)
        if noted and summary(document):
            return (Run(dated(document), note=f"{wording.raised(summary(document))}.", cites=code),)
        return (Run(full(document), cites=code),)

    def note(self, code: str) -> Run:
        """The whole document as a footnote to the words before."""
        self.cited.append(code)
        return Run("", note=f"{full(self.documents[code])}.", cites=code)

    def copy(self) -> Citations:
        """Another that has cited the same documents so far."""
        other = Citations(self.documents)
        other.cited = [*self.cited]
        return other

    def read(self, text: str) -> tuple[Run, ...]:
        """A writer's words, in which {number} cites the document of that number and {^number} puts it into a footnote.

        Any other brackets stay as typed.
        """
        made: list[Run] = []
        end = 0
        for mark in _MARK.finditer(text):
            written = mark[1].strip()
            code = self._numbers.get(written.removeprefix(NOTED))
            if code:
                cited = (self.note(code),) if written.startswith(NOTED) else self.cite(code, noted=bool(self.documents[code].scope))
                made += [Run(text[end : mark.start()]), *cited]
                end = mark.end()
        return tuple(run for run in (*made, Run(text[end:])) if run.text or run.note)


def unknown_marks(text: str, documents: Mapping[str, LegalBasis]) -> list[str]:
    """The {numbers} of a writer's text that no document has."""
    known = {bare_number(document) for document in documents.values()}
    return [mark for mark in _MARK.findall(text) if mark.strip().removeprefix(NOTED) not in known]


def mark(document: LegalBasis, *, noted: bool = False) -> str:
    """How a writer cites a document inside a text."""
    return "{" + (NOTED if noted else "") + bare_number(document) + "}"


def may_cite(document: LegalBasis, on: dt.date) -> bool:
    """Whether a report written on the day may rest on it: checked, issued by then, and in force."""
    return document.verified and document.date is not None and document.date <= on and document.in_force(on)


def suited(documents: Mapping[str, LegalBasis], areas: Collection[str], on: dt.date, used: Collection[str], about: str = "") -> list[str]:
    """What a report rests on, the highest first: what its targets come from, the plans of its own areas, and texts about the request."""
    fitting = [
        document
        for document in documents.values()
        if document.kind == "basis"
        and may_cite(document, on)
        and (not document.scope or document.scope in areas)
        and (document.id in used or _akin(document.title, about))
    ]
    return [document.id for document in sorted(fitting, key=lambda d: (bool(d.scope), d.date or dt.date.min))]


def directives(documents: Mapping[str, LegalBasis], unit: str, first: dt.date, on: dt.date) -> list[str]:
    """What the body itself ordered between two days, the earliest first."""
    mine = [
        document
        for document in documents.values()
        if document.kind == "directive" and document.scope == unit and document.verified and document.date and first <= document.date <= on
    ]
    return [document.id for document in sorted(mine, key=lambda d: (d.date or first, d.id))]


def _akin(one: str, other: str) -> bool:
    """Whether two titles share a long run of words."""
    return bool(set(_windows(one)) & set(_windows(other)))


def _windows(text: str) -> Iterable[tuple[str, ...]]:
    found = re.findall(r"\w+", fold(text))
    return (tuple(found[at : at + ALIKE]) for at in range(len(found) - ALIKE + 1))
