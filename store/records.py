"""Reading back what was received: originals, submissions, issues, answers, narratives, readings, coverage."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Row, distinct, exists, func, insert, select

from catalogue.facts import Issue
from store import dimensions, schema
from store.current import in_force
from store.originals import place_of
from store.words import IN_FORCE, Answer, Narrative, Original, Submission, now

_SUBMISSION_FIELDS = tuple(c.name for c in schema.submission.columns)


def keep_original(connection: Connection, path: Path, size: int, name: str) -> Original:
    """Note a kept file, unless its bytes are noted already."""
    table = schema.original
    row = connection.execute(select(table).where(table.c.sha256 == path.name)).first()
    if row is None:
        values = {"sha256": path.name, "size": size, "first_name": name, "kept_at": now().isoformat()}
        connection.execute(insert(table), values)
        row = connection.execute(select(table).where(table.c.sha256 == path.name)).one()
    return Original(row.sha256, row.size, path, row.first_name, dt.datetime.fromisoformat(row.kept_at))


def read_original(folder: Path, sha256: str) -> bytes:
    """The bytes of an original; KeyError when none has that hash."""
    path = place_of(folder, sha256)
    if not path.is_file():
        raise KeyError(sha256)
    return path.read_bytes()


def undone_with_batch(connection: Connection, batch: str) -> list[int]:
    """The submissions of a batch that were taken in, with the readings they took the place of; all that wait where none was."""
    s = schema.submission.c
    columns = (s.id, s.state, s.accepted_order, s.replaces)
    rows = connection.execute(select(*columns).where(s.batch == batch, s.state != "withdrawn").order_by(s.id.desc())).all()
    found = {row.id for row in rows if row.accepted_order is not None and row.state in IN_FORCE}
    if not found:
        return sorted(row.id for row in rows)
    for row in rows:  # the newest first: what it replaced comes after it
        if row.id in found and row.replaces is not None:
            found |= {one.id for one in rows if one.id == row.replaces and one.state == "superseded"}
    return sorted(found)


def submissions(connection: Connection, *, state: str | Collection[str] | None, **equal: str | None) -> pd.DataFrame:
    """One row a submission, the newest first; `equal` names columns and the text they must hold (None: any)."""
    s = schema.submission.c
    query = select(schema.submission).where(*(s[name] == text for name, text in equal.items() if text is not None))
    if state is not None:
        query = query.where(s.state.in_([state] if isinstance(state, str) else list(state)))
    rows = connection.execute(query.order_by(s.id.desc())).all()
    frame = pd.DataFrame([tuple(row) for row in rows], columns=list(_SUBMISSION_FIELDS))
    frame["periods"] = [tuple(json.loads(text)) for text in frame["periods"]]
    frame["received_at"] = pd.to_datetime(frame["received_at"], format="ISO8601", utc=True)
    return frame


def submission(connection: Connection, number: int) -> Submission:
    """One submission; KeyError when there is none of that number."""
    row = connection.execute(select(schema.submission).where(schema.submission.c.id == number)).first()
    if row is None:
        raise KeyError(number)
    return _submission(row)


def _submission(row: Row[Any]) -> Submission:
    values = dict(row._mapping)
    values["periods"] = tuple(json.loads(values["periods"]))
    values["received_at"] = dt.datetime.fromisoformat(values["received_at"])
    return Submission(**values)


def issues(connection: Connection, number: int) -> list[Issue]:
    """What was found wrong or doubtful in a return, in its order."""
    c = schema.issue.c
    rows = connection.execute(select(c.sheet, c.cell, c.code, c.severity, c.message).where(c.submission_id == number).order_by(c.place))
    return [Issue(*row) for row in rows]


def answers(connection: Connection, number: int) -> list[Answer]:
    """What people decided about a return."""
    rows = connection.execute(select(schema.answer).where(schema.answer.c.submission_id == number).order_by(schema.answer.c.key))
    return [Answer(r.key, json.loads(r.value), r.by, r.why, dt.datetime.fromisoformat(r.at)) for r in rows]


def narratives(connection: Connection, unit: str | None, period: str | None, number: int | None) -> list[Narrative]:
    """The texts of returns in force, or of one submission, the latest return first."""
    c = schema.narrative.c
    query = select(c.unit, c.period, c.kind, c.text, c.submission_id).join(schema.submission)
    query = query.where(in_force() if number is None else c.submission_id == number)
    if unit is not None:
        query = query.where(c.unit == unit)
    if period is not None:
        query = query.where(c.period == period)
    return [
        Narrative(*row) for row in connection.execute(query.order_by(schema.submission.c.accepted_order.desc(), c.submission_id, c.place))
    ]


def read_reading(connection: Connection, number: int) -> Any:
    """What the reader kept with a return; None when it kept nothing."""
    content = connection.scalar(select(schema.reading.c.content).where(schema.reading.c.submission_id == number))
    return None if content is None else json.loads(zlib.decompress(content))


def coverage(connection: Connection, units: Collection[str] | None, periods: Collection[str] | None) -> pd.DataFrame:
    """Which return speaks of which unit and period, and how many of its cells are in which class."""
    c, s = schema.coverage.c, schema.submission.c
    query = select(c.unit_id, c.period_id, c.submission_id, c.accepted, c.asked, c.rejected)
    query = query.order_by(c.submission_id, c.period_id, c.unit_id)
    for column, table, wanted in ((c.unit_id, schema.unit, units), (c.period_id, schema.period, periods)):
        if wanted is not None and len(wanted) <= dimensions.CHUNK:
            query = query.where(column.in_(dimensions.numbers(connection, table, [str(text) for text in wanted]).values()))
    cursor: Any = connection.execute(query).cursor
    cells = np.fromiter(cursor, dtype=np.dtype((np.int64, 6)))
    returns = connection.execute(select(s.id, s.state, in_force(), s.received_at).order_by(s.id)).all()
    numbers, states, in_use, moments = zip(*returns, strict=True) if returns else ((), (), (), ())
    at = np.searchsorted(np.array(numbers, dtype=np.int64), cells[:, 2])
    frame = pd.DataFrame(
        {
            "unit": _texts(dimensions.codes(connection, schema.unit), cells[:, 0]),
            "period": _texts(dimensions.codes(connection, schema.period), cells[:, 1]),
            "submission": cells[:, 2],
            "state": pd.Index(states, dtype="str").take(at),
            "in_force": np.array(in_use, dtype=bool)[at],
            "received_at": pd.to_datetime(pd.Index(moments, dtype="str"), format="ISO8601", utc=True).take(at),
            **{name: cells[:, place] for place, name in enumerate(("accepted", "asked", "rejected"), start=3)},
        }
    )
    return frame if units is None else frame[frame["unit"].isin(set(units))].reset_index(drop=True)


def _texts(known: Mapping[int, str], numbers: np.ndarray) -> pd.Index:
    """The text of each number."""
    there = pd.Index(list(known.values()), dtype="str")
    return there.take(pd.Index(list(known), dtype="int64").get_indexer(pd.Index(numbers)))


def periods(connection: Connection) -> list[str]:
    """The periods that any return speaks of."""
    spoken = exists().where(schema.coverage.c.period_id == schema.period.c.id)
    return list(connection.scalars(select(schema.period.c.code).where(spoken).order_by(schema.period.c.code)))


def reporters(connection: Connection) -> dict[str, int]:
    """How many units have an accepted cell in a return in force, by period."""
    c = schema.coverage.c
    taken = select(c.period_id, func.count(distinct(c.unit_id)).label("units"))
    taken = taken.where(c.accepted > 0, c.submission_id == schema.submission.c.id, in_force()).group_by(c.period_id)
    counted = taken.subquery()
    named = select(schema.period.c.code, counted.c.units).where(schema.period.c.id == counted.c.period_id).order_by(schema.period.c.code)
    return dict(connection.execute(named).all())


def audit_lines(connection: Connection, act: str | None, subject: str | None, limit: int | None) -> pd.DataFrame:
    """Lines of the audit trail, the newest first."""
    c = schema.audit.c
    query = select(c.id, c.at, c.by, c.act, c.subject, c.detail).order_by(c.id.desc()).limit(limit)
    query = query.where(*(column == text for column, text in ((c.act, act), (c.subject, subject)) if text is not None))
    frame = pd.DataFrame([tuple(row) for row in connection.execute(query)], columns=["id", "at", "by", "act", "subject", "detail"])
    frame["at"] = pd.to_datetime(frame["at"], format="ISO8601", utc=True)
    frame["detail"] = [json.loads(text) for text in frame["detail"]]
    return frame
