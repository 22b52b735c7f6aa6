"""Lines of percentages under headings that name counts: by their signs and fractions, by what the table says of itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from loaders.opening.grid import Cell
from loaders.understanding.headings.divisions import is_whole
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import classes
from loaders.understanding.typed.measures import is_money

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

Line = tuple[int, str]
"""A table and the key of a heading: the figures of one column, or of one row where the communes stand across."""
_FRACTION = re.compile(r"\d{1,3}[.,]\d{1,2}")
_FEWEST = 3
_LONG = 3
_MOST = 100


def line_of(claim: Claim) -> Line:
    """The line of figures a claim belongs to."""
    return claim.table, claim.key


def is_share(cell: Cell) -> bool:
    """A figure that no count can be: with a percent sign, typed or shown, or with a fraction."""
    value = cell.value
    if isinstance(value, str):
        return _signed(cell) or bool(_FRACTION.fullmatch(value.strip()))
    return cell.style.percent or (isinstance(value, float) and value != int(value))


def shares(part: SheetReading, found: Sequence[Claim]) -> set[Line]:
    """The lines that hold a share; where their table is one of percentages and most of its figures are shares, all of its lines."""
    figures = [c for c in found if c.role == "value" and c.measure is None and _figure(c.cell)]
    lines = {line_of(c) for c in figures if is_share(c.cell)}
    for index in {c.table for c in figures}:
        if not told_as_rates(part, found, index):
            continue
        inside = [is_share(c.cell) for c in figures if c.table == index]
        if 2 * sum(inside) > len(inside):
            lines |= {line_of(c) for c in figures if c.table == index}
    return lines


def told_as_rates(part: SheetReading, found: Sequence[Claim], index: int) -> bool:
    """Whether a table is said to hold percentages: by the measure over it, or by its title where it holds nothing they are reckoned of."""
    measure = part.measures[index]
    return (measure is not None and measure.code == "percent") or titled_as_rates(part.oriented[index], found, index)


def titled_as_rates(o: Oriented, found: Sequence[Claim], index: int) -> bool:
    """A title, or a heading over the names of the rows, that speaks of rates and not of plans fulfilled, over a table without their wholes
    and without other rates."""
    heading = o.columns[o.label_col].leaf if o.label_col in o.columns else ""
    kinds = [classes("lines.csv", text) for text in (o.title, heading)]
    if not any("rate_title" in said for said in kinds) or any("rate_of_plan" in said for said in kinds):
        return False
    inside = [c for c in found if c.table == index]
    return not any((c.role == "check" and not c.codes) or (c.sure and c.code in elements() and is_whole(c.code)) for c in inside)


def unlike_counts(found: Sequence[Claim]) -> set[Line]:
    """The lines of counts with a percent sign in every figure, or with the fraction of a percentage in most of them."""
    lines: dict[Line, list[Cell]] = defaultdict(list)
    for claim in found:
        code = claim.code if claim.role == "value" and not claim.half and _figure(claim.cell) else ""
        if code in elements() and not is_money(code):
            lines[line_of(claim)].append(claim.cell)
    return {line for line, cells in lines.items() if len(cells) >= _FEWEST and (all(_signed(c) for c in cells) or _broken(cells))}


def _signed(cell: Cell) -> bool:
    return cell.text.rstrip().endswith("%") if cell.is_text else cell.style.percent


def _figure(cell: Cell) -> bool:
    return cell.kind == "N" or numberish(cell)


def _broken(cells: Sequence[Cell]) -> bool:
    """Most figures with a fraction, none greater than a hundred, none with the three places of a thousand written with a point."""
    values = [_value(c) for c in cells]
    parts = [v for v in values if v != int(v)]
    thousands = [v for v in parts if v > 1 and len(f"{v:.15g}".partition(".")[2]) == _LONG]
    return 2 * len(parts) > len(values) and max(values) <= _MOST and not thousands


def _value(cell: Cell) -> float:
    """A number, or a text with one or two places behind its sign; what is neither is too great for a percentage."""
    if isinstance(cell.value, int | float):
        return float(cell.value)
    text = cell.text.strip()
    short = len(text) < 16 and (_FRACTION.fullmatch(text) or text.isdecimal())
    return float(text.replace(",", ".")) if short else _MOST + 1.0
