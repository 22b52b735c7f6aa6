"""What a sender has to mend in a return: each faulty or asked cell once, with everything that was said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from catalogue.facts import Issue
from catalogue.issues import BETWEEN_FILES
from loaders.questions import Question
from loaders.result import FileReading


@dataclass(frozen=True, slots=True)
class Fault:
    """One place to mend. `cell` is empty for what concerns a sheet or the file; `grave` tells wrong from asked.

    `codes` and `messages` go in pairs; `others` are further cells (sheet!cell) that the same doubt concerns, `words` those that hold
    the heading or label in doubt.
    """

    sheet: str
    cell: str
    grave: bool
    codes: tuple[str, ...]
    messages: tuple[str, ...]
    others: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """As Sheet1!F14."""
        return f"{self.sheet}!{self.cell}"


def faults_of(reading: FileReading) -> list[Fault]:
    """Every place to mend, wrong ones first, in the order of the sheets; what a person has settled already is left out."""
    found: dict[str, Fault] = {}
    for one in (*_wrong(reading.issues), *_asked(reading)):
        known = found.get(one.place)
        found[one.place] = _together(known, one) if known else one
    return sorted(found.values(), key=lambda fault: not fault.grave)


def _wrong(issues: Iterable[Issue]) -> list[Fault]:
    return [_of_issue(one) for one in issues if one.severity == "error" and one.code not in BETWEEN_FILES]


def _asked(reading: FileReading) -> list[Fault]:
    """The open questions, and the doubts that no question stands for."""
    asked = [_of_question(one) for one in reading.questions if one.kind not in BETWEEN_FILES]
    known = {(code, cell) for one in asked for code in one.codes for cell in (one.place, *one.others)}
    settled = {f"{o.sheet}!{o.cell}" for o in reading.observations if o.status == "accepted"}
    for issue in reading.issues:
        place = f"{issue.sheet}!{issue.cell}"
        if issue.severity == "question" and issue.code not in BETWEEN_FILES and (issue.code, place) not in known and place not in settled:
            asked.append(_of_issue(issue))
    return asked


def _of_issue(issue: Issue) -> Fault:
    """A range is marked at its first cell."""
    first, _colon, _last = issue.cell.partition(":")
    return Fault(issue.sheet, first, issue.severity == "error", (issue.code,), (issue.message,))


def _of_question(question: Question) -> Fault:
    others = tuple(cell for cell in dict.fromkeys(question.cells) if cell != f"{question.sheet}!{question.cell}")
    return Fault(
        question.sheet, question.cell, False, (question.kind,), (question.text,), others, (question.words,) if question.words else ()
    )


def _together(known: Fault, more: Fault) -> Fault:
    """One place of which several things are said; a question repeats nothing that was said wrong of it in other words."""
    first = list(zip(known.codes, known.messages, strict=True))
    second = [pair for pair in zip(more.codes, more.messages, strict=True) if more.grave == known.grave or pair[0] not in known.codes]
    kept = list(dict.fromkeys((*first, *second)))
    others, words = tuple(dict.fromkeys((*known.others, *more.others))), tuple(dict.fromkeys((*known.words, *more.words)))
    codes, messages = tuple(code for code, _said in kept), tuple(said for _code, said in kept)
    return replace(known, grave=known.grave or more.grave, codes=codes, messages=messages, others=others, words=words)
