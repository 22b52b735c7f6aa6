"""What people decided about a layout, laid under the next file of its shape and sender: it answers what was answered before.

A memory is {place: {key: answer}}; the place is the signature of a shape, with "@sender" behind it where one sender alone
taught it. Figures in headings ("month 9") are no part of a shape: the same form of another month is the same form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from loaders.questions import Question
from loaders.result import FileReading

Memory = Mapping[str, Mapping[str, str]]
LASTING = ("element:", "percent_scale:", "alignment:")
SHAPE = "shape"
_ALIKE = 0.5
_NUMBER = re.compile(r"\d+")


def lasting(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that hold for later files: what a heading means and how a column is to be read, never a figure or a name."""
    return {key: value for key, value in answers.items() if key.startswith(LASTING)}


def without(memory: Memory, keys: Collection[str]) -> dict[str, dict[str, str]]:
    """The memory without the answers to these questions, in whatever month they were asked."""
    gone = {_plain(key) for key in keys}
    return {place: {key: value for key, value in known.items() if _plain(key) not in gone} for place, known in memory.items()}


def shape_of(reading: FileReading) -> str:
    """The headings of the figures of a file, as kept beside the answers: it finds them again when a column was changed."""
    return "\n".join(sorted({_plain(key) for key in reading.mapping}))


def fitting(found: FileReading, memory: Memory) -> dict[str, str]:
    """What is remembered for a file as first read: of its shape, else of the same sender's shape that has most headings in common."""
    own = f"{found.signature}@{found.sender}"
    exact = {**memory.get(found.signature, {}), **(memory.get(own, {}) if found.sender else {})}
    known = exact or _nearest(found, memory)
    return _for_questions(found, {key: value for key, value in known.items() if key != SHAPE})


def _nearest(found: FileReading, memory: Memory) -> Mapping[str, str]:
    """Of the shapes the same sender taught (or that many senders share), the one most alike; nothing when it is too far."""
    mine = [known for place, known in memory.items() if place.partition("@")[2] == found.sender]
    best = max(mine, key=lambda known: _likeness(found, known), default={})
    return best if _likeness(found, best) >= _ALIKE else {}


def _likeness(found: FileReading, known: Mapping[str, str]) -> float:
    """The share of headings two shapes have in common, of all that either has."""
    there = set(known.get(SHAPE, "").split("\n")) - {""}
    here = {_plain(key) for key in found.mapping} | {_plain(q.key) for q in _asked(found) if q.key.startswith(LASTING[0])}
    return len(there & here) / len(there | here) if there else 0.0


def _for_questions(found: FileReading, known: Mapping[str, str]) -> dict[str, str]:
    """The answers as they stand, and under the keys of open questions that differ in a number alone."""
    loose: dict[str, set[str]] = {}
    for key, value in known.items():
        loose.setdefault(_plain(key), set()).add(value)
    told = dict(known)
    for question in _asked(found):
        answers = loose.get(_plain(question.key), set())
        if question.key not in told and question.key.startswith(LASTING) and len(answers) == 1:
            told[question.key] = next(iter(answers))
    return told


def _asked(found: FileReading) -> tuple[Question, ...]:
    return *found.questions, *found.offers


def _plain(key: str) -> str:
    return _NUMBER.sub("#", key)
