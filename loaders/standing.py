"""Stocks as they stood before: of whatever period ended last, be it a month, a quarter or a year, for a stock stands at its end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from catalogue.elements import elements
from catalogue.facts import Observation
from catalogue.periods import Period
from loaders.understanding.texts.words import table

_FALL, _COLLAPSE, _MANY = 0.02, 0.1, 100
_APART, _SEVERAL = 0.1, 20
Standing = tuple[float, str]
"""How many, and at the end of which period."""


@dataclass
class Stocks:
    """The stocks known, by unit and element, each with the periods it is known of."""

    held: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)

    def learn(self, known: Iterable[Observation], again: bool = False) -> None:
        """Take in the stocks among these; `again` lets them stand in place of what was known."""
        for o in known:
            if o.basis == "to_date" and o.unit and o.period:
                periods = self.held.setdefault((o.unit, o.element), {})
                if again or o.period not in periods:
                    periods[o.period] = o.value

    def before(self, o: Observation) -> Standing | None:
        """The stock at the end of the period that ended last before that of `o`; of several, that of the same length, else the shortest."""
        periods = self.held.get((o.unit, o.element), {})
        last = max((text for text in periods if ended(text) < ended(o.period)), key=lambda text: _rank(text, o.period), default=None)
        return None if last is None else (periods[last], last)

    def at_the_end(self, o: Observation) -> Standing | None:
        """The stock as another period tells it that ends with that of `o`: a quarter with its last month."""
        periods = self.held.get((o.unit, o.element), {})
        same = next((text for text in periods if text != o.period and ended(text) == ended(o.period)), None)
        return None if same is None else (periods[same], same)


def differs(o: Observation, other: float) -> bool:
    """Whether two figures of one stock at one time are too far apart for days between them to explain it."""
    most = max(o.value, other)
    return o.basis == "to_date" and most >= _SEVERAL and abs(o.value - other) > most * _APART


def falls(o: Observation, before: float) -> bool:
    """Whether a stock fell as none does: one that only grows at all, any other from many to hardly any."""
    if o.element in growing():
        return o.value < before * (1 - _FALL)
    return o.basis == "to_date" and before >= _MANY and o.value < before * _COLLAPSE


@cache
def growing() -> frozenset[str]:
    """The stocks that only grow."""
    return frozenset(row["element"] for row in table("growing.csv") if row["element"] in elements())


@lru_cache(maxsize=4096)
def ended(period: str) -> int:
    """The month with which a period ends, counted through; before all others when `period` is none."""
    try:
        one = Period.parse(period)
    except ValueError:
        return -1
    return one.year * 12 + one.last_month


@lru_cache(maxsize=4096)
def _rank(text: str, period: str) -> tuple[int, bool, int]:
    kind, own = Period.parse(text), Period.parse(period)
    return ended(text), kind.kind == own.kind, -len(kind.months)
