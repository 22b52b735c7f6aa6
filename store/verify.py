"""Proving that what is kept is what was received: the audit trail, the originals, the cells of every return, and what is current."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from catalogue.language import _
from store import audit, dimensions, papers, schema
from store.current import judged
from store.originals import is_whole, place_of
from store.schema import BASES, STATUSES
from store.words import IN_FORCE


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: what it concerns (`audit 12`, `original ab..`, `submission 3`) and a whole sentence."""

    subject: str
    message: str


def faults(connection: Connection, folder: Path) -> Iterator[Fault]:
    """Everything that does not hold; nothing when the store is whole."""
    yield from _trail(connection)
    yield from _files(connection, folder)
    yield from _returns(connection)
    yield from _states(connection)
    yield from _currency(connection)
    yield from (Fault(subject, message) for subject, message in papers.changed(connection))


def _trail(connection: Connection) -> Iterator[Fault]:
    lines = connection.execute(select(schema.audit).order_by(schema.audit.c.id))
    for number in audit.broken_lines(lines):
        yield Fault(f"audit {number}", _("Line {line} of the audit trail does not follow from the line before it.", line=number))


def _files(connection: Connection, folder: Path) -> Iterator[Fault]:
    for row in connection.execute(select(schema.original).order_by(schema.original.c.sha256)).all():
        if not is_whole(place_of(folder, row.sha256)):
            text = _(
                "The original of {name} is missing or was changed: restore {sha256} from a backup.", name=row.first_name, sha256=row.sha256
            )
            yield Fault(f"original {row.sha256}", text)


def _returns(connection: Connection) -> Iterator[Fault]:
    """Each return the trail tells of is there with the very cells it came with, and no other return is."""
    told = {int(subject.split()[1]): detail for subject, detail in _details(connection, "return")}
    for _subject, detail in _details(connection, "remove"):
        for number in detail.get("submissions", ()):
            told.pop(number, None)
    s = schema.submission.c
    there = {row.id: row for row in connection.execute(select(s.id, s.sha256, s.file_name, s.origin))}
    for number in sorted(told.keys() ^ there.keys()):
        text = _("Return {number} is in the audit trail or among the returns, but not in both.", number=number)
        yield Fault(f"submission {number}", text)
    digests = _digests(connection)
    empty = hashlib.sha256().hexdigest()
    for number in sorted(told.keys() & there.keys()):
        row, line = there[number], told[number]
        same = (row.sha256, row.file_name, row.origin) == (line["sha256"], line["file"], line["origin"])
        if not same or digests.get(number, empty) != line["digest"]:
            text = _(
                "Return {number} ({name}) is not as it was received: its cells were changed afterwards.", number=number, name=row.file_name
            )
            yield Fault(f"submission {number}", text)


def _states(connection: Connection) -> Iterator[Fault]:
    """The state of each return is the last the trail gives it (in force or superseded is a matter of what came later)."""
    last: dict[int, str] = {}
    for subject, detail in _details(connection, "return", "state"):
        for number in detail.get("submissions", [int(subject.split()[1])]):
            last[number] = detail["state"]
    for row in connection.execute(select(schema.submission.c.id, schema.submission.c.state).order_by(schema.submission.c.id)):
        told = last.get(row.id)
        if row.state != told and not {row.state, told} <= set(IN_FORCE):
            text = _("Return {number} is in a state that the audit trail does not tell.", number=row.id)
            yield Fault(f"submission {row.id}", text)


def _currency(connection: Connection) -> Iterator[Fault]:
    verdict = judged().subquery()
    wrong = (
        select(verdict.c.submission_id, func.count()).where(verdict.c.is_current != verdict.c.in_force).group_by(verdict.c.submission_id)
    )
    for number, count in connection.execute(wrong.order_by(verdict.c.submission_id)):
        text = _(
            "{count} cells of return {number} are marked current, or not, against the latest accepted return.", number=number, count=count
        )
        yield Fault(f"submission {number}", text)
    o = schema.observation.c
    stray = connection.scalar(select(func.count()).where(o.current == 1, o.status != STATUSES.index("accepted")))
    if stray:
        yield Fault("observation", _("{count} cells count although they were not accepted.", count=stray))


def _details(connection: Connection, *acts: str) -> Iterator[tuple[str, dict[str, Any]]]:
    a = schema.audit.c
    rows = connection.execute(select(a.subject, a.detail).where(a.act.in_(acts)).order_by(a.id))
    yield from ((row.subject, json.loads(row.detail)) for row in rows)


def _digests(connection: Connection) -> dict[int, str]:
    """The digest of each return's cells as they stand now; in the way of store.returns.digest."""
    units, periods, elements, sheets = (
        dimensions.codes(connection, table) for table in (schema.unit, schema.period, schema.element, schema.sheet)
    )
    o = schema.observation.c
    query = select(o.submission_id, o.unit_id, o.period_id, o.basis, o.element_id, o.value, o.sheet_id, o.cell, o.raw, o.status)
    totals: dict[int, Any] = {}
    for number, u, p, basis, e, value, sheet, cell, raw, status in connection.execute(query.order_by(o.submission_id, o.place)):
        total = totals.setdefault(number, hashlib.sha256())
        parts = (
            units.get(u, ""),
            periods.get(p, ""),
            BASES[basis],
            elements.get(e, ""),
            repr(float(value)),
            sheets.get(sheet, ""),
            cell,
            raw,
            STATUSES[status],
        )
        total.update("\x1f".join(parts).encode() + b"\x1e")
    return {number: total.hexdigest() for number, total in totals.items()}
