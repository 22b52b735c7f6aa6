"""One row of a unit in one table, rows of its sectors, hamlets or months in another: the one row is its figure, the others prove it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from loaders.understanding.doubting.adding_up import Pair, paired, proven, tell
from loaders.understanding.doubting.part_rows import PARTS, owners

if TYPE_CHECKING:
    from catalogue.periods import Period
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

DETAIL = "detail"
Fact = tuple[str, str, tuple[str, ...], str]
"""unit, basis, codes, half"""
_LEAST = 2


class _Table:
    """The figures of one table: those of the units themselves, and those of parts of units that have no row of their own in it."""

    def __init__(self, part: SheetReading, index: int) -> None:
        self.part, self.index = part, index
        self.own: dict[Fact, list[Claim]] = defaultdict(list)
        self.parts: dict[Fact, list[Claim]] = defaultdict(list)
        named = owners(part, index)
        kinds = PARTS if part.oriented[index].shape == "sectors" else PARTS - {"sector"}
        for claim in part.claims:
            if claim.table != index or not claim.codes or claim.period is None:
                continue
            unit = claim.unit.unit.id if claim.unit and claim.unit.unit else named.get(claim.cell.row, "")
            fact = (unit, claim.basis, claim.codes, claim.half)
            if unit and claim.role == "value":
                self.own[fact].append(claim)
            elif unit and claim.notes and set(claim.notes) <= kinds:
                self.parts[unit, "", claim.codes, claim.half].append(claim)
        units = {fact[0] for fact in self.own}
        self.parts = defaultdict(list, {f: found for f, found in self.parts.items() if f[0] not in units})

    def whole(self, fact: Fact) -> Claim | None:
        """The only figure for a fact."""
        found = self.own.get(fact, [])
        return found[0] if len(found) == 1 else None

    def rows_of(self, fact: Fact) -> list[Claim]:
        """The rows that may be parts of a fact of another table."""
        return self.own.get(fact) or self.parts.get((fact[0], "", *fact[2:])) or []

    @cached_property
    def periods(self) -> set[Period | None]:
        """The periods of its figures."""
        return {c.period for found in self.own.values() for c in found}

    @cached_property
    def several(self) -> bool:
        """Whether a unit has several rows of one time, or rows of its parts."""
        return bool(self.parts) or any(len(found) >= _LEAST and _most(found) >= _LEAST for found in self.own.values())


def leave_details(reading: Reading) -> None:
    """Leave the rows of a table out that add up to the one row of each unit in another table; a figure they do not add up to is asked.
    Tables of one commune each prove together what they are."""
    tables = [_Table(part, index) for part in reading.sheets for index in range(len(part.tables))]
    tables = [t for t in tables if t.own or t.parts]
    if len(tables) < _LEAST:
        return
    likely = [t for t in tables if t.several or _of_months(t)]
    held = {(id(o), id(d)): list(_pairs(o, d)) for o in tables for d in likely if o is not d}
    pooled = {id(o): proven([p for d in likely if o is not d for p in held[id(o), id(d)]]) for o in tables}
    for detail in likely:
        found = [(other, held[id(other), id(detail)]) for other in tables if other is not detail]
        sums = [
            (o, pairs)
            for o, pairs in found
            if _several(pairs) and (proven(pairs, not detail.own) or (pooled[id(o)] and any(p.agrees for p in pairs)))
        ]
        for other, pairs in sums:
            tell(reading, pairs, _where(other, detail, pairs))
        if sums and detail.several:
            _leave(detail, {fact[0] for other, _pairs_ in sums for fact in other.own})
    _leave_tables(reading, [t for t in tables if any(c.role == "value" for found in t.own.values() for c in found)])


def _several(pairs: Sequence[Pair]) -> bool:
    """Whether some figure is the sum of several rows: one row with the same figure is said twice, and no part."""
    return any(p.agrees and len(p.parts) >= _LEAST for p in pairs)


def _leave_tables(reading: Reading, tables: Sequence[_Table]) -> None:
    """Leave tables of the same units out, one of each sector or office, whose figures add up to those of another table."""
    for other in tables:
        near = [t for t in tables if t is not other and not t.periods.isdisjoint(other.periods)]
        parts = [t for t in near if any(_alike(other.whole(f), t.whole(f)) for f in other.own)]
        if len(parts) < _LEAST:
            continue
        pairs = []
        for fact in other.own:
            whole = other.whole(fact)
            beside = [c for t in parts if (c := t.whole(fact)) is not None and _alike(whole, c)]
            if whole is not None and len(beside) >= _LEAST:
                pairs.append(paired(whole, beside))
        if proven(pairs):
            tell(reading, pairs, ", ".join(dict.fromkeys(t.part.sheet.name for t in parts)))
            for part in parts:
                _leave(part, {fact[0] for fact in other.own})
            return


def _alike(whole: Claim | None, part: Claim | None) -> bool:
    return whole is not None and part is not None and whole.period == part.period


def _pairs(other: _Table, detail: _Table) -> Iterator[Pair]:
    """The single figures of a table with the rows of another one that lie within their time."""
    for fact in other.own:
        whole = other.whole(fact)
        rows = detail.rows_of(fact) if whole is not None else []
        if whole is not None and len(within := _within(whole, rows)) >= (_LEAST if not detail.several else 1):
            yield paired(whole, within)


def _within(whole: Claim, rows: Sequence[Claim]) -> list[Claim]:
    """Rows of the same time; else those of all its months for what arose in them, of its last month for what stood at a day."""
    same = [c for c in rows if c.period == whole.period]
    if same or whole.period is None or not rows:
        return same
    months = set(whole.period.months)
    inside = [c for c in rows if c.period and set(c.period.months) < months]
    if whole.basis == "to_date":
        return [c for c in inside if c.period and c.period.months[-1] == whole.period.months[-1]]
    reached = {m for c in inside if c.period for m in c.period.months}
    return inside if whole.basis == "in_period" and reached == months else []


def _of_months(detail: _Table) -> bool:
    return any(len(found) >= _LEAST and len({c.period for c in found}) >= _LEAST for found in detail.own.values())


def _most(found: Sequence[Claim]) -> int:
    return max(Counter(c.period for c in found).values())


def _where(other: _Table, detail: _Table, pairs: Sequence[Pair]) -> str:
    """The sheet of the parts, or their rows where they stand on the sheet of the whole."""
    if detail.part is not other.part:
        return detail.part.sheet.name
    rows = sorted(c.cell.row + 1 for pair in pairs for c in pair.parts)
    return f"{rows[0]}-{rows[-1]}"


def _leave(detail: _Table, units: set[str]) -> None:
    for fact, found in detail.own.items():
        if fact[0] not in units:
            continue
        for claim in found:
            claim.role = "skip"
            claim.notes.append(DETAIL)
