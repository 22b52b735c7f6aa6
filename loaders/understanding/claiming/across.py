"""Claims of tables with communes across: one column a commune, or several with its plan, its result, its rate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from catalogue.periods import Period
from loaders.understanding.claiming.both_columns import put_side, sides_in
from loaders.understanding.claiming.long import line_claims
from loaders.understanding.claiming.planned_lines import planned
from loaders.understanding.claiming.settled_lines import settled
from loaders.understanding.claiming.under_titles import kept_under
from loaders.understanding.headings.columns import FIGURES, PERIOD_ONLY, Column, bare_rate, column_under, role_of
from loaders.understanding.headings.corrected import SUPERSEDED
from loaders.understanding.headings.halves import named_halves
from loaders.understanding.headings.leading import without_introduction, without_time
from loaders.understanding.headings.match import denominators, match
from loaders.understanding.headings.ratios import pair_of
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line, outline
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.words import plain


def across(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of every row under every commune."""
    columns = [c for c in o.columns.values() if c.col not in (o.label_col, o.index_col, o.measure_col, o.group_col)]
    over_communes = {c.path[:-1] for c in columns if commune_like(c.leaf, on)}
    places = [_Place(c, on, c.path[:-1] in over_communes) for c in columns]
    sides = _sides(places)
    roles = {place.column.col: _role(place, places, whole, o.title) for place in places}
    lines, words = planned(settled(outline(o), o.title))
    for line in (_of_the_title(line, o.title) for line in lines):
        period = column_under((line.label,), 0, False).period_in(whole) if PERIOD_ONLY.fullmatch(plain(line.label)) else None
        past = words.get(line.row, "") or kept_under(line.sections, whole)
        pair = _pair(line) if sides else None
        for place in places:
            cell = o.table.sheet.cell(line.row, place.column.col)
            if cell is None:
                continue
            side = sides.get(place.column.col) if pair else None
            role = roles[place.column.col] if side is None else ""
            for claim in line_claims(o, index, cell, o.columns[cell.col], "skip" if role else place.role, place.unit, line):
                claim.period = period
                if pair and side is not None and claim.role == "value":
                    put_side(claim, place.column, pair, side)
                    claim.sure = True
                if role == "percent":
                    claim.role, claim.codes, claim.half = "check", line.match.codes, ""
                if role:
                    claim.notes.append("rate_of_row" if role == "percent" else role)
                elif past and (claim.role == "value" or not claim.notes):
                    claim.role = "skip"
                    claim.notes.append(past)
                yield claim


def _of_the_title(line: Line, title: str) -> Line:
    """A row called after its month or quarter alone counts what the title names."""
    if line.section or line.above or not PERIOD_ONLY.fullmatch(plain(line.label)):
        return line
    named = match(without_introduction(without_time(title)))
    return replace(line, match=named, percent=named.rate)


def _sides(places: list[_Place]) -> dict[int, int]:
    """The columns of wholes (0) and of what is done (1) under each commune that has one of each."""
    found: dict[int, int] = {}
    for name in dict.fromkeys(p.name for p in places if p.role == "value"):
        pair = sides_in([p.column for p in places if p.name == name], {})
        found |= {pair[0]: 0, pair[1]: 1} if pair else {}
    return found


def _pair(line: Line) -> tuple[str, str] | None:
    """(part, whole) that the label of a row names: both sides of a rate in any order ("A / those of A that ..."), or the part alone."""
    halves = named_halves(line.label, line.above, line.sections)
    if halves is None:
        return pair_of(line.match.codes) if line.match.sure else None
    first, second = (half.codes[0] if half.sure and len(half.codes) == 1 else "" for half in halves)
    if first and second and denominators().get(second, "") == first:
        return second, first
    return (first, second) if second and denominators().get(first, "") == second else None


class _Place:
    """A column under the name of a commune (or of the whole), and what its headings say beside the name; `among`: beside columns that are
    communes each, so that a total is theirs."""

    def __init__(self, column: Column, on: dt.date | None, among: bool) -> None:
        named = [(text, unit) for text in reversed(column.path) if (unit := commune_like(text, on))]
        total = next((text for text in column.path if is_total(text)), "")
        self.name = named[0][0] if named else total
        of_parts = len(column.path) > 1 and not among and commune_kind(column.path[-2])
        self.unit: Named | None = named[0][1] if named and (of_parts or not is_total(column.leaf)) else None
        self.role = "value" if self.unit else "total" if total else "skip"
        rest = tuple(text for text in column.path if text != self.name)
        own = column.role if rest and rest[-1] == column.leaf else ""
        role = SUPERSEDED if column.role == SUPERSEDED else own or (role_of(plain(rest[-1])) if rest else "")
        self.column = replace(column, path=rest, role=role)


def _role(place: _Place, places: list[_Place], whole: Period | None, title: str) -> str:
    """Why a column under a commune holds no figure of the period: "percent", a reason of `setaside`, or "no_figure"; else empty."""
    family = [p.column for p in places if p.name == place.name]
    if len(family) < 2 or place.role == "skip":
        return ""
    kept = kept_out(place.column, whole, family, title)
    if kept:
        return kept
    if place.column.role == "percent" and (bare_rate(place.column.leaf) or any(c.role in FIGURES for c in family)):
        return "percent"
    told = [c for c in family if c.role in FIGURES or c.stated]
    return "" if place.column in told or not told else "no_figure"
