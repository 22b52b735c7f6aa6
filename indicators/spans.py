"""What each unit counts for an indicator over a span of months of one year: numerator and denominator from the same months."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from catalogue.indicators import Definition, Formula
from indicators.blocks import Bools, Span
from indicators.cube import Cube
from indicators.reasons import Why
from indicators.words import Words, codes_of

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counts:
    """Per unit: numerator, denominator (1 where there is none), months counted (0: nothing), last month (0: none), flags."""

    numerator: Numbers
    denominator: Numbers
    months: npt.NDArray[np.int64]
    last: npt.NDArray[np.int64]
    why: npt.NDArray[np.int64]


def nature(definition: Definition, words: Words) -> str:
    """flow, stock, or mixed: when it holds both, or a flow that holds again what the month before left."""
    used = [words.elements[code] for code in codes_of(definition)]
    kinds = {one.kind for one in used}
    return kinds.pop() if len(kinds) == 1 and not any(one.carries_over for one in used) else "mixed"


def counts(cube: Cube, definition: Definition, year: int, span: Span, broken: frozenset[int] = frozenset()) -> Counts:
    """What every unit of the cube counts over the span.

    A stock stands at the last month reported. A flow is the sum of its months where all exist, else what was reported
    for the span itself, else the sum of the months there are. Months in `broken` begin a new definition: a value derived
    from year-to-date ends on both sides of one is not used.
    """
    kind = nature(definition, cube.words)
    with cube.lock:
        cube.load(codes_of(definition), [year])
        if kind == "stock":
            return _of_stock(cube, definition, year, span)
        if kind == "mixed" and span[0] != span[1]:
            return _of_mixture(cube, definition, year, span)
        return _of_flow(cube, definition, year, span, broken)


def percentages(cube: Cube, indicator: str, year: int, span: Span) -> Numbers:
    """[unit]: the percentage typed for exactly this span, where a return held no counts."""
    with cube.lock:
        block = cube.block(indicator, year)
        if block is None:
            return np.full(cube.width, np.nan)
        typed = block.months[span[0] - 1] if span[0] == span[1] else block.longer.get(span)
        return np.full(cube.width, np.nan) if typed is None else typed.astype(np.float64)


def _of_stock(cube: Cube, definition: Definition, year: int, span: Span) -> Counts:
    above, below = _monthly(cube, definition, year, span)
    there = ~np.isnan(above + below)
    last = np.where(there.any(axis=0), len(there) - there[::-1].argmax(axis=0), 0)
    at = np.maximum(last - 1, 0), np.arange(cube.width)
    months = (last > 0).astype(np.int64)
    why = np.where(_marked(cube, definition, year, span, "conflict")[at], int(Why.CONFLICT), 0)
    return Counts(above[at], below[at], months, np.where(last > 0, last + span[0] - 1, 0), why)


def _of_flow(cube: Cube, definition: Definition, year: int, span: Span, broken: frozenset[int]) -> Counts:
    above, below = _monthly(cube, definition, year, span)
    if span[0] == span[1]:
        return _of_month(cube, definition, year, span, above[0], below[0], span[0] in broken)
    derived = _marked(cube, definition, year, span, "derived")
    there = ~np.isnan(above + below) & ~(derived & _rows_of(broken, span))
    length = span[1] - span[0] + 1
    months = there.sum(axis=0)
    top, bottom = np.where(there, above, 0).sum(axis=0), np.where(there, below, 0).sum(axis=0)
    why = np.where((derived & there).any(axis=0), int(Why.FROM_YEAR_TO_DATE), 0)
    why |= np.where(_marked(cube, definition, year, span, "negative").any(axis=0), int(Why.NEGATIVE_DIFFERENCE), 0)
    last = np.where(months > 0, span[0] + length - 1 - there[::-1].argmax(axis=0), 0)
    direct_top, direct_bottom = (_direct(cube, formula, year, span) for formula in (definition.numerator, definition.denominator))
    reported = ~np.isnan(direct_top + direct_bottom) & ~any(month in broken for month in range(span[0], span[1] + 1))
    use = reported & (months < length)
    divided = definition.denominator is not None
    unlike = reported & (months == length) & ((direct_top != top) | (divided & (direct_bottom != bottom)))
    why |= np.where(use, int(Why.FROM_LONGER_REPORT), 0) | np.where(unlike, int(Why.CONFLICT), 0)
    return Counts(
        np.where(use, direct_top, top),
        np.where(use, direct_bottom, bottom),
        np.where(use, length, months),
        np.where(use, span[1], last),
        why,
    )


def _of_month(cube: Cube, definition: Definition, year: int, span: Span, above: Numbers, below: Numbers, broken: bool) -> Counts:
    """A single month: what the longer span does, without its sums."""
    derived = _marked(cube, definition, year, span, "derived")[0]
    there = ~np.isnan(above + below)
    if broken:
        there &= ~derived
    months = there.astype(np.int64)
    why = np.where(derived & there, int(Why.FROM_YEAR_TO_DATE), 0)
    why[_marked(cube, definition, year, span, "negative")[0]] |= int(Why.NEGATIVE_DIFFERENCE)
    return Counts(above, below, months, months * span[0], why)


def _of_mixture(cube: Cube, definition: Definition, year: int, span: Span) -> Counts:
    """Flows and stocks together: only a return for the longer period itself says what it is."""
    top, bottom = (_direct(cube, formula, year, span) for formula in (definition.numerator, definition.denominator))
    there = ~np.isnan(top + bottom)
    monthly = ~np.isnan(np.add(*_monthly(cube, definition, year, span))).all(axis=0)
    why = np.where(there, int(Why.FROM_LONGER_REPORT), np.where(monthly, int(Why.MIXED_STOCK_FLOW), 0))
    return Counts(top, bottom, np.where(there, span[1] - span[0] + 1, 0), np.where(there, span[1], 0), why)


def _monthly(cube: Cube, definition: Definition, year: int, span: Span) -> tuple[Numbers, Numbers]:
    return _sum(cube, definition.numerator, year, span), _sum(cube, definition.denominator, year, span)


def _sum(cube: Cube, formula: Formula | None, year: int, span: Span) -> Numbers:
    """[month, unit]: the signed sum of the terms, NaN where any of them is missing."""
    shape = span[1] - span[0] + 1, cube.width
    if formula is None:
        return np.ones(shape)
    total = np.zeros(shape)
    for sign, code in formula.terms:
        block = cube.block(code, year)
        total = total + (np.nan if block is None else sign * block.months[span[0] - 1 : span[1]].astype(np.float64))
    return total


def _direct(cube: Cube, formula: Formula | None, year: int, span: Span) -> Numbers:
    """[unit]: the signed sum of what was reported for the whole span; a stock stands at its last month."""
    if formula is None:
        return np.ones(cube.width)
    total = np.zeros(cube.width)
    for sign, code in formula.terms:
        block = cube.block(code, year)
        if block is None:
            return np.full(cube.width, np.nan)
        stock = cube.words.elements[code].kind == "stock"
        total = total + sign * (block.months[span[1] - 1].astype(np.float64) if stock else block.direct(span))
    return total


def _marked(cube: Cube, definition: Definition, year: int, span: Span, name: str) -> Bools:
    marked = np.zeros((span[1] - span[0] + 1, cube.width), dtype=bool)
    for code in codes_of(definition):
        block = cube.block(code, year)
        if block is not None:
            marked |= getattr(block, name)[span[0] - 1 : span[1]]
    return marked


def _rows_of(months: frozenset[int], span: Span) -> Bools:
    return np.array([[month in months] for month in range(span[0], span[1] + 1)])
