"""Sheets of one workbook, each with other figures, that bear different months: the title of one of them was not changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.dates.when import When
from loaders.understanding.sheets.sheet_reading import SheetReading


def doubt_strays(parts: Sequence[SheetReading]) -> None:
    """Leave open the period of sheets that fewer of the others bear, where nothing they count is counted for that other period too.

    Sheets that count the same are a series of periods; a sheet whose name states its period means it.
    """
    counted = {id(p): {c.codes for c in p.claims if c.role == "value" and c.codes} for p in parts}
    dated = [p for p in parts if counted[id(p)] and p.when.period and not any(s.source == "sheet" for s in p.when.evidence)]
    for kind in {p.when.period.kind for p in dated if p.when.period}:
        alike = [p for p in dated if p.when.period and p.when.period.kind == kind]
        often = Counter(p.when.period for p in alike)
        most = max(often.values())
        strays = [p for p in alike if often[p.when.period] < most or list(often.values()).count(most) > 1]
        periods = tuple(period for period, _times in often.most_common() if period)
        for part in strays if len(often) > 1 else ():
            others = [p for p in parts if p is not part and p.when.period != part.when.period]
            if not any(counted[id(part)] & counted[id(p)] for p in others):
                _leave_open(part, periods)


def _leave_open(part: SheetReading, periods: tuple[Period, ...]) -> None:
    for claim in part.claims:
        if claim.period == part.when.period:
            claim.period = None
    part.when = When(None, part.when.evidence, periods, part.when.calendar)
