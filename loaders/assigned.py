"""Assigned tasks out of a workbook of any layout: which column says what, what each row says, and what must be asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from catalogue.area import installed_root
from catalogue.errors import UserError
from catalogue.tasks import plan_of
from catalogue.units import units
from loaders import worker
from loaders.understanding.dates.when import statements
from loaders.understanding.names.whose import commune
from loaders.understanding.texts.words import classes, first_class

COLUMNS = ("title", "unit", "due", "progress", "done", "document", "evidence", "assigned")
DEEPEST_HEADER, LEAST_HEADINGS = 40, 2
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(20\d\d)(?!\d)")
_YEAR = re.compile(r"\s*(20\d\d)\s*")
_APART = re.compile(r"\s*[;,\n]\s*")


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. `units` are those named for sure; `doubts` name the columns a person must look at: unit, due, done."""

    line: int
    title: str
    units: tuple[str, ...]
    unit_text: str
    due: dt.date | None
    due_text: str
    done: dt.date | None
    progress: str
    document: str
    evidence: str
    assigned: dt.date | None
    plan: str
    doubts: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """One sheet as plain cells, what is merged seen in every cell of the merge."""

    name: str
    cells: Mapping[tuple[int, int], str]

    @cached_property
    def height(self) -> int:
        """How many rows it has."""
        return max((row for row, _col in self.cells), default=-1) + 1

    @cached_property
    def header(self) -> int:
        """The row that names most columns, -1 when none names the task and something else."""
        found = {row: {kind for _col, kind in self._kinds(row)} & set(COLUMNS) for row in range(min(self.height, DEEPEST_HEADER))}
        named = [row for row, kinds in found.items() if "title" in kinds and len(kinds) >= LEAST_HEADINGS]
        return max(named, key=lambda row: (len(found[row]), -row), default=-1)

    def headings(self) -> dict[int, str]:
        """The heading of each column."""
        return {col: text for (row, col), text in sorted(self.cells.items()) if row == self.header}

    def columns(self) -> dict[str, tuple[int, ...]]:
        """Which columns may hold what; several where the headings leave a doubt, the likeliest first."""
        kinds = list(self._kinds(self.header))
        return {kind: tuple(col for col, found in kinds if found == kind) for kind in COLUMNS}

    def _kinds(self, row: int) -> Iterator[tuple[int, str]]:
        seen: set[str] = set()
        for (at, col), text in sorted(self.cells.items()):
            if at == row and text not in seen and len(text) < 80:
                seen.add(text)
                yield col, first_class("task_columns.csv", text)

    def above(self) -> list[str]:
        """The lines over the table."""
        return list(dict.fromkeys(text for (row, _col), text in sorted(self.cells.items()) if row < self.header))

    def document(self) -> str:
        """The line over the table that names the document which assigns the tasks; empty when none does."""
        return next((text for text in self.above() if "document" in classes("task_words.csv", text)), "")


def open_pages(path: Path, name: str) -> list[Page]:
    """The visible sheets of a file that hold a table of tasks; UserError when it cannot be opened or holds none."""
    answer = next(iter(worker.run([{"do": "cells", "path": str(path), "name": name}])))
    if "sheets" not in answer:
        raise UserError(answer["message"])
    return [page for page in map(_page, answer["sheets"]) if page and page.header >= 0]


def _page(sheet: Mapping[str, Any]) -> Page | None:
    if sheet["state"] != "visible":
        return None
    cells = {(row, col): " ".join(raw.split(" ")).strip() for row, col, raw, _kind, hidden in sheet["cells"] if raw.strip() and not hidden}
    for top, left, bottom, right in sheet["merges"]:
        text = cells.get((top, left))
        if text and (bottom - top) * (right - left) < 10_000:
            cells |= {(row, col): text for row in range(top, bottom + 1) for col in range(left, right + 1)}
    return Page(sheet["name"], cells)


def rows(page: Page, columns: Mapping[str, int], on: dt.date) -> list[Row]:
    """The tasks of a sheet by the columns chosen (`COLUMNS` to column); rows that only head a section, or repeat headings, are none."""
    found = []
    for line in range(page.header + 1, page.height):
        said = {kind: page.cells.get((line, col), "") for kind, col in columns.items()}
        title = said.get("title", "")
        others = [text for kind, text in said.items() if kind not in ("title", "document") and text and text != title]
        if title and others and not title.isdigit() and any(char.isalpha() for char in title):
            found.append(_row(line, title, said, on, page))
    return found


def _row(line: int, title: str, said: Mapping[str, str], on: dt.date, page: Page) -> Row:
    named, sure = whose(said.get("unit", ""), on)
    due, due_sure = until(said.get("due", ""))
    done, done_sure = finished(said.get("progress", ""), said.get("done", ""))
    document = said.get("document", "") or page.document()
    doubts = [kind for kind, fine in (("unit", sure), ("due", due_sure), ("done", done_sure)) if not fine]
    plan = plan_of(" ".join((document, title, *page.above())))
    assigned, _sure = until(said.get("assigned", ""))
    texts = said.get("progress", ""), document, said.get("evidence", "")
    return Row(line + 1, title, named, said.get("unit", ""), due, said.get("due", ""), done, *texts, assigned, plan, tuple(doubts))


def whose(text: str, on: dt.date) -> tuple[tuple[str, ...], bool]:
    """The units a text names on a day, and whether that is sure."""
    if not text:
        return (), False
    if "every_commune" in classes("task_words.csv", text):
        return tuple(unit.id for unit in units().communes_under(installed_root(), on)), True
    found = [_unit(part, on) for part in _APART.split(text) if part]
    known = tuple(dict.fromkeys(one for one in found if one))
    return known, len(known) > 0 and all(found)


def _unit(text: str, on: dt.date) -> str:
    named = commune(text, on)
    if named.unit and named.sure:
        return named.unit.id
    exact = units().by_name(text, within=installed_root(), on=on).exact
    return exact[0].id if len(exact) == 1 else ""


def until(text: str) -> tuple[dt.date | None, bool]:
    """The last day a text allows, and whether that is sure; a standing task has none."""
    if not text or "no_date" in classes("task_words.csv", text):
        return None, bool(text)
    days = [day for day in map(_day, _DAY.finditer(text)) if day]
    if days:
        return max(days), True
    year = _YEAR.fullmatch(text)
    periods = [said.period for said in statements(text, "line") if said.period]
    if year:
        return dt.date(int(year[1]), 12, 31), True
    return (max(period.end("plain") for period in periods), True) if periods else (None, False)


def finished(progress: str, done: str) -> tuple[dt.date | None, bool]:
    """The day a task was done, and whether that is sure: one said to be done without a day is asked."""
    day, _sure = until(done)
    if day:
        return day, True
    if first_class("task_words.csv", progress) != "done":
        return None, True
    found = [one for one in map(_day, _DAY.finditer(progress)) if one]
    return (found[-1], True) if len(found) == 1 else (None, False)


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


def doubtful_columns(found: Mapping[str, Sequence[int]]) -> list[str]:
    """The columns a person must choose: named by several headings, or needed and named by none."""
    return [kind for kind, cols in found.items() if len(cols) > 1 or (not cols and kind in ("title", "unit", "due"))]
