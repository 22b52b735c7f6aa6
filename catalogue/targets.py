"""The targets declared in plans and decisions: they seed the store, where people revise them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from catalogue.periods import Period
from catalogue.tables import rows

Operator = Literal[">=", ">", "<=", "<", "="]


@dataclass(frozen=True, slots=True)
class Target:
    """A value to be reached between two periods (texts of `Period`).

    `scope` is the unit whose area it is set for. `level` is the level of the units it judges; when it is the scope's own
    level it holds for the area and all in it. `denominator` is the formula its percentage is taken over: another
    denominator cannot be compared. `status`: in_force, replaced, old_terms, claim (a result somebody claimed), baseline,
    activity, other_province. Unverified ones are kept, not shown to leaders. `steps` are values to be reached on the way, each
    by the end of a period, in order of time.
    """

    id: str
    indicator: str
    scope: str
    level: str
    period_from: str
    period_to: str
    operator: Operator
    value: float
    unit: str
    denominator: str
    legal_basis: str
    clause: str
    status: str
    verified: bool
    text: str
    revision: int = 1
    steps: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "steps", tuple((str(period), float(value)) for period, value in self.steps))


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as a document words it, whether or not one of our indicators measures it."""

    id: str
    scope: str
    period_from: str
    period_to: str
    legal_basis: str
    status: str
    verified: bool
    text: str


@cache
def declared_targets() -> tuple[Target, ...]:
    """Every goal that has an indicator of ours and a value, in the order of data/targets.csv."""
    return tuple(_target(row) for row in rows("targets.csv", ("id", "revision")) if row["indicator"] and row["value"])


@cache
def stated_goals() -> tuple[Goal, ...]:
    """Every goal of data/targets.csv, also those in words only."""
    return tuple(
        Goal(r["id"], r["scope"], r["period_from"], r["period_to"], r["legal_basis"], r["status"], r["verified"] == "yes", r["text"])
        for r in rows("targets.csv", ("id", "revision"))
    )


def parsed_steps(text: str) -> tuple[tuple[str, float], ...]:
    """Steps written "2026-Q2: 40; 2026-Q4: 60", in order of time; ValueError when they are not."""
    pairs = [part.split(":") for part in text.replace("%", "").split(";") if part.strip()]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError(f"not steps: {text!r}")
    found = [(Period.parse(period.strip()), float(value.strip().replace(",", "."))) for period, value in pairs]
    return tuple((str(period), value) for period, value in sorted(found, key=lambda step: step[0].end("plain")))


def _target(row: dict[str, str]) -> Target:
    return Target(
        id=row["id"],
        indicator=row["indicator"],
        scope=row["scope"],
        level=row["level"],
        period_from=row["period_from"],
        period_to=row["period_to"],
        operator=cast(Operator, row["operator"]),
        value=float(row["value"]),
        unit=row["unit"],
        denominator=row["denominator"],
        legal_basis=row["legal_basis"],
        clause=row["clause"],
        status=row["status"],
        verified=row["verified"] == "yes",
        text=row["text"],
        revision=int(row["revision"]),
        steps=parsed_steps(row.get("steps", "")),
    )
