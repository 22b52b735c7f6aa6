"""Counts of units summed over areas and segments of a period: the one place where units are added up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from catalogue.indicators import Definition, Indicator
from catalogue.periods import Period
from indicators.blocks import Span
from indicators.cube import Cube
from indicators.lineage import Groups, groups
from indicators.reasons import Why
from indicators.spans import Counts, counts, nature

Numbers = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]


@dataclass(slots=True)
class Sums:
    """Per unit asked for: n, N, units counted, units due, unit-months counted and due, last month, flags, mark of its members."""

    numerator: Numbers
    denominator: Numbers
    reporting: Whole
    due: Whole
    months: Whole
    months_due: Whole
    last: Whole
    why: Whole
    mark: Whole


@dataclass(frozen=True, slots=True)
class Question:
    """One indicator, by one definition, for many units and one period, in the units of the pivot day."""

    indicator: Indicator
    definition: Definition
    units: tuple[str, ...]
    period: Period
    pivot: dt.date


def sums(cube: Cube, question: Question) -> Sums:
    """Each area summed over the period, month by month in the units of that month."""
    kind = nature(question.definition, cube.words)
    if kind == "stock":
        return _stock(cube, question)
    runs = segments(cube, question)
    broken = broken_months(question)
    parts = [_add(cube, question, members, span, broken) for span, members in runs]
    if len(parts) == 1:
        return parts[0]
    whole = _add(cube, question, runs[-1][1], (question.period.first_month, question.period.last_month), broken)
    return _first_of(_joined(parts), whole)


def areas(cube: Cube, units: tuple[str, ...], pivot: dt.date, on: dt.date) -> Groups:
    """The areas of the units on a day, remembered for the life of the cube: one answer for all days between two changes of the register."""
    pivot, on = cube.words.units.unchanged_since(pivot), cube.words.units.unchanged_since(on)
    key = ("areas", units, pivot, on)
    found = cube.kept.get(key)
    if found is None:
        found = groups(cube.words.units, units, pivot, on)
        cube.keep(key, found)
    return found


def rows_of(cube: Cube, members: Groups) -> Whole:
    """Where the members stand in the cube's arrays, remembered until the cube has met new units."""
    key = ("rows", id(members), cube.width)
    found = cube.kept.get(key)
    if found is None or found[0] is not members:
        found = members, cube.rows(members.units)
        cube.keep(key, found)
    return found[1]


def _stock(cube: Cube, question: Question) -> Sums:
    """A stock over a longer period is the one at the last month any member reported; older ones are left out."""
    found: Sums | None = None
    for span, members in reversed(segments(cube, question)):
        part = _add(cube, question, members, span, frozenset(), latest=True)
        found = part if found is None else _first_of(found, part)
    assert found is not None
    return found


def segments(cube: Cube, question: Question) -> list[tuple[Span, Groups]]:
    """The months of the period in runs that have the same members, each with them."""
    calendar = question.indicator.calendar
    by_month = [(m.last_month, areas(cube, question.units, question.pivot, m.end(calendar))) for m in question.period.months]
    runs = [list(run) for _, run in groupby(by_month, key=lambda pair: pair[1].mark.tobytes())]
    return [((run[0][0], run[-1][0]), run[-1][1]) for run in runs]


def broken_months(question: Question) -> frozenset[int]:
    """Months of the period that begin another definition of the indicator than the month before had."""
    calendar, indicator = question.indicator.calendar, question.indicator
    if len([v for v in indicator.versions if not v.variant]) < 2:
        return frozenset()
    versions = {m: indicator.definition(m.end(calendar)).version for p in question.period.months for m in (p, p.previous)}
    return frozenset(m.last_month for m in question.period.months if versions[m] != versions[m.previous])


def _add(cube: Cube, question: Question, members: Groups, span: Span, broken: frozenset[int], *, latest: bool = False) -> Sums:
    values = counts(cube, question.definition, question.period.year, span, broken)
    found = picked(values, rows_of(cube, members))
    size, group = len(members.due), members.group
    there = found.months > 0
    one_month = span[0] == span[1]
    last = np.zeros(size, dtype=np.int64)
    if not one_month:
        np.maximum.at(last, group[there], found.last[there])
    why = members.why.copy()
    if found.why.any():
        flagged = found.why > 0
        np.bitwise_or.at(why, group[flagged], found.why[flagged])
    if latest and not one_month:
        older = there & (found.last < last[group])
        np.bitwise_or.at(why, group[older], int(Why.OLDER_DATA))
        there &= ~older
    group = group[there]
    reporting = np.bincount(group, minlength=size)
    months = reporting if one_month else _total(group, found.months[there], size).astype(np.int64)
    return Sums(
        _total(group, found.numerator[there], size),
        _total(group, found.denominator[there], size),
        reporting,
        members.due,
        months,
        members.due * (1 if latest else span[1] - span[0] + 1),
        np.where(reporting > 0, span[0], 0) if one_month else last,
        why,
        members.mark,
    )


def picked(values: Counts, rows: Whole) -> Counts:
    """The counts at the rows; a unit that never reported (-1), or came after these arrays, counts nothing."""
    known = (rows >= 0) & (rows < len(values.months))
    if not len(values.months):
        nothing = np.zeros(len(rows), dtype=np.int64)
        return Counts(np.zeros(len(rows)), np.zeros(len(rows)), nothing, nothing, nothing)
    at = np.where(known, rows, 0)
    return Counts(
        values.numerator[at],
        values.denominator[at],
        np.where(known, values.months[at], 0),
        np.where(known, values.last[at], 0),
        np.where(known, values.why[at], 0),
    )


def at_rows(values: Numbers, rows: Whole) -> Numbers:
    """The values at the rows, NaN for a unit that never reported."""
    known = (rows >= 0) & (rows < len(values))
    found = np.full(len(rows), np.nan)
    found[known] = values[rows[known]]
    return found


def _total(group: Whole, values: npt.NDArray, size: int) -> Numbers:
    return np.bincount(group, weights=values, minlength=size).astype(np.float64)


def _joined(parts: Sequence[Sums]) -> Sums:
    """A period whose units changed within: counts of all segments, units of the last one."""
    end = parts[-1]
    straddles = np.where(np.array([p.mark != end.mark for p in parts]).any(axis=0), int(Why.STRADDLES_BOUNDARY), 0)
    return Sums(
        np.sum([p.numerator for p in parts], axis=0),
        np.sum([p.denominator for p in parts], axis=0),
        end.reporting,
        end.due,
        np.sum([p.months for p in parts], axis=0),
        np.sum([p.months_due for p in parts], axis=0),
        np.max([p.last for p in parts], axis=0),
        np.bitwise_or.reduce([p.why & ~int(Why.UNIT_NOT_VALID) for p in parts[:-1]]) | end.why | straddles,
        end.mark,
    )


def _first_of(one: Sums, other: Sums) -> Sums:
    """Per unit asked for: the first answer where it has anything, else the second."""
    use = one.months > 0
    names = ("numerator", "denominator", "reporting", "due", "months", "months_due", "last", "why", "mark")
    return Sums(*(np.where(use | (other.months == 0), getattr(one, n), getattr(other, n)) for n in names))
