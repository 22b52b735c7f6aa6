"""Counts where rates or units of measure belong, and an end of the figures that is empty: they stand one place off their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import FIGURES, Column, heading
from loaders.understanding.headings.match import Match, match
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.words import plain
from loaders.understanding.typed.typed_words import number_in, only_value

_MOST = 0.6
_ALL, _FAR = 100, 2
"""A rate is seldom more than all, and hardly ever more than twice as much in whole numbers."""
_DECIMALS = 6
_OTHER_BASE = re.compile(r"\b1[0.]*00\b(?! ?%)|\u2030")
"""A rate of so many in a hundred or a thousand people may be any number."""
_NO_FIGURES = ("note", "person", "rank", "delta", "plan_rate")


@dataclass(frozen=True, slots=True)
class _Place:
    """A column, or a row of a table whose indicators stand in rows: what stands in it, whether its heading calls for figures, and
    whether for rates or measures, which no counts can be."""

    cells: Sequence[Cell]
    calls: bool
    rate: bool = False
    measure: bool = False
    headed: bool = True


def counts_for_rates(o: Oriented) -> Cell | None:
    """The first figure that cannot stand where it does, where the first or last heading that calls for figures has none at all, or
    figures without a heading stand before the first; None where everything seems in its place."""
    if o.shape not in ("wide", "sectors", "transposed", "long"):
        return None
    places = list(_columns(o))
    spots = [spot for place in places if (spot := _impossible(place, len(o.table.body)))]
    if spots and (_open_end(o, places) or _before_the_first(o, places)):
        return spots[0]
    if o.shape not in ("transposed", "long"):
        return None
    places = list(_rows(o))
    rates = [place for place in places if place.rate]
    rates = rates if o.shape == "transposed" else [_Place([c for place in rates for c in place.cells], calls=True, rate=True)]
    spots = [spot for place in rates if (spot := _impossible(place, 1))]
    return spots[0] if spots and _open_end(o, places) else None


def _columns(o: Oriented) -> Iterator[_Place]:
    """The columns beside the names of the rows, hidden ones left out."""
    names = (o.unit_col, o.label_col, o.index_col, o.code_col, o.group_col, o.area_col, o.period_col)
    for column in o.columns.values():
        if column.col in names or column.hidden or column.role in _NO_FIGURES:
            continue
        cells, found = o.table.by_column.get(column.col, []), heading(column)
        calls = bool(found.codes) or found.rate or column.role in (*FIGURES, "plan")
        yield _Place(cells, calls, _calls_for_rates(column, found), column.role == "measure", bool(column.leaf))


def _calls_for_rates(column: Column, found: Match) -> bool:
    return column.role == "percent" and found.rate and not any(_OTHER_BASE.search(plain(text)) for text in column.path)


def _rows(o: Oriented) -> Iterator[_Place]:
    """The rows of indicators with what stands in their columns of figures."""
    held = {col for col, c in o.columns.items() if not c.hidden and c.role not in (*_NO_FIGURES, "percent", "plan", "measure", "index")}
    held -= {o.label_col, o.index_col, o.code_col, o.group_col, o.measure_col}
    for row in o.table.body:
        label = o.text(row, o.label_col)
        found = match(label) if label else Match()
        rate = found.rate and not _OTHER_BASE.search(plain(label))
        yield _Place([c for c in o.table.row(row) if c.col in held], bool(found.codes) or found.rate, rate)


def _impossible(place: _Place, lines: int) -> Cell | None:
    """The first of the figures that fill a place of rates or measures and cannot be any: of rates, most are whole and more than all."""
    figures = [(c, v) for c in place.cells if numberish(c) and (v := _value(c)) is not None]
    if not figures or len(figures) < _MOST * lines:
        return None
    over = [(c, v) for c, v in figures if v > _ALL and v == int(v)] if place.rate else figures if place.measure else []
    enough = len(over) >= _MOST * len(figures) and (place.measure or max(v for _c, v in over) > _FAR * _ALL)
    return over[0][0] if over and enough else None


def _value(cell: Cell) -> float | None:
    """A number as it is shown, or a text that can only be one and has no percent sign."""
    if not cell.is_text:
        return round(_ALL * cell.number, _DECIMALS) if cell.style.percent and cell.number is not None else cell.number
    number = number_in(cell.text) if "%" not in cell.text else None
    return only_value(number) if number is not None and number.certain else None


def _open_end(o: Oriented, places: Sequence[_Place]) -> bool:
    """Whether nothing at all stands under the first or the last heading of those that call for figures or hold any."""
    used = [p for p in places if p.calls or any(numberish(c) for c in p.cells)]
    return len(used) > 1 and any(p.calls and all(_sums_nothing(o, c) for c in p.cells) for p in (used[0], used[-1]))


def _sums_nothing(o: Oriented, cell: Cell) -> bool:
    """A zero in the row of the total: the sum of nothing."""
    named = o.unit_col if o.unit_col is not None else o.label_col
    return cell.number == 0 and is_total(o.text(cell.row, named))


def _before_the_first(o: Oriented, places: Sequence[_Place]) -> bool:
    """Whether figures without a heading stand right before the first heading that calls for some."""
    first = next((n for n, p in enumerate(places) if p.calls or p.rate), 0)
    return first > 0 and not places[first - 1].headed and len(places[first - 1].cells) >= _MOST * len(o.table.body)
