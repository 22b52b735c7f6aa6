"""From a figure back to the cells it was typed in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from catalogue.indicators import Definition
from catalogue.periods import Period
from indicators.blocks import Span
from indicators.cube import Cube, periods_of
from indicators.figures import figures
from indicators.reasons import Why, codes
from indicators.rows import Boundaries
from indicators.spans import counts, nature
from indicators.sums import Question, broken_months, segments
from indicators.words import codes_of

ROW_COLUMNS = ("side", "sign", "unit", "element", "period", "basis", "value", "sheet", "cell", "raw", "submission")


@dataclass(frozen=True, slots=True)
class Trace:
    """`figure` is the row of `figures`. `units`: unit, months (first, last), numerator, denominator, counted, reason; one row
    for each unit due and run of months. `rows`: the observations used, with `side` ("numerator", "denominator") and `sign`:
    the sum of sign times value over a side is the figure's count. A percentage without counts has side "percentage".
    """

    figure: dict[str, Any]
    definition: Definition
    units: pd.DataFrame
    rows: pd.DataFrame


def trace(
    cube: Cube,
    indicator: str,
    unit: str,
    period: Period | str,
    *,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
    denominator: str = "",
) -> Trace:
    """How the figure came to be. The arguments are those of `figures`, for one figure."""
    asked = period if isinstance(period, Period) else Period.parse(period)
    today = on or dt.datetime.now(dt.UTC).date()
    below = {indicator: denominator} if denominator else None
    table = figures(cube, units=[unit], periods=[asked], indicators=[indicator], boundaries=boundaries, on=today, denominators=below)
    figure = {str(name): value for name, value in table.iloc[0].items()}
    declared = cube.words.indicators[indicator]
    end = asked.end(declared.calendar)
    definition = declared.definition(end, denominator)
    pivot = max(today, end) if boundaries == "current" else end
    question = Question(declared, definition, (unit,), asked, pivot)
    if figure["reason"] in ("own_return", "percent_only"):
        parts = [_Part((asked.first_month, asked.last_month), (unit,))]
    else:
        parts = [_Part(span, members.units) for span, members in segments(cube, question)]
    if figure["reason"] == "percent_only":
        return Trace(figure, definition, _units_table([]), _percentage(cube, indicator, unit, asked))
    found = list(_counted(cube, question, parts))
    if len(parts) > 1 and not any(item.counted for item in found):
        found = list(_counted(cube, question, [_Part((asked.first_month, asked.last_month), parts[-1].units)]))
    return Trace(figure, definition, _units_table(found), _rows_table(cube, question, found))


@dataclass(frozen=True, slots=True)
class _Part:
    span: Span
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """One unit over one run of months: its counts, and whether they entered the figure."""

    unit: str
    span: Span
    at: int
    numerator: float
    denominator: float
    months: int
    last: int
    why: int
    counted: bool


def _counted(cube: Cube, question: Question, parts: list[_Part]) -> Iterator[_Unit]:
    stock = nature(question.definition, cube.words) == "stock"
    broken = broken_months(question)
    found = [item for part in parts for item in _of_part(cube, question, part, broken)]
    latest = max((item.last for item in found), default=0)
    for item in found:
        yield item if not stock or item.last == latest else _left_out(item)


def _left_out(item: _Unit) -> _Unit:
    why = item.why | int(Why.OLDER_DATA) if item.counted else item.why
    return _Unit(item.unit, item.span, item.at, item.numerator, item.denominator, item.months, item.last, why, False)


def _of_part(cube: Cube, question: Question, part: _Part, broken: frozenset[int]) -> Iterator[_Unit]:
    values = counts(cube, question.definition, question.period.year, part.span, broken)
    for unit, at in zip(part.units, cube.rows(part.units).tolist(), strict=True):
        if not 0 <= at < len(values.months):
            yield _Unit(unit, part.span, -1, np.nan, np.nan, 0, 0, 0, False)
            continue
        months = int(values.months[at])
        n, below = (float(values.numerator[at]), float(values.denominator[at])) if months else (np.nan, np.nan)
        below = below if question.definition.denominator else np.nan
        yield _Unit(unit, part.span, at, n, below, months, int(values.last[at]), int(values.why[at]), months > 0)


def _units_table(found: list[_Unit]) -> pd.DataFrame:
    rows = [(u.unit, *u.span, u.numerator, u.denominator, u.months, u.counted, codes(u.why)) for u in found]
    columns = ["unit", "first_month", "last_month", "numerator", "denominator", "months", "counted", "reason"]
    return pd.DataFrame(rows, columns=columns)


def _percentage(cube: Cube, indicator: str, unit: str, period: Period) -> pd.DataFrame:
    rows = cube.cells([indicator], [str(period)], [unit])
    return rows.assign(side="percentage", sign=1)[list(ROW_COLUMNS)].tail(1).reset_index(drop=True)


def _rows_table(cube: Cube, question: Question, found: list[_Unit]) -> pd.DataFrame:
    """The observations behind the counted units, each as often as it is used."""
    counted = [item for item in found if item.counted]
    year = question.period.year
    cells = cube.cells(codes_of(question.definition), periods_of(year), [item.unit for item in counted])
    index = _index(cells)
    added = _added(cube, question, counted)
    picked: list[tuple[str, int, int]] = []
    sides = (("numerator", question.definition.numerator), ("denominator", question.definition.denominator))
    for item in counted:
        months = [month for month in range(item.span[0], item.span[1] + 1) if added[month][item.at] > 0]
        for side, formula in sides:
            for sign, code in formula.terms if formula else ():
                stock = cube.words.elements[code].kind == "stock"
                mine = index.get((item.unit, code), {})
                used = _stock_rows(mine, item) if stock else _flow_rows(mine, item, months)
                picked += [(side, sign * way, place) for way, place in used]
    rows = cells.iloc[[place for _, _, place in picked]].reset_index(drop=True)
    rows = rows.assign(side=[side for side, _, _ in picked], sign=[sign for _, sign, _ in picked])
    return rows[list(ROW_COLUMNS)]


Found = dict[tuple[Span, str], int]
Used = list[tuple[int, int]]


def _index(cells: pd.DataFrame) -> dict[tuple[str, str], Found]:
    """Where in `cells` the observation of a unit and element for a span and basis stands; the last one counts."""
    found: dict[tuple[str, str], Found] = {}
    columns = [cells[name].tolist() for name in ("unit", "element", "period", "basis")]
    spans = {text: _span(Period.parse(text)) for text in set(columns[2])}
    for place, (unit, code, text, basis) in enumerate(zip(*columns, strict=True)):
        found.setdefault((unit, code), {})[spans[text], basis] = place
    return found


def _span(period: Period) -> Span:
    return period.first_month, period.last_month


def _added(cube: Cube, question: Question, found: list[_Unit]) -> dict[int, np.ndarray]:
    """By month, and within it by row of the cube, whether a value of the month was added up."""
    year, broken = question.period.year, broken_months(question)
    months = {month for item in found for month in range(item.span[0], item.span[1] + 1)}
    return {month: counts(cube, question.definition, year, (month, month), broken).months for month in months}


def _stock_rows(mine: Found, item: _Unit) -> Used:
    """The stock at the last month counted: the month's own return before one for a longer period that ends there."""
    there = [(span[1] - span[0], place) for (span, basis), place in mine.items() if basis == "to_date" and span[1] == item.last]
    return [(1, min(there)[1])] if there else []


def _flow_rows(mine: Found, item: _Unit, months: list[int]) -> Used:
    if item.why & int(Why.FROM_LONGER_REPORT):
        return _direct(mine, item.span)
    return [used for month in months for used in _direct(mine, (month, month))]


def _direct(mine: Found, span: Span) -> Used:
    """What was reported for the span itself, else the year to date at its end less the one before its start."""
    own = mine.get((span, "in_period"))
    if own is not None and (span[0] > 1 or span[0] == span[1]):
        return [(1, own)]
    end, start = _running(mine, span[1]), _running(mine, span[0] - 1)
    return [(1, end)] + ([(-1, start)] if start is not None else []) if end is not None else []


def _running(mine: Found, month: int) -> int | None:
    typed = mine.get(((month, month), "year_to_date"))
    for first in range(1, month + 1):
        typed = mine.get(((first, month), "year_to_date"), typed)
    return typed if typed is not None else mine.get(((1, month), "in_period"))
