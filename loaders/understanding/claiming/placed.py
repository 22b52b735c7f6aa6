"""Units beside what else is known: the day of a column's own period, and the district that the letterhead names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from catalogue.periods import Period
from catalogue.units import Unit, units
from loaders.understanding.names.coded import Code, against, asks_code
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, top
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.in_sections import units_in_sections
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented
from loaders.understanding.texts.words import plain

_CODE = re.compile(r"\d{4,5}")
_NEIGHBOURS = 3
"""So many communes of one district under its name are a list of it."""


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


def beside_codes(o: Oriented, found: Iterable[Claim], on: dt.date | None) -> None:
    """Doubt units beside the codes of their rows, or of a row of codes over the columns, that are those of others."""
    rows = [r for r in o.table.body if any(asks_code(c.text) for c in o.table.row(r) if c.is_text)] if o.shape == "transposed" else []
    column = o.code_col if o.shape in ONE_UNIT and _of_units(o) else None
    for claim in found:
        if claim.unit is None or claim.unit.doubt == "code_against_name":
            continue
        beside = [o.text(claim.cell.row, column)] if column is not None else [o.text(row, claim.cell.col) for row in rows]
        codes = [Code(text) for text in beside if _CODE.fullmatch(text)]
        claim.unit = against(claim.unit, codes, on) if codes else claim.unit


def _of_units(o: Oriented) -> bool:
    """Whether the column of codes says units, not what the rows count: its heading does, or all rows have the same."""
    if o.code_col is None:
        return False
    leaf, said = o.columns[o.code_col].leaf, [o.text(row, o.code_col) for row in o.table.body]
    return asks_code(leaf) and (
        " " in plain(leaf).removeprefix("ma so") or (len(set(said)) == 1 and (len(said) > 1 or o.label_col is None))
    )


def areas_named(said: Iterable[Named]) -> list[Unit]:
    """The districts and provinces that lines name and that are not those inside which its names are read."""
    register = units()
    over = top()
    if over not in register or register[over].level == "country":
        return []
    own = {u.id for u in register.path(over)}
    above = [n.unit for n in said if n.unit and n.unit.level in ("district", "province") and n.unit.id not in own]
    return list(dict.fromkeys(above))


def doubt_elsewhere(o: Oriented, found: Iterable[Claim], areas: Sequence[Unit], on: dt.date | None) -> None:
    """Doubt the units of a sheet that speaks of other districts, where these have units of the same names; no row under its district."""
    placed = units_in_sections(o, on) if areas else {}
    for claim in found if areas else ():
        if claim.unit is not None and claim.cell.row not in placed:
            claim.unit = _elsewhere(claim.unit, areas, on)


def _elsewhere(named: Named, areas: Sequence[Unit], on: dt.date | None) -> Named:
    """A unit taken by its name alone, doubted where a district named beside it has a unit of this name and is not its own."""
    if named.unit is None or not areas or not named.text:
        return named
    register = units()
    if any(register.lies_in(named.unit.id, a.id) for a in areas):
        return named
    others = [u for a in areas for u in register.by_name(named.text, level="commune", within=a.id, on=on).best]
    if not others:
        return named
    return replace(named, sure=False, doubt="ambiguous", candidates=(*dict.fromkeys(others), named.unit))


def among_neighbours(found: Sequence[Claim], areas: Sequence[Unit], on: dt.date | None) -> None:
    """A name of several units means the one of the district that the sheet names where all other rows or columns are units of it."""
    register = units()
    sure = {c.unit.unit.id for c in found if c.unit and c.unit.unit and c.unit.sure}
    homes = {u.id for unit in sure for u in register.path(unit) if u.level == "district"}
    if len(homes) != 1 or len(sure) < _NEIGHBOURS or not homes & {a.id for a in areas}:
        return
    home = homes.pop()
    for claim in found:
        if claim.unit is not None and not claim.unit.sure and claim.unit.doubt == "ambiguous":
            match = register.by_name(claim.unit.text, level="commune", within=home, on=on)
            same = {u.id for u in (*match.exact, *match.alias, *match.folded)}
            if len(same) == 1 and (match.exact or match.alias) and not same & sure:
                claim.unit = Named(claim.unit.text, register[same.pop()])
