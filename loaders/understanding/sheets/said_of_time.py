"""The places of a sheet that state its period: its lines, a label with a value beside it; and the days on which its figures stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise, zip_longest

from loaders.opening.grid import Cell
from loaders.understanding.dates.days import day_in
from loaders.understanding.dates.spellings import written_out
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.placing.applied_filters import applied
from loaders.understanding.sheets.sheet_reading import LINES_ABOVE, SheetReading, header_lines
from loaders.understanding.texts.words import classes, plain

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]')
_LABEL = re.compile(r"([^:]{3,30}):\s*(\S.*)")
_OPEN_LABEL = re.compile(r"(thang|quy|ky|thang,? quy|thang ?/ ?quy|(thang|quy|ky) (bao cao|so lieu|du lieu|thong ke))\W*")
_SHORT, _LONG = 30, 160


def shows_month(cell: Cell) -> bool:
    """Whether a day is shown as its month and year alone, as Excel keeps a month that was typed."""
    parts = _QUOTED.sub("", cell.style.number_format).lower()
    return isinstance(cell.value, dt.date) and "d" not in parts and "m" in parts and "y" in parts


def own_lines(part: SheetReading) -> list[str]:
    """The lines over the tables of a sheet and its name."""
    return [*(c.text for c in header_lines(part) if c.row < LINES_ABOVE), part.sheet.name]


def says_so_far(texts: Iterable[str]) -> bool:
    """Whether one of the texts says that the figures count since January."""
    plainly = (written_out(plain(text)) for text in texts)
    return any({"so_far", "since_january"} & (k := set(classes("lines.csv", t))) or {"cumulative", "title"} <= k for t in plainly)


def until_line(part: SheetReading) -> str:
    """The line that says up to which month all figures run, where nothing else says of which month they are."""
    said = [s.text for s in part.when.evidence if s.period == part.when.period]
    only = bool(said) and not part.cumulative and all("until_month" in classes("lines.csv", text) for text in said)
    return said[0] if only else ""


def of_line(cell: Cell, sheet: str) -> list[Statement]:
    """What a line states; after a label of the period a bare "10/2025" too."""
    found = statements(_typed(cell), "line", sheet, cell.address)
    label = _LABEL.fullmatch(cell.text.strip()) if cell.is_text and not found else None
    return value_of(label[1], label[2], sheet, cell.address) if label else found


def beside_labels(part: SheetReading) -> list[Statement]:
    """A label "Ky bao cao" with its value in the next cell."""
    found: list[Statement] = []
    for row, cells in part.sheet.rows.items():
        if row > LINES_ABOVE + 10:
            break
        if any(t.header_first <= row <= t.header_last and t.holds(cells[0]) for t in part.tables):
            continue
        for a, b in pairwise(cells):
            if a.is_text and len(a.text) < _SHORT:
                found += value_of(a.text, _typed(b), part.sheet.name, b.address)
    return found


def by_filters(part: SheetReading) -> list[Statement]:
    """The one period that printed filters let through, bit by bit: a year, a month of it."""
    return [
        s for f in applied(part.sheet) if f.of_time and not f.several for s in value_of(f.label, f.value, part.sheet.name, f.cell.address)
    ]


def unfilled_labels(part: SheetReading) -> list[Statement]:
    """Labels of a month, a quarter or a period over the tables behind which no value stands."""
    first = min((t.header_first for t in part.tables), default=0)
    found = []
    for cells in (cells for row, cells in part.sheet.rows.items() if row < first):
        for a, b in zip_longest(cells, cells[1:]):
            if _OPEN_LABEL.fullmatch(plain(a.text)) and (
                b is None or not any(ch.isalnum() for ch in b.text) or "period_label" in classes("lines.csv", b.text)
            ):
                found.append(Statement("line", part.sheet.name, a.address, a.text.strip(), None, "year", 1, None, 0))
    return found


def days_told(part: SheetReading) -> list[tuple[dt.date, str]]:
    """The days on which the figures are said to stand, each with its cell: over the tables, beside a label, in a remark below."""
    lines = [c for c in header_lines(part) if len(c.text) < _LONG and not shows_month(c)]
    found = [(day, c.address) for c in lines if (day := day_in(c.text))]
    first = min((t.header_first for t in part.tables), default=part.sheet.n_rows)
    for row, cells in part.sheet.rows.items():
        labels = [(a, b) for a, b in pairwise(cells) if row < first and a.is_text and len(a.text) < _SHORT]
        labels = [(a, b) for a, b in labels if "figures_day" in classes("lines.csv", a.text)]
        found += [(day, b.address) for a, b in labels if (day := day_in(f"{a.text} {b.text}"))]
    return found + [(day, c.address) for c in below(part) if "figures_day" in classes("lines.csv", c.text) and (day := day_in(c.text))]


def below(part: SheetReading) -> list[Cell]:
    """The lines under the last table."""
    last = max((t.data_last for t in part.tables), default=part.sheet.n_rows)
    return [c for c in part.sheet.texts if c.row > last and len(c.text) < _LONG]


def _typed(cell: Cell) -> str:
    return f"thang {cell.value:%m/%Y}" if isinstance(cell.value, dt.date) and shows_month(cell) else cell.text


def value_of(label: str, value: str, sheet: str, address: str) -> list[Statement]:
    """The period that stands as a value behind the label of one."""
    label = plain(label).strip(" :")
    if not label or "period_label" not in classes("lines.csv", label):
        return []
    word = "" if label.startswith(("ky", "thoi", "ten")) else label.split()[0] + " "
    found = statements(f"{word}{value}", "line", sheet, address)
    return found or [replace(s, source="line") for s in statements(value, "sheet", sheet, address) if len(value) < _SHORT]
