"""Days and years as a report writes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catalogue.tables import rows
from report.checking.folding import plain

_DAY = re.compile(
    r"(?<![\d./-])(?:ngay\s+)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})\s*[/.-]\s*(?P<y1>\d{4})(?![\d/])"
    r"|ngay\s+(?P<d2>\d{1,2})\s+thang\s+(?P<m2>\d{1,2})\s+nam\s+(?P<y2>\d{4})"
)


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day where it stands; `day` is None when the calendar has no such day (31/02)."""

    start: int
    end: int
    day: dt.date | None


def days(text: str) -> Iterator[WrittenDay]:
    """Every day written with its year."""
    for found in _DAY.finditer(plain(text)):
        d, m, y = (int(found[f"{part}1"] or found[f"{part}2"]) for part in "dmy")
        yield WrittenDay(found.start(), found.end(), _day(y, m, d))


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


@cache
def _exceptions() -> dict[dt.date, bool]:
    return {dt.date.fromisoformat(row["date"]): row["working"] == "yes" for row in rows("holidays.csv", ("date",))}


def rests(day: dt.date) -> bool:
    """Whether offices are closed that Saturday or Sunday; a Saturday worked instead of another day is no rest."""
    return day.weekday() >= 5 and not _exceptions().get(day, False)
