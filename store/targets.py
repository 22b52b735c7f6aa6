"""Targets and their revisions: each revision is a line of its own and none is ever changed, so any past day can be shown as known then."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace

from sqlalchemy import Connection, Row, insert, select

from catalogue.periods import Period
from catalogue.targets import Target
from store import audit
from store.schema import target as table
from store.words import now

ALWAYS = dt.date.min
SOWER = "declarations"


@dataclass(frozen=True, slots=True)
class Revision:
    """A target as it was recorded: known from a day on, by whom and why. Those declared from the first are known always (year 1)."""

    target: Target
    recorded_on: dt.date
    recorded_at: dt.datetime
    by: str
    reason: str


def sow(connection: Connection, declared: Iterable[Target]) -> int:
    """Take in declared targets not yet in the register; of a known one, a declaration that was never recorded becomes a revision."""
    known = {one.target.id: one for one in revisions(connection)}
    seen = {_content(replace(one.target, revision=0)) for one in revisions(connection)}
    new = 0
    for one in declared:
        if _content(replace(one, revision=0)) in seen:
            continue
        before = known.get(one.id)
        day = now().date() if before else ALWAYS
        _add(connection, replace(one, revision=before.target.revision + 1) if before else one, day, SOWER, "")
        new += 1
    if new:
        audit.note(connection, SOWER, "seed", "targets", count=new)
    return new


def revise(connection: Connection, changed: Target, by: str, reason: str) -> int:
    """Record a target as it reads from today on (a new one when its id is); the number of the revision."""
    latest = connection.scalar(select(table.c.revision).where(table.c.id == changed.id).order_by(table.c.revision.desc()).limit(1))
    recorded = replace(changed, revision=(latest or 0) + 1)
    _add(connection, recorded, now().date(), by, reason)
    audit.note(connection, by, "target", changed.id, reason=reason, target=asdict(recorded))
    return recorded.revision


def revisions(connection: Connection, target: str | None = None) -> list[Revision]:
    """Every revision (of one target), the oldest first."""
    query = select(table).order_by(table.c.recorded_at, table.c.id, table.c.revision)
    return [_revision(row) for row in connection.execute(query if target is None else query.where(table.c.id == target))]


def targets(connection: Connection, on: dt.date | None, as_recorded: dt.date | None) -> list[Target]:
    """The last revision of each target known on the day `as_recorded`; with `on`, those whose span of months holds that day."""
    known = {one.target.id: one.target for one in revisions(connection) if as_recorded is None or one.recorded_on <= as_recorded}
    return [one for one in known.values() if on is None or _spans(one, on)]


def _spans(target: Target, day: dt.date) -> bool:
    return Period.parse(target.period_from).start("plain") <= day <= Period.parse(target.period_to).end("plain")


def _add(connection: Connection, target: Target, day: dt.date, by: str, reason: str) -> None:
    values = {"id": target.id, "revision": target.revision, "content": _content(target), "recorded_on": day, "by": by, "reason": reason}
    connection.execute(insert(table), values | {"recorded_at": now().isoformat()})


def _content(target: Target) -> str:
    return audit.canonical(asdict(target))


def _revision(row: Row) -> Revision:
    return Revision(Target(**json.loads(row.content)), row.recorded_on, dt.datetime.fromisoformat(row.recorded_at), row.by, row.reason)
