"""The indicators: what is computed from the elements, by which definition on which day."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from catalogue.elements import Kind, synonyms_of
from catalogue.errors import UserError
from catalogue.language import _
from catalogue.periods import Calendar
from catalogue.tables import date_or_none, rows, words

Status = Literal["core", "optional", "legacy"]
Frequency = Literal["month", "quarter", "half", "year"]
_FORMULA = re.compile(r"\s*-?\s*[a-z]\w*(?:\s*[+-]\s*[a-z]\w*)*\s*")
_TERM = re.compile(r"([+-]?)\s*([a-z]\w*)")


@dataclass(frozen=True, slots=True)
class Formula:
    """A sum of elements, each with its sign (+1 or -1)."""

    terms: tuple[tuple[int, str], ...]

    @classmethod
    def parse(cls, text: str) -> Formula:
        """The formula written "a+b-c"; ValueError when it is none."""
        if not _FORMULA.fullmatch(text):
            raise ValueError(f"not a formula: {text!r}")
        return cls(tuple((-1 if sign == "-" else 1, code) for sign, code in _TERM.findall(text)))

    @property
    def elements(self) -> tuple[str, ...]:
        """The codes of its elements, in order."""
        return tuple(code for _sign, code in self.terms)

    def __str__(self) -> str:
        return "".join(("-" if sign < 0 else "+" if index else "") + code for index, (sign, code) in enumerate(self.terms))


@dataclass(frozen=True, slots=True)
class Definition:
    """How an indicator was computed between two days (an open end is None).

    A `variant` is another way of computing the same thing, in force at the same time (a denominator of its own);
    it is never taken unless asked for by its denominator. `legal_basis` holds ids of data/legal_bases.csv.
    """

    version: str
    numerator: Formula
    denominator: Formula | None
    valid_from: dt.date | None
    valid_to: dt.date | None
    legal_basis: tuple[str, ...]
    note: str
    variant: bool = False
    note_en: str = ""

    def holds(self, on: dt.date) -> bool:
        """Whether it is in force on the day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator. `unit` is percent, count or points; `quota` says that more than 100% is possible.

    `kind` is the nature of its numerator, `levels` holds the letters X (commune), H (district) and T (province) of
    those who report it, `sources` the kinds of office the figures come from (SYS: computed here).
    """

    code: str
    group: str
    name_vi: str
    name_en: str
    unit: Literal["percent", "count", "points"]
    better: Literal["up", "down"]
    decimals: int
    calendar: Calendar
    frequency: Frequency
    status: Status
    quota: bool
    kind: Kind
    levels: str
    sources: tuple[str, ...]
    versions: tuple[Definition, ...]
    synonyms: tuple[str, ...]

    @property
    def latest(self) -> Definition:
        """Its last definition, variants by denominator left out."""
        return [version for version in self.versions if not version.variant][-1]

    def definition(self, on: dt.date, denominator: str = "") -> Definition:
        """The definition in force on the day, or its variant with this denominator (a formula's text).

        Outside every version the nearest one is given: the last before the day, else the first. UserError when no
        version has the denominator asked for.
        """
        fitting = [v for v in self.versions if (str(v.denominator or "") == denominator if denominator else not v.variant)]
        if not fitting:
            raise UserError(
                _("The indicator {name} has no way of computing with the denominator {code}.", name=self.name_vi, code=denominator)
            )
        in_force = [v for v in fitting if v.holds(on)]
        started = [v for v in fitting if v.valid_from is None or v.valid_from <= on]
        return (in_force or started[-1:] or fitting)[0]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of indicators. `slug` is the address of its page, `order` its place in the menu, `short_vi` what it is called in the bar."""

    code: str
    slug: str
    name_vi: str
    name_en: str
    order: int
    short_vi: str = ""
    short_en: str = ""


@cache
def groups() -> dict[str, Group]:
    """Every group by its code, in the order of the menu."""
    found = [
        Group(r["code"], r["slug"], r["name_vi"], r["name_en"], int(r["order"]), r.get("short_vi", ""), r.get("short_en", ""))
        for r in rows("groups.csv", ("code",))
    ]
    return {group.code: group for group in sorted(found, key=lambda g: g.order)}


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its code, in the order of data/indicators.csv."""
    versions = _definitions()
    spoken = synonyms_of("indicator_synonyms.csv")
    table = rows("indicators.csv", ("code",))
    return {r["code"]: _indicator(r, tuple(versions[r["code"]]), spoken.get(r["code"], ())) for r in table}


def _definitions() -> dict[str, list[Definition]]:
    found: dict[str, list[Definition]] = defaultdict(list)
    for row in rows("definitions.csv", ("indicator", "version")):
        found[row["indicator"]].append(_definition(row))
    return found


def _definition(row: dict[str, str]) -> Definition:
    return Definition(
        version=row["version"],
        numerator=Formula.parse(row["numerator"]),
        denominator=Formula.parse(row["denominator"]) if row["denominator"] else None,
        valid_from=date_or_none(row["valid_from"]),
        valid_to=date_or_none(row["valid_to"]),
        legal_basis=words(row["legal_basis"]),
        note=row["note"],
        variant=row["variant"] == "yes",
        note_en=row.get("note_en", ""),
    )


def _indicator(row: dict[str, str], versions: tuple[Definition, ...], synonyms: tuple[str, ...]) -> Indicator:
    return Indicator(
        code=row["code"],
        group=row["group"],
        name_vi=row["name_vi"],
        name_en=row["name_en"],
        unit=cast(Literal["percent", "count", "points"], row["unit"]),
        better=cast(Literal["up", "down"], row["better"]),
        decimals=int(row["decimals"]),
        calendar=cast(Calendar, row["calendar"]),
        frequency=cast(Frequency, row["frequency"]),
        status=cast(Status, row["status"]),
        quota=row["quota"] == "yes",
        kind=cast(Kind, row["kind"]),
        levels=row["levels"],
        sources=words(row["sources"], " "),
        versions=versions,
        synonyms=synonyms,
    )
