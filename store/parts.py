"""Writing the rows of a return: the submission, its cells, and what belongs to it."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, insert

from catalogue.facts import Issue, Observation
from store import dimensions
from store.audit import canonical
from store.database import bulk_insert
from store.schema import BASES, STATUSES, answer, coverage, element, issue, narrative, observation, period, reading, sheet, submission, unit
from store.words import IN_FORCE, KEPT_OUT, Answer, Narrative, Submission

_BASIS = {name: number for number, name in enumerate(BASES)}
_COVERED = ("accepted", "asked", "rejected")
_STATUS = {name: number for number, name in enumerate(STATUSES)}
_CELL = ("period_id", "element_id", "unit_id", "submission_id", "place", "basis", "status", "current", "value", "sheet_id", "cell", "raw")
_SAME = ("sha256", "file_name", "state", "received_by", "outcome", "message", "sender", "batch", "signature", "origin", "replaces")


def insert_submission(connection: Connection, received: Submission, order: int | None) -> int:
    """Write the line of a return that comes into force as the `order`-th (None: not yet); its number."""
    row = {name: getattr(received, name) for name in _SAME} | {
        "periods": json.dumps(received.periods),
        "received_at": received.received_at.astimezone(dt.UTC).isoformat(),
        "accepted_order": order,
        "state_reason": "",
    }
    return connection.execute(insert(submission), row).inserted_primary_key[0]  # type: ignore[index]


def insert_observations(connection: Connection, number: int, received: Submission, observations: Sequence[Observation]) -> None:
    """Write the cells, current where accepted (of several for one thing the last), and which units and periods they speak of."""
    senders = {received.sender} if received.sender else set()
    units = dimensions.number_all(connection, unit, sorted({o.unit for o in observations} | senders))
    periods = dimensions.number_all(connection, period, sorted({o.period for o in observations} | set(received.periods)))
    elements = dimensions.number_all(connection, element, sorted({o.element for o in observations}))
    sheets = dimensions.number_all(connection, sheet, sorted({o.sheet for o in observations}))
    last = {(o.period, o.element, o.unit, o.basis): place for place, o in enumerate(observations) if o.status == "accepted"}
    current = set(last.values()) if received.state in IN_FORCE else set()
    rows = [
        (
            *(periods[o.period], elements[o.element], units[o.unit], number, place),
            *(_BASIS[o.basis], _STATUS[o.status], int(place in current), float(o.value), sheets[o.sheet], o.cell, o.raw),
        )
        for place, o in enumerate(observations)
    ]
    bulk_insert(connection, observation, _CELL, sorted(rows))
    _insert_coverage(connection, number, received, observations, units, periods)


def _insert_coverage(
    connection: Connection,
    number: int,
    received: Submission,
    observations: Sequence[Observation],
    units: Mapping[str, int],
    periods: Mapping[str, int],
) -> None:
    cells: Counter[tuple[str, str, str]] = Counter((o.unit, o.period, o.status) for o in observations)
    if received.outcome == KEPT_OUT:
        return
    spoken = {(u, p) for u, p, _ in cells} | {(received.sender, p) for p in received.periods if received.sender}
    lines = [(number, units[u], periods[p], *(cells[u, p, status] for status in _COVERED)) for u, p in sorted(spoken)]
    bulk_insert(connection, coverage, ("submission_id", "unit_id", "period_id", *_COVERED), lines)


def insert_others(
    connection: Connection,
    number: int,
    issues: Iterable[Issue],
    answers: Iterable[Answer],
    narratives: Iterable[Narrative],
    read: Mapping[str, Any] | None,
) -> None:
    """Write issues, answers, narratives and what the reader kept."""
    mine = {"submission_id": number}
    found: dict[Table, list[dict[str, Any]]] = {
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
        reading: [] if read is None else [{**mine, "content": zlib.compress(canonical(read).encode())}],
    }
    for table, rows in found.items():
        if rows:
            connection.execute(insert(table), rows)
