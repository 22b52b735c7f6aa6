"""The units among which a person must choose, in words: one that shares its name with another says where it lies."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.language import _, number
from catalogue.units import Unit, units
from loaders.questions import Option

_MOST = 3


def unit_names(found: Sequence[Unit]) -> str:
    """The first few of the units by their names, and how many others there are."""
    told = list(_told(found).values())
    first, rest = ", ".join(told[:_MOST]), len(told) - _MOST
    return _("{units} and {n} other units", units=first, n=number(rest)) if rest > 0 else first


def unit_options(found: Sequence[Unit]) -> tuple[Option, ...]:
    """A choice for each of the units."""
    return tuple(Option(u.id, told, u.code) for u, told in _told(found).items())


def _told(found: Sequence[Unit]) -> dict[Unit, str]:
    """Each unit once, with its name, and the district and province it lies in where another one has the same name."""
    named = list(dict.fromkeys(found))
    names = [u.name for u in named]
    return {u: f"{u.name} ({_place(u)})" if names.count(u.name) > 1 and _place(u) else u.name for u in named}


def _place(unit: Unit) -> str:
    over = [u for u in units().path(unit.id)[:-1] if u.level in ("province", "district")]
    return ", ".join(u.name[:1].lower() + u.name[1:] for u in reversed(over))
