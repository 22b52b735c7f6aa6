"""What the demo is declared to be: its area, its units, the rows of its world and its stories, read from data/demo/."""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from catalogue.periods import Period

FOLDER = Path(__file__).parents[1] / "data" / "demo"


@dataclass(frozen=True)
class Settings:
    """The seed, the months, the marking and the seasons (a factor a calendar month) of the demo."""

    seed: int
    first: Period
    last: Period
    merged_from: Period
    mark: str
    season: tuple[float, ...]

    @cached_property
    def months(self) -> list[Period]:
        """Every month of the demo, in order."""
        found = [self.first]
        while found[-1] < self.last:
            found.append(found[-1].shift(1))
        return found


@dataclass(frozen=True)
class Place:
    """One unit of the demo: its printed title and name, the short one of a sheet tab, who signs, and (old units) its size and pace."""

    unit: str
    into: str
    title: str
    name: str
    short: str
    sign: str
    sizes: dict[str, float]


@dataclass(frozen=True)
class Rule:
    """One row of world.csv: how a count comes about. `over` says what a longer period makes of its months."""

    name: str
    rule: str
    of: tuple[tuple[int, str], ...]
    low: float
    high: float
    noise: float
    season: bool
    over: str


@dataclass(frozen=True)
class Story:
    """Something that happens to a unit from `first` to `last`; `form` and `element` say to what, `value` how much."""

    action: str
    unit: str
    form: str
    element: str
    first: Period
    last: Period
    value: float
    text: str

    def holds(self, unit: str, period: Period) -> bool:
        """Does it concern this unit in the last month of this period?"""
        return unit == self.unit and self.first <= period.months[-1] <= self.last


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def terms(formula: str) -> tuple[tuple[int, str], ...]:
    """`a+b-c` as ((1, a), (1, b), (-1, c))."""
    parts = formula.replace("-", "+-").split("+")
    return tuple((-1, part[1:]) if part.startswith("-") else (1, part) for part in parts if part)


@cache
def settings() -> Settings:
    """The settings of the demo."""
    found = tomllib.loads((FOLDER / "settings.toml").read_text(encoding="utf-8"))
    periods = {name: Period.parse(found[name]) for name in ("first", "last", "merged_from")}
    return Settings(seed=found["seed"], mark=found["mark"], season=tuple(found["season"]), **periods)


@cache
def places() -> dict[str, Place]:
    """Every unit of the demo by its id, both generations, in the order of a report."""
    named = ("unit", "into", "title", "name", "short", "sign")
    found = {}
    for row in _rows("units.csv"):
        sizes = {name: float(text) for name, text in row.items() if name not in named and text}
        found[row["unit"]] = Place(**{name: row[name] for name in named}, sizes=sizes)
    return found


def parts(unit: str) -> list[Place]:
    """The old units that `unit` consists of: itself when it is an old one."""
    place = places()[unit]
    return [place] if place.sizes else [old for old in places().values() if old.into == unit]


def units_of(period: Period) -> list[str]:
    """The units that report for `period`, in the order of a report."""
    merged = period.months[-1] >= settings().merged_from
    return [place.unit for place in places().values() if bool(place.sizes) != merged]


@cache
def rules() -> list[Rule]:
    """The rows of world.csv, each after those it needs."""
    return [
        Rule(
            name=row["name"],
            rule=row["rule"],
            of=terms(row["of"]),
            low=float(row["low"] or 0),
            high=float(row["high"] or 0),
            noise=float(row["noise"] or 0),
            season=row["season"] == "yes",
            over=row["over"],
        )
        for row in _rows("world.csv")
    ]


@cache
def stories() -> list[Story]:
    """Everything that happens in the demo."""
    return [
        Story(
            action=row["action"],
            unit=row["unit"],
            form=row["form"],
            element=row["element"],
            first=Period.parse(row["first"]),
            last=Period.parse(row["last"]),
            value=float(row["value"] or 0),
            text=row["text"],
        )
        for row in _rows("stories.csv")
    ]


def schedule() -> list[dict[str, str]]:
    """The rows of schedule.csv: form, sender (a unit or empty for the whole area), first, last, every, days after the cut-off."""
    return _rows("schedule.csv")


def recorded_answers() -> list[dict[str, str]]:
    """What a person answered when the reader asked: file, key of the question, value, why."""
    return _rows("answers.csv")


def planned() -> list[dict[str, str]]:
    """The rows of targets.csv: illustrative targets of the area."""
    return _rows("targets.csv")


def assigned() -> list[dict[str, str]]:
    """The rows of tasks.csv: illustrative tasks of the area's communes."""
    return _rows("tasks.csv")


@cache
def form(name: str) -> dict:
    """The declared form `name`: its shape, its printed words and what stands where."""
    return tomllib.loads((FOLDER / "forms" / f"{name}.toml").read_text(encoding="utf-8"))
