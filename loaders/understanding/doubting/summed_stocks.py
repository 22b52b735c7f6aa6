"""Counts that may not be added over time (a stock, dossiers carried over) shown for a longer time as the sum of its months: asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from catalogue.periods import Period
from loaders.issues import written
from loaders.questions import Option
from loaders.spoken import period_name
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.weighing.numbers import value_key

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading

_HALF = 0.5
_LEAST = 2


def ask_summed_stocks(reading: Reading, given: Mapping[str, str]) -> None:
    """Ask each level of a quarter or year that is the sum of those of its months, anywhere in the file, and not the last of them."""
    if len({claim.period for part in reading.sheets for claim in part.claims}) <= _LEAST:
        return
    lines: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for part in reading.sheets:
        for claim in part.claims:
            if claim.role == "value" and claim.period is not None and claim.value is not None and not claim.half and _stands(claim):
                unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ""
                lines[claim.code, unit, claim.unit.text if claim.unit and not unit else ""].append(claim)
    for line in lines.values():
        for whole in line if len({c.period for c in line}) > _LEAST else ():
            parts = _summed(whole, line) if whole.period and whole.period.kind != "month" else []  # a month has no months in it
            if parts and value_key(whole) not in given:
                _ask(reading, whole, parts)


def _ask(reading: Reading, whole: Claim, parts: Sequence[Claim]) -> None:
    numbers = dict.fromkeys(c.value for c in (parts[-1], whole) if c.value is not None)
    options = tuple(Option(repr(n), shown(n, None)) for n in numbers)
    period = period_name(whole.period) if whole.period else ""
    words = {"label": whole.label, "raw": written(whole.cell), "period": period, "last": written(parts[-1].cell)}
    ask_about(reading, [whole], value_key(whole), "stock_summed", whole.sheet, whole.cell.address, options, **words)


def _stands(claim: Claim) -> bool:
    element = elements().get(claim.code)
    return element is not None and (claim.basis == "to_date" or element.carries_over)


def _summed(whole: Claim, line: Sequence[Claim]) -> list[Claim]:
    """The levels in the order of their times whose sum a level is, though it is none of the last; none where it is not."""
    inside: dict[str, dict[Period, Claim]] = defaultdict(dict)
    for claim in line:
        if claim.period and whole.period and claim.basis == whole.basis and set(claim.period.months) < set(whole.period.months):
            inside[claim.period.kind].setdefault(claim.period, claim)
    for found in inside.values():
        parts = [found[period] for period in sorted(found, key=lambda p: p.months[0].number)]
        values = [c.value or 0.0 for c in parts]
        summed = len(parts) >= _LEAST and abs(sum(values) - (whole.value or 0.0)) < _HALF
        if summed and abs(values[-1] - (whole.value or 0.0)) >= _HALF:
            return parts
    return []
