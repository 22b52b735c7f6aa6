"""One row a commune: the claims of its cells, which unit a row is, whether it is a total or a part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.claiming.basis import settle
from loaders.understanding.claiming.blocks import blocks, sums_below
from loaders.understanding.claiming.row_units import row_unit
from loaders.understanding.claiming.wide_headings import wide_columns
from loaders.understanding.headings.columns import Column, role_of
from loaders.understanding.headings.halves import both_sides, doubted, named_halves
from loaders.understanding.headings.match import Match, match
from loaders.understanding.names.kinds import is_group, is_office
from loaders.understanding.names.whose import Named, district
from loaders.understanding.orienting.below import below_communes, rows_below
from loaders.understanding.orienting.claim import Claim, Half
from loaders.understanding.orienting.far import areas_of_row, units_far
from loaders.understanding.orienting.in_sections import units_in_sections
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.plan_rows import SUMMING, words_of_rows
from loaders.understanding.orienting.row_titles import row_titles, under_titles
from loaders.understanding.orienting.row_words import basis_word
from loaders.understanding.texts.fractions import may_divide
from loaders.understanding.texts.rowkinds import is_section_mark, is_total, names_hamlet, numberish
from loaders.understanding.texts.words import plain

_DASHES = ("-", "+", "*", "\u2013", "\u2022")


def wide_claims(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table with a commune a row; one named once over rows of its months is that of all of them."""
    titles = row_titles(o, on)
    figures = [] if titles.rows else _figures(o, whole)
    cells, made = o.table.sheet.cells, dict[tuple[int, str], Claim]()
    places = units_far(o, on) if o.far else _of_sections(o, on)
    below = frozenset() if o.far or o.unit_col is None else rows_below(o.table, o.columns, o.unit_col, o.index_col, on)
    parts, sums = ({}, {}) if o.far else blocks(o, on)
    sums = sums or (sums_below(o, below, on) if below else {})
    words = words_of_rows(o)
    below = (below | parts.keys()) - {row for row, said in words.items() if said and o.basis_col is None}
    label, unit = "", None
    for row in o.table.body:
        if titles.rows and (row in titles.rows or not figures):
            figures, made = _figures(replace(o, columns=under_titles(o.columns, titles.over[row])), whole), {}
        named = o.text(row, o.unit_col)
        if named or not label or not o.text(row, o.period_col):
            label, unit = named, places.get(row) if o.far or row in places else row_unit(o, row, on)
        role = "value" if row in sums else "total" if row in titles.rows else row_role(o, row, label, unit, below)
        role = "skip" if unit is None and row not in sums and not words.get(row) and basis_word(label) in SUMMING else role
        unit = sums.get(row) or parts.get(row) or unit
        for col, (column, found, kept) in figures:
            cell = cells.get((row, col))
            if cell is None:
                continue
            if kept or column.hidden or cell.is_text or cell.kind == "D" or cell.extra.under_merge:
                yield from column_claims(o, index, cell, column, found, kept, role, unit, label, "wide")
                continue
            claim = made.get((col, role))
            if claim is None:
                claim = made[col, role] = _of(column, found, o.table.sheet.name, index, "", role)
            yield claim.at(cell, unit)


def _of_sections(o: Oriented, on: dt.date | None) -> dict[int, Named]:
    """The communes of rows under the districts they lie in, where a code beside them says nothing more."""
    return {row: unit for row, unit in units_in_sections(o, on).items() if not o.text(row, o.code_col)}


def _figures(o: Oriented, whole: Period | None) -> list[tuple[int, tuple[Column, Match, str]]]:
    """The columns of figures with the element each names and why it may be kept out."""
    apart = (o.unit_col, o.index_col, o.code_col)
    return [(col, parts) for col, parts in wide_columns(o, whole).items() if col not in apart and not _of_hamlets(o, col)]


def _of_hamlets(o: Oriented, col: int) -> bool:
    """A column of the names of hamlets beside that of communes."""
    words = [c for row in o.table.body if (c := o.table.sheet.cell(row, col)) is not None] if below_communes(o.columns[col]) else []
    return bool(words) and not any(numberish(c) for c in words) and sum(1 for c in words if names_hamlet(c.text)) * 2 >= len(words)


def row_role(o: Oriented, row: int, label: str, unit: Named | None, below: frozenset[int] = frozenset()) -> str:
    """value, total, part or skip: what the cells of a row are; `below`: the rows that are parts of a commune above them."""
    first = next((c.text for c in o.table.row(row) if c.kind == "T"), "")
    if (is_total(label) and unit is None) or (not label and is_total(first)):
        return "total"
    if unit is None and (_heads_section(o, row) or (o.far and areas_of_row(o, row, None))):
        return "total"
    if row in below:
        return "part"
    if unit is None and (_part_of_unit(o, label) or role_of(plain(label)) == "max_score"):
        return "skip"
    if unit is None and (is_office(label) or is_group(label) or not label or district(label) is not None or len(label) > 60):
        return "skip"
    return "value"


def _part_of_unit(o: Oriented, label: str) -> bool:
    """A row behind a dash in a table whose units stand without one: a part of the unit above it."""
    return label.startswith(_DASHES) and not all(name.startswith(_DASHES) for r in o.table.body if (name := o.text(r, o.unit_col)))


def _heads_section(o: Oriented, row: int) -> bool:
    """A row marked I or A over rows marked 1, 2, 3: its figures are the sum of theirs."""
    return is_section_mark(o.text(row, o.index_col)) and any(o.text(r, o.index_col).isdigit() for r in o.table.body)


def column_claims(
    o: Oriented, index: int, cell: Cell, column: Column, found: Match, kept: str, role: str, unit: Named | None, label: str, where: str
) -> Iterator[Claim]:
    """The claims of one cell under a heading: two for a fraction, one that is set aside, else one."""
    name = o.table.sheet.name
    if kept or column.hidden or cell.extra.under_merge:
        claim = _of(column, found, name, index, "", "skip").at(cell, unit)
        claim.notes.append(kept or ("hidden" if column.hidden else "under_merge"))
        yield claim
        return
    halves = _halves(column, found, cell) if may_divide(o.table, cell) else None
    if halves:
        yield _of(column, halves[0], name, index, "numerator", role).at(cell, unit)
        yield _of(column, halves[1], name, index, "denominator", role).at(cell, unit)
        return
    yield _of(column, found, name, index, "", role).at(cell, unit)


@lru_cache(maxsize=1024)
def _of(column: Column, found: Match, sheet: str, index: int, half: Half, role: str) -> Claim:
    """What every cell of a column has in common: copied for each."""
    nowhere = Cell(-1, column.col, "", "E")
    claim = Claim(sheet, nowhere, index, "value", found.codes, found.sure, label=" / ".join(column.path), group=column.path[:-1], half=half)
    claim.why, claim.mended, claim.ranked = found.why, found.mended, found.ranked
    claim.key = " / ".join(plain(p) for p in column.path)
    settle(claim, "skip" if role == "part" else role, column, found.rate or column.role == "percent")
    if role == "part":
        claim.notes.append("part_of_unit")
    return claim


def _halves(column: Column, found: Match, cell: Cell) -> tuple[Match, Match] | None:
    """What the two counts of a cell are under a heading, if it says so."""
    named = named_halves(column.leaf, tuple(reversed(column.path[:-1])))
    halves = named or both_sides(found, cell)
    heads = tuple(text for text in column.path[:-1] if not match(text).codes)
    return doubted(halves, column.leaf, heads, named is not None) if halves else None
