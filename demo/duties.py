"""Illustrative tasks of the demo area: on the register like anybody's, marked as the demo's, taken away with it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from demo.declarations import assigned
from store import Store, Task

DAYS = ("assigned_on", "due_on", "done_on")


def declared() -> list[Task]:
    """The tasks of data/demo/tasks.csv."""
    return [_task(row) for row in assigned()]


def _task(row: Mapping[str, str]) -> Task:
    days = {name: dt.date.fromisoformat(row[name]) for name in DAYS if row[name]}
    texts = {name: text for name, text in row.items() if name not in DAYS}
    at = dt.datetime.combine(days["assigned_on"], dt.time(8), tzinfo=dt.UTC).isoformat()
    return Task(**texts, **days, at=at, origin="demo")  # type: ignore[arg-type]


def record(store: Store, by: str) -> None:
    """Put them on the register; those that are on it already stay as they are."""
    held = {(task.unit, task.title) for task in store.every(Task)}
    for task in declared():
        if (task.unit, task.title) not in held:
            store.save(task, by)
