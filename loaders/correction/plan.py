"""What a correction workbook is to say, as plain values that go to the child process which writes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from catalogue.issues import issue_kinds
from loaders.faults import Fault


@dataclass(frozen=True)
class Reason:
    """One thing said of a place: what, why it matters, how to mend it, an example."""

    what: str
    why: str = ""
    how: str = ""
    example: str = ""


@dataclass(frozen=True)
class Marked:
    """A place to mend; `cell` is empty for what concerns a whole sheet or file. `others` are coloured with it (sheet!cell)."""

    sheet: str
    cell: str
    grave: bool
    reasons: tuple[Reason, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """Of which return (sha256, file name), whose and when it is in words, the places to mend, and what else its sender should know."""

    of: str
    file: str
    whose: str
    marks: tuple[Marked, ...]
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return msgspec.to_builtins(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Plan:
        """The plan `to_json` gave."""
        return msgspec.convert(data, cls)


def marked(fault: Fault) -> Marked:
    """A fault with the words of its kinds."""
    reasons = tuple(_reason(code, message) for code, message in zip(fault.codes, fault.messages, strict=True))
    return Marked(fault.sheet, fault.cell, fault.grave, reasons, fault.others)


def _reason(code: str, message: str) -> Reason:
    kind = issue_kinds().get(code)
    return Reason(message, kind.why, kind.how, kind.example) if kind else Reason(message)
