"""A grid -> a reading: every sheet's tables as claims, whose and when agreed, numbers read, arithmetic asked, an outcome."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from catalogue.facts import Issue
from catalogue.periods import Period
from loaders.issues import issue
from loaders.opening.grid import Cell, Grid, Sheet
from loaders.questions import Question
from loaders.understanding import checks, doubts, numbers, outcome
from loaders.understanding.bounded import bounded
from loaders.understanding.claim import Claim
from loaders.understanding.claims import claims
from loaders.understanding.correction import written_by_us
from loaders.understanding.dimensions import refine
from loaders.understanding.identity import answers_in
from loaders.understanding.layout import find_tables
from loaders.understanding.legend import written_out
from loaders.understanding.measures import Measure, in_line, over_table
from loaders.understanding.nearby import Local, apart, lines_over, locals_of
from loaders.understanding.orient import ONE_UNIT, Oriented, orient
from loaders.understanding.personal import personal
from loaders.understanding.placed import areas_named, elsewhere, on_their_days
from loaders.understanding.quantity import weigh
from loaders.understanding.refilled import refilled
from loaders.understanding.rowkinds import is_total
from loaders.understanding.tables import Table
from loaders.understanding.tags import meaning
from loaders.understanding.things import things
from loaders.understanding.totals import find_sums
from loaders.understanding.unclear import choose
from loaders.understanding.unions import doubt_halves
from loaders.understanding.when import Statement, When, agree, closed_by, day_in, signed_on, statements
from loaders.understanding.whose import Named, in_name, nearest, only_initials, short_name, stated
from loaders.understanding.words import classes, plain

_LINES_ABOVE = 15
_TITLES = frozenset({"title", "plan_title"})
_SENDING = frozenset({"title", "letterhead", "unit_sender", "cumulative"})


@dataclass
class SheetReading:
    """What one sheet says of itself, and its tables with their claims."""

    sheet: Sheet
    tables: list[Table] = field(default_factory=list)
    oriented: list[Oriented] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    when: When = field(default_factory=lambda: When(None, ()))
    units: list[Named] = field(default_factory=list)
    measure: Measure | None = None
    measures: list[Measure | None] = field(default_factory=list)
    title: str = ""
    heading: str = ""
    signed: dt.date | None = None
    signed_cell: str = ""
    cumulative: bool = False
    each: bool = False
    days: list[tuple[dt.date, str]] = field(default_factory=list)

    @property
    def last_day(self) -> dt.date | None:
        """The last day of its period by Decree 09/2019: the day on which units are looked up."""
        return self.when.period.end("nd09") if self.when.period else None


@dataclass
class Reading:
    """The whole file while it is being understood."""

    grid: Grid
    sheets: list[SheetReading] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    outcome: str = ""
    reason: str = ""

    @property
    def claims(self) -> list[Claim]:
        """Every claim of every sheet."""
        return [c for s in self.sheets for c in s.claims]

    @property
    def values(self) -> list[Claim]:
        """The claims that become observations."""
        return [c for c in self.claims if c.role == "value" and c.codes and (c.value is not None or c.status != "accepted")]


def understand(grid: Grid, answers: Mapping[str, str] | None = None, memory: Mapping[str, str] | None = None) -> Reading:
    """The reading of an opened file; the same grid and answers give the same reading."""
    given = {**answers_in(grid), **(memory or {}), **(answers or {})}
    reading = Reading(grid, issues=list(grid.warnings))
    ours = written_by_us(grid)
    shown = [s for s in grid.sheets if s.state == "visible" and s.cells and s.name not in ours]
    found = personal(shown)
    if found:
        reading.outcome, reading.reason = "not_a_return", "personal"
        reading.issues.append(found)
        return reading
    for sheet in grid.sheets:
        if sheet.state != "visible" and sheet.cells and sheet.name not in ours:
            reading.issues.append(issue("hidden_sheet", sheet.name, ""))
    for sheet in shown:
        reading.sheets.append(look(sheet))
    _agree_on_time(reading, given)
    for part in reading.sheets:
        _read_sheet(reading, part, given)
    _settle(reading, given)
    return reading


# ---------------------------------------------------------------- what the lines say


def look(sheet: Sheet) -> SheetReading:
    """The tables of a sheet and what the lines around them say, before any figure is read."""
    sheet = refilled(sheet)
    tables = written_out(sheet, find_tables(sheet))
    part = SheetReading(sheet, tables)
    for cells in sheet.rows.values():
        for cell in cells:
            if cell.is_text and not any(t.holds(cell) for t in tables):
                _line(part, cell)
    for table in tables:
        for row in range(max(0, table.header_first - 2), table.header_first):
            for cell in sheet.rows.get(row, ()):
                part.measure = part.measure or in_line(cell.text)
    part.measures = [_measure_over(sheet, tables, table) or part.measure for table in tables]
    return part


def _measure_over(sheet: Sheet, tables: list[Table], table: Table) -> Measure | None:
    """The measure in the last line over a table that states one; it holds for the tables after it until another line does."""
    beside = [t for t in tables if t is not table and t.header_first <= table.data_last and table.header_first <= t.data_last]
    lines = [c for row in range(table.header_first) for c in sheet.rows.get(row, ()) if not any(t.holds(c) for t in tables)]
    if beside:
        lines = [c for c in lines if not any(t.left <= c.col <= t.right for t in beside)]
    return next((m for c in reversed(lines) if c.is_text and (m := over_table(c.text))), None)


def _line(part: SheetReading, cell: Cell) -> None:
    text = cell.text
    part.measure = part.measure or in_line(text)
    kinds = frozenset(classes("lines.csv", text))
    if kinds & _TITLES and len(text) > len(part.title) and cell.row < _LINES_ABOVE:
        part.title = text
    first = min((t.header_first for t in part.tables), default=0)
    if cell.row < first and "letterhead" not in kinds and len(part.heading) < len(text) < 200:
        part.heading = text
    signed = signed_on(text)
    if signed and (part.signed is None):
        part.signed, part.signed_cell = signed, cell.address


def _header_lines(part: SheetReading) -> list[Cell]:
    """The cells above the first table and between tables, not under the last: titles, senders, periods."""
    first = min((t.header_first for t in part.tables), default=part.sheet.n_rows)
    lines = [c for r, cells in part.sheet.rows.items() if r < first for c in cells if c.is_text or c.kind == "D"]
    last = max((t.header_first for t in part.tables), default=0)
    between = [
        c
        for r, cells in part.sheet.rows.items()
        if first <= r < last
        for c in cells
        if c.is_text and not any(t.holds(c) for t in part.tables) and ("title" in classes("lines.csv", c.text))
    ]
    return lines + between


# ---------------------------------------------------------------- when


def _agree_on_time(reading: Reading, given: Mapping[str, str]) -> None:
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
    for cell in _header_lines(part):
        said += statements(cell.text, "line", part.sheet.name, cell.address)
    said += _pairs(part)
    spans = _spans(part)
    said += [s for text in spans for s in statements(text, "line", part.sheet.name)]
    said += statements(part.sheet.name, "sheet", part.sheet.name)
    part.when = agree([*said, *statements(PurePosixPath(file).stem, "file")])
    lines = _header_lines(part)
    texts = [c.text for c in lines if c.row < _LINES_ABOVE] + [part.sheet.name, PurePosixPath(file).stem]
    part.cumulative = any({"so_far", "since_january"} & (k := set(classes("lines.csv", t))) or {"cumulative", "title"} <= k for t in texts)
    part.each = any("so_far_each" in classes("lines.csv", t) for t in texts)
    part.cumulative = part.cumulative or part.each
    part.days = [(day, c.address) for c in lines if len(c.text) < 160 and (day := day_in(c.text))]
    if part.when.impossible:
        return
    part.when, since_january = bounded(part.when, [*(c.text for c in lines), *spans])
    part.cumulative = part.cumulative or since_january
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
        if row > _LINES_ABOVE + 10:
            break
        for a, b in pairwise(cells):
            label = plain(a.text).strip(" :") if a.is_text and len(a.text) < 30 else ""
            if label and "period_label" in classes("lines.csv", label):
                word = "" if label.startswith(("ky", "thoi", "ten")) else label.split()[0] + " "
                found += statements(f"{word}{b.text}", "line", part.sheet.name, b.address)
    return found


# ---------------------------------------------------------------- whose, and the claims


def _read_sheet(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    period, on = part.when.period, part.last_day
    near = locals_of(part.sheet, part.tables, on)
    planned = "plan_title" in classes("lines.csv", part.title)
    dates = [n.period.end("nd09") for n in near if n.period]
    part.units = _units_of(reading, part, on or max(dates, default=None), given)
    areas = [] if _unit_answer(part, given) else areas_named(n for c in _header_lines(part) for n in _stated(c, part, on))
    for index, table in enumerate(part.tables):
        own = near[index].period if "period" not in given and not _disputed(part, near) else None
        day = own.end("nd09") if own else on
        oriented = replace(refine(orient(table, day), day), title=_caption(part, index) or part.title or part.heading)
        part.oriented.append(oriented)
        said = own or (None if oriented.period_col is not None and _only_named(part) else period)
        found = claims(oriented, index, day, said, part.cumulative, part.each)
        _dated(part, found, own)
        doubt_halves(found)
        weigh(part, found)
        choose(oriented, index, found, given)
        of_one_unit, bill = oriented.shape in ONE_UNIT, any(column.role == "price" for column in oriented.columns.values())
        for claim in found:
            claim.period = claim.period or period
            if of_one_unit and claim.unit is None:
                claim.unit = near[index].unit if apart(near) else part.units[0] if len(part.units) == 1 else None
            if areas and claim.unit is not None:
                claim.unit = elsewhere(claim.unit, areas, day)
            if claim.role == "value" and (bill or (near[index].plan and index) or (planned and not _result(oriented, claim))):
                claim.role = "skip"
                claim.notes.append("plan")
        if of_one_unit:
            _leave_sums(oriented, found)
            on_their_days(oriented, found, period)
        part.claims += found
    reading.issues += numbers.read(part, given)
    find_sums(part)


def _disputed(part: SheetReading, near: Sequence[Local]) -> bool:
    """Whether the sheet or the file contradicts the periods that stand over the tables: then none of them is settled."""
    over = {n.period for n in near if n.period}
    return bool(over) and bool(set(part.when.candidates) - over)


def _only_named(part: SheetReading) -> bool:
    """Whether the period of a sheet is known from the name of the file alone."""
    return part.when.period is not None and {s.source for s in part.when.evidence if s.period == part.when.period} == {"file"}


def _caption(part: SheetReading, index: int) -> str:
    """The line over one of several tables that names what it counts."""
    lines = lines_over(part.sheet, part.tables, index) if len(part.tables) > 1 else []
    named = [c.text for c in lines if meaning(c.text).tags & things() and "letterhead" not in classes("lines.csv", c.text)]
    return named[-1] if named else ""


def _leave_sums(oriented: Oriented, found: list[Claim]) -> None:
    """A total beside columns nobody understood is the sum of whatever they are, not the figure of a province or district."""
    others = {c.cell.col for c in found if c.role != "value" and not set(c.notes) - {"no_figure"} and c.cell.kind == "N"}
    for claim in found:
        above = claim.unit is not None and claim.unit.unit is not None and claim.unit.unit.level != "commune"
        if claim.role == "value" and above and len(others) > 1 and is_total(oriented.columns[claim.cell.col].leaf):
            claim.role = "skip"
            claim.notes.append("no_figure")


def _result(oriented: Oriented, claim: Claim) -> bool:
    """Whether a figure under the title of a plan stands in a column of results."""
    column = oriented.columns.get(claim.cell.col)
    return column is not None and column.role in ("actual", "in_period", "year_to_date", "to_date", "cumulative")


def _dated(part: SheetReading, found: list[Claim], own: Period | None) -> None:
    """The period said over a table is its own where another table of the sheet has the same elements; else two periods contradict."""
    if own is None or own == part.when.period:
        return
    codes = {c.codes for c in found if c.role == "value"}
    others = {c.codes for c in part.claims if c.role == "value"}
    if codes & others or not part.claims:
        for claim in found:
            claim.period = claim.period or own
    elif codes and part.when.period is not None:
        part.when = When(None, part.when.evidence, (part.when.period, own), part.when.calendar)


def _unit_answer(part: SheetReading, given: Mapping[str, str]) -> str:
    return given.get(f"unit:{part.sheet.name}") or given.get("unit") or ""


def _units_of(reading: Reading, part: SheetReading, on: dt.date | None, given: Mapping[str, str]) -> list[Named]:
    """The unit a sheet without unit names in its table speaks of; several when its lines, its name and the file's differ."""
    from catalogue.units import units

    answer = _unit_answer(part, given)
    if answer:
        return [Named(answer, units()[answer])]
    said = [n for c in _header_lines(part) for n in _stated(c, part, on) if _of_the_sender(c, n)]
    low = nearest(said)
    communes = _distinct(n for n in low if n.unit is None or n.unit.level == "commune")
    of_sheet = _of_sheet_name(reading, part, on)
    stem = PurePosixPath(reading.grid.file).stem
    of_file = _distinct(n for n in in_name(stem, on))
    several = len([s for s in reading.sheets if s.tables]) > 1
    if communes:
        typed = [] if several else _distinct(n for n in stated(stem, on) if n.unit and n.unit.level == "commune")
        elsewhere = [*(of_sheet if len(of_sheet) == 1 else []), *(typed if len(typed) == 1 else [])]
        clash = [n for n in elsewhere if n.unit and all(m.unit is None or m.unit.id != n.unit.id for m in communes)]
        clash = [n for n in clash if n not in typed or not any(_cut_short(n, m) for m in communes)]
        return communes + _distinct(clash)
    if of_sheet and (several or not of_file):
        return of_sheet
    return of_file or of_sheet or _distinct(low) or _of_the_cover(reading, on)


