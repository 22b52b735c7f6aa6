"""From which day to which the figures of a row run, where two columns say so: the period of the row, or days that make none."""

from __future__ import annotations

import datetime as dt
import re

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.dates.spans import period_of
from loaders.understanding.headings.columns import Column
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

_BEFORE = r"(?:(?:ky|ky bao cao|bao cao|thoi gian|thoi ky|so lieu|tinh) )?"
_FROM = re.compile(rf"{_BEFORE}(?:tu|ke tu|from|start|begin)(?: ngay| date| day)?|ngay (?:bat dau|dau ky)|bat dau|(?:start|from)date")
_TO = re.compile(rf"{_BEFORE}(?:den|toi|den het|to|end|until)(?: ngay| date| day)?|ngay (?:ket thuc|cuoi ky)|ket thuc|(?:end|to)date")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](20[12]\d)(?: .*)?|(20[12]\d)-(\d\d)-(\d\d)(?:[ t].*)?")


def bounds_days(column: Column) -> bool:
    """Whether a column holds the first or the last days of what its rows count."""
    return bool(_FROM.fullmatch(_head(column)) or _TO.fullmatch(_head(column)))


def days_of_rows(o: Oriented) -> dict[int, Period | None]:
    """Row -> the period that its first and last day bound, None where they bound none; empty without a column of each."""
    bounded = {row: period_of(*days) if days[0] <= days[1] else None for row, days in first_and_last(o).items()}
    return {row: found[0] if found else None for row, found in bounded.items()}


def first_and_last(o: Oriented) -> dict[int, tuple[dt.date, dt.date]]:
    """Row -> its first and its last day."""
    first = next((c.col for c in o.columns.values() if c.path and _FROM.fullmatch(_head(c))), None)
    last = next((c.col for c in o.columns.values() if c.path and _TO.fullmatch(_head(c))), None)
    if first is None or last is None:
        return {}
    found: dict[int, tuple[dt.date, dt.date]] = {}
    for row in o.table.body:
        begin, end = _day(o.table.sheet.cell(row, first)), _day(o.table.sheet.cell(row, last))
        if begin is not None and end is not None:
            found[row] = begin, end
    return found


def _head(column: Column) -> str:
    return plain(column.leaf).replace("_", " ").strip(" .:()") if column.path else ""


def _day(cell: Cell | None) -> dt.date | None:
    """The day that a cell holds or that is typed in it."""
    if cell is None:
        return None
    if isinstance(cell.value, dt.datetime):
        return cell.value.date()
    if isinstance(cell.value, dt.date):
        return cell.value
    found = _DAY.fullmatch(plain(cell.text).strip())
    if found is None:
        return None
    day, month, year = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
