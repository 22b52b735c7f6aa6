"""What we hold of what is asked: the figure of a count or an indicator for a unit and period, the last older one, or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import pandas as pd

from catalogue.elements import Element
from catalogue.facts import Basis
from catalogue.indicators import Definition, Formula, Indicator
from catalogue.periods import Period
from indicators.cube import Cube
from indicators.figures import figures
from indicators.rows import Boundaries
from indicators.words import Words, declared

State = Literal["held", "partial", "older", "missing"]
LOOK_BACK = 12
"""How many earlier periods of the same kind are searched for an older figure."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing asked for and what we have of it. `value` is in percent for a rate, else a count; None when nothing is held.

    `period` is the one the value is of: earlier than asked for when the state is "older". "partial": some of the units due had not
    reported, so that the value is no answer for the whole. `numerator` and `denominator` are those of a rate.
    """

    code: str
    unit: str
    asked: Period
    state: State
    period: Period | None = None
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    data_date: dt.date | None = None
    units_reporting: int = 0
    units_due: int = 0


def with_counts(words: Words) -> Words:
    """The declarations with every element as an indicator of its own: a count, so that it is summed and dated as figures are."""
    counts = {code: _count(element) for code, element in words.elements.items() if code not in words.indicators}
    return replace(words, indicators={**words.indicators, **counts})


@lru_cache(maxsize=1)
def declared_with_counts() -> Words:
    """The declarations of data/ with their elements as counts."""
    return with_counts(declared())


def held(
    cube: Cube,
    code: str,
    unit: str,
    period: Period,
    *,
    basis: Basis | str = "",
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
) -> Held:
    """What is held of an element or indicator; `cube` must be made with `with_counts`.

    A flow asked for since the beginning of the year (`basis` "year_to_date") is the sum of the months from January to the last of
    the period; it is partial when a month is missing.
    """
    wanted = _since_january(period) if basis == "year_to_date" and cube.words.indicators[code].kind == "flow" else [period]
    table = figures(cube, units=[unit], periods=wanted, indicators=[code], boundaries=boundaries, on=on)
    now = _together(table, code, unit, period)
    if now.state != "missing" or len(wanted) > 1:
        return now
    earlier = _before(period)
    past = figures(cube, units=[unit], periods=earlier, indicators=[code], boundaries=boundaries, on=on)
    whole = past[past["state"] == "ok"].sort_values("data_date", ascending=False, kind="stable")
    if whole.empty:
        return now
    found = _held(whole.iloc[0].to_dict(), code, unit, period)
    return replace(found, state="older", period=Period.parse(str(whole.iloc[0]["period"])))


def silent(
    cube: Cube,
    codes: Iterable[str],
    units: Sequence[str],
    period: Period,
    *,
    boundaries: Boundaries = "reported",
    on: dt.date | None = None,
) -> dict[str, tuple[str, ...]]:
    """Unit to the codes it has not reported for the period, of `units`; units that reported all are left out."""
    asked = list(dict.fromkeys(codes))
    if not asked or not units:
        return {}
    table = figures(cube, units=list(units), periods=[period], indicators=asked, boundaries=boundaries, on=on)
    lacking = table[table["state"].isin(["missing", "partial"])]
    found: dict[str, list[str]] = {}
    for unit, code in zip(lacking["unit"], lacking["indicator"], strict=True):
        found.setdefault(unit, []).append(code)
    return {unit: tuple(found[unit]) for unit in units if unit in found}


def counts_behind(codes: Iterable[str], on: dt.date, words: Words | None = None) -> tuple[str, ...]:
    """The elements that must be reported to answer for the codes: an element itself, of an indicator those of its formula on the day."""
    known = words or declared()
    found: dict[str, None] = {}
    for code in codes:
        if code in known.elements:
            found[code] = None
        else:
            definition = known.indicators[code].definition(on)
            below = definition.denominator.elements if definition.denominator else ()
            found.update(dict.fromkeys((*definition.numerator.elements, *below)))
    return tuple(found)


def _count(element: Element) -> Indicator:
    formula = Formula(((1, element.code),))
    definition = Definition("count", formula, None, None, None, (), "")
    return Indicator(
        code=element.code, group=element.group, name_vi=element.name_vi, name_en=element.name_en, unit="count", better="up", decimals=0,
        calendar="nd09", frequency="month", status="optional", quota=False, kind=element.kind, levels="", sources=(),
        versions=(definition,), synonyms=(),
    )  # fmt: skip


def _since_january(period: Period) -> list[Period]:
    return [Period.month(period.year, month) for month in range(1, period.last_month + 1)]


def _before(period: Period) -> list[Period]:
    """Earlier periods of the same kind, and for a month the quarters before it: some counts are asked for only then."""
    found, at = [], period
    for _step in range(LOOK_BACK):
        at = at.previous
        found.append(at)
    if period.kind == "month":
        quarter = Period(period.year, "quarter", (period.last_month + 2) // 3)
        for _step in range(LOOK_BACK // 3 + 1):
            found.append(quarter)
            quarter = quarter.previous
    return found


def _together(table: pd.DataFrame, code: str, unit: str, period: Period) -> Held:
    """One figure, or the months of a year so far as one."""
    rows = table.to_dict("records")
    if len(rows) == 1:
        return _held(rows[0], code, unit, period)
    told = [row for row in rows if row["state"] in ("ok", "partial")]
    if not told:
        return Held(code, unit, period, "missing")
    last = _held(told[-1], code, unit, period)
    whole = len(told) == len(rows) and all(row["state"] == "ok" for row in rows)
    n = sum(row["numerator"] for row in told)
    below = None if pd.isna(told[0]["denominator"]) else sum(row["denominator"] for row in told)
    value = n if below is None else 100 * n / below if below else None
    return replace(last, state="held" if whole else "partial", value=value, numerator=n, denominator=below)


def _held(row: Mapping, code: str, unit: str, period: Period) -> Held:
    value = _none(row["value"])
    if row["state"] not in ("ok", "partial", "zero_denominator") or (value is None and row["state"] != "zero_denominator"):
        return Held(code, unit, period, "missing", units_due=int(row["units_due"]))
    return Held(
        code,
        unit,
        period,
        "partial" if row["state"] == "partial" else "held",
        period,
        value,
        _none(row["numerator"]),
        _none(row["denominator"]),
        row["data_date"],
        int(row["units_reporting"]),
        int(row["units_due"]),
    )


def _none(value: float) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
