"""Carrying a return into the store, in one transaction; and undoing it, which deletes nothing."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from catalogue.facts import Issue, Observation
from store import audit, dimensions
from store.current import in_force, settle
from store.database import bulk_insert
from store.schema import BASES, STATUSES, answer, coverage, element, issue, narrative, observation, period, reading, sheet, submission, unit
from store.words import IN_FORCE, STATE_OF, Answer, Narrative, Submission

_BASIS = {name: number for number, name in enumerate(BASES)}
_STATUS = {name: number for number, name in enumerate(STATUSES)}
_COLUMNS = (
    "period_id", "element_id", "unit_id", "submission_id", "place", "basis", "status", "current", "value", "sheet_id", "cell", "raw",
)  # fmt: skip


def commit(
    connection: Connection,
    received: Submission,
    observations: Sequence[Observation],
    issues: Iterable[Issue] = (),
    answers: Iterable[Answer] = (),
    narratives: Iterable[Narrative] = (),
    read: Mapping[str, Any] | None = None,
) -> int:
    """Write a return and all that belongs to it; the number it got. Accepted cells become current when its state is accepted."""
    for one in observations:
        if not math.isfinite(one.value):
            raise ValueError(f"not a number: {one}")
    number = _insert_submission(connection, received)
    _insert_observations(connection, number, received, observations)
    _insert_parts(connection, number, issues, answers, narratives, read)
    audit.note(
        connection, received.received_by, "return", f"submission {number}", state=received.state, sha256=received.sha256,
        file=received.file_name, batch=received.batch, origin=received.origin, observations=len(observations), digest=digest(observations),
    )  # fmt: skip
    if received.replaces is not None and (received.state in IN_FORCE or not _is_in_force(connection, received.replaces)):
        change_state(connection, [received.replaces], "superseded", received.received_by, f"submission {number}")
    if received.state in IN_FORCE:
        settle(connection, [number])
    return number


def digest(observations: Iterable[Observation]) -> str:
    """One hash over all cells of a return, in their order: what the audit trail remembers of their content."""
    total = hashlib.sha256()
    for o in observations:
        parts = (o.unit, o.period, o.basis, o.element, repr(float(o.value)), o.sheet, o.cell, o.raw, o.status)
        total.update("\x1f".join(parts).encode() + b"\x1e")
    return total.hexdigest()


def accept(connection: Connection, number: int, by: str, reason: str) -> None:
    """Let a return that waited (asked, to be mended) come into force as it stands: its accepted cells count from now on."""
    order = _next_order(connection)
    connection.execute(update(submission).where(submission.c.id == number).values(accepted_order=order))
    change_state(connection, [number], "accepted", by, reason)


def withdraw(connection: Connection, numbers: Sequence[int], by: str, reason: str) -> None:
    """Take returns out of force: what they superseded or replaced counts again."""
    change_state(connection, numbers, "withdrawn", by, reason)
    replaced = select(submission.c.replaces).where(submission.c.id.in_(numbers), submission.c.replaces.is_not(None))
    back = select(submission.c.id, submission.c.outcome, submission.c.accepted_order).where(
        submission.c.id.in_(replaced), submission.c.state.in_(IN_FORCE), submission.c.id.not_in(numbers)
    )
    for row in connection.execute(back).all():
        state = "accepted" if row.accepted_order is not None else STATE_OF.get(row.outcome, "received")
        change_state(connection, [row.id], state, by, reason)


def change_state(connection: Connection, numbers: Sequence[int], state: str, by: str, reason: str) -> None:
    """Give submissions another state, and let what they hid, or hold, come into force."""
    connection.execute(update(submission).where(submission.c.id.in_(numbers)).values(state=state, state_reason=reason))
    if numbers:
        audit.note(connection, by, "state", f"submission {numbers[0]}", state=state, submissions=list(numbers), reason=reason)
        settle(connection, numbers)


def _is_in_force(connection: Connection, number: int) -> bool:
    return bool(connection.scalar(select(in_force()).where(submission.c.id == number)))


def _next_order(connection: Connection) -> int:
    return (connection.scalar(select(func.max(submission.c.accepted_order))) or 0) + 1


def _insert_submission(connection: Connection, received: Submission) -> int:
    order = _next_order(connection) if received.state in IN_FORCE else None
    row = {
        name: getattr(received, name)
        for name in (
            "sha256",
            "file_name",
            "state",
            "received_by",
            "outcome",
            "message",
            "sender",
            "batch",
            "signature",
            "origin",
            "replaces",
        )
    }
    row |= {
        "periods": json.dumps(received.periods),
        "received_at": received.received_at.isoformat(),
        "accepted_order": order,
        "state_reason": "",
    }
    return connection.execute(insert(submission), row).inserted_primary_key[0]  # type: ignore[index]


def _insert_observations(connection: Connection, number: int, received: Submission, observations: Sequence[Observation]) -> None:
    senders = {received.sender} if received.sender else set()
    units = dimensions.number_all(connection, unit, sorted({o.unit for o in observations} | senders))
    periods = dimensions.number_all(connection, period, sorted({o.period for o in observations} | set(received.periods)))
    elements = dimensions.number_all(connection, element, sorted({o.element for o in observations}))
    sheets = dimensions.number_all(connection, sheet, sorted({o.sheet for o in observations}))
    rows = [
        (periods[o.period], elements[o.element], units[o.unit], number, place, _BASIS[o.basis], _STATUS[o.status], 0, float(o.value),
         sheets[o.sheet], o.cell, o.raw)
        for place, o in enumerate(observations)
    ]  # fmt: skip
    bulk_insert(connection, observation, _COLUMNS, sorted(rows))
    cells: Counter[tuple[str, str, str]] = Counter((o.unit, o.period, o.status) for o in observations)
    spoken = {(u, p) for u, p, _ in cells} | {(u, p) for u in senders for p in received.periods}
    lines = [(number, units[u], periods[p], *(cells[u, p, status] for status in STATUSES)) for u, p in sorted(spoken)]
    bulk_insert(connection, coverage, ("submission_id", "unit_id", "period_id", *STATUSES), lines)


def _insert_parts(
    connection: Connection,
    number: int,
    issues: Iterable[Issue],
    answers: Iterable[Answer],
    narratives: Iterable[Narrative],
    read: Mapping[str, Any] | None,
) -> None:
    mine = {"submission_id": number}
    parts: dict[Table, list[dict[str, Any]]] = {
        issue: [
            {**mine, "place": i, "sheet": o.sheet, "cell": o.cell, "code": o.code, "severity": o.severity, "message": o.message}
            for i, o in enumerate(issues)
        ],
        answer: [
            {**mine, "key": a.key, "value": json.dumps(a.value, ensure_ascii=False), "by": a.by, "why": a.why, "at": a.at.isoformat()}
            for a in answers
        ],
        narrative: [
            {**mine, "place": i, "unit": n.unit, "period": n.period, "kind": n.kind, "text": n.text} for i, n in enumerate(narratives)
        ],
        reading: [] if read is None else [{**mine, "content": zlib.compress(audit.canonical(read).encode())}],
    }
    for table, rows in parts.items():
        if rows:
            connection.execute(insert(table), rows)
