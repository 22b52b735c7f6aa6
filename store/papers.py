"""What people write for the report, in every revision: documents of the register, texts by unit and period, saved drafts."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select

from catalogue.language import _
from store import audit
from store.schema import audit as trail
from store.schema import paper as table
from store.words import now

ACT = "paper"


@dataclass(frozen=True, slots=True)
class Paper:
    """One revision: of which kind, about what, what it says (any JSON object), by whom, when and why."""

    kind: str
    subject: str
    revision: int
    content: Mapping[str, Any]
    by: str
    at: dt.datetime
    reason: str


def write(
    connection: Connection, kind: str, subject: str, content: Mapping[str, Any], by: str, reason: str = "", at: dt.datetime | None = None
) -> int:
    """Add a revision; its number. Earlier ones stay as they were."""
    same = table.c.kind == kind, table.c.subject == subject
    number = (connection.scalar(select(func.max(table.c.revision)).where(*same)) or 0) + 1
    said = audit.canonical(content)
    row = {"kind": kind, "subject": subject, "revision": number, "content": said, "by": by, "reason": reason}
    connection.execute(insert(table), row | {"at": (at or now()).isoformat()})
    audit.note(connection, by, ACT, f"{kind} {subject}", revision=number, reason=reason, digest=_digest(said))
    return number


def papers(connection: Connection, kind: str | None = None, subject: str | None = None) -> list[Paper]:
    """Every revision of a kind (about one subject), the oldest first."""
    query = select(table).order_by(table.c.kind, table.c.subject, table.c.revision)
    query = query if kind is None else query.where(table.c.kind == kind)
    query = query if subject is None else query.where(table.c.subject == subject)
    return [_paper(row) for row in connection.execute(query)]


def changed(connection: Connection) -> Iterator[tuple[str, str]]:
    """Revisions that are not as the audit trail tells, or that only one of the two knows: what it concerns, and a sentence."""
    a = trail.c
    told = {}
    for subject, detail in connection.execute(select(a.subject, a.detail).where(a.act == ACT)):
        line = json.loads(detail)
        told[subject, line["revision"]] = line["digest"]
    there = {
        (f"{kind} {subject}", revision): _digest(content)
        for kind, subject, revision, content in connection.execute(select(table.c.kind, table.c.subject, table.c.revision, table.c.content))
    }
    for key in sorted(told.keys() | there.keys()):
        if told.get(key) != there.get(key):
            about = f"{key[0]} {key[1]}"
            yield f"paper {about}", _("Revision {about} of what was written for the report is not as it was recorded.", about=about)


def _digest(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def _paper(row: Any) -> Paper:
    at = dt.datetime.fromisoformat(row.at)
    return Paper(row.kind, row.subject, row.revision, json.loads(row.content), row.by, at, row.reason)
