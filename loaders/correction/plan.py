"""What a correction workbook is to say, as plain values that go to the child process which writes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from catalogue.issues import issue_kinds
from loaders.faults import Fault


@dataclass(frozen=True)
class Reason:
    """One thing said of a place: what, why it matters, how to mend it, an example; `code` is the kind of fault."""

    what: str
    why: str = ""
    how: str = ""
    example: str = ""
    code: str = ""


@dataclass(frozen=True)
class Marked:
    """A place to mend; `cell` is empty for what concerns a whole sheet or file. `others` are coloured with it (sheet!cell), so are the
    `words` in doubt; `also` are further places of the very same fault."""

    sheet: str
    cell: str
    grave: bool
    reasons: tuple[Reason, ...]
    others: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def places(self) -> list[tuple[str, str]]:
        """Sheet and cell of every place of the fault."""
        further = [place.rpartition("!") for place in self.also]
        return [(self.sheet, self.cell), *((sheet, cell) for sheet, _mark, cell in further)]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of fault it is marked for."""
        return tuple(dict.fromkeys(reason.code for reason in self.reasons))


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


def marks_of(faults: Iterable[Fault]) -> tuple[Marked, ...]:
    """The faults with the words of their kinds; what is said of several cells of a sheet in the same words is one fault."""
    found: dict[tuple[str, tuple[Reason, ...]], Marked] = {}
    for one in map(marked, faults):
        first = found.setdefault((one.sheet, one.reasons), one)
        if first is not one:
            others, words = tuple(dict.fromkeys((*first.others, *one.others))), tuple(dict.fromkeys((*first.words, *one.words)))
            found[one.sheet, one.reasons] = replace(first, also=(*first.also, f"{one.sheet}!{one.cell}"), others=others, words=words)
    return tuple(found.values())


def marked(fault: Fault) -> Marked:
    """A fault with the words of its kinds."""
    reasons = tuple(_reason(code, message) for code, message in zip(fault.codes, fault.messages, strict=True))
    return Marked(fault.sheet, fault.cell, fault.grave, reasons, fault.others, words=fault.words)


def _reason(code: str, message: str) -> Reason:
    kind = issue_kinds().get(code)
    return Reason(message, kind.why, kind.how, kind.example, code) if kind else Reason(message, code=code)
