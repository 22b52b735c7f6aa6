"""A ratio whose sides come from two returns that disagree: the numerator of one, over the other's denominator."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import pandas as pd

from catalogue.derivations import declared_formulas
from catalogue.indicators import Definition, indicators
from catalogue.periods import Period
from indicators.cube import periods_of
from indicators.effect import after_acceptance

Row = tuple[str, Period, str, str, float, int]
"""unit, period, basis, element, value, submission"""


@dataclass(frozen=True, slots=True)
class Mixed:
    """One ratio. `element` is the count on which the two submissions differ: `said` by `by`, `now` in force from the other one."""

    indicator: str
    unit: str
    period: str
    numerator_from: int
    denominator_from: int
    element: str
    by: int
    said: float
    now: float


@dataclass(frozen=True, slots=True)
class _Count:
    """A count as it stands: the period it was given for, and the submissions it is of: several where it is the sum of parts."""

    value: float
    period: Period
    by: frozenset[int]


Place = tuple[str, Period]
"""unit, period"""
Counts = Mapping[str, _Count]
Said = Mapping[int, Mapping[Place, Counts]]


def alike(periods: Iterable[str]) -> list[str]:
    """The periods that end with one of these: what there was at the end of a quarter, there was at the end of its last month."""
    ends = {(period.year, period.last_month) for period in map(Period.parse, periods)}
    return [text for year in sorted({year for year, _month in ends}) for text in periods_of(year) if _end(Period.parse(text)) in ends]


def mixed(now: pd.DataFrame, said: pd.DataFrame, codes: Iterable[str] | None = None) -> list[Mixed]:
    """The ratios whose numerator and denominator are of different submissions that gave different figures for one of the sides.

    `now`: what is (or would be) in force; `said`: what the submissions themselves said, replaced or not. Both have the columns of
    `Store.observations`. Sides sent separately by two senders who never contradicted each other are no mixture. A whole that was
    not typed stands as the declared sum of its parts.
    """
    standing, of_each = _rows(now), defaultdict(list)
    for row in (*_rows(said), *standing):
        of_each[row[-1]].append(row)
    wanted = sorted({(unit, period) for unit, period, *_rest in standing}, key=lambda place: (len(place[1].months), place[0], place[1]))
    versions = {number: _places(rows, wanted) for number, rows in of_each.items()}
    found: dict[tuple[Mixed, tuple[int, int]], Mixed] = {}
    for (unit, period), given in _places(standing, wanted).items():
        for code in codes if codes is not None else indicators():
            definition = indicators()[code].definition(period.end(indicators()[code].calendar))
            one = _one(code, definition, (unit, period), given, versions)
            if one is not None:
                found.setdefault((replace(one, period=""), _end(period)), one)
    return list(found.values())


def mixed_by(incoming: pd.DataFrame, current: pd.DataFrame, codes: Iterable[str] | None = None) -> list[Mixed]:
    """The ratios that taking `incoming` in over what is in force would mix; its figures that were kept out speak against it too."""
    kept_out = incoming[incoming["status"] == "kept_out"]
    said = pd.concat([current, kept_out[list(current.columns)]], ignore_index=True) if len(kept_out) else current
    return mixed(after_acceptance(current, incoming), said, codes)


def _rows(frame: pd.DataFrame) -> list[Row]:
    """What counts or was kept out; sums since the start of the year are another count."""
    kept = frame[frame["status"].isin(("accepted", "kept_out")) & (frame["basis"] != "year_to_date")] if len(frame) else frame
    columns = ["unit", "period", "basis", "element", "value", "submission"]
    told = kept[columns].itertuples(index=False, name=None)
    return [(str(u), Period.parse(p), str(b), str(e), float(v), int(s)) for u, p, b, e, v, s in told]


def _places(rows: Iterable[Row], wanted: Iterable[Place]) -> dict[Place, Counts]:
    """Every count that stands in these units and periods: a stock wherever a period ends with its own, a month's before a longer one's."""
    flows: dict[Place, dict[str, _Count]] = defaultdict(dict)
    stocks: dict[tuple[str, tuple[int, int]], dict[str, _Count]] = defaultdict(dict)
    for unit, period, basis, element, value, number in rows:
        mine = stocks[unit, _end(period)] if basis == "to_date" else flows[unit, period]
        before = mine.get(element)
        if before is None or basis != "to_date" or len(before.period.months) >= len(period.months):
            mine[element] = _Count(value, period, frozenset([number]))
    return {place: _with_sums({**stocks.get((place[0], _end(place[1])), {}), **flows.get(place, {})}) for place in wanted}


def _with_sums(given: dict[str, _Count]) -> Counts:
    """With each whole that was not typed as the first declared sum of which all parts were."""
    made = {}
    for element, ways in declared_formulas().items():
        formula = next((one for one in ways if element not in given and given.keys() >= set(one.elements)), None)
        if formula is not None:
            parts = [given[code] for code in formula.elements]
            value = sum(sign * given[code].value for sign, code in formula.terms)
            made[element] = _Count(value, parts[0].period, frozenset().union(*(part.by for part in parts)))
    return given | made


def _end(period: Period) -> tuple[int, int]:
    return period.year, period.last_month


def _one(code: str, definition: Definition | None, place: Place, given: Counts, versions: Said) -> Mixed | None:
    if definition is None or definition.denominator is None:
        return None
    pairs = ((over, under) for over in definition.numerator.elements for under in definition.denominator.elements)
    both = ((a, b) for a, b in pairs if a in given and b in given and place[1] in (given[a].period, given[b].period))
    for over, under in both:
        for above, below in ((a, b) for a in sorted(given[over].by) for b in sorted(given[under].by) if a != b):
            for element, by in ((under, above), (over, below)):
                told = versions[by][place].get(element)
                if told is not None and told.value != given[element].value:
                    return Mixed(code, place[0], str(place[1]), above, below, element, by, told.value, given[element].value)
    return None
