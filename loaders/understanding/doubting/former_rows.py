"""Rows of former units where one row of the unit that they became is owed: they are sent back, to be added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.names import accented_key, take_apart
from catalogue.units import units
from loaders.issues import issue
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading


def former_rows(reading: Reading, claims: Sequence[Claim]) -> None:
    """Send claims back unit by unit: "X stands in the rows of its former units (A: row 6; B: row 7); add them up"."""
    of_unit: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found = (claim.unit.unit, *claim.unit.candidates) if claim.unit else ()
        of_unit[next((u.id for u in found if u is not None), "")].append(claim)
    for unit, members in of_unit.items():
        named = {(c.sheet, c.cell.row): c.unit.text for c in members if c.unit}
        if unit and len(named) == 1 and len(units().predecessors(unit)) == 1:
            continue  # its land is what it was
        rows = "; ".join(f"{text}: {row + 1}" for (_sheet, row), text in named.items())
        name = units()[unit].name if unit else rows
        for claim in members:
            claim.status, claim.doubt = "asked", "unit_former_rows"
            reading.issues.append(issue("unit_former_rows", claim.sheet, claim.cell.address, unit=name, rows=rows))


def are_former(claims: Sequence[Claim]) -> bool:
    """Whether rows of one unit bear different names, one of them that of another unit which became it."""
    named = {(c.sheet, c.cell.row): c.unit for c in claims if c.unit and c.unit.unit}
    bare = {accented_key(take_apart(one.text).bare) for one in named.values()}
    return len(bare) == len(named) > 1 and any(_became(one.text, one.unit.id) for one in named.values() if one.unit)


def _became(text: str, unit: str) -> bool:
    """Whether a name is that of another commune, now part of the unit."""
    before = {link.old for link in units().predecessors(unit)}
    return any(u.id in before and u.name != units()[unit].name for u in units().by_name(text, level="commune").best)
