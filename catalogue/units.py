"""The units that report and are reported on, in both generations of the administrative map, and what became of each."""

from __future__ import annotations

import csv
import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property
from typing import cast

from catalogue import naming
from catalogue.names import name_key, take_apart
from catalogue.tables import DATA_FOLDER, date_or_none, rows
from catalogue.unit import Level, NameMatch, OfficeKind, Share, Succession, Unit

__all__ = ["COUNTRY", "Level", "NameMatch", "OfficeKind", "Share", "Succession", "Unit", "Units", "office_kinds", "units"]

COUNTRY = "VN"


class Units:
    """The register: read once, indexed when first asked."""

    def __init__(
        self,
        table: dict[str, list[str]],
        successions: Callable[[], Iterable[list[str]]],
        aliases: Iterable[dict[str, str]],
        offices: list[OfficeKind],
    ):
        self._rows = table
        self._read_links = successions
        self._offices = offices
        self._units: dict[str, Unit] = {}
        self._leaves: dict[str, list[Unit]] = {}
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
        found = self._leaves.get(id)
        if found is None:
            below = self._below.get(id)
            found = self._leaves[id] = [leaf for child in below for leaf in self.leaves(child)] if below else [self[id]]
        return list(found)

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

    @cached_property
    def _turns(self) -> list[dt.date]:
        begun = {unit.valid_from for unit in self if unit.valid_from is not None}
        ended = {unit.valid_to + dt.timedelta(days=1) for unit in self if unit.valid_to is not None}
        return sorted({dt.date.min} | begun | ended)

    def unchanged_since(self, on: dt.date) -> dt.date:
        """The day from which to `on` no unit began or ended: what is asked about existence has one answer for all days between."""
        return self._turns[bisect_right(self._turns, on) - 1]

    def due_on(self, root: str, on: dt.date) -> list[Unit]:
        """The communes that must report on the day."""
        return self.communes_under(root, on)

    @cached_property
    def _links(self) -> list[list[str]]:
        return list(self._read_links())

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

    def mentioned(self) -> set[str]:
        """Every id named as a parent or as an end of a succession: each must be a unit of the register."""
        return {row[5] for row in self._rows.values() if row[5]} | {id for link in self._links for id in link[:2]}

    def legal_bases(self) -> set[str]:
        """The ids of the texts that the successions rest on."""
        return {link[4] for link in self._links}

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

    def named(self, key: str) -> list[Unit]:
        """The units whose name or alias has this `name_key`."""
        return [self[id] for id in self._keys.get(key, ())]

    def lies_in(self, id: str, area: str) -> bool:
        """Whether the unit, or any unit it came from or became, lies in the area."""
        links = [s.old for s in self.predecessors(id)] + [s.new for s in self.successors(id)]
        return any(unit.id == area for other in (id, *links) for unit in self.path(other))

    def by_name(self, text: str, level: Level | None = None, within: str | None = None, on: dt.date | None = None) -> NameMatch:
        """The units the text may name.

        `within` keeps the units of an area (of either generation), `on` those of a day. A parent written in the
        text ("xa A, huyen B") narrows the choice. Prefixes such as "UBND xa" and missing blanks are seen through; a type
        or a parent that is written must agree, or the match is only a folded one. For an office `within` is its unit.
        """
        return naming.match(self, text, level, within, on)


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
    aliases = rows("unit_aliases.csv", ("unit", "text"))
    return Units(_table("org_units.csv", 1), lambda: _table("successions.csv", 2).values(), aliases, office_kinds())
