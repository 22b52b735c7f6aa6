"""Of which period a sheet speaks: its lines, its name, the name of the file and the other sheets agree, or a person is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from pathlib import PurePosixPath

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.bounded import bounded
from loaders.understanding.days import closed_by, day_in
from loaders.understanding.page_filters import every_period
from loaders.understanding.sheet_reading import LINES_ABOVE, Reading, SheetReading, header_lines
from loaders.understanding.when import Statement, When, agree, statements
from loaders.understanding.words import classes, plain


def agree_on_time(reading: Reading, given: Mapping[str, str]) -> None:
    for part in reading.sheets:
        answer = given.get("period")
        if answer:
            part.when = When(Period.parse(answer), ())
        else:
            timed(part, reading.grid.file)
    covers = [p for p in reading.sheets if p.signed and not p.tables]
    for part in reading.sheets:
        if part.signed is None and len(covers) == 1:
            part.signed, part.signed_cell = covers[0].signed, covers[0].signed_cell
    known = {p.when.period for p in reading.sheets if p.when.period}
    for part in reading.sheets:
        if part.when.period is None and not part.when.candidates and len(known) == 1:
            part.when = When(next(iter(known)), ())


def timed(part: SheetReading, file: str) -> None:
    """Settle the period of a sheet from its lines, its name and the name of the file."""
    said: list[Statement] = []
    for cell in header_lines(part):
        said += statements(cell.text, "line", part.sheet.name, cell.address)
    said += _pairs(part)
    spans = _spans(part)
    said += [s for text in spans for s in statements(text, "line", part.sheet.name)]
    said += statements(part.sheet.name, "sheet", part.sheet.name)
    part.when = agree([*said, *statements(PurePosixPath(file).stem, "file")])
    lines = header_lines(part)
    texts = [c.text for c in lines if c.row < LINES_ABOVE] + [part.sheet.name, PurePosixPath(file).stem]
    part.cumulative = any({"so_far", "since_january"} & (k := set(classes("lines.csv", t))) or {"cumulative", "title"} <= k for t in texts)
    part.each = any("so_far_each" in classes("lines.csv", t) for t in texts)
    part.cumulative = part.cumulative or part.each
    part.days = [(day, c.address) for c in lines if len(c.text) < 160 and (day := day_in(c.text))]
    if part.when.impossible:
        return
    part.when, since_january = bounded(part.when, [*(c.text for c in lines), *spans])
    part.cumulative = part.cumulative or since_january
    if part.when.period is not None and every_period(part.sheet, part.tables):
        part.when = When(None, part.when.evidence, (part.when.period,))
    if part.when.period is None and not part.when.candidates:
        part.when = _by_day(part, PurePosixPath(file).stem)


def _spans(part: SheetReading) -> list[str]:
    """Rows over the tables that say in several cells from which day to which the figures run, as one line each."""
    first = min((t.header_first for t in part.tables), default=part.sheet.n_rows)
    rows = [cells for row, cells in part.sheet.rows.items() if row < first and len(cells) > 1]
    return [" ".join(_as_typed(c) for c in cells) for cells in rows if "span_label" in classes("lines.csv", cells[0].text)]


def _as_typed(cell: Cell) -> str:
    return f"{cell.value:%d/%m/%Y}" if isinstance(cell.value, dt.date) else cell.text


def _by_day(part: SheetReading, stem: str) -> When:
    """A sheet that names no period but the day its figures stand at: the month this day closes, to be asked where it closes more."""
    days = {day for day, _cell in part.days} or {day for day in (day_in(stem),) if day}
    found = closed_by(next(iter(days))) if len(days) == 1 else ()
    return When(found[0], ()) if len(found) == 1 else When(None, part.when.evidence, found)


def _pairs(part: SheetReading) -> list[Statement]:
    """A label "Ky bao cao" with its value in the next cell."""
    found: list[Statement] = []
    for row, cells in part.sheet.rows.items():
        if row > LINES_ABOVE + 10:
            break
        if any(t.header_first <= row <= t.header_last and t.holds(cells[0]) for t in part.tables):
            continue
        for a, b in pairwise(cells):
            label = plain(a.text).strip(" :") if a.is_text and len(a.text) < 30 else ""
            if label and "period_label" in classes("lines.csv", label):
                word = "" if label.startswith(("ky", "thoi", "ten")) else label.split()[0] + " "
                found += statements(f"{word}{b.text}", "line", part.sheet.name, b.address)
    return found
