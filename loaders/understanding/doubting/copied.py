"""A return that repeats its own column, or its own sheet, of last period's figures, cell by cell: was it filled in at all?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.periods import Period
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

AT_LEAST = 8
_SOME, _TELLING, _SMALL = 4, 3, 20
Facts = dict[tuple[str, ...], Claim]


def repeated(part: SheetReading) -> list[tuple[str, list[Claim], int]]:
    """Per table that repeats the figures of the period before: the heading of that column, the cells that repeat it, of how many."""
    found = []
    for index, oriented in enumerate(part.oriented):
        own = [c for c in part.claims if c.table == index and c.role == "value" and c.basis != "year_to_date" and c.value is not None]
        before = [column for column in oriented.columns.values() if column.role == "last_period"]
        if len(before) == 1 and (same := _same(part, before[0].col, own)):
            found.append((before[0].leaf, same, len(own)))
    return found


def repeated_sheets(reading: Reading, part: SheetReading) -> list[tuple[str, list[Claim], int]]:
    """The sheets of the period before whose every figure a sheet has again: eight of them, or four that are no chance; else the units among
    others of which it has every one; the cells that repeat one, of how many."""
    before = part.when.period.previous if part.when.period else None
    others = [other for other in reading.sheets if other is not part and before is not None and other.when.period == before]
    if not others:
        return []
    own = _facts(part)
    by_unit: dict[str, Facts] = {}
    for key, claim in own.items():
        by_unit.setdefault(key[0], {})[key] = claim
    found = []
    for other in others:
        held = _facts(other)
        if _all_again(own, held):
            found.append((other.sheet.name, [claim for key, claim in own.items() if key in held], len(own)))
            continue
        for mine in by_unit.values() if len(by_unit) > 1 else ():
            if _all_again(mine, held, single=True):
                found.append((other.sheet.name, [claim for key, claim in mine.items() if key in held], len(mine)))
    return found


def _facts(part: SheetReading) -> Facts:
    """What a sheet counts in its own period, by unit and element."""
    taken = [
        c for c in part.claims if c.role == "value" and c.value is not None and c.basis != "year_to_date" and c.period == part.when.period
    ]
    return {(c.unit.unit.id if c.unit and c.unit.unit else "", code, c.half): c for c in taken if (code := c.code)}


def _all_again(own: Facts, before: Mapping[tuple[str, ...], Claim], *, single: bool = False) -> bool:
    """Whether all that had a figure before has it again, and so many that it is no chance; of a `single` unit only flows can tell."""
    pairs = [(claim, before[key]) for key, claim in own.items() if key in before]
    flows = [c for c, _old in pairs if c.basis == "in_period"]
    telling = {c.value for c in flows if (c.value or 0) >= _SMALL}
    counted = len(flows) if single else len(pairs)
    enough = (counted >= AT_LEAST and not single) or (counted >= _SOME and len(telling) >= _TELLING)
    return enough and bool(telling) and all(now.value == old.value for now, old in pairs)


def key_of(claim: Claim) -> str:
    """The key of the question, the same as beside other files."""
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ""
    return f"copied:{unit}:{claim.period or ''}"


def past(claim: Claim) -> Period | None:
    """The period before that of a cell."""
    return claim.period.previous if claim.period else None


def _same(part: SheetReading, col: int, own: Sequence[Claim]) -> list[Claim]:
    """The cells that have a figure beside them, when all repeat it and are enough; none otherwise."""
    pairs = [(c, b.value) for c in own if c.cell.col != col and (b := part.sheet.cell(c.cell.row, col)) and not b.is_text]
    told = len(pairs) >= AT_LEAST and all(c.cell.value == before for c, before in pairs)
    return [c for c, _before in pairs] if told else []
