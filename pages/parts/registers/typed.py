"""Periods as people write them in a form, and steps on the way to a target: read by the same rules as those of returns."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.language import number
from catalogue.periods import Period
from catalogue.targets import parsed_steps
from catalogue.text import fold
from loaders.understanding.dates.when import statements
from pages.parts import names

HALVES, QUARTERS, MONTHS = 2, 4, 12


def period(text: str) -> Period | None:
    """The one period that a text names, in words or by its code; None when it names none or several."""
    said = text.strip()
    try:
        return Period.parse(said)
    except ValueError:
        stated = {one.period for one in statements(said, "line") if one.period} or _called(said)
        return stated.pop() if len(stated) == 1 else None


def _called(text: str) -> set[Period]:
    """The periods that the screen calls so, in the reader's language."""
    years = [int(word) for word in text.replace("/", " ").split() if word.isdigit() and len(word) == len("2026")]
    return {one for year in years for one in _of(year) if fold(names.period(one)) == fold(text)}


def _of(year: int) -> list[Period]:
    whole = [Period(year, "year"), Period(year, "nine_months")]
    halves = [Period(year, "half", number_) for number_ in range(1, HALVES + 1)]
    quarters = [Period(year, "quarter", number_) for number_ in range(1, QUARTERS + 1)]
    return [*whole, *halves, *quarters, *Period(year, "year").months]


def steps(text: str) -> tuple[tuple[str, float], ...]:
    """Steps written "period: value; period: value", in order of time; ValueError when they are not."""
    pairs = [part.rpartition(":") for part in text.split(";") if part.strip()]
    return parsed_steps("; ".join(f"{period(when)}: {value}" for when, _colon, value in pairs))


def written(found: Iterable[tuple[str, float]]) -> str:
    """Steps as a person would type them."""
    return "; ".join(f"{names.period(Period.parse(of))}: {number(value, None)}" for of, value in found)
