"""The small registers: settings, waivers, exemptions, accounts, tasks, requests for figures. Each change is a line of the audit trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select, update

from store import audit, schema
from store.words import Origin, now


@dataclass(frozen=True, slots=True)
class Waiver:
    """One sender is excused from one kind of issue, for a time; it fails when it no longer finds what it expects."""

    unit: str
    code: str
    reason: str
    valid_from: dt.date
    valid_to: dt.date
    element: str = ""
    expected: str = ""
    by: str = ""
    at: str = field(default_factory=lambda: now().isoformat())
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """A unit owes no return for a period."""

    unit: str
    period: str
    reason: str
    by: str = ""
    at: str = field(default_factory=lambda: now().isoformat())


@dataclass(frozen=True, slots=True)
class Account:
    """Who may sign in (`subject`: the identity provider's name for them), as what, for which unit and those below it."""

    subject: str
    name: str
    role: str
    unit: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class Task:
    """Something a unit was told to do, by which document and until when.

    `plan` is a code of data/task_plans.csv, `progress` how far it is in the unit's words, `evidence` an address or the name of
    what proves it. It is done when `done_on` says when.
    """

    unit: str
    title: str
    document: str
    assigned_on: dt.date
    due_on: dt.date | None = None
    done_on: dt.date | None = None
    note: str = ""
    by: str = ""
    at: str = field(default_factory=lambda: now().isoformat())
    id: int | None = None
    plan: str = ""
    progress: str = ""
    evidence: str = ""
    origin: Origin = "user"


@dataclass(frozen=True, slots=True)
class Request:
    """A body above asks for figures: by which document, of which period, until when, which counts, of which units.

    `elements` and `units` are codes with blanks between. It is answered when every unit has reported every count for the period."""

    document: str
    title: str
    issuer: str
    period: str
    elements: str
    units: str
    received_on: dt.date
    due_on: dt.date
    by: str = ""
    at: str = field(default_factory=lambda: now().isoformat())
    id: int | None = None


AnyRecord = Waiver | Exemption | Account | Task | Request
Record = TypeVar("Record", Waiver, Exemption, Account, Task, Request)
_TABLES: dict[type, Table] = {
    Waiver: schema.waiver,
    Exemption: schema.exemption,
    Account: schema.account,
    Task: schema.task,
    Request: schema.request,
}


def save(connection: Connection, record: AnyRecord, by: str) -> None:
    """Add a record, or put it in the place of the one with the same key."""
    table = _TABLES[type(record)]
    values = asdict(record) | ({"by": by} if "by" in table.c else {})
    key = [column for column in table.primary_key.columns if values[column.name] is not None]
    same = [column == values[column.name] for column in key]
    content = {name: value for name, value in values.items() if value is not None or name != "id"}
    if not key or not connection.execute(update(table).where(*same).values(content)).rowcount:
        connection.execute(insert(table), content)
    audit.note(connection, by, "save", table.name, record=_plain(content))


def remove(connection: Connection, record: AnyRecord, by: str) -> None:
    """Take a record off its register; the audit trail keeps what it said."""
    table = _TABLES[type(record)]
    connection.execute(delete(table).where(*(column == getattr(record, column.name) for column in table.primary_key.columns)))
    audit.note(connection, by, "remove", table.name, record=_plain(asdict(record)))


def every(connection: Connection, kind: type[Record]) -> list[Record]:
    """All records of a register, in the order of their keys."""
    table = _TABLES[kind]
    names = [one.name for one in fields(kind)]
    return [kind(*row) for row in connection.execute(select(*(table.c[name] for name in names)).order_by(*table.primary_key.columns))]


def setting(connection: Connection, name: str) -> str | None:
    """The text of a setting; None when it was never set."""
    return connection.scalar(select(schema.setting.c.value).where(schema.setting.c.name == name))


def set_setting(connection: Connection, name: str, value: str, by: str) -> None:
    """Give a setting another text."""
    table = schema.setting
    if not connection.execute(update(table).where(table.c.name == name).values(value=value)).rowcount:
        connection.execute(insert(table), {"name": name, "value": value})
    audit.note(connection, by, "setting", name, value=value)


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in values.items()}
