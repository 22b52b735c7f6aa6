"""Workbooks that keep one sheet for each month or quarter: the name of the file says the last of them, or all, and contradicts none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from catalogue.periods import Period
from loaders.understanding.dates.when import Statement, When, agree, statements, unfilled
from loaders.understanding.sheets.said_of_time import own_lines, says_so_far
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading
from loaders.understanding.texts.words import plain

_ALIKE = 0.6


def by_series(reading: Reading) -> None:
    """Give each sheet of such a workbook the period that its own lines and its own name state."""
    parts = [p for p in reading.sheets if p.said and _filled(p) and not says_so_far(own_lines(p))]
    stem = PurePosixPath(reading.grid.file).stem
    of_file = statements(stem, "file") + unfilled(stem, "file")
    years = {s.period.year for s in (*of_file, *(s for p in parts for s in p.said)) if s.period}
    together = agree([*of_file, *(_year(max(years)) if years else ())])
    named = (together.period,) if together.period else together.candidates
    if not named or len(parts) < 2:
        return
    own = [(part, when) for part in parts if (when := agree([*part.said, *_year(named[0].year)])).period and when.period.kind != "year"]
    finer = any(when.period and set(when.period.months) < set(p.months) for _part, when in own for p in named)
    own = [(part, when) for part, when in own if not (finer and when.period in named)]
    periods = [when.period for _part, when in own if when.period]
    if len(periods) < 2 or len(set(periods)) < len(periods) or len({p.kind for p in periods}) > 1:
        return
    if not _speaks_of(named, periods) or not _one_form([part for part, _when in own]):
        return
    for part, when in own:
        if part.when.period is None and part.when.candidates and when.period in part.when.candidates:
            part.when = When(when.period, when.evidence, (), part.when.calendar or when.calendar)
        part.cumulative = False


def _speaks_of(named: Sequence[Period], periods: Sequence[Period]) -> bool:
    """Whether the name of a file says the last period of the sheets, or one that holds all of them; of several ("months 1 to 4") each is
    that of a sheet, the last one among them."""
    last = max(periods, key=lambda p: p.months[-1])
    if len(named) > 1:
        return last in named and set(named) <= set(periods)
    return named[0] == last or all(set(p.months) <= set(named[0].months) for p in periods)


def _one_form(parts: Sequence[SheetReading]) -> bool:
    """Whether the sheets are one form filled anew: each is called after its period, or their labels are the same."""
    if all(any(s.source == "sheet" for s in part.said) for part in parts):
        return True
    first, *others = [_labels(part) for part in parts]
    return all(len(first & other) >= _ALIKE * max(len(first), len(other), 1) for other in others)


def _labels(part: SheetReading) -> frozenset[str]:
    """The words of the tables of a sheet."""
    rows = ((t, row) for t in part.tables for row in (*range(t.header_first, t.header_last + 1), *t.body))
    return frozenset(plain(c.text) for t, row in rows for c in t.row(row) if c.is_text)


def _filled(part: SheetReading) -> bool:
    """Whether the tables of a sheet hold any figure beside the numbers of their rows."""
    return any(c.kind == "N" and c.col > t.left for t in part.tables for row in t.body for c in t.row(row))


def _year(year: int) -> list[Statement]:
    """A year, for those that state none."""
    return [Statement("file", "", "", "", Period(year, "year"), "year", 1, None, 1)]
