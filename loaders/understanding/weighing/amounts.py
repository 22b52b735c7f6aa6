"""Amounts of money: scaled by the unit of measure printed nearest; one hard to believe, by itself or for each person, is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from catalogue.language import number as shown
from loaders.issues import written
from loaders.questions import Option
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.texts.words import table
from loaders.understanding.typed import measures
from loaders.understanding.typed.measures import Measure

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_BIGGEST, _SMALLEST = 5e11, 1e5
_DOUBT, _SIGN_DOUBT = "scale_doubt", "number_ambiguous"
_SCALES = ("dong", "thousand_dong", "million_dong")


def scale(part: SheetReading, members: Sequence[Claim]) -> None:
    """Turn the amounts of one column into dong; doubt those that no commune pays, or hardly anyone."""
    for claim in members:
        factor = _stated(part, claim).scale
        likely = [v for v in claim.readings if _SMALLEST <= v * factor <= _BIGGEST]
        if claim.value is None and claim.doubt == _SIGN_DOUBT and len(likely) == 1:
            claim.value, claim.state, claim.status, claim.doubt = likely[0], "number", "accepted", ""
        if claim.value is None:
            continue
        claim.value = round(claim.value * factor, 4)
        if claim.role == "value" and claim.value and not _SMALLEST <= claim.value <= _BIGGEST:
            claim.status, claim.doubt = "asked", _DOUBT


def weigh(part: SheetReading, given: Mapping[str, str]) -> None:
    """Doubt the amounts that are too large or too small for the people they went to, and with them those of the same table and unit of
    measure that no count of people confirms: one wrong unit of measure is wrong for all."""
    groups: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    people: dict[tuple[int, str, str], float] = {}
    for claim in part.claims:
        code = claim.code if claim.role == "value" else ""
        if code and measures.is_money(code) and (claim.value or claim.doubt == _SIGN_DOUBT):
            groups[claim.table, _stated(part, claim).code].append(claim)
        elif code in _people() and claim.value:
            people.setdefault((claim.table, _whose(claim), code), claim.value)
    for claim in (c for amounts in groups.values() for c in amounts if c.value is None):
        _take_believable(part, claim, people)
    for amounts in groups.values():
        fits = {id(c): _believable(c, c.value, people) if c.value else None for c in amounts}
        doubted = any(c.doubt == _DOUBT or fits[id(c)] is False for c in amounts)
        for claim in amounts:
            if doubted and not fits[id(claim)] and claim.status == "accepted":
                claim.status, claim.doubt = "asked", _DOUBT

        _take_answers(part, amounts, given)


def _take_believable(part: SheetReading, claim: Claim, people: Mapping[tuple[int, str, str], float]) -> None:
    """An amount whose sign may group thousands or not ("295.250") is what its sign means in Vietnamese, where that alone fits the people it
    went to."""
    factor = _stated(part, claim).scale
    fitting = [v for v in claim.readings if _believable(claim, v * factor, people)]
    meant = max if "." in claim.cell.text else min
    if len(fitting) == 1 and fitting[0] == meant(claim.readings):
        claim.value, claim.state, claim.status, claim.doubt = round(fitting[0] * factor, 4), "number", "accepted", ""


def _take_answers(part: SheetReading, amounts: Sequence[Claim], given: Mapping[str, str]) -> None:
    """The amounts in doubt in the unit of money that was answered; those nobody doubted stay as they are."""
    for claim in amounts:
        answer = given.get(key_of(claim), "")
        if claim.doubt == _DOUBT and answer in _SCALES and claim.value is not None:
            claim.value = round(claim.value / _stated(part, claim).scale * measures.measures()[answer].scale, 4)
            claim.status, claim.doubt = "accepted", ""


def _believable(claim: Claim, value: float, people: Mapping[tuple[int, str, str], float]) -> bool | None:
    """Whether an amount fits the people it went to; None where they are not counted."""
    for heads, least, most in _bounds().get(claim.code, ()):
        count = people.get((claim.table, _whose(claim), heads))
        if count:
            return least <= value / count <= most
    return None


@cache
def _bounds() -> dict[str, list[tuple[str, float, float]]]:
    """Amount -> (whom it goes to, the least and the most that one of them gets in a period)."""
    found: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for row in table("per_head.csv"):
        found[row["amount"]].append((row["people"], float(row["least"]), float(row["most"])))
    return found


@cache
def _people() -> frozenset[str]:
    """The counts of those whom amounts go to."""
    return frozenset(heads for bounds in _bounds().values() for heads, _least, _most in bounds)


def _whose(claim: Claim) -> str:
    return claim.unit.text if claim.unit else ""


def _stated(part: SheetReading, claim: Claim) -> Measure:
    """The unit of money printed nearest to an amount: in its row, its headings, over its table; dong where none is."""
    heading = next((m for text in reversed(claim.label.split(" / ")) if (m := measures.in_heading(text)) and m.money), None)
    near = (claim.measure, heading, part.measures[claim.table], part.measure)
    return next((m for m in near if m and m.money), measures.measures()["dong"])


def key_of(claim: Claim) -> str:
    """The key of the question in which unit the amounts under a heading are."""
    return f"amount:{claim.key}"


def ask_amounts(reading: Reading) -> None:
    """In which unit of money the amounts in doubt are: one question for each heading."""
    for part in reading.sheets:
        open_: dict[str, list[Claim]] = defaultdict(list)
        for claim in part.claims:
            if claim.role == "value" and claim.status == "asked" and claim.doubt == _DOUBT:
                open_[key_of(claim)].append(claim)
        for key, members in open_.items():
            first = members[0]
            said = _stated(part, first)
            typed = (first.value or 0.0) / said.scale
            scales = (measures.measures()[code] for code in _SCALES)
            options = tuple(Option(m.code, m.name, shown(typed * m.scale)) for m in scales)
            told = {"raw": written(first.cell), "measure": said.name, "computed": shown(first.value)}
            ask_about(reading, members, key, _DOUBT, first.sheet, first.cell.address, options, **told)
            for claim in members:
                claim.question = key
