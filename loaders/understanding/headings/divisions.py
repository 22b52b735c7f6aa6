"""Headings that divide: "A / B", "A of the total of B". Where they may be cut, and which rate has such sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from catalogue.indicators import indicators
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import classes, patterns, plain

if TYPE_CHECKING:
    from loaders.understanding.headings.match import Match

_SIGN = re.compile(r"\(\s*%\s*\)|%")
_MOST_SIGNS = 6  # a text with more of them divides nothing
_RATE = "ty le"


@dataclass(frozen=True, slots=True)
class Ratio:
    """What a heading that divides names: the rate of its sides, with its upper side before it where it says no rate; nothing where its
    lower side is not what the upper one is reckoned of."""

    codes: tuple[str, ...] = ()
    sure: bool = False
    why: str = ""
    mended: tuple[str, ...] = ()


def division(
    text: str, told: bool, name: Callable[[str], Match], below: Callable[[str, str], Match], allowed: Callable[[str], frozenset[str]]
) -> Ratio | None:
    """What a heading such as "A / B" names, `told` whether it says that it is a rate; None where it divides nothing we know.

    `name` says what the upper side names, `below` the lower one under it, `allowed` which tags an element may have."""
    for upper, lower, clear in cuts(text):
        part = name(upper)
        if told and not part.codes:
            part = name(f"{_RATE} {upper}")
        whole = below(lower, upper) if part.codes else part
        if not part.codes or part.codes == whole.codes:
            continue
        sure, rates = part.sure, _fitting(part, lower, whole, allowed)
        if told and not rates:
            part, rates = _by_another_name(upper, lower, whole, name, allowed)
            sure = sure and part.sure
        if rates and (told or len(part.codes) == 1):
            return Ratio(rates if told else (*part.codes, *rates), sure and len(rates) == 1, part.why, part.mended)
        if told and clear and any(is_whole(code) for code in whole.codes):
            return Ratio()
    return None


def _by_another_name(
    upper: str, lower: str, whole: Match, name: Callable[[str], Match], allowed: Callable[[str], frozenset[str]]
) -> tuple[Match, tuple[str, ...]]:
    """What both sides name together as one rate, or the upper one alone, with the rates that are reckoned of the lower side."""
    for words in (f"{upper} {lower}", upper):
        part = name(f"{_RATE} {words}")
        if rates := _fitting(part, lower, whole, allowed):
            break
    return part, rates


def _fitting(part: Match, lower: str, whole: Match, allowed: Callable[[str], frozenset[str]]) -> tuple[str, ...]:
    """The rates of what the upper side names, or those it names itself, that are reckoned of the lower side."""
    named = part.codes if part.rate else tuple(rate for code in part.codes for rate in rates_of_part(code))
    return tuple(rate for rate in named if _reckoned_of(rate, lower, whole, allowed))


def _reckoned_of(rate: str, lower: str, named: Match, allowed: Callable[[str], frozenset[str]]) -> bool:
    """Whether the lower side of a division is what a rate is reckoned of, by its name or as "the total" of the same things."""
    whole = whole_of_rate(rate)
    if named.codes or not whole:
        return whole in named.codes
    said = meaning(lower)
    return "total" in said.tags and said.tags <= allowed(whole) and not said.unknown


def ratio_of(code: str) -> tuple[str, str] | None:
    """(numerator, denominator) of the indicator that a code is, or whose part it is, when both are single elements."""
    for indicator in indicators().values():
        for d in indicator.versions:
            if d.variant or d.denominator is None or len(d.numerator.elements) != 1 or len(d.denominator.elements) != 1:
                continue
            if code in (indicator.code, d.numerator.elements[0]):
                return d.numerator.elements[0], d.denominator.elements[0]
    return None


@cache
def whole_of_rate(code: str) -> str:
    """The element a percentage is reckoned of; an empty text where it is no single one, or the code is no percentage."""
    indicator = indicators().get(code)
    if indicator is None or indicator.unit != "percent":
        return ""
    found = {d.denominator.elements for d in indicator.versions if not d.variant and d.denominator}
    only = found.pop() if len(found) == 1 else ()
    return only[0] if len(only) == 1 else ""


@cache
def rates_of_part(part: str) -> tuple[str, ...]:
    """The rates of which an element is the upper side."""
    return tuple(code for code in indicators() if whole_of_rate(code) and (ratio_of(code) or ("",))[0] == part)


def is_whole(code: str) -> bool:
    """Whether an element is the lower side of a rate."""
    return any(whole_of_rate(indicator) == code for indicator in indicators())


def cuts(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each (upper side, lower side, whether it is cut clearly) of a heading that may divide, without its words for a rate."""
    spaced = re.sub(r"\s*/\s*", " / ", _SIGN.sub(" ", text)).split()
    folded = plain(" ".join(spaced))
    lead = next((p.match(folded) for kind, p in patterns("sides.csv") if kind == "rate"), None)
    first = len(folded[: lead.end()].split()) if lead else 0
    divides = next(p for kind, p in patterns("sides.csv") if kind == "divided")
    signs = list(divides.finditer(folded))
    for found in signs if len(signs) <= _MOST_SIGNS else ():
        before, after = len(folded[: found.start()].split()), len(folded[: found.end()].split())
        upper, lower = " ".join(spaced[first:before]).strip(" :"), " ".join(spaced[after:])
        if upper and lower:
            yield upper, lower, found[0].strip() != "/" or " / " in text or "whole_said" in classes("sides.csv", lower)
