"""Our own figures, looked up the way a report speaks of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from catalogue.indicators import Definition, indicators
from catalogue.periods import Kind, Period
from catalogue.targets import Target
from indicators.cube import Cube
from indicators.figures import figures
from report.checking.amounts import Amount
from report.checking.finding import Origin

_COUNTED = ("ok", "partial")
_ABOUT = 0.02


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure: n, N (None for a mere count), value (percent or count), units reporting of units due."""

    indicator: str
    unit: str
    period: str
    numerator: float | None
    denominator: float | None
    value: float
    whole: bool
    reporting: int
    due: int
    date: dt.date | None

    @property
    def origin(self) -> Origin:
        """Where its cells are shown."""
        return Origin(self.indicator, self.unit, self.period)


@dataclass(slots=True)
class Ours:
    """The store's figures, each unit and set of periods computed once; and the targets that tables may name."""

    cube: Cube
    targets: Sequence[Target] = ()
    kept: dict[tuple[str, str], dict[tuple[str, str], Fact]] = field(default_factory=dict)

    def facts(self, unit: str, period: Period) -> dict[tuple[str, str], Fact]:
        """(indicator, period) -> fact, for the period and those a report about it also speaks of (see `beside`)."""
        key = unit, str(period)
        if key not in self.kept:
            codes = [code for code, indicator in indicators().items() if indicator.status != "legacy"]
            table = figures(self.cube, units=[unit], periods=beside(period), indicators=codes)
            self.kept[key] = {(r["indicator"], r["period"]): _fact(r) for r in table.to_dict("records") if r["state"] in _COUNTED}
        return self.kept[key]

    def of(self, indicator: str, unit: str, period: Period) -> Fact | None:
        """The figure a report about the period means: of the period, else (one asked for more rarely) of the last one that is over."""
        return next(iter(self.near(indicator, unit, period)), None)

    def near(self, indicator: str, unit: str, period: Period) -> list[Fact]:
        """The figures a report about the period may mean, the likeliest first."""
        facts = self.facts(unit, period)
        found = [facts.get((indicator, str(p))) for p in (period, *_longer(period), *_inside(period))]
        return [fact for fact in found if fact]

    def any_of(self, unit: str, period: Period) -> bool:
        """Whether we hold anything of the unit in the period or the ones beside it."""
        return bool(self.facts(unit, period))

    def counts(self, element: str, unit: str, period: Period) -> list[tuple[float, Fact]]:
        """The values of an element in the period, as a numerator or a denominator, each with the fact it is part of."""
        found = []
        for code, indicator in indicators().items():
            fact = self.of(code, unit, period) if element in _elements(indicator.latest) else None
            if fact:
                values = zip((indicator.latest.numerator, indicator.latest.denominator), (fact.numerator, fact.denominator), strict=True)
                found += [(v, fact) for formula, v in values if formula and formula.elements == (element,) and v is not None]
        return found

    def so_far(self, indicator: str, unit: str, period: Period) -> Fact | None:
        """Counts since January, summed over the months reported; None for a stock or where a month has no counts."""
        if indicators()[indicator].kind != "flow":
            return None
        months = Period(period.year, "year").months[: period.last_month]
        table = figures(self.cube, units=[unit], periods=list(months), indicators=[indicator])
        facts = [_fact(row) for row in table.to_dict("records") if row["state"] in _COUNTED]
        counts = [(f.numerator, f.denominator) for f in facts if f.numerator is not None and f.denominator]
        n, all_ = (sum(pair[side] or 0.0 for pair in counts) for side in (0, 1))
        if not all_ or len(counts) < len(facts):
            return None
        last = facts[-1]
        whole = len(facts) == len(months) and all(f.whole for f in facts)
        return Fact(indicator, unit, last.period, n, all_, 100 * n / all_, whole, last.reporting, last.due, last.date)


def _elements(definition: Definition) -> tuple[str, ...]:
    return (*definition.numerator.elements, *(definition.denominator.elements if definition.denominator else ()))


def _fact(row: dict) -> Fact:
    n, all_ = (float(row[c]) if row[c] == row[c] else None for c in ("numerator", "denominator"))
    whole = row["state"] == "ok"
    return Fact(
        row["indicator"],
        row["unit"],
        row["period"],
        n,
        all_,
        float(row["value"]),
        whole,
        int(row["units_reporting"]),
        int(row["units_due"]),
        row["data_date"],
    )


def beside(period: Period) -> list[Period]:
    """The period, its last month, the longer ones it ends or lies in, the one before and the same of the year before."""
    found = [period, *_inside(period), *_longer(period), period.previous, period.year_before]
    found += [p.year_before for p in _longer(period)]
    return list(dict.fromkeys(found))


def _inside(period: Period) -> list[Period]:
    """Shorter periods at its end, the longest first."""
    last = period.months[-1]
    shorter = [Period(period.year, "quarter", (last.number + 2) // 3)] if period.kind != "month" else []
    return [p for p in (*shorter, last) if p != period]


def _longer(period: Period) -> list[Period]:
    """The last quarter and half year that were over by its end, and its year."""
    last = period.last_month
    kinds: tuple[tuple[Kind, int], ...] = (("quarter", 3), ("half", 6), ("year", 12))
    found = []
    for kind, size in kinds:
        number = last // size
        over = Period(period.year, kind, number) if number else Period(period.year - 1, kind, 12 // size)
        if over != period and len(over.months) >= len(period.months):
            found.append(over)
    return found


def agrees(value: float, amount: Amount) -> bool:
    """Whether a value is the one written: within the rounding shown, in the range written, or beyond the bound written."""
    margin = 0.5 * 10.0**-amount.decimals + 1e-9
    high = amount.high if amount.high is not None else amount.low
    if amount.bound == "over":
        return value >= amount.low - 1e-9
    if amount.bound == "under":
        return value <= high + 1e-9
    if amount.bound == "about":
        margin = max(margin, _ABOUT * abs(amount.low))
    return amount.low - margin <= value <= high + margin
