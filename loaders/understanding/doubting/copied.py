"""A return that repeats its own column, row or sheet of last period's figures, cell by cell: was it filled in at all?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.periods import Period
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

AT_LEAST = 8
_SOME, _TELLING, _SMALL = 4, 3, 20
_FLOWS, _ONE_IN = 5, 10
"""So many flows that are not zero, and of so many one at most that is another, make of a period a copy of the one before."""
Fact = tuple[str, ...]
Facts = dict[Fact, Claim]


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
    return {fact: c for c in taken if (fact := _fact(c))}


def _fact(claim: Claim) -> Fact:
    """What a cell counts, whenever; empty where it may count several things."""
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ""
    return (unit, claim.code, claim.half) if claim.code else ()


def repeated_periods(reading: Reading) -> Iterator[tuple[SheetReading, tuple[str, list[Claim], int]]]:
    """The periods, in columns, rows or tables of a sheet, whose flows are nearly all those of the period before, wherever the file has it;
    else the units among others of which they are: where that stands, the cells that repeat it, of how many. Stocks may well stay as they
    were; beside flows that were copied they were copied too."""
    held = {period: _by_fact(claims) for period, claims in _by_period(reading.claims).items()}
    for part in reading.sheets if any(period.previous in held for period in held) else ():
        for period, claims in _by_period(part.claims).items():
            before = {fact: told[0] for fact, told in held.get(period.previous, {}).items()}
            own = _by_fact(claims)
            for mine in (own,) if _nearly_all(own, before) else _of_units(own):
                if _nearly_all(mine, before):
                    again = [c for fact, told in mine.items() if fact in before for c in told if c.value == before[fact].value]
                    yield part, (_where(part, [before[fact] for fact in mine if fact in before]), again, sum(map(len, mine.values())))


def _of_units(own: Mapping[Fact, list[Claim]]) -> list[dict[Fact, list[Claim]]]:
    """What is told of each unit by itself."""
    found: dict[str, dict[Fact, list[Claim]]] = defaultdict(dict)
    for fact, told in own.items():
        found[fact[0]][fact] = told
    return list(found.values())


def _by_period(claims: Iterable[Claim]) -> dict[Period, list[Claim]]:
    found: dict[Period, list[Claim]] = defaultdict(list)
    for c in claims:
        if c.role == "value" and c.value is not None and c.basis != "year_to_date" and c.period is not None and c.code:
            found[c.period].append(c)
    return found


def _by_fact(claims: Iterable[Claim]) -> dict[Fact, list[Claim]]:
    found: dict[Fact, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[_fact(claim)].append(claim)
    return found


def _nearly_all(own: Mapping[Fact, Sequence[Claim]], before: Mapping[Fact, Claim]) -> bool:
    """Whether the flows of a period, zeros left out, are those of the one before but for one in ten, and so many that it is no chance."""
    flows = [(told[0].value or 0, before[fact].value or 0) for fact, told in own.items() if fact in before and told[0].basis == "in_period"]
    moved = [(now, old) for now, old in flows if now or old]
    same = [now for now, old in moved if now == old]
    telling = {now for now in same if now >= _SMALL}
    enough = len(telling) >= _TELLING or (bool(telling) and len(same) >= AT_LEAST)
    return len(same) >= _FLOWS and enough and (len(moved) - len(same)) * _ONE_IN <= len(moved)


def _where(part: SheetReading, before: Sequence[Claim]) -> str:
    """The heading of the one column in which the figures of the period before stand, else their sheet."""
    sheets, columns = {c.sheet for c in before}, {(c.table, c.cell.col) for c in before}
    if sheets == {part.sheet.name} and len(columns) == 1:
        table, col = columns.pop()
        return part.oriented[table].columns[col].leaf or part.sheet.name
    return ", ".join(dict.fromkeys(c.sheet for c in before))


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
