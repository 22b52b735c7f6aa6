"""Which units stand behind a unit on a day: its communes, or the old ones that became them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from catalogue.units import Unit, Units
from indicators.reasons import Why


@dataclass(frozen=True, slots=True)
class Area:
    """The units whose counts make up one unit on a day, none twice, and what hinders the sum."""

    members: tuple[str, ...]
    why: int = 0


@dataclass(frozen=True, slots=True)
class Groups:
    """The areas of many units, laid end to end: `unit` belongs to the area number `group`. `due` counts per area."""

    units: tuple[str, ...]
    group: npt.NDArray[np.int64]
    due: npt.NDArray[np.int64]
    why: npt.NDArray[np.int64]
    mark: npt.NDArray[np.int64]


def area(units: Units, unit: str, pivot: dt.date, on: dt.date) -> Area:
    """The members of `unit` as it is on the `pivot` day, traced back to the units there were on an earlier day.

    A member whose predecessor was split is only exact when all the parts lie inside the unit asked for.
    """
    now = _members(units, units[unit], pivot)
    if not now:
        return Area((), int(Why.UNIT_NOT_VALID))
    found: dict[str, None] = {}
    split: set[str] = set()
    for member in now:
        _trace_back(units, member, on, found, split)
    inside = set(now)
    open_end = any(not _ends_inside(units, old, inside, pivot) for old in split)
    why = int(Why.SPLIT_PREDECESSOR) if open_end else 0
    why |= int(Why.OUTSIDE_AREA) if _reaches_beyond(units, units[unit], pivot, now) else 0
    return Area(tuple(found), why if found else why | int(Why.UNIT_NOT_VALID))


def groups(units: Units, asked: Sequence[str], pivot: dt.date, on: dt.date) -> Groups:
    """The areas of all units asked for, ready for one sum."""
    areas = [area(units, unit, pivot, on) for unit in asked]
    sizes = np.array([len(a.members) for a in areas], dtype=np.int64)
    return Groups(
        tuple(member for a in areas for member in a.members),
        np.repeat(np.arange(len(areas)), sizes),
        sizes,
        np.array([a.why for a in areas], dtype=np.int64),
        np.array([hash(frozenset(a.members)) for a in areas], dtype=np.int64),
    )


def _members(units: Units, unit: Unit, on: dt.date) -> list[str]:
    if unit.level in ("commune", "office"):
        return [unit.id] if unit.exists(on) else []
    return [commune.id for commune in units.communes_under(unit.id, on)]


def _trace_back(units: Units, unit: str, on: dt.date, found: dict[str, None], split: set[str]) -> None:
    if units[unit].exists(on):
        found[unit] = None
        return
    for link in units.predecessors(unit):
        if link.share != "whole":
            split.add(link.old)
        _trace_back(units, link.old, on, found, split)


def _ends_inside(units: Units, old: str, inside: set[str], pivot: dt.date) -> bool:
    if old in inside or units[old].exists(pivot):
        return old in inside
    return all(_ends_inside(units, link.new, inside, pivot) for link in units.successors(old))


def _reaches_beyond(units: Units, unit: Unit, pivot: dt.date, members: Sequence[str]) -> bool:
    """Whether an area shown on a day when it does not exist takes in more than its own land."""
    if unit.level in ("commune", "office") or unit.exists(pivot):
        return False
    if unit.valid_from is not None and pivot < unit.valid_from:
        inside = {commune.id for commune in units.communes_under(unit.id, unit.valid_from)}
        return any(not _ends_inside(units, old, inside, unit.valid_from) for old in members)
    assert unit.valid_to is not None
    own = {commune.id for commune in units.communes_under(unit.id, unit.valid_to)}
    found: dict[str, None] = {}
    for member in members:
        _trace_back(units, member, unit.valid_to, found, set())
    return not set(found) <= own
