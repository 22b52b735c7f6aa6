"""The filters that a program prints into one cell of what it hands out ("Applied filters: Year is 2026"): what each lets through."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.words import classes, plain

_FIRST, _LAST = 12, 4
_HEAD = re.compile(r"^\W*[^:\n]{4,30}(?::|\n)")
_CUT = re.compile(r"[\n;|]|,(?=[^,]*(?:\bis\b|=|:|\bl\S\s))")
_SAYS = re.compile(r"(?P<label>[^=:]{2,40}?)\s*(?P<verb>=|:|\b(?:is|l\S)(?= ))\s*(?P<value>\S.*)")
_OTHERWISE = re.compile(r"(not|on or|greater|less|before|after|between|in|khong|khac|tu|truoc|sau|lon hon|nho hon)\b(?! blank)")
_SEVERAL = re.compile(r" (or|and|hoac|va|den) |,")
_BLANK = re.compile(r"(is )?(not|khong|khac)( (la|phai))? \W*(blank|trong|rong)\W*")
_LABELS = {"year": "nam", "month": "thang", "quarter": "quy", "period": "ky"}
_MONTHS = {name.lower(): n for names in (calendar.month_name, calendar.month_abbr) for n, name in enumerate(names) if name}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is filtered, what is let through, and the cell that says so."""

    label: str
    value: str
    cell: Cell

    @property
    def of_time(self) -> bool:
        return "period_label" in classes("lines.csv", self.label)

    @property
    def several(self) -> bool:
        """Whether it lets more through than the one thing it names."""
        folded = plain(self.value)
        return bool(_OTHERWISE.match(folded) or _SEVERAL.search(folded))


def applied(sheet: Sheet) -> Iterator[Filter]:
    """The filters printed over or under the tables of a sheet; those that only leave blanks out are none."""
    rows = sorted(sheet.rows)
    for row in dict.fromkeys((*rows[:_FIRST], *rows[-_LAST:])):
        for cell in sheet.rows[row]:
            head = _HEAD.match(cell.text) if cell.is_text else None
            if head and "applied" in classes("lines.csv", head[0]):
                yield from _read(cell, cell.text[head.end() :])


def _read(cell: Cell, text: str) -> Iterator[Filter]:
    for part in _CUT.split(text):
        said = _SAYS.fullmatch(part.strip())
        if said and not _BLANK.fullmatch(plain(said["value"])):
            label = plain(said["label"]).strip()
            yield Filter(_LABELS.get(label, said["label"].strip()), _value(said["value"].strip()), cell)


def _value(text: str) -> str:
    """The name of a month or quarter in English as its number."""
    folded = plain(text)
    return str(_MONTHS.get(folded, "")) or re.sub(r"^qtr\.? ?(?=[1-4]$)", "", folded) if folded.isascii() and text.isascii() else text
