"""What a caller gets for a file: plain values that cross a process border as JSON and come back the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from catalogue.facts import Issue, Observation, Outcome
from loaders.questions import Question


@dataclass(frozen=True)
class TableRead:
    """One table as the eye sees it; rows count from 1 as in the sheet, columns are letters. A list without a heading has no header rows."""

    sheet: str
    header_first: int | None
    header_last: int | None
    number_row: int | None
    data_first: int
    data_last: int
    key_column: str | None
    label_column: str | None
    unit_of_measure: str | None
    period: str | None
    kind: str


@dataclass(frozen=True)
class Narrative:
    """A text that belongs to a unit and period: a difficulty, a cause, a request, a remark."""

    unit: str
    period: str
    heading: str
    text: str
    sheet: str
    cell: str


@dataclass(frozen=True)
class Mended:
    """A file that says it is the correction of a return (`of`, its sha256): the places marked in it, and others that were changed.

    Places are "sheet!cell"; `kinds` are the kinds of fault a place was marked for, where the file says them. It is the file's own word,
    to be checked against the store.
    """

    of: str
    marked: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class FileReading:
    """One file, read. `signature` names the shape of its tables (for memory), `mapping` what its headings were taken for.

    `unknown` are the cells (sheet!cell) that hold no number at all: the value of their observations says nothing. `before` holds, for a
    cell, what a column beside it says of the last period. `remembered` are the questions that memory answered, by key. `offers` ask what
    headings count that were not understood: they may be left open.
    """

    file: str
    sha256: str
    outcome: Outcome
    message: str
    observations: tuple[Observation, ...] = ()
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()
    ledger: Mapping[str, int] = field(default_factory=dict)
    tables: tuple[TableRead, ...] = ()
    narratives: tuple[Narrative, ...] = ()
    signature: str = ""
    seconds: float = 0.0
    sender: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    supersedes: bool = False
    unknown: tuple[str, ...] = ()
    mended: Mended | None = None
    before: Mapping[str, float] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[Question, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Everything, as JSON values."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> FileReading:
        """The reading `to_json` gave."""
        return msgspec.convert(data, cls)


def _observations(reading: FileReading) -> list[dict[str, Any]]:
    """The observations; without a number known, the value is null."""
    unknown = frozenset(reading.unknown)
    told: list[dict[str, Any]] = msgspec.to_builtins(reading.observations)
    return [o | {"value": None} if f"{o['sheet']}!{o['cell']}" in unknown else o for o in told]


def contract(reading: FileReading) -> dict[str, Any]:
    """The line of the command `read --json`."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "outcome": reading.outcome,
        "message": reading.message,
        "observations": _observations(reading),
        "issues": msgspec.to_builtins(reading.issues),
        "questions": msgspec.to_builtins(reading.questions),
        "ledger": {kind: cells for kind, cells in reading.ledger.items() if kind != "sources"},
        "seconds": round(reading.seconds, 3),
    }
