"""Indicators in rows, one unit for all: the claims of its cells, the columns that hold its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.opening.kinds import kind_of_text
from loaders.understanding.claiming.basis import settle
from loaders.understanding.claiming.both_columns import rates_among, sides_of
from loaders.understanding.claiming.planned_lines import over_time, planned
from loaders.understanding.claiming.settled_lines import settled
from loaders.understanding.claiming.under_titles import kept_under, results_of_aims
from loaders.understanding.dates.times import is_time_word
from loaders.understanding.headings.columns import FIGURES, Column, bare_rate
from loaders.understanding.headings.halves import as_written, both_sides, doubted, named_halves
from loaders.understanding.headings.labels import unmarked
from loaders.understanding.headings.match import Match
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import PARTING
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.described import has_figures, panels_of, rates_beside, shares
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line, outline, part_of_line
from loaders.understanding.placing.packed_cells import several_figures
from loaders.understanding.placing.spoken_lines import labels_and_figures
from loaders.understanding.texts.fractions import fractions_in, may_divide
from loaders.understanding.texts.rowkinds import is_total, names_hamlet, numberish
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import Measure, in_heading, is_money

_LARGER = re.compile(r"\b(huyen|tinh|quoc|nuoc|vung|cum|khu vuc|cac xa)\b")
_LINES = 4
"""How far over a table a line stands that says how its cells are written."""


def line_claims(o: Oriented, index: int, cell: Cell, column: Column, role: str, unit: Named | None, line: Line) -> Iterator[Claim]:
    """The claims of one cell of a row: one for each labelled figure in it ("online: 120; by hand: 30"), two where its label names both
    sides of a fraction, else one."""
    if several_figures(cell):
        for label, figure in labels_and_figures(cell):
            extra = cell.extra._replace(piece=label)
            piece = cell._replace(value=figure, kind=kind_of_text(figure), extra=extra)
            part = part_of_line(line, unmarked(label))
            yield line_claim(o, index, piece, column, part.match, role, unit, part)
        return
    halves = _halves(line, (*column.path, *_written(o)), cell) if may_divide(o.table, cell) else None
    if halves is None:
        yield line_claim(o, index, cell, column, line.match, role, unit, line)
        return
    for half, found in (("numerator", halves[0]), ("denominator", halves[1])):
        claim = line_claim(o, index, cell, column, found, role, unit, line)
        claim.half = half  # type: ignore[assignment]
        yield claim


def _written(o: Oriented) -> tuple[str, ...]:
    """What the lines right over a table say stands above and below the line of its fractions."""
    rows = range(max(0, o.table.header_first - _LINES), o.table.header_first)
    return as_written(c.text for row in rows for c in o.table.sheet.rows.get(row, ()) if c.is_text)


def _halves(line: Line, heads: tuple[str, ...], cell: Cell) -> tuple[Match, Match] | None:
    """What the two counts of a cell are in a row, if its label says so."""
    named = named_halves(line.label, line.above, line.sections)
    halves = named or both_sides(line.match, cell)
    return doubted(halves, line.label, heads, named is not None) if halves else None


def line_claim(o: Oriented, index: int, cell: Cell, column: Column, found: Match, role: str, unit: Named | None, line: Line) -> Claim:
    """The claim of one cell of a row with an indicator."""
    claim = Claim(
        o.table.sheet.name, cell, index, "value", found.codes, found.sure, unit, label=line.label, why=found.why, mended=found.mended
    )
    claim.key = " / ".join(plain(t) for t in (*reversed(line.above), line.label))
    claim.measure = line.measure or _money(column, found.codes)
    claim.group, claim.sections, claim.ranked = line.above, line.sections, found.ranked
    out = role == "skip" or cell.extra.under_merge or column.hidden
    settle(claim, "total" if role == "total" else "skip" if out else "value", column, found.rate or line.percent)
    if column.hidden:
        claim.notes.append("hidden")
    return claim


def _money(column: Column, codes: tuple[str, ...]) -> Measure | None:
    """The unit of money that the headings over an amount print; other measures are for the row to say."""
    if not codes or not is_money(codes[0]):
        return None
    return next((m for text in reversed(column.path) if (m := in_heading(text)) is not None and m.money), None)


def long_claims(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table with indicators in rows."""
    panels = panels_of(o)
    if panels:
        sides = [claim for panel in panels for claim in long_claims(panel, index, on, whole)]
        yield from sides
        yield from rates_beside(o, index, sides)
        return
    values, rates = value_columns(o, whole)
    lines, words = planned(settled(outline(o), o.title))
    for line in lines:
        said = words.get(line.row, "")
        under = kept_under(line.sections, whole, line.label)
        for cell in o.table.row(line.row):
            if cell.col in (o.label_col, o.index_col, o.measure_col, o.group_col, o.outer_col, o.code_col) or cell.col not in o.columns:
                continue
            column = over_time(o.columns[cell.col], line)
            role = "value" if cell.col in values else "skip"
            for claim in line_claims(o, index, cell, column, role, None, line):
                if cell.col in rates and _only_told_as_rate(o, line, cell, values):
                    settle(claim, "value", column, True)
                elif cell.col in rates:
                    claim.role, claim.codes, claim.half = "check", line.match.codes, ""
                    claim.notes.append("rate_of_row")
                elif role == "skip":
                    claim.notes.append(kept_out(column, whole, []) or "no_figure")
                if claim.role == "value" and line.match.rate and _goes_on(o, cell):
                    claim.sure = False
                past = said or ("" if under == "plan" and results_of_aims(column, line.sections) else under)
                if past and (claim.role in ("value", "check") or not claim.notes):
                    claim.role = "skip"
                    claim.notes.append(past)
                yield claim


