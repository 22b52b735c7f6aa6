"""Whether a column of percentages is written in percent or in fractions of one: by counts, by its figures, else by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from catalogue.indicators import Formula, indicators
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.typed.typed_words import number_in, only_value
from loaders.understanding.typed.verdicts import Scale

Place = tuple[int, str, object]
_SLACK, _SAME = 0.06, 0.02
_OVER_ONE, _SEVERAL = 1.2, 2
_WHOLE = 0.0002
"""By how much of the whole a rounded figure and the rest may miss it."""


def scale_key(claim: Claim) -> str:
    """The key of the question in which scale a column is written."""
    return f"percent_scale:{claim.key}"


def scale_of(members: Sequence[Claim], claims: Sequence[Claim], given: Mapping[str, str]) -> Scale:
    """As answered, else as the counts of the same units prove; else fractions of one where a whole column shows several true fractions and
    nothing above 1, unless what it rates is better the smaller it is: there less than one percent is usual, and beside several above
    one nothing else is meant."""
    answer = given.get(scale_key(members[0]))
    if answer in ("percent", "fraction"):
        return cast(Scale, answer)
    figures = [(c, float(c.cell.value)) for c in members if isinstance(c.cell.value, int | float) and not c.cell.style.percent]
    if proved := _proved(figures, claims) or _completed(figures, claims):
        return proved
    values = [value for _claim, value in figures] + [v for c in members if (v := _typed(c)) is not None]
    inner = [v for v in values if 0 < v < 1]
    if values and max(values) <= 1 and (any(len(repr(v)) > 5 for v in inner) or (len(inner) >= 2 and not _better_small(members))):
        return "fraction"
    return "percent" if _better_small(members) and sum(v > _OVER_ONE for v in values) >= _SEVERAL else "unsure"


def _typed(claim: Claim) -> float | None:
    """A figure that stands as text without a percent sign and can only be one."""
    number = number_in(claim.cell.text) if claim.cell.is_text and "%" not in claim.cell.text else None
    return only_value(number) if number and number.certain else None


def _better_small(members: Sequence[Claim]) -> bool:
    known = [indicators()[code] for c in members for code in c.codes if code in indicators()]
    return any(indicator.better == "down" for indicator in known)


def _proved(figures: Sequence[tuple[Claim, float]], claims: Sequence[Claim]) -> Scale | None:
    """The one scale in which every figure that has its counts agrees with them; none where there are no counts, or they fit neither."""
    rated = [(claim, value) for claim, value in figures if value and claim.codes and claim.codes[0] in indicators()]
    tables = {claim.table for claim, _value in rated}
    counts: dict[Place, dict[str, float]] = {}
    for claim in claims if rated else ():
        if claim.table in tables and claim.sure and claim.value is not None and claim.unit and claim.unit.unit and len(claim.codes) == 1:
            counts.setdefault(_place(claim), {}).setdefault(claim.codes[0], claim.value)
    seen: set[Scale] = set()
    for claim, value in rated:
        true = _ratio(claim.codes[0], counts.get(_place(claim), {}))
        if true is None:
            continue
        percent, fraction = _near(value, true), _near(100 * value, true)
        if percent == fraction:
            return None
        seen.add("percent" if percent else "fraction")
    return seen.pop() if len(seen) == 1 else None


def _completed(figures: Sequence[tuple[Claim, float]], claims: Sequence[Claim]) -> Scale | None:
    """The scale in which each figure and one of the same other column make up the whole: "in time 99.77 | late 0.23"."""
    rows = {(claim.sheet, claim.cell.row): value for claim, value in figures}
    own = {claim.cell.col for claim, _value in figures}
    beside: dict[int, dict[tuple[str, int], float]] = {}
    for claim in claims if len(rows) >= _SEVERAL else ():
        place = (claim.sheet, claim.cell.row)
        if claim.cell.col not in own and place in rows and isinstance(claim.cell.value, int | float) and not claim.cell.style.percent:
            beside.setdefault(claim.cell.col, {})[place] = float(claim.cell.value)
    for other in beside.values():
        sums = [rows[place] + value for place, value in other.items()]
        for scale, whole in (("percent", 100.0), ("fraction", 1.0)):
            if len(sums) == len(rows) and all(abs(total - whole) <= _WHOLE * whole for total in sums):
                return cast(Scale, scale)
    return None


def _place(claim: Claim) -> Place:
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ""
    return claim.table, unit, claim.period


def _near(said: float, true: float) -> bool:
    return abs(said - true) <= _SLACK + _SAME * abs(true)


def _ratio(code: str, counts: Mapping[str, float]) -> float | None:
    """The percentage that counts make of an indicator, by its first way of computing whose elements are all there."""
    for definition in indicators()[code].versions:
        if definition.variant or definition.denominator is None:
            continue
        top, bottom = _sum(definition.numerator, counts), _sum(definition.denominator, counts)
        if top is not None and bottom:
            return 100 * top / bottom
    return None


def _sum(formula: Formula, counts: Mapping[str, float]) -> float | None:
    if any(code not in counts for code in formula.elements):
        return None
    return sum(sign * counts[code] for sign, code in formula.terms)
