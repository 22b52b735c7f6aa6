"""Months after the last one with figures that are filled with zeros throughout: a person says whether they were reported at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from catalogue.language import _
from catalogue.periods import Period
from loaders.questions import Option
from loaders.spoken import period_name
from loaders.understanding.doubting.so_far import BASES
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about, settled_by

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LEAST = 10
"""A commune that counted fewer in all the months before may well count nothing in the next."""
_ALONE = 3
"""So many zeros of one month are no chance where it is the only such month."""


def ask_months_to_come(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask whether the last months of a table of several, with nothing but zeros, had none or were not reported yet."""
    claims = [c for index in range(len(part.oriented)) for c in _zeros_at_the_end([c for c in part.claims if c.table == index])]
    key = f"zeros:{part.sheet.name}"
    if not claims or settled_by(given.get(key), claims, keep="none", drop="not_yet"):
        return
    spans = list(dict.fromkeys(period_name(p) for p in sorted({c.period for c in claims if c.period})))
    said = spans[0] if len(spans) == 1 else f"{spans[0]} - {spans[-1]}"
    options = (Option("none", _("There was none: 0 is right")), Option("not_yet", _("Not reported yet: leave them out")))
    ask_about(reading, claims, key, "months_of_zeros", part.sheet.name, claims[0].cell.address, options, said=said)


def _zeros_at_the_end(claims: list[Claim]) -> Iterator[Claim]:
    """The figures of the months (or quarters) of a table after the last one in which any unit has one that is not zero."""
    counted: dict[Period, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.role == "value" and claim.codes and claim.basis in BASES and claim.period and claim.value is not None:
            counted[claim.period].append(claim)
    kinds = {p.kind for p in counted}
    if len(counted) < 2 or len(kinds) > 1:
        return
    periods = sorted(counted)
    empty = [p for p in periods if not any(c.value for c in counted[p])]
    last = [p for i, p in enumerate(periods) if all(q in empty for q in periods[i:])]
    before = sum(c.value or 0 for p in periods if p not in last for c in counted[p])
    if last and before >= _LEAST and (len(last) > 1 or len(counted[last[0]]) >= _ALONE):
        for period in last:
            yield from counted[period]
