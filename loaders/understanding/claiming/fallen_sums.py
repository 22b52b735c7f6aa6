"""Sums since January that are less than those up to an earlier month of the year: they are none, whatever they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.headings.setaside import periods_of_columns
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented

_OPEN = frozenset({"hidden", "last_period", "other_time", "no_figure"})
"""A figure that was left out for one of these reasons alone is still one of its line."""
_LEAST = 2
_STEPS = 4
"""One step down among so many may be a slip; more of them are no sums at all."""
Line = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Fallen:
    """The figures that are less than the one before them in their line, each behind that one, and how many steps there are in all lines."""

    pairs: tuple[tuple[Claim, Claim], ...]
    lines: frozenset[Line]
    steps: int

    @property
    def often(self) -> bool:
        """Whether figures fall too often for a slip of the pen."""
        return 0 < self.steps <= len(self.pairs) * _STEPS


def fallen(o: Oriented, found: Sequence[Claim], whole: Period | None, basis: str) -> Fallen:
    """What falls from one month (or quarter) of a year to a later one of the same table, among the flows of a basis. Months of zeros alone
    may be still to come."""
    lines: dict[Line, dict[Period, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    periods = periods_of_columns(o.columns, whole)
    for claim in found:
        time = periods.get(claim.cell.col) or claim.period
        if time is not None and claim.basis == basis and not set(claim.notes) - _OPEN and _adds(claim) and _figure(claim) is not None:
            lines[line_of(claim, periods)][Period.month(time.year, time.months[-1].number)].append(claim)
    come = {time for times in lines.values() for time, held in times.items() if any(map(_figure, held))}
    steps = {line: list(_steps({time: held for time, held in times.items() if time in come})) for line, times in lines.items()}
    pairs = {line: [(a, b) for a, b in held if (_figure(b) or 0.0) < (_figure(a) or 0.0)] for line, held in steps.items()}
    falling = tuple(pair for held in pairs.values() for pair in held)
    return Fallen(falling, frozenset(line for line, held in pairs.items() if held), sum(map(len, steps.values())))


def months_alone(o: Oriented, found: Sequence[Claim], whole: Period | None) -> bool:
    """Whether columns of months that a sheet calls sums hold what each month brought alone: the sheet is of one of these months, and what
    stands in them falls in several lines, too often for sums."""
    if whole is None or whole.kind != "month":
        return False
    falling = fallen(o, found, whole, "in_period")
    return falling.often and len(falling.lines) >= _LEAST


def line_of(claim: Claim, periods: dict[int, Period | None]) -> Line:
    """What the figures of one count over several times share: its unit and element, the row where columns are times, else the column."""
    across = periods.get(claim.cell.col) is not None
    return claim.unit.text if claim.unit else "", claim.codes, claim.half, claim.cell.row if across else f"column {claim.cell.col}"


def _steps(times: dict[Period, list[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """The figures of a line from one time to the next within a year; none where one time has several."""
    if all(len(held) == 1 for held in times.values()):
        for before, after in pairwise(sorted(times)):
            if before.year == after.year:
                yield times[before][0], times[after][0]


def _adds(claim: Claim) -> bool:
    """A count that grows by what arises, as no rate and no stock does."""
    found = [elements()[code] for code in claim.codes if code in elements()]
    return len(found) == len(claim.codes) > 0 and all(e.basis == "in_period" and e.additive and not e.carries_over for e in found)


def _figure(claim: Claim) -> float | None:
    return claim.value if claim.value is not None else claim.cell.number
