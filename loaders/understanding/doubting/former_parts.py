"""Figures of former communes beside those of the commune that followed them: they are its parts, where they add up to it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from loaders.issues import issue, written

if TYPE_CHECKING:
    from loaders.understanding.names.whose import Named
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

FORMER = "former"
_HALF = 0.5
_LEAST = 2
Fact = tuple[str, object, str, tuple[str, ...]]
Groups = dict[Fact, tuple[list["Claim"], list["Claim"]]]
"""What is counted -> the figures of the whole commune, and those of its former communes."""


def leave_former_parts(reading: Reading) -> None:
    """Leave out the figures of former communes that add up to the figure of the commune they became; a sum that differs is asked."""
    if not any(c.unit is not None and c.unit.doubt == "old" for c in reading.claims):
        return
    for part in reading.sheets:
        for index, oriented in enumerate(part.oriented):
            sender = part.units[0] if len(part.units) == 1 and part.units[0].unit else None
            if oriented.shape in ("wide", "transposed") and sender:
                _under_a_total(reading, part, index, sender)
    groups: Groups = defaultdict(lambda: ([], []))
    for claim in reading.claims:
        if claim.role == "value" and claim.codes and claim.value is not None and claim.unit is not None:
            after = _became(claim.unit)
            unit = claim.unit.unit.id if claim.unit.unit else after
            if unit:
                groups[unit, claim.period, claim.basis, claim.codes][bool(after)].append(claim)
    by_unit: dict[str, Groups] = defaultdict(dict)
    for fact, pair in groups.items():
        if pair[0] and pair[1]:
            by_unit[fact[0]][fact] = pair
    for facts in by_unit.values():
        _leave(reading, _with_namesake(facts))


def _with_namesake(groups: Groups) -> Groups:
    """The groups, where rows of one name stand for the whole and for the former commune of that name ("Xa A" over "Xa A" and "Xa B"): all
    but the one that is the sum of the others in most counts are parts."""
    if all(len(wholes) == 1 for wholes, _parts in groups.values()):
        return groups
    for line in dict.fromkeys(_line(c) for wholes, _parts in groups.values() for c in wholes):
        parted: Groups = {}
        for fact, (wholes, parts) in groups.items():
            namesakes = [c for c in wholes if _line(c) != line]
            parted[fact] = ([c for c in wholes if _line(c) == line], [*parts, *namesakes])
        if all(len(wholes) == 1 for wholes, _parts in parted.values()) and _agreeing(parted):
            return parted
    return groups


def _line(claim: Claim) -> tuple[str, int, int]:
    """The row of a claim."""
    return claim.sheet, claim.table, claim.cell.row


def _under_a_total(reading: Reading, part: SheetReading, index: int, sender: Named) -> None:
    """The return of one commune whose columns or rows are nothing but former communes of it under a total: the total is the commune's."""
    across = part.oriented[index].shape == "transposed"
    found = [c for c in part.claims if c.table == index and c.codes and c.role in ("value", "total") and c.value is not None]
    named = [c for c in found if c.role == "value"]
    own = sender.unit.id if sender.unit else ""
    old = [c for c in named if c.unit and _became(c.unit) == own]
    if not old or any(c.unit is None or (c not in old and (c.unit.unit is None or c.unit.unit.id != own)) for c in named):
        return
    groups: Groups = defaultdict(lambda: ([], []))
    for claim in found:
        line = str(claim.cell.row if across else claim.cell.col)
        groups[line, claim.period, claim.basis, claim.codes][claim.role == "value"].append(claim)
    for claim in _leave(reading, {fact: pair for fact, pair in groups.items() if pair[0]}):
        claim.role, claim.unit = "value", sender


def _became(named: Named) -> str:
    """The one unit that followed a former commune; empty for any other name."""
    return named.candidates[0].id if named.doubt == "old" and len(named.candidates) == 1 else ""


def _leave(reading: Reading, groups: Groups) -> list[Claim]:
    """Leave out the parts of these facts where most counts are their sums: the figures of the whole; none where they are not."""
    sums, agreeing = _sums(groups), _agreeing(groups)
    if not agreeing:
        return []
    for fact, (wholes, parts) in groups.items():
        for claim in parts:
            claim.role = "skip"
            claim.notes.append(FORMER)
        if fact in sums and fact not in agreeing:
            _differs(reading, wholes[0], sums[fact])
    return [c for wholes, _parts in groups.values() for c in wholes]


def _sums(groups: Groups) -> dict[Fact, float]:
    return {fact: sum(c.value or 0.0 for c in parts) for fact, (_wholes, parts) in groups.items() if _added(fact[3])}


def _agreeing(groups: Groups) -> list[Fact]:
    """The facts whose whole is the sum of its parts; none where too few of the counts are."""
    sums = _sums(groups)
    found = [fact for fact, total in sums.items() if all(_same(c, total) for c in groups[fact][0])]
    several = max((len(parts) for _wholes, parts in groups.values()), default=0) >= _LEAST
    return found if several and len(found) >= min(_LEAST, len(groups)) and 2 * len(found) > len(sums) else []


def _differs(reading: Reading, whole: Claim, total: float) -> None:
    whole.status, whole.doubt, whole.told = "asked", "total_differs", "total"
    words = {"raw": written(whole.cell), "computed": shown(total, None)}
    reading.issues.append(issue("total_differs", whole.sheet, whole.cell.address, **words))


def _added(codes: tuple[str, ...]) -> bool:
    return len(codes) == 1 and codes[0] in elements() and elements()[codes[0]].additive


def _same(whole: Claim, total: float) -> bool:
    return whole.value is not None and abs(whole.value - total) < _HALF
