"""Of which period a sheet speaks: its lines, its name, the name of the file and the other sheets agree, or a person is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.dates.bounded import bounded
from loaders.understanding.dates.days import closed_by, day_in, spoken_kinds
from loaders.understanding.dates.signing import year_signed
from loaders.understanding.dates.spans import month_spans
from loaders.understanding.dates.when import Statement, When, agree, lone_year, statements, unfilled
from loaders.understanding.headings.columns import PERIOD_ONLY
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.placing.nearby import captions_beside
from loaders.understanding.placing.page_filters import every_period
from loaders.understanding.sheets.covers import by_covers
from loaders.understanding.sheets.said_around import said_around, years_labelled
from loaders.understanding.sheets.said_of_time import (
    beside_labels,
    by_filters,
    days_told,
    of_line,
    own_lines,
    says_so_far,
    unfilled_labels,
)
from loaders.understanding.sheets.series import by_series
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading, header_lines
from loaders.understanding.texts.words import classes, plain

_UPDATED = re.compile(r"\bcap nhat\b.*\b(den|toi|het)\b")


def _answered(given: Mapping[str, str]) -> Period | None:
    """The period a person named; None where the answer names none: then it is asked again."""
    try:
        return Period.parse(given.get("period", ""))
    except ValueError:
        return None


def agree_on_time(reading: Reading, given: Mapping[str, str]) -> Mapping[str, str]:
    """Settle the period of every sheet; what is given, with the period of a workbook of ours where nothing in it says another one."""
    _settle(reading, given)
    ours = reading.written_for.get("period", "")
    if not ours or "period" in given:
        return given
    period = Period.parse(ours)
    counted = [p for p in reading.sheets if p.tables]
    if all({p.when.period, *p.when.candidates} <= {None, period} for p in counted):
        given = {**given, "period": ours}
        _settle(reading, given)
        return given
    for part in counted:
        said = (period, part.when.period, *part.when.candidates)
        part.when = When(None, part.when.evidence, tuple(dict.fromkeys(p for p in said if p)))
    return given


def _settle(reading: Reading, given: Mapping[str, str]) -> None:
    answered = _answered(given)
    for part in reading.sheets:
        if answered:
            part.when = When(answered, ())
        else:
            timed(part, reading.grid.file)
    if not answered:
        by_covers(reading)
        by_series(reading)
    covers = [p for p in reading.sheets if p.signed and not p.tables]
    for part in reading.sheets:
        if part.signed is None and len(covers) == 1:
            part.signed, part.signed_cell = covers[0].signed, covers[0].signed_cell
    _lend_years(reading)
    known = {p.when.period for p in reading.sheets if p.when.period}
    for part in reading.sheets:
        left_open = any(not s.strength for s in part.said)
        lent = {p for p in known if p.kind != "year"} if left_open else known
        if part.when.period is None and not part.when.candidates and not _says_part_of_year(part) and len(known) == len(lent) == 1:
            part.when = When(next(iter(lent)), ())


def _lend_years(reading: Reading) -> None:
    """Give a sheet that names a month or quarter and no year ("T9") the year of the others, where all are of one."""
    years = {p.when.period.year for p in reading.sheets if p.when.period}
    for part in reading.sheets if len(years) == 1 else ():
        if part.when.period is None and not part.when.candidates and _says_part_of_year(part):
            year = Period(next(iter(years)), "year")
            part.when = agree([*part.said, Statement("sheet", part.sheet.name, "", "", year, "year", 1, None, 1)])


def _says_part_of_year(part: SheetReading) -> bool:
    """Whether a sheet names a month or quarter without its year."""
    return any(s.period is None and s.number and s.strength for s in part.said)


def in_part_of_year(part: SheetReading, found: Iterable[Claim]) -> None:
    """Give figures whose headings say their year alone the month or quarter that the sheet names for all of them: of two years side by
    side under "month 10" each is that of its October. Where it names several they are of none."""
    said = {(s.kind, s.number) for s in part.said if s.number and s.kind != "year"}
    one = next(iter(said)) if len(said) == 1 and part.when.period is None else None
    for claim in found if one else ():
        if one and claim.period is not None and claim.period.kind == "year":
            claim.period = Period(claim.period.year, *one)


def timed(part: SheetReading, file: str) -> None:
    """Settle the period of a sheet from its lines, its name and the name of the file."""
    said: list[Statement] = []
    filters = by_filters(part)
    captions = {c.address for c in captions_beside(part.sheet, part.tables).values()} | {s.cell for s in filters}
    for cell in header_lines(part):
        if cell.address not in captions:
            said += of_line(cell, part.sheet.name) + unfilled(cell.text, "line", part.sheet.name, cell.address)
    said += filters + beside_labels(part) + unfilled_labels(part)
    spans = _spans(part)
    said += [s for text in spans for s in statements(text, "line", part.sheet.name)]
    around, days_around = said_around(part)
    said = _without_updates(part, said + around)
    said += _without_columns(part, statements(part.sheet.name, "sheet", part.sheet.name))
    part.said = said
    stem = PurePosixPath(file).stem
    of_file = [*_without_columns(part, _of_file(stem, said)), *unfilled(stem, "file")]
    part.when = agree([*said, *of_file])
    if part.when.period is None and part.signed and said and (lent := year_signed([*said, *of_file], part.signed)):
        part.when = agree([*said, *of_file, *lent])
    years = years_labelled(part)
    if part.when.period is not None and years and part.when.period.year not in years:
        other = tuple(replace(part.when.period, year=year) for year in sorted(years))
        part.when = When(None, part.when.evidence, (part.when.period, *other))
    lines = header_lines(part)
    texts = [*own_lines(part), *days_around, PurePosixPath(file).stem]
    part.cumulative = says_so_far(texts)
    part.each = any("so_far_each" in classes("lines.csv", t) for t in texts)
    part.cumulative = part.cumulative or part.each
    part.days = days_told(part)
    if part.when.impossible:
        return
    part.when, since_january = bounded(part.when, [*(c.text for c in lines), *spans, *days_around])
    part.cumulative = part.cumulative or since_january
    if part.when.period is not None and every_period(part.sheet, part.tables):
        part.when = When(None, part.when.evidence, (part.when.period,))
    if part.when.period is None and not part.when.candidates and (year := _year_across(part)):
        part.when = When(year, ())
    elif part.when.period is None and not part.when.candidates:
        part.when = _by_day(part, PurePosixPath(file).stem)


def _of_file(stem: str, said: list[Statement]) -> list[Statement]:
    """What the name of a file says of the time; one that lists several periods ("T1-T5") contradicts no sheet of one of them;
    a year alone is that of a month for which the sheet says none."""
    of_file = statements(stem, "file")
    listed = {s.period for s in of_file if s.period}
    own = agree(said).period
    if not of_file and own is None and any(s.period is None and s.number for s in said):
        return lone_year(stem)
    return [] if len(listed) > 1 and own in listed else of_file


def _without_columns(part: SheetReading, found: list[Statement]) -> list[Statement]:
    """What the name of a sheet or file says, the months left out that it lists and the columns bear one by one ("T8-T12"), or the one it
    was brought up to where the lines name the year alone: of those only their year."""
    listed, years = {(s.kind, s.number) for s in found}, {s.period.year for s in found if s.period}
    borne = _borne(part)
    up_to = len(listed) == 1 and len(borne) > 1 and _of_a_year(part.said)
    if (len(listed) < 2 and not up_to) or len(years) > 1 or not listed <= borne:
        return found
    first = found[0]
    return [Statement(first.source, first.sheet, first.cell, first.text, Period(year, "year"), "year", 1, None, 1) for year in years]


def _without_updates(part: SheetReading, said: list[Statement]) -> list[Statement]:
    """What lines say, without the month up to which a sheet of months was brought ("updated to the end of month 4"), where the others name
    the year alone: each column bears its own."""
    borne = _borne(part)
    updated = (
        [s for s in said if s.period is None and (s.kind, s.number) in borne and _UPDATED.search(plain(s.text))] if len(borne) > 1 else []
    )
    others = [s for s in said if s not in updated]
    return others if updated and _of_a_year(others) else said


def _of_a_year(said: list[Statement]) -> bool:
    """Whether lines name one year and nothing shorter."""
    return len({s.period for s in said if s.period}) == 1 and all(s.kind == "year" for s in said)


def _borne(part: SheetReading) -> set[tuple[str, int]]:
    """The months and quarters, without their years, that the columns of a sheet bear one by one."""
    texts = [path[-1] for table in part.tables for path in table.headers.values() if path and PERIOD_ONLY.fullmatch(plain(path[-1]))]
    return {(s.kind, s.number) for text in texts for s in statements(text, "header")}


def _year_across(part: SheetReading) -> Period | None:
    """The year of the months from one to another that a line says and whose columns bear them all ("from month 8 to month 10 of 2025")."""
    said = {span for cell in header_lines(part) if cell.is_text for span in month_spans(plain(cell.text))}
    if len(said) != 1:
        return None
    ((begin, end),) = said
    months = {("month", number) for number in range(begin.number, end.number + 1)}
    return Period(end.year, "year") if begin.year == end.year and months <= _borne(part) else None


def _spans(part: SheetReading) -> list[str]:
    """Rows over the tables that say in several cells from which day to which the figures run, as one line each; the second day may stand
    in the next row."""
    first = min((t.header_first for t in part.tables), default=part.sheet.n_rows)
    rows = [cells for row, cells in part.sheet.rows.items() if row < first and len(cells) > 1]
    found = []
    for n, cells in enumerate(rows):
        if "span_label" in classes("lines.csv", cells[0].text):
            ends = [c for row in rows[n + 1 : n + 2] if "span_end" in classes("lines.csv", row[0].text) for c in row]
            found.append(" ".join(_as_typed(c) for c in (*cells, *ends)))
    return found


def _as_typed(cell: Cell) -> str:
    return f"{cell.value:%d/%m/%Y}" if isinstance(cell.value, dt.date) else cell.text


def _by_day(part: SheetReading, stem: str) -> When:
    """A sheet that names no period but the day its figures stand at: the month this day closes; where it closes a quarter as well, the one
    its headings speak of ("new in the month"), else to be asked."""
    days = {day for day, _cell in part.days} or {day for day in (day_in(stem),) if day}
    found = closed_by(next(iter(days))) if len(days) == 1 else ()
    if len(found) > 1:
        kinds = spoken_kinds(
            [*(c.text for c in header_lines(part)), *(t for table in part.tables for path in table.headers.values() for t in path)]
        )
        found = tuple(p for p in found if p.kind in kinds) if len(kinds) == 1 else found
    return When(found[0], ()) if len(found) == 1 else When(None, part.when.evidence, found)
