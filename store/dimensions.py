"""The small numbers that stand in facts for periods, elements, units and sheets."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

CHUNK = 5_000


def codes(connection: Connection, table: Table) -> dict[int, str]:
    """Number to text, all of them."""
    cursor: Any = connection.execute(select(table.c.id, table.c.code)).cursor
    return dict(cursor.fetchall())


def numbers(connection: Connection, table: Table, wanted: Collection[str]) -> dict[str, int]:
    """Text to number for the texts that are known."""
    known: dict[str, int] = {}
    texts = list(dict.fromkeys(wanted))
    for start in range(0, len(texts), CHUNK):
        some = select(table.c.code, table.c.id).where(table.c.code.in_(texts[start : start + CHUNK]))
        known.update({row.code: row.id for row in connection.execute(some)})
    return known


def number_all(connection: Connection, table: Table, wanted: Collection[str]) -> dict[str, int]:
    """Text to number for all the texts; new ones are given a number, in the writer's transaction."""
    known = numbers(connection, table, wanted)
    new = [text for text in dict.fromkeys(wanted) if text not in known]
    if new:
        first = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
        connection.execute(insert(table), [{"id": first + i, "code": text} for i, text in enumerate(new)])
        known.update({text: first + i for i, text in enumerate(new)})
    return known
