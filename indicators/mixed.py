"""A ratio whose sides come from two returns that disagree: the numerator of one, over the other's denominator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from catalogue.indicators import Definition, indicators
from catalogue.periods import Period
from indicators.effect import after_acceptance

Said = dict[tuple[int, str, str, str], float]  # submission, unit, period, element


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


def mixed(now: pd.DataFrame, said: pd.DataFrame, codes: Iterable[str] | None = None) -> list[Mixed]:
    """The ratios whose numerator and denominator are of different submissions that gave different figures for one of the sides.

    `now`: what is (or would be) in force; `said`: what the submissions themselves said, replaced or not. Both have the columns of
    `Store.observations`. Sides sent separately by two senders who never contradicted each other are no mixture.
    """
    versions: Said = {}
    for frame in (said, now):
        for unit, period, element, value, number in _rows(frame):
            versions[number, unit, period, element] = value
    places: dict[tuple[str, str], dict[str, tuple[int, float]]] = {}
    for unit, period, element, value, number in _rows(now):
        places.setdefault((unit, period), {})[element] = (number, value)
    found = []
    for (unit, period), given in places.items():
        for code in codes if codes is not None else indicators():
            definition = indicators()[code].definition(Period.parse(period).end(indicators()[code].calendar))
            one = _one(code, definition, unit, period, given, versions)
            if one is not None:
                found.append(one)
    return found


def mixed_by(incoming: pd.DataFrame, current: pd.DataFrame, codes: Iterable[str] | None = None) -> list[Mixed]:
    """The ratios that taking `incoming` in over what is in force would mix; its figures that were kept out speak against it too."""
    kept_out = incoming[incoming["status"] == "kept_out"]
    said = pd.concat([current, kept_out[list(current.columns)]], ignore_index=True) if len(kept_out) else current
    return mixed(after_acceptance(current, incoming), said, codes)


@dataclass(frozen=True, slots=True)
class Beyond:
    """One rate whose part is more than its whole."""

    indicator: str
    unit: str
    period: str
    numerator: float
    denominator: float


def beyond_whole(now: pd.DataFrame, shares: Iterable[str]) -> list[Beyond]:
    """Of the rates `shares`, whose part cannot be more than the whole, those where it is, by the counts of `now` as they were sent."""
    places: dict[tuple[str, str], dict[str, float]] = {}
    for unit, period, element, value, _number in _rows(now):
        places.setdefault((unit, period), {})[element] = value
    sides = [(code, indicators()[code]) for code in shares]
    found = []
    for (unit, period), given in places.items():
        for code, indicator in sides:
            definition = indicator.definition(Period.parse(period).end(indicator.calendar))
            if definition.denominator is None or not given.keys() >= {*definition.numerator.elements, *definition.denominator.elements}:
                continue
            over, under = (sum(sign * given[e] for sign, e in f.terms) for f in (definition.numerator, definition.denominator))
            if over > under:
                found.append(Beyond(code, unit, period, over, under))
    return found


def _rows(frame: pd.DataFrame) -> Iterable[tuple[str, str, str, float, int]]:
    """unit, period, element, value, submission of what counts or was kept out; sums since the start of the year are another count."""
    kept = frame[frame["status"].isin(("accepted", "kept_out")) & (frame["basis"] != "year_to_date")] if len(frame) else frame
    columns = ["unit", "period", "element", "value", "submission"]
    return ((str(u), str(p), str(e), float(v), int(s)) for u, p, e, v, s in kept[columns].itertuples(index=False, name=None))


def _one(
    code: str, definition: Definition | None, unit: str, period: str, given: dict[str, tuple[int, float]], versions: Said
) -> Mixed | None:
    if definition is None or definition.denominator is None:
        return None
    for over in definition.numerator.elements:
        for under in definition.denominator.elements:
            if over not in given or under not in given or given[over][0] == given[under][0]:
                continue
            for element, by in ((under, given[over][0]), (over, given[under][0])):
                told = versions.get((by, unit, period, element))
                if told is not None and told != given[element][1]:
                    return Mixed(code, unit, period, given[over][0], given[under][0], element, by, told, given[element][1])
    return None
