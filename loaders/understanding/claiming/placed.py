"""Units beside what else is known: the day of a column's own period, and the district that the letterhead names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

from catalogue.periods import Period
from catalogue.units import Unit, units
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, root
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented


def on_their_days(o: Oriented, found: Iterable[Claim], whole: Period | None) -> None:
    """Look the units up anew for figures of another period than the table's: a name may mean another unit then, or none."""
    if o.far:
        return
    for claim in found:
        if claim.unit is None or claim.period is None or claim.period == whole or claim.unit.doubt == "code_against_name":
            continue
        day = claim.period.end("nd09")
        if claim.unit.unit is None or not claim.unit.unit.exists(day):
            claim.unit = commune_like(claim.unit.text, day) or claim.unit


def areas_named(said: Iterable[Named]) -> list[Unit]:
    """The districts and provinces that lines name and that are not those of the installation."""
    register = units()
    top = root()
    if top not in register or register[top].level == "country":
        return []
    own = {u.id for u in register.path(top)}
    above = [n.unit for n in said if n.unit and n.unit.level in ("district", "province") and n.unit.id not in own]
    return list(dict.fromkeys(above))


def elsewhere(named: Named, areas: Sequence[Unit], on: dt.date | None) -> Named:
    """A unit taken by its name alone, doubted where a district named beside it has a unit of this name and is not its own."""
    if named.unit is None or not areas or not named.text:
        return named
    register = units()
    if {u.id for u in register.path(named.unit.id)} & {a.id for a in areas}:
        return named
    others = [u for a in areas for u in register.by_name(named.text, level="commune", within=a.id, on=on).best]
    if not others:
        return named
    return replace(named, sure=False, doubt="ambiguous", candidates=(*dict.fromkeys(others), named.unit))
