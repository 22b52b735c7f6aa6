"""What a report is about, gathered: each indicator's figure with its target, changes, best and worst communes."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalogue.indicators import Indicator
from catalogue.periods import Period
from catalogue.targets import Target
from indicators.attention import below
from indicators.change import changes
from indicators.cube import Cube
from indicators.ranking import ranking
from indicators.standing import judged, without_older
from indicators.tasks import counted_here

VALUED = ("ok", "partial", "zero_denominator")


@dataclass(frozen=True, slots=True)
class Aim:
    """The target of a figure. `gap` counts what is still missing (0 when reached, None without counts), `by` is its last period."""

    id: str
    value: float
    operator: str
    by: Period | None
    legal_basis: str
    status: str
    gap: float | None


@dataclass(frozen=True, slots=True)
class Move:
    """The change in the same units since another period, in percentage points or counts; `redefined` when it cannot be said."""

    before: Period
    amount: float | None
    redefined: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One commune's figure; `block` is that of the ranking ("silent": it did not report)."""

    unit: str
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    block: str
    status: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One indicator of the unit that reports. `moves`: against the period before, and the same one a year ago; `places`: best first."""

    indicator: Indicator
    unit: str
    period: Period
    state: str
    reason: str
    value: float | None
    numerator: float | None
    denominator: float | None
    reporting: int
    due: int
    months: int
    months_due: int
    data_date: dt.date | None
    aim: Aim | None
    moves: tuple[Move, ...]
    places: tuple[Place, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """The units that owe a return and have sent nothing for it."""
        return tuple(place.unit for place in self.places if place.block == "silent")

    @property
    def whole(self) -> bool:
        """Whether every unit due has reported."""
        return self.state != "partial"


def trace_id(indicator: str, unit: str, period: Period) -> str:
    """The id of a figure: indicator, unit, period; the page of origins and the annex of sources know it by this."""
    return f"{indicator}/{unit}/{period}"


def sent(fact: Fact, period: Period) -> bool:
    """Whether a figure is of the period itself and made of what units sent for it; what is counted here needs nobody to send."""
    return fact.period == period and not counted_here(fact.indicator)


def facts(cube: Cube, targets: Sequence[Target], *, unit: str, period: Period, indicators: Sequence[str], on: dt.date) -> list[Fact]:
    """A fact for each indicator that has a figure in the period (or an older one in its own rhythm), in the order given."""
    table = judged(cube, targets, units=[unit], periods=[period], indicators=indicators, on=on)
    rows = [row for row in table.to_dict("records") if row["state"] in VALUED]
    known = {target.id: target for target in targets}
    moved = _moves(cube, rows, unit, on)
    communes = _places(cube, targets, unit, period, rows, on)
    return [_fact(cube, row, known, moved[row["indicator"]], communes.get(row["indicator"], ())) for row in rows]


def _fact(cube: Cube, row: Mapping[Any, Any], known: Mapping[str, Target], moves: Sequence[Move], places: Sequence[Place]) -> Fact:
    return Fact(
        indicator=cube.words.indicators[row["indicator"]],
        unit=row["unit"],
        period=Period.parse(row["figure_period"]),
        state=row["state"],
        reason=row["reason"],
        value=none(row["value"]),
        numerator=none(row["numerator"]),
        denominator=none(row["denominator"]),
        reporting=int(row["units_reporting"]),
        due=int(row["units_due"]),
        months=int(row["months"]),
        months_due=int(row["months_due"]),
        data_date=row["data_date"],
        aim=_aim(row, known),
        moves=tuple(moves),
        places=tuple(places),
    )


def _aim(row: Mapping[Any, Any], known: Mapping[str, Target]) -> Aim | None:
    if row["status"] in ("no_target", "not_comparable") or none(row["target"]) is None:
        return None
    target = known.get(row["target_id"])
    by = Period.parse(target.period_to) if target else None
    basis = target.legal_basis if target else ""
    return Aim(row["target_id"], row["target"], row["target_operator"], by, basis, row["status"], none(row["gap_count"]))


def _moves(cube: Cube, rows: Sequence[Mapping[Any, Any]], unit: str, on: dt.date) -> dict[str, list[Move]]:
    """By indicator, the change since the period before and since the same period of the year before (one and the same for a year)."""
    by_period: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_period[row["figure_period"]].append(row["indicator"])
    found: dict[str, list[Move]] = defaultdict(list)
    for text, codes in by_period.items():
        now = Period.parse(text)
        for before in dict.fromkeys((now.previous, now.year_before)):
            table = changes(cube, indicators=codes, units=[unit], period=now, before=before, on=on)
            for code, amount, reason in zip(table["indicator"], table["same"], table["reason"], strict=True):
                if none(amount) is not None or reason == "definition":
                    found[code].append(Move(before, none(amount), reason == "definition"))
    return found


def _places(
    cube: Cube, targets: Sequence[Target], unit: str, period: Period, rows: Sequence[Mapping[Any, Any]], on: dt.date
) -> dict[str, list[Place]]:
    """By indicator, the communes below the unit, best first, those that cannot be ranked after them."""
    members = [one for one in below(cube, unit, period) if one != unit]
    codes = [row["indicator"] for row in rows]
    if not members or not codes:
        return {}
    table = without_older(judged(cube, targets, units=members, periods=[period], indicators=codes, on=on))
    made = {}
    for code in codes:
        ranked = ranking(table[table["indicator"] == code], cube.words.indicators[code])
        made[code] = [
            Place(
                row["unit"], Period.parse(row["figure_period"]), none(row["value"]), none(row["numerator"]), none(row["denominator"]),
                row["block"], row["status"],
            )
            for row in ranked.to_dict("records")
        ]  # fmt: skip
    return made


def none(value: Any) -> float | None:
    """A number, or None where there is none."""
    return None if value is None or math.isnan(value) else float(value)