def _of_the_cover(reading: Reading, on: dt.date | None) -> list[Named]:
    """The one commune that the lines of a workbook name, where no sheet with figures names another: a cover speaks for all."""
    said = _distinct(
        n for s in reading.sheets for c in _header_lines(s) for n in _stated(c, s, on) if n.unit is None or n.unit.level == "commune"
    )
    return said if len(said) == 1 and said[0].unit else []


def _of_sheet_name(reading: Reading, part: SheetReading, on: dt.date | None) -> list[Named]:
    """The unit that the name of a sheet means; mere initials mean one only in a workbook whose sheets are named after communes."""
    found = _distinct([n for n in in_name(part.sheet.name, on) if n.unit])
    short = short_name(part.sheet.name, on)
    if found or short.unit is None:
        return found
    others = {n.unit.id for s in reading.sheets if s is not part and s.tables for n in _named_by(s.sheet.name, on) if n.unit}
    return [short] if not only_initials(part.sheet.name, short.unit) or others - {short.unit.id} else []


def _named_by(name: str, on: dt.date | None) -> list[Named]:
    found = [n for n in in_name(name, on) if n.unit]
    short = short_name(name, on)
    return found or ([short] if short.unit and not only_initials(name, short.unit) else [])


def _of_the_sender(cell: Cell, named: Named) -> bool:
    """Whether a line that names a unit above communes says that the figures are that unit's: a letterhead, a title, a sender."""
    return named.unit is None or named.unit.level == "commune" or bool(_SENDING & set(classes("lines.csv", cell.text)))


