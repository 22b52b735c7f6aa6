"""Pivot tables beside the data they sum up: whose they are, and which of their rows only sum the rows below."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.headings.ratios import wholes
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented
from loaders.understanding.placing.page_filters import is_pivot
from loaders.understanding.sheets.sheet_reading import SheetReading

_LEAST = 2


def read_pivots(sheets: Sequence[SheetReading]) -> None:
    """Give pivot tables that name no unit the one commune that the rows of the other sheets all name; their figures are totals where they
    are the sums of those of several communes there. Leave out their rows of sums."""
    for part in sheets:
        for index, oriented in enumerate(part.oriented):
            if oriented.shape not in ONE_UNIT or not is_pivot(oriented.table):
                continue
            found = [c for c in part.claims if c.table == index]
            _leave_sums(oriented, found)
            others = [s for s in sheets if s is not part]
            unit = _one_unit(others) if not part.units else None
            nameless = [c for c in found if c.role == "value" and c.codes and c.unit is None]
            summed = not part.units and unit is None and _are_sums(nameless, others)
            for claim in found:
                claim.unit = claim.unit or unit
                if summed and claim.unit is None and claim.role == "value":
                    claim.role = "total"


def _are_sums(found: Sequence[Claim], others: Sequence[SheetReading]) -> bool:
    """Whether each figure is the sum of what two units at least have of it in the other sheets."""
    held: dict[tuple[str, Period | None], list[float]] = defaultdict(list)
    for claim in (c for s in others for c in s.claims):
        if claim.role == "value" and claim.codes and claim.unit and claim.unit.unit and claim.value is not None:
            held[claim.code, claim.period].append(claim.value)
    sums = [(claim.value, held[claim.code, claim.period]) for claim in found]
    return bool(sums) and all(len(parts) >= _LEAST and value == sum(parts) for value, parts in sums)


def _one_unit(others: Sequence[SheetReading]) -> Named | None:
    """The only unit that the rows of sheets with figures name."""
    named = {c.unit.unit.id: c.unit for s in others for c in s.claims if c.role == "value" and c.codes and c.unit and c.unit.unit}
    unknown = any(c.role == "value" and c.codes and (c.unit is None or c.unit.unit is None) for s in others for c in s.claims)
    return next(iter(named.values())) if len(named) == 1 and not unknown else None


def _leave_sums(o: Oriented, found: Sequence[Claim]) -> None:
    """A row that is the sum of the rows right below it is the head of a group, unless it names what is a sum of others by itself."""
    columns = {c.cell.col for c in found if c.role == "value"}
    sums = {(row, col) for col in columns for row in _sums(o, col)}
    for claim in found:
        if (claim.cell.row, claim.cell.col) in sums and claim.role == "value" and claim.code not in wholes():
            claim.role = "skip"
            claim.notes.append("no_figure")


def _sums(o: Oriented, col: int) -> set[int]:
    """The rows whose figure is the sum of two or more rows that follow it."""
    held = [(row, cell.value) for row in o.table.body if (cell := o.table.sheet.cell(row, col)) and isinstance(cell.value, int | float)]
    found: set[int] = set()
    for place, (row, value) in enumerate(held):
        total, many = 0.0, 0
        for _row, below in held[place + 1 :]:
            total, many = total + float(below), many + 1
            if total >= value:
                break
        if many >= _LEAST and total == value and value:
            found.add(row)
    return found
