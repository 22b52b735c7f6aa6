"""The audit trail: who did what, each line sealed with the hash of the one before, so that nothing can be slipped in or out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from store.schema import audit
from store.words import now

FIRST = "0" * 64
SEALED = ("id", "at", "by", "act", "subject", "detail")


def canonical(value: Mapping[str, Any]) -> str:
    """The one JSON text of a value: keys sorted, no spaces, UTF-8 letters as they are."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def seal(previous: str, line: Mapping[str, Any]) -> str:
    """The hash of a line that follows the line whose hash is `previous`."""
    body = canonical({name: line[name] for name in SEALED})
    return hashlib.sha256((previous + body).encode()).hexdigest()


def note(connection: Connection, by: str, act: str, subject: str, **detail: Any) -> int:
    """Write one line at the end, inside the writer's transaction; its number is the store's new version."""
    last = connection.execute(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)).first()
    number, previous = (last.id + 1, last.hash) if last else (1, FIRST)
    line = {"id": number, "at": now().isoformat(), "by": by, "act": act, "subject": subject, "detail": canonical(detail)}
    connection.execute(insert(audit), {**line, "previous": previous, "hash": seal(previous, line)})
    return number


def broken_lines(lines: Iterable[Row[Any]]) -> Iterator[int]:
    """The numbers of the lines (given in order) whose seal does not hold, or before which a line is missing."""
    previous, expected = FIRST, 1
    for line in lines:
        if line.id != expected or line.previous != previous or line.hash != seal(previous, dict(line._mapping)):
            yield line.id
        previous, expected = line.hash, line.id + 1
