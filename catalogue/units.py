"""The units that report and are reported on, in both generations of the administrative map, and what became of each."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, cast

from catalogue.names import TypedName, accented_key, name_key, take_apart
from catalogue.tables import DATA_FOLDER, date_or_none, rows

Level = Literal["country", "province", "district", "commune", "office"]
Share = Literal["whole", "part"]
COUNTRY = "VN"


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


class Units:
    """The register: read once, indexed when first asked."""

    def __init__(
        self, table: dict[str, list[str]], successions: list[list[str]], aliases: Iterable[dict[str, str]], offices: list[OfficeKind]
    ):
        self._rows = table
        self._links = successions
        self._offices = offices
        self._units: dict[str, Unit] = {}
        self._aliases: dict[str, list[str]] = defaultdict(list)
        for row in aliases:
            self._aliases[row["unit"]].append(row["text"])

    def __contains__(self, id: object) -> bool:
        return isinstance(id, str) and (id in self._rows or self._office(id) is not None)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Unit]:
        return (self[id] for id in self._rows)

    def __getitem__(self, id: str) -> Unit:
        """The unit; KeyError when there is none."""
        if id not in self._units:
            self._units[id] = self._make(id)
        return self._units[id]

    def _make(self, id: str) -> Unit:
        if id not in self._rows:
            office = self._office(id)
            if office is None:
                raise KeyError(id)
            return office
        _id, code, name, kind, level, parent, start, end, lat, lon, _key = self._rows[id]
        latitude, longitude = (float(lat), float(lon)) if lat else (None, None)
        other = tuple(self._aliases.get(id, ()))
        return Unit(id, code, name, kind, cast(Level, level), parent, date_or_none(start), date_or_none(end), latitude, longitude, other)

    def _office(self, id: str) -> Unit | None:
        parent, _slash, slug = id.partition("/")
        if not slug or parent not in self._rows:
            return None
        host = self[parent]
        kind = next((k for k in self._offices_of(host) if k.slug == slug), None)
        if kind is None:
            return None
        return Unit(id, host.code, kind.name_vi, "", "office", parent, host.valid_from, host.valid_to, None, None, kind.synonyms)

    def _offices_of(self, host: Unit) -> list[OfficeKind]:
        generation = host.id.rpartition(".")[2]
        return [k for k in self._offices if k.level == host.level and k.generation == generation]

    @cached_property
    def _below(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id, row in self._rows.items():
            if row[5]:
                found[row[5]].append(id)
        return found

    def children(self, id: str, on: dt.date | None = None) -> list[Unit]:
        """The units directly below, those that exist on the day (all when None); offices apart, see `offices`."""
        found = (self[child] for child in self._below.get(id, ()))
        return [unit for unit in found if on is None or unit.exists(on)]

    def offices(self, id: str) -> list[Unit]:
        """The specialised offices of a district or a commune."""
        return [self[f"{id}/{kind.slug}"] for kind in self._offices_of(self[id])]

    def path(self, id: str) -> list[Unit]:
        """The unit with all above it, the country first."""
        found = [self[id]]
        while found[-1].parent:
            found.append(self[found[-1].parent])
        return found[::-1]

    def leaves(self, id: str) -> list[Unit]:
        """Every commune below in any generation; a district that never had communes stands for itself."""
        below = self._below.get(id)
        if not below:
            return [self[id]]
        return [leaf for child in below for leaf in self.leaves(child)]

    def communes_under(self, id: str, on: dt.date) -> list[Unit]:
        """Every commune of the area on the day, in the order of the register.

        An area of another time is followed through the successions: an old district gives, after its end, the
        communes that took over its units; a new commune gives, before its beginning, the units it was made of.
        """
        leaves = self.leaves(id)
        there = [leaf for leaf in leaves if leaf.exists(on)]
        if there:
            return there
        moved = {other.id: other for leaf in leaves for other in self._at(leaf, on)}
        return sorted(moved.values(), key=lambda unit: unit.id)

    def _at(self, unit: Unit, on: dt.date) -> list[Unit]:
        """What the unit is, became or was made of on the day."""
        if unit.exists(on):
            return [unit]
        over = unit.valid_to is not None and unit.valid_to < on
        next_ids = [s.new for s in self.successors(unit.id)] if over else [s.old for s in self.predecessors(unit.id)]
        return [found for other in next_ids for found in self._at(self[other], on)]

    def due_on(self, root: str, on: dt.date) -> list[Unit]:
        """The communes that must report on the day."""
        return self.communes_under(root, on)

    @cached_property
    def _succession_index(self) -> tuple[dict[str, list[Succession]], dict[str, list[Succession]]]:
        later: dict[str, list[Succession]] = defaultdict(list)
        earlier: dict[str, list[Succession]] = defaultdict(list)
        for old, new, share, day, basis in self._links:
            link = Succession(old, new, cast(Share, share), dt.date.fromisoformat(day), basis)
            later[old].append(link)
            earlier[new].append(link)
        return later, earlier

    def successors(self, id: str) -> list[Succession]:
        """What became of the unit; more than one link means that it was split."""
        return list(self._succession_index[0].get(id, ()))

    def predecessors(self, id: str) -> list[Succession]:
        """What the unit was made of."""
        return list(self._succession_index[1].get(id, ()))

    def rebuilds_exactly(self, id: str) -> bool:
        """Whether figures from before can be shown for this unit by adding: it took over whole units only."""
        links = self.predecessors(id)
        return bool(links) and all(link.share == "whole" for link in links)

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id, row in self._rows.items():
            found[row[1]].append(id)
        return found

    def by_code(self, code: str) -> list[Unit]:
        """Every unit that ever bore the official code."""
        return [self[id] for id in self._codes.get(code.strip(), ())]

    @cached_property
    def _keys(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id, row in self._rows.items():
            found[row[10]].append(id)
        for id, texts in self._aliases.items():
            for key in {name_key(take_apart(text).bare) for text in texts}:
                if id not in found[key]:
                    found[key].append(id)
        return found

    def by_name(self, text: str, level: Level | None = None, within: str | None = None, on: dt.date | None = None) -> NameMatch:
        """The units the text may name.

        `within` keeps the units of an area (of either generation), `on` those of a day. A parent written in the
        text ("xa A, huyen B") narrows the choice when it can. Prefixes such as "UBND xa" and missing blanks are seen
        through; a type or a parent that is written must agree, or the match is only a folded one.
        """
        typed = take_apart(text)
        if not typed.bare:
            return NameMatch([], [], [])
        if level == "office":
            return self._office_by_name(text, within)
        keep = self._filter(level, within, on)
        found = [unit for unit in self._candidates(typed) if keep(unit)]
        inside = self._narrowed(found, typed.parents)
        return self._ranked(typed, inside) if inside else NameMatch([], [], found)

    def _candidates(self, typed: TypedName) -> list[Unit]:
        return [self[id] for id in self._keys.get(name_key(typed.bare), ())]

    def _filter(self, level: Level | None, within: str | None, on: dt.date | None) -> Callable[[Unit], bool]:
        def keep(unit: Unit) -> bool:
            return (
                (level is None or unit.level == level)
                and (on is None or unit.exists(on))
                and (within is None or self.lies_in(unit.id, within))
            )

        return keep

    def lies_in(self, id: str, area: str) -> bool:
        """Whether the unit, or any unit it came from or became, lies in the area."""
        links = [s.old for s in self.predecessors(id)] + [s.new for s in self.successors(id)]
        return any(unit.id == area for other in (id, *links) for unit in self.path(other))

    def _narrowed(self, found: list[Unit], parents: tuple[str, ...]) -> list[Unit]:
        """Those that lie in the parents written; a parent nobody knows narrows nothing."""
        for parent in parents:
            areas = [u for u in self._candidates(take_apart(parent)) if u.level in ("province", "district")]
            if areas:
                found = [unit for unit in found if any(self.lies_in(unit.id, area.id) for area in areas)]
        return found

    def _ranked(self, typed: TypedName, found: list[Unit]) -> NameMatch:
        wanted = accented_key(typed.bare)
        same_type = [unit for unit in found if typed.type in ("", unit.type)]
        exact = [unit for unit in same_type if accented_key(unit.bare_name) == wanted]
        alias = [unit for unit in same_type if unit not in exact and wanted in {accented_key(take_apart(a).bare) for a in unit.aliases}]
        sure = {unit.id for unit in (*exact, *alias)}
        rest = [unit for unit in same_type if unit.id not in sure] or ([] if sure else found)
        return NameMatch(exact, alias, rest)

    def _office_by_name(self, text: str, within: str | None) -> NameMatch:
        offices = self.offices(within) if within else []
        key, accents = name_key(text), accented_key(text)
        exact = [o for o in offices if accented_key(o.name) == accents]
        alias = [o for o in offices if o not in exact and accents in {accented_key(a) for a in o.aliases}]
        folded = [o for o in offices if o not in exact + alias and key in {name_key(a) for a in (o.name, *o.aliases)}]
        return NameMatch(exact, alias, folded)


def _table(name: str, key_columns: int) -> dict[str, list[str]]:
    """A large table read without a dictionary for every row; data/site/ may replace and add rows."""
    found: dict[str, list[str]] = {}
    for path in (DATA_FOLDER / name, DATA_FOLDER / "site" / name):
        if path.exists():
            with path.open(encoding="utf-8-sig", newline="") as file:
                lines = csv.reader(file)
                next(lines)
                found.update({"|".join(line[:key_columns]): line for line in lines})
    return found


def office_kinds() -> list[OfficeKind]:
    """The kinds of office of data/offices.csv."""
    return [
        OfficeKind(
            r["slug"], cast(Level, r["level"]), r["generation"], r["name_vi"], r["name_en"], tuple(filter(None, r["synonyms"].split("|")))
        )
        for r in rows("offices.csv", ("slug", "level", "generation"))
    ]


@cache
def units() -> Units:
    """The register of the country."""
    links = list(_table("successions.csv", 2).values())
    return Units(_table("org_units.csv", 1), links, rows("unit_aliases.csv", ("unit", "text")), office_kinds())
