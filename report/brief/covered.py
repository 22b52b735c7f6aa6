"""How many units stand behind a figure, counted by the boundaries chosen."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from catalogue.language import _, number
from catalogue.units import units as known
from indicators.expected import Expected
from indicators.members import Reported, reported
from report.brief.view import View


def units(view: View, code: str, row: Mapping[Hashable, Any]) -> Reported:
    """The units of one figure of the unit chosen."""
    return reported(view.cube, code, view.unit, row["figure_period"], boundaries=view.boundaries)


def former(counted: Reported) -> str:
    """Of how many former units a figure was made, where today's are others."""
    if not counted.former_due:
        return ""
    return _("from {reporting}/{due} former communes", reporting=number(counted.former_reporting), due=number(counted.former_due))


def returns(view: View, owing: Sequence[Expected], came: Sequence[Expected]) -> Reported:
    """How many of the units due have sent, counted like the figures: a merged unit has when all it was made of have."""
    today = known().communes_under(view.unit, view.on)
    then = {row.unit for row in owing}
    if view.boundaries == "reported" or not today or all(unit.id in then for unit in today):
        return Reported(len(came), len(owing))
    made_of = {unit.id: _oldest(unit.id, then) for unit in today}
    sent = {row.unit for row in came}
    whole = sum(bool(old) and old <= sent for old in made_of.values())
    return Reported(whole, len(made_of), len(came), len(owing))


def _oldest(unit: str, then: set[str]) -> set[str]:
    """The units due then that a unit was made of; itself when it was due."""
    if unit in then:
        return {unit}
    return {old for link in known().predecessors(unit) for old in _oldest(link.old, then)}
