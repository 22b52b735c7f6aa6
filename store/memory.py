"""What was learnt about layouts: a mapping confirmed once is used again for the same signature, until someone forgets it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select, update

from store import audit
from store.schema import remembered_reading as table
from store.words import Remembered, now


def remember(connection: Connection, signature: str, sender: str, mapping: Mapping[str, Any], by: str, sha256: str) -> None:
    """Keep a mapping for a signature and sender; the one before it stays, set aside."""
    _set_aside(connection, signature, sender, by)
    values = {
        "signature": signature,
        "sender": sender,
        "mapping": audit.canonical(mapping),
        "by": by,
        "at": now().isoformat(),
        "sha256": sha256,
    }
    connection.execute(insert(table), values)
    audit.note(connection, by, "remember", f"reading {signature}", sender=sender, mapping=dict(mapping), sha256=sha256)


def forget(connection: Connection, signature: str, sender: str, by: str) -> bool:
    """Stop using a mapping; False when there was none."""
    if not _set_aside(connection, signature, sender, by):
        return False
    audit.note(connection, by, "forget", f"reading {signature}", sender=sender)
    return True


def remembered(connection: Connection, signature: str | None, sender: str | None, at: dt.datetime | None = None) -> list[Remembered]:
    """Mappings in use (at a past moment), the newest first; of a sender: its own before those that hold for everyone."""
    live: ColumnElement[bool] = table.c.forgotten_at.is_(None)
    if at is not None:
        moment = at.astimezone(dt.UTC).isoformat()
        live = and_(table.c.at <= moment, or_(live, table.c.forgotten_at > moment))
    query = select(table).where(live)
    if signature is not None:
        query = query.where(table.c.signature == signature)
    if sender is not None:
        query = query.where(table.c.sender.in_(("", sender)))
    rows = connection.execute(query.order_by((table.c.sender == "").asc(), table.c.id.desc()))
    return [Remembered(r.signature, r.sender, json.loads(r.mapping), r.by, dt.datetime.fromisoformat(r.at), r.sha256) for r in rows]


def _set_aside(connection: Connection, signature: str, sender: str, by: str) -> int:
    live = (table.c.signature == signature, table.c.sender == sender, table.c.forgotten_at.is_(None))
    return connection.execute(update(table).where(*live).values(forgotten_by=by, forgotten_at=now().isoformat())).rowcount
