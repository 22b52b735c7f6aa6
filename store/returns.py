"""Carrying a return into the store, in one transaction; and undoing it, which deletes nothing."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, func, select, update

from catalogue.facts import Issue, Observation
from store import audit, parts
from store.current import in_force, settle, supersede
from store.schema import submission
from store.words import IN_FORCE, STATE_OF, Answer, Narrative, Submission


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
    number = parts.insert_submission(connection, received, _next_order(connection) if received.state in IN_FORCE else None)
    parts.insert_observations(connection, number, received, observations)
    parts.insert_others(connection, number, issues, answers, narratives, read)
    audit.note(
        connection, received.received_by, "return", f"submission {number}", state=received.state, sha256=received.sha256,
        file=received.file_name, batch=received.batch, origin=received.origin, observations=len(observations), digest=digest(observations),
    )  # fmt: skip
    if received.replaces is not None and _gives_way(connection, received):
        change_state(connection, [received.replaces], "superseded", received.received_by, f"submission {number}")
    if received.state in IN_FORCE:
        supersede(connection, number)
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
    change_state(connection, _replaced(connection, [number]), "superseded", by, f"submission {number}")


def take_out(connection: Connection, numbers: Sequence[int], state: Literal["withdrawn", "refused"], by: str, reason: str) -> None:
    """Take returns out of force, or out of waiting: what they superseded or replaced stands again.

    A file that is sent back is so in every reading of it: an earlier one that only waited does not wait again.
    """
    change_state(connection, numbers, state, by, reason)
    columns = (submission.c.id, submission.c.outcome, submission.c.accepted_order, submission.c.sha256)
    back = select(*columns).where(submission.c.id.in_(_replaced(connection, numbers)), submission.c.id.not_in(numbers))
    files = select(submission.c.sha256).where(submission.c.id.in_(numbers))
    same = set(connection.scalars(files)) if state == "refused" else set()
    for row in connection.execute(back).all():
        if row.accepted_order is None and row.sha256 in same:
            continue
        again = "accepted" if row.accepted_order is not None else STATE_OF.get(row.outcome, "received")
        change_state(connection, [row.id], again, by, reason)


def change_state(connection: Connection, numbers: Sequence[int], state: str, by: str, reason: str) -> None:
    """Give submissions another state, and let what they hid, or hold, come into force."""
    connection.execute(update(submission).where(submission.c.id.in_(numbers)).values(state=state, state_reason=reason))
    if numbers:
        audit.note(connection, by, "state", f"submission {numbers[0]}", state=state, submissions=list(numbers), reason=reason)
        settle(connection, numbers)


def _replaced(connection: Connection, numbers: Sequence[int]) -> list[int]:
    """The returns in whose place these were put, unless they were taken out themselves."""
    replaced = select(submission.c.replaces).where(submission.c.id.in_(numbers), submission.c.replaces.is_not(None))
    return list(connection.scalars(select(submission.c.id).where(submission.c.id.in_(replaced), submission.c.state.in_(IN_FORCE))))


def _gives_way(connection: Connection, received: Submission) -> bool:
    """Whether the return that another replaces is set aside. One in force stays so until the other is; one that was taken out of force
    stays out: it would count again."""
    columns = (submission.c.state, submission.c.accepted_order, in_force().label("counts"))
    before = connection.execute(select(*columns).where(submission.c.id == received.replaces)).one()
    taken_out = before.accepted_order is not None and before.state not in IN_FORCE
    return not taken_out and (received.state in IN_FORCE or not before.counts)


def _next_order(connection: Connection) -> int:
    return (connection.scalar(select(func.max(submission.c.accepted_order))) or 0) + 1
