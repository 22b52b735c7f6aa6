"""The figure of a unit beside those of its parts: whether they add up to it, and the one message about a unit where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.understanding.typed.values import typed
from loaders.understanding.typed.verdicts import column_verdict

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading

_HALF = 0.5
_LEAST = 2
_UNREAD = ("ambiguous", "error", "text", "date", "fraction")


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure of a unit, as it stands in its own row and as its parts give it; `total` is None where that cannot be told."""

    whole: Claim
    parts: tuple[Claim, ...]
    total: float | None

    @property
    def agrees(self) -> bool:
        """Whether the parts are known to add up to the figure, and the figure is not nothing."""
        return bool(self.total) and self._same

    @property
    def differs(self) -> bool:
        """Whether the parts are known not to add up to the figure."""
        return self.total is not None and not self._same

    @property
    def _same(self) -> bool:
        mine = _figures((self.whole,))
        return self.total is None or (bool(mine) and abs((mine or [0.0])[0] - self.total) < _HALF)


def paired(whole: Claim, parts: Sequence[Claim]) -> Pair:
    """A figure with its parts, added up where they are counts that may be."""
    figures = _figures(parts) if _added(whole.codes) and _figures((whole,)) else None
    return Pair(whole, tuple(parts), sum(figures) if figures else None)


def proven(pairs: Sequence[Pair], called: bool = False) -> bool:
    """Whether rows are parts of others: the most of their counts add up, two at least where there are as many. Half of them are enough
    where the rows are `called` parts."""
    known = [p for p in pairs if p.agrees or p.differs]
    agreeing = sum(p.agrees for p in known)
    if called:
        return bool(agreeing) and 2 * agreeing >= len(known)
    return bool(agreeing) and agreeing >= min(_LEAST, len(known)) and 2 * agreeing > len(known)


def tell(reading: Reading, pairs: Sequence[Pair], rows: str) -> None:
    """Doubt the figures whose parts do not add up to them, with one message for each unit and sheet."""
    units: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.differs and pair.whole.unit is not None and pair.whole.unit.unit is not None and pair.whole.doubt != "parts_differ":
            units.setdefault((pair.whole.sheet, pair.whole.unit.unit.id), []).append(pair)
    for (sheet, _unit), found in units.items():
        first = found[0].whole
        name = first.unit.text if first.unit else ""
        figures = "; ".join(f"{p.whole.cell.address}: {written(p.whole.cell)} / {shown(p.total or 0.0, None)}" for p in found)
        reading.issues.append(issue("parts_differ", sheet, first.cell.address, unit=name, rows=rows, figures=figures))
        for pair in found:
            pair.whole.status, pair.whole.doubt, pair.whole.told = "asked", "parts_differ", "total"
            pair.whole.detailed = pair.total


def _added(codes: tuple[str, ...]) -> bool:
    return bool(codes) and all(code in elements() and elements()[code].additive for code in codes)


def _figures(claims: Sequence[Claim]) -> list[float] | None:
    """The numbers as typed, blanks and dashes left out; None where one of them is no number."""
    cells = [c.cell for c in claims]
    verdict = column_verdict(cells, "count")
    said = [typed(cell, verdict) for cell in cells]
    if any(s.state in _UNREAD or s.approximate for s in said):
        return None
    return [s.value for s in said if s.state == "number" and s.value is not None]