def _cut_short(typed: Named, full: Named) -> bool:
    """A name in a file's name that is only the end of the one the sheet spells out."""
    if typed.unit is None or full.unit is None:
        return False
    bare = plain(typed.unit.name).removeprefix(plain(typed.unit.type)).strip()
    return plain(full.unit.name).endswith(f" {bare}")


def _stated(cell: Cell, part: SheetReading, on: dt.date | None) -> list[Named]:
    return list(stated(_with_neighbour(cell, part), on))


def _with_neighbour(cell: Cell, part: SheetReading) -> str:
    """A label such as "Don vi" with the name in the cell to its right."""
    if "unit_sender" in classes("lines.csv", cell.text) or plain(cell.text).strip(" :") in ("don vi", "xa", "ten don vi", "don vi bao cao"):
        right = next((c for c in part.sheet.rows[cell.row] if c.col > cell.col), None)
        if right is not None and len(cell.text) < 40:
            return f"{cell.text} {right.text}"
    return cell.text


def _distinct(named: Iterable[Named]) -> list[Named]:
    found: dict[str, Named] = {}
    for n in named:
        key = n.unit.id if n.unit else "?" + ",".join(u.id for u in n.candidates)
        found.setdefault(key, n)
    return list(found.values())


# ---------------------------------------------------------------- doubts and outcome


def _settle(reading: Reading, given: Mapping[str, str]) -> None:
    doubts.settle(reading, given)
    checks.prove(reading)
    outcome.conclude(reading, given)
