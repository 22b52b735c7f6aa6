"""Columns headed "Time": those whose words tell the rows of each commune apart, and those that only say until when something is due."""

from __future__ import annotations

import re

from loaders.understanding.headings.columns import Column
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

TIME_HEADINGS = re.compile(
    r"^(ky|ky bao cao|ky so lieu|thang|quy|nam|thoi gian|thoi ky|thang bao cao|thang/nam|ky du lieu|tuan|period|month|quarter)(?![a-z])"
)


def times_lead(o: Oriented, column: Column) -> bool:
    """A column headed "Time" to the left of everything, or that tells the rows of each commune apart: its rows are times, and not the time
    limits of what stands beside them. The name of a commune may stand once over its rows."""
    if not TIME_HEADINGS.fullmatch(plain(column.leaf)):
        return False
    rows: list[tuple[str, str]] = []
    name = ""
    for row in o.table.body if o.unit_col is not None else ():
        name = o.text(row, o.unit_col) or name
        time = o.text(row, column.col)
        if name and time:
            rows.append((name, time))
    apart = len(set(rows)) == len(rows) and 2 * len(rows) >= 3 * len({name for name, _time in rows}) > 0
    return apart or column.col == min((c for c in o.columns if c != o.index_col), default=column.col)
