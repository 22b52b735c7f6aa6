"""What a unit is, what became of it, and what a name may mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Level = Literal["country", "province", "district", "commune", "office"]
Share = Literal["whole", "part"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit during one span of time (an open end is None).

    `id` is the official code with its generation ("23341.2") and never changes its meaning; `code` alone may mean two
    units. An office has the id "<parent>/<slug>". `aliases` are other names people use.
    """

    id: str
    code: str
    name: str
    type: str
    level: Level
    parent: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    latitude: float | None
    longitude: float | None
    aliases: tuple[str, ...] = ()

    def exists(self, on: dt.date) -> bool:
        """Whether it exists on the day."""
        return (self.valid_from is None or self.valid_from <= on) and (self.valid_to is None or on <= self.valid_to)

    @property
    def bare_name(self) -> str:
        """The name without its type."""
        return self.name[len(self.type) :].strip()


@dataclass(frozen=True, slots=True)
class Succession:
    """A unit that became (a part of) another on a day. A "part" has no known size: counts cannot be carried over."""

    old: str
    new: str
    share: Share
    date: dt.date
    legal_basis: str


@dataclass(frozen=True, slots=True)
class NameMatch:
    """The units a text may name. `exact`: same letters and accents; `alias`: a declared other name; `folded`: alike
    without accents, or with another type than written. Only the first two are sure, and only when one unit is left."""

    exact: list[Unit]
    alias: list[Unit]
    folded: list[Unit]

    @property
    def best(self) -> list[Unit]:
        """The surest list that is not empty."""
        return self.exact or self.alias or self.folded


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """A specialised office that every unit of a level has, while that generation of the map lasts."""

    slug: str
    level: Level
    generation: str
    name_vi: str
    name_en: str
    synonyms: tuple[str, ...]
