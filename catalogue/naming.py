"""Which units a typed name may mean, and how surely."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from catalogue.names import TypedName, accented_key, name_key, take_apart, toneless_order, unsqueezed
from catalogue.unit import Level, NameMatch, Unit

if TYPE_CHECKING:
    from catalogue.units import Units

AREAS = ("province", "district")


def match(register: Units, text: str, level: Level | None, within: str | None, on: dt.date | None) -> NameMatch:
    """The units of the register the text may name; see `Units.by_name`."""
    if level == "office":
        return _office(register, text, within)
    typed = take_apart(text)
    typed = typed if register.named(name_key(typed.bare)) else unsqueezed(typed)
    found = [unit for unit in register.named(name_key(typed.bare)) if level in (None, unit.level) and (on is None or unit.exists(on))]
    if within is not None:
        found = [unit for unit in found if register.lies_in(unit.id, within)]
    inside = _narrowed(register, found, typed.parents)
    return _ranked(typed, inside) if inside else NameMatch([], [], found)


def _narrowed(register: Units, found: list[Unit], parents: tuple[str, ...]) -> list[Unit]:
    """Those that lie in the parents written; a parent nobody knows narrows nothing."""
    for parent in parents:
        areas = [unit for unit in register.named(name_key(take_apart(parent).bare)) if unit.level in AREAS]
        if areas:
            found = [unit for unit in found if any(register.lies_in(unit.id, area.id) for area in areas)]
    return found


def _ranked(typed: TypedName, found: list[Unit]) -> NameMatch:
    key = accented_key if " " in typed.bare else toneless_order
    wanted = key(typed.bare)
    same_type = [unit for unit in found if typed.type in ("", unit.type)]
    exact = [unit for unit in same_type if key(unit.bare_name) == wanted]
    alias = [unit for unit in same_type if unit not in exact and wanted in {key(take_apart(a).bare) for a in unit.aliases}]
    sure = {unit.id for unit in (*exact, *alias)}
    rest = [unit for unit in same_type if unit.id not in sure] or ([] if sure else found)
    return NameMatch(exact, alias, rest)


def _office(register: Units, text: str, host: str | None) -> NameMatch:
    """The office of a unit that the text names."""
    offices = register.offices(host) if host else []
    key, accents = name_key(text), accented_key(text)
    exact = [o for o in offices if accented_key(o.name) == accents]
    alias = [o for o in offices if o not in exact and accents in {accented_key(a) for a in o.aliases}]
    folded = [o for o in offices if o not in exact + alias and key in {name_key(a) for a in (o.name, *o.aliases)}]
    return NameMatch(exact, alias, folded)
