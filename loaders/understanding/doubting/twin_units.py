"""Two units with the very same figures throughout: one of them was copied and not filled in. Which one, a person says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from catalogue.language import _
from loaders.questions import Option
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about, settled_by

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading

_LEAST, _TELLING, _SMALL = 4, 3, 20
"""So many figures, so many of them different and no small ones, are the same in two units by no chance."""
_MANY = 200
"""Among more units than these chance needs twice as many figures to be ruled out."""


def ask_twins(reading: Reading, given: Mapping[str, str]) -> None:
    """Ask the figures of units that are the same, one by one, as those of another unit in the same file."""
    for twins in _alike(reading):
        claims = [c for twin in twins for c in twin]
        first, key = claims[0], f"twins:{claims[0].sheet}!{claims[0].cell.address}"
        if not settled_by(given.get(key), claims, keep="right", drop="leave"):
            names = ", ".join(dict.fromkeys(c.unit.unit.name for c in claims if c.unit and c.unit.unit))
            options = (Option("right", _("They are right for each of them")), Option("leave", _("Leave them out")))
            ask_about(reading, claims, key, "units_alike", first.sheet, first.cell.address, options, units=names)


def _alike(reading: Reading) -> Iterator[list[list[Claim]]]:
    """The claims of each of several units, among others, whose figures are all the same."""
    of_unit: dict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        counted = claim.role == "value" and claim.code and claim.value is not None
        if counted and claim.unit and claim.unit.unit and claim.unit.unit.level == "commune":
            of_unit[claim.unit.unit.id, claim.sheet, claim.table].append(claim)
    same: dict[tuple[object, ...], dict[str, list[Claim]]] = defaultdict(dict)
    for (unit, _sheet, _table), claims in of_unit.items():
        facts = sorted((c.code, c.basis, c.half, str(c.period), c.value or 0.0) for c in claims)
        same[tuple(facts)].setdefault(unit, claims)
    named = {unit for unit, _sheet, _table in of_unit}
    needed = _TELLING if len(of_unit) <= _MANY else 2 * _TELLING
    for told, units in same.items():
        if len(units) < 2 or len(told) < _LEAST or len(units) == len(named):
            continue
        if len({fact[-1] for fact in told if isinstance(fact, tuple) and fact[-1] >= _SMALL}) >= needed:
            yield list(units.values())