def _only_told_as_rate(o: Oriented, line: Line, cell: Cell, values: set[int]) -> bool:
    """Whether a row that is surely one rate has it in the column of rates, none of its counts standing beside it."""
    empty = all((c := o.table.sheet.cell(line.row, col)) is None or c.kind == "E" for col in values)
    return empty and bool(values) and line.match.rate and line.match.sure and bare_rate(o.columns[cell.col].leaf)


def _goes_on(o: Oriented, cell: Cell) -> bool:
    """Whether figures follow a figure in columns without a heading: the one over it stands over all of them."""
    after = o.table.sheet.cell(cell.row, cell.col + 1)
    return after is not None and numberish(after) and not (o.columns[after.col].path if after.col in o.columns else ("",))


def _against_plan(column: Column) -> bool:
    """A rate of what was reached to what was planned ("reached of the quota (%)"): none of the counts of its row."""
    return column.role == "percent" and not meaning(column.leaf).tags.isdisjoint({"vsquota", "quota"})


def _of_the_commune(text: str) -> bool:
    """A total, unless of the district, the province or the country."""
    return is_total(text) and not _LARGER.search(plain(text))


def _of_a_part(column: Column) -> bool:
    """A heading of those that are not, of one hamlet, field or kind of people: never the figures of rows that name the whole."""
    leaf = column.leaf
    return bool(meaning(leaf).tags & PARTING) or names_hamlet(leaf) or "field_row" in classes("lines.csv", leaf)


def value_columns(o: Oriented, whole: Period | None) -> tuple[set[int], set[int]]:
    """(columns that hold the figures of a table with indicators in rows, columns that hold their percentages)."""
    aside = (o.label_col, o.index_col, o.measure_col, o.group_col, o.outer_col, o.code_col, o.unit_col, o.period_col, o.basis_col)
    rest = [c for c in o.columns.values() if c.col not in aside]
    figures = [c for c in rest if not c.hidden and not kept_out(c, whole, rest, o.title) and has_figures(o, c.col)]
    figures = [c for c in figures if not _against_plan(c)] or figures
    figures = [c for c in figures if c.role or not shares(o.table, c.col)] or figures
    rates = rates_among(figures) | _printed_rates(figures)
    fractions = {c.col for c in figures if fractions_in(o.table, c.col)}
    rates -= fractions
    sides = sides_of(o, rest)
    if sides and not rates & set(sides):
        return set(sides), rates | {c.col for c in figures if c.col not in sides and _in_percent(c)} - fractions
    values = {
        c.col for c in figures if c.col not in rates and (c.role in FIGURES or c.stated or (c.role == "percent" and c.col in fractions))
    }
    if not values:
        values = {c.col for c in figures if c.col not in rates}
        if len(values) > 1:
            values = {col for col in values if _counted(o, col)} or values
        if len(values) > 1:
            values = {col for col in values if _of_the_commune(o.columns[col].leaf)} or values
        if len(values) > 1:
            named = {col for col in values if o.columns[col].leaf}
            values = named if len(named) == 1 else set()
        values = {col for col in values if not _heads_several(o, col) and not _of_a_part(o.columns[col])}
    if not values and not rates:
        values = _proofs(o, rest)
    if not values and len(rates) == 1:
        by_another = any(fractions_in(o.table, c.col) for c in rest if c not in figures)
        values, rates = (rates, set()) if len(figures) == 1 and not by_another else (set(), set())
    return values, rates


def _proofs(o: Oriented, rest: list[Column]) -> set[int]:
    """The one column of the figures that prove points ("figures as evidence"), where numbers stand in it and not names of papers."""
    found = {c.col for c in rest if not c.hidden and "evidence" in classes("columns.csv", plain(c.leaf)) and has_figures(o, c.col)}
    found = {col for col in found if _counted(o, col)}
    return found if len(found) == 1 else set()


def _printed_rates(figures: list[Column]) -> set[int]:
    """Columns of results in percent ("Result (%)") beside a column of results that are not."""
    results = [c for c in figures if c.role in FIGURES]
    printed = {c.col for c in results if _in_percent(c)}
    return printed if len(printed) < len(results) else set()


def _in_percent(column: Column) -> bool:
    """Whether a heading prints percent as the measure of its figures ("Result (%)")."""
    measure = in_heading(column.leaf)
    return measure is not None and measure.code == "percent"


def _counted(o: Oriented, col: int) -> bool:
    """Whether what a column holds is mostly numbers: a column of words with a number in one of them ("software 158") is none of figures."""
    held = [c for r in o.table.body if (c := o.table.sheet.cell(r, col)) and c.kind != "E"]
    return 2 * sum(c.kind in "NP" or numberish(c) for c in held) > len(held)


def _heads_several(o: Oriented, col: int) -> bool:
    """A heading "Month" whose figures go on to the right without one: it stands over all of them."""
    if not is_time_word(o.columns[col].leaf):
        return False
    after = {c.col for row in o.table.body for c in o.table.sheet.rows.get(row, ()) if c.col > col and numberish(c)}
    return any(c not in o.columns or not o.columns[c].path for c in after)
