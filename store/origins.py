"""Taking illustrative data away again, whole: the one thing the store ever deletes."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection, delete, exists, select, update

from store import audit, originals, schema
from store.current import judged, settle

_PARTS = (schema.issue, schema.answer, schema.narrative, schema.reading, schema.coverage, schema.observation)


def has(connection: Connection, origin: str) -> bool:
    """Whether any submission is of that origin."""
    return bool(connection.scalar(select(exists().where(schema.submission.c.origin == origin))))


def remove(connection: Connection, origin: str, by: str) -> tuple[int, set[str]]:
    """Delete the tasks and submissions of an origin; how many returns, and the originals nobody else speaks of; files go after commit."""
    s, o = schema.submission, schema.original
    _remove_tasks(connection, origin, by)
    numbers = list(connection.scalars(select(s.c.id).where(s.c.origin == origin).order_by(s.c.id)))
    if not numbers:
        return 0, set()
    hashes = set(connection.scalars(select(s.c.sha256).where(s.c.origin == origin)))
    touched = judged(numbers).subquery()
    others = list(connection.scalars(select(touched.c.submission_id).join(s).where(s.c.origin != origin).distinct()))
    others += connection.scalars(select(s.c.id).where(s.c.origin != origin, s.c.replaces.in_(numbers)))
    connection.execute(update(s).where(s.c.replaces.in_(numbers)).values(replaces=None))
    for table in _PARTS:
        connection.execute(delete(table).where(table.c.submission_id.in_(numbers)))
    connection.execute(delete(s).where(s.c.origin == origin))
    settle(connection, others)
    orphans = hashes - set(connection.scalars(select(s.c.sha256).where(s.c.sha256.in_(hashes))))
    connection.execute(delete(o).where(o.c.sha256.in_(orphans)))
    remembered = schema.remembered_reading
    connection.execute(delete(remembered).where(remembered.c.sha256.in_(orphans)))
    audit.note(connection, by, "remove", f"origin {origin}", submissions=numbers)
    return len(numbers), orphans


def _remove_tasks(connection: Connection, origin: str, by: str) -> None:
    tasks = connection.execute(delete(schema.task).where(schema.task.c.origin == origin)).rowcount
    if tasks:
        audit.note(connection, by, "remove", f"tasks of origin {origin}", tasks=tasks)


def remove_files(connection: Connection, folder: Path, hashes: Collection[str]) -> None:
    """Take files away, as the one writer: what somebody has kept again in the meantime stays."""
    again = set(connection.scalars(select(schema.original.c.sha256).where(schema.original.c.sha256.in_(hashes))))
    for sha256 in set(hashes) - again:
        originals.remove(originals.place_of(folder, sha256))
