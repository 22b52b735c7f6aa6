"""A grid -> a reading: every sheet's tables as claims, whose and when agreed, numbers read, arithmetic asked, an outcome."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from catalogue.periods import Period
from loaders.issues import issue
from loaders.opening.grid import Grid
from loaders.understanding.claiming.claims import claims
from loaders.understanding.claiming.placed import among_neighbours, areas_named, beside_codes, doubt_elsewhere, on_their_days
from loaders.understanding.claiming.unclear import choose
from loaders.understanding.dates.when import When
from loaders.understanding.doubting import doubts
from loaders.understanding.doubting.details import leave_details
from loaders.understanding.doubting.former_parts import leave_former_parts
from loaders.understanding.doubting.group_sheets import leave_group_sheets
from loaders.understanding.doubting.heading_doubts import take_taught
from loaders.understanding.doubting.part_rows import doubt_wholes
from loaders.understanding.doubting.summed_columns import leave_summed_columns
from loaders.understanding.doubting.superseded import leave_superseded
from loaders.understanding.doubting.twin_units import ask_twins
from loaders.understanding.doubting.week_columns import doubt_months
from loaders.understanding.headings.columns import FIGURES
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.names.inside import names_inside
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.captioned import under_caption
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.dimensions import refine
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented, orient
from loaders.understanding.orienting.plan_rows import words_of_rows
from loaders.understanding.orienting.ways_in_rows import by_ways
from loaders.understanding.placing.coded_headings import codes_explained
from loaders.understanding.placing.nearby import Local, apart, captions_beside, lines_over, locals_of
from loaders.understanding.placing.packed_cells import unpacked
from loaders.understanding.proving import checks
from loaders.understanding.proving.totals import find_sums
from loaders.understanding.sheets.correction import written_by_us
from loaders.understanding.sheets.crossed import with_items
from loaders.understanding.sheets.dating import agree_on_time, in_part_of_year
from loaders.understanding.sheets.guidance import guiding
from loaders.understanding.sheets.identity import answers_in, name_rows, rows_in
from loaders.understanding.sheets.looking import look
from loaders.understanding.sheets.numbered_columns import corner, key_of, with_times
from loaders.understanding.sheets.personal import personal
from loaders.understanding.sheets.pivots import read_pivots
from loaders.understanding.sheets.said_of_time import until_line
from loaders.understanding.sheets.senders import unit_answer, units_of, units_stated
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading, header_lines
from loaders.understanding.sheets.strays import doubt_strays
from loaders.understanding.sheets.unions import doubt_halves
from loaders.understanding.sheets.whereabouts import area_spoken_of
from loaders.understanding.telling import outcome
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.words import classes
from loaders.understanding.typed.measures import aside
from loaders.understanding.weighing import numbers
from loaders.understanding.weighing.quantity import weigh


def understand(grid: Grid, answers: Mapping[str, str] | None = None, memory: Mapping[str, str] | None = None) -> Reading:
    """The reading of an opened file; the same grid and answers give the same reading."""
    given: Mapping[str, str] = {**(memory or {}), **(answers or {})}
    reading = Reading(grid, issues=list(grid.warnings), written_for=answers_in(grid))
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
    guides = guiding(shown)
    reading.issues += [issue("guiding_sheet", sheet.name, "") for sheet in guides]
    reading.guides = [look(sheet) for sheet in guides]
    read = [unpacked(sheet) for sheet in shown if sheet not in guides]
    codes = cache(lambda: codes_explained(shown))
    reading.sheets = [look(sheet, codes) for sheet in read]
    given = agree_on_time(reading, given)
    reading.area = area_spoken_of(reading)
    with names_inside(reading.area):
        if reading.area:  # lines and rows are told apart by the names of that area
            reading.sheets = [look(sheet, codes) for sheet in read]
            given = agree_on_time(reading, given)
        for part in reading.sheets:
            _read_sheet(reading, part, given)
        read_pivots(reading.sheets)
        if "period" not in given:
            doubt_strays(reading.sheets)
        _settle(reading, given)
    return reading


_LEADS_ON = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-Ha-h])[.)] ?\S.*|.{12,}:$")
"""A numbered caption, or a sentence that ends with a colon."""
_PLACES = frozenset({"commune", "unit"})
"""A line that only names a commune counts nothing."""


def _read_sheet(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    period, on = part.when.period, part.last_day
    near = locals_of(part.sheet, part.tables, on)
    beside = captions_beside(part.sheet, part.tables)
    planned = "plan_title" in classes("lines.csv", part.title)
    dates = [n.period.end("nd09") for n in near if n.period]
    part.units = units_of(reading, part, on or max(dates, default=None), given)
    areas = [] if unit_answer(part, given) else areas_named(n for c in header_lines(part) for n in units_stated(c, part, on))
    for index, table in enumerate(part.tables):
        own = near[index].period if "period" not in given and not _disputed(part, near) else None
        of_year = own if own and own.kind == "year" and period and period.kind != "year" else None
        other_year = of_year is not None and period is not None and of_year.year != period.year
        own = None if of_year else own
        day = own.end("nd09") if own else on
        counted = corner(table)
        table = with_times(table, key_of(part.sheet.name, index), own or period, given)
        table = with_items(table)
        oriented = replace(refine(orient(table, day), day), title=counted or _caption(part, index) or part.title or part.heading)
        oriented = by_ways(under_caption(oriented, [c.text for c in lines_over(part.sheet, part.tables, index)][::-1]))
        part.oriented.append(oriented)
        if own is None and oriented.period_col is not None and _only_named(part):
            oriented = part.oriented[-1] = replace(oriented, named=period)
        said = own or (None if oriented.named else period)
        so_far = near[index].basis == "year_to_date" if near[index].basis else part.cumulative
        found = claims(oriented, index, day, said, so_far, part.each, run=bool(until_line(part)))
        in_part_of_year(part, found)
        name_rows(rows_in(reading.written_for), oriented, found)
        _dated(part, found, own)
        doubt_halves(found)
        weigh(part, found)
        choose(oriented, index, found, given)
        of_one_unit, bill = oriented.shape in ONE_UNIT, any(column.role == "price" for column in oriented.columns.values())
        words = words_of_rows(oriented) if planned else {}
        take_taught(found, given, of_one_unit)
        for claim in found:
            claim.period = claim.period or part.when.period
            if of_one_unit and claim.unit is None:
                claim.unit = _unit_over(part, near, index, given)
            plan = planned and words.get(claim.cell.row) not in FIGURES and not _result(oriented, claim)
            if claim.role == "value" and (bill or (near[index].plan and (index or index in beside)) or plan or other_year):
                claim.role = "skip"
                claim.notes.append("plan")
            elif claim.role == "value" and near[index].hamlet:
                claim.role = "skip"
                claim.notes.append("no_figure")
        doubt_elsewhere(oriented, found, areas, day)
        among_neighbours(found, areas, day)
        _of_one_unit(oriented, found, period)
        beside_codes(oriented, found, day)
        part.claims += found
    reading.issues += numbers.read(part, given)
    find_sums(part)


def _unit_over(part: SheetReading, near: list[Local], index: int, given: Mapping[str, str]) -> Named | None:
    """Whose the figures of a table without units are: those said over it where the tables of a sheet are of different ones, else the
    one of the sheet, which an answer names for what is left open."""
    lent = part.units[0] if len(part.units) == 1 and (unit_answer(part, given) or not apart(near)) else None
    return near[index].unit if apart(near) and near[index].unit else lent


def _disputed(part: SheetReading, near: Sequence[Local]) -> bool:
    """Whether the sheet or the file contradicts the periods that stand over the tables: then none of them is settled."""
    over = {n.period for n in near if n.period}
    return bool(over) and bool(set(part.when.candidates) - over)


def _only_named(part: SheetReading) -> bool:
    """Whether the period of a sheet is known from the name of the file alone."""
    return part.when.period is not None and {s.source for s in part.when.evidence if s.period == part.when.period} == {"file"}


def _caption(part: SheetReading, index: int) -> str:
    """The line over one of several tables that names what it counts; of a letter without a title, the one that leads to its table."""
    lines = lines_over(part.sheet, part.tables, index)
    if len(part.tables) == 1:
        lines = [c for c in lines[-1:] if not part.title and _LEADS_ON.match(c.text.strip())]
    lines = [c for c in lines if not aside(c.text) and "letterhead" not in classes("lines.csv", c.text)]
    named = [c.text for c in lines if meaning(c.text).tags & things() - _PLACES]
    return named[-1] if named else ""


def _of_one_unit(oriented: Oriented, found: list[Claim], period: Period | None) -> None:
    """What tables of one unit have of their own: sums of what nobody understood, figures of single days."""
    if oriented.shape in ONE_UNIT:
        _leave_sums(oriented, found)
        on_their_days(oriented, found, period)


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
    if column is None or column.role not in FIGURES:
        return False
    return column.role != "actual" or any("result" in classes("lines.csv", text) for text in column.path)


def _dated(part: SheetReading, found: list[Claim], own: Period | None) -> None:
    """The period said over a table is its own where another table of the sheet has the same elements; else two periods contradict."""
    if own is None or own == part.when.period:
        return
    codes = {c.codes for c in found if c.role == "value"}
    others = {c.codes for c in part.claims if c.role == "value"}
    if codes & others or not part.claims or _ends_with(own, part):
        for claim in found:
            claim.period = claim.period or own
    elif codes and part.when.period is not None:
        for claim in part.claims:
            claim.period = None if claim.period == part.when.period else claim.period
        part.when = When(None, part.when.evidence, (part.when.period, own), part.when.calendar)


def _ends_with(own: Period, part: SheetReading) -> bool:
    """Whether the periods over the tables of a sheet are of different lengths and end together: a form of the month and one of its quarter.
    Each table is of its own, as nothing else of the sheet or the file says another one."""
    said = set(part.when.candidates or [p for p in (part.when.period, own) if p])
    lengths = {p.kind for p in said} - {"year"}
    return own in said and len(lengths) == len(said) > 1 and len({p.end("nd09") for p in said}) == 1


def _settle(reading: Reading, given: Mapping[str, str]) -> None:
    leave_former_parts(reading)
    leave_superseded(reading)
    leave_group_sheets(reading)
    leave_summed_columns(reading)
    doubt_months(reading)
    leave_details(reading)
    doubt_wholes(reading)
    doubts.settle(reading, given)
    ask_twins(reading, given)
    checks.prove(reading, given)
    outcome.conclude(reading, given)
