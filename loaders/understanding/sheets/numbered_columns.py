"""Bare numbers under the words that a pivot table prints over its columns: months, quarters, or numbers of something else?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.language import _
from catalogue.periods import Period
from loaders.questions import Option
from loaders.understanding.dates.times import is_summary_word, time_number
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_WORDS = {"month": "thang", "quarter": "quy"}
_SUM = re.compile(r"(tong|sum) (cua|of) ")
_QUARTERS = 4
_PLAIN = 6
"""So many months of a period from January on are no numbers of something else."""


def key_of(sheet: str, index: int) -> str:
    """The key of the question what the numbers are."""
    return f"times:{sheet}:{index}"


def numbers_of(table: Table) -> tuple[int, ...]:
    """The bare numbers that head columns under "Column Labels", in order; empty where there are fewer than two."""
    under = [path[-1] for _col, path in sorted(table.headers.items()) if len(path) > 1 and is_summary_word(path[-2])]
    found = [number for text in under if (number := time_number(text))]
    return tuple(found) if len(found) > 1 and sorted(set(found)) == found else ()


def corner(table: Table) -> str:
    """What such a table counts, as it stands in its corner; empty for any other table."""
    path = table.headers.get(table.left, ()) if numbers_of(table) else ()
    if len(path) < 2 or "pivot" not in classes("lines.csv", path[0]):
        return ""
    return " ".join(path[0].split()[2:]) if _SUM.match(plain(path[0])) else path[0]


def with_times(table: Table, key: str, period: Period | None, given: Mapping[str, str]) -> Table:
    """The table with "month" or "quarter" over such columns, as the answer or the period of the sheet says; unanswered, months."""
    answer = given.get(key, "month")
    if not numbers_of(table) or (answer not in _WORDS and not _settled(table, period)):
        return table
    word = _WORDS.get(answer, _WORDS["month"])
    headers = {col: tuple(word if is_summary_word(text) else text for text in path) for col, path in table.headers.items()}
    return replace(table, headers=headers)


def _settled(table: Table, period: Period | None) -> bool:
    """Whether the numbers are the months of the period of the sheet and can hardly be anything else."""
    numbers = numbers_of(table)
    return period is not None and numbers == tuple(m.number for m in period.months) and (numbers[0] > 1 or len(numbers) >= _PLAIN)


def ask_numbers(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask what the numbers over the columns of a pivot table are, where nothing says so."""
    for index, table in enumerate(part.tables):
        key = key_of(part.sheet.name, index)
        numbers = numbers_of(table)
        members = [c for c in part.claims if c.table == index and c.role == "value" and c.codes]
        if not numbers or key in given or not members or _settled(table, part.when.period):
            continue
        options = [Option("month", _("months")), Option("none", _("numbers of something else"))]
        if numbers[-1] <= _QUARTERS:
            options.insert(1, Option("quarter", _("quarters")))
        said = {"numbers": ", ".join(map(str, numbers))}
        ask_about(reading, members, key, "numbers_unclear", part.sheet.name, members[0].cell.address, tuple(options), **said)
