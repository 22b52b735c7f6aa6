"""Periods, values and steps on the way to a target as people write them in a form: read by the same rules as those of returns."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.elements import elements
from catalogue.indicators import Indicator
from catalogue.language import language
from catalogue.measures import measures
from catalogue.periods import Period
from catalogue.targets import parsed_steps
from catalogue.text import fold
from loaders.understanding.dates.when import statements
from pages.parts import names
from pages.parts.files.typed_number import typed_number

HALVES, QUARTERS, THOUSANDS = 2, 4, 3


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


def value(text: str, indicator: Indicator) -> float:
    """The value of a target that a text gives, a sign of percent behind it or not; UserError when it gives none or could be one of two."""
    return typed_number(text.strip().removesuffix("%"), whole=_is_whole(indicator))


def _is_whole(indicator: Indicator) -> bool:
    """Whether an indicator counts things without halves."""
    code = indicator.latest.numerator.elements[0]
    known = elements()[code].unit if code in elements() else ""
    return indicator.unit == "count" and known in measures() and measures()[known].whole


def steps(text: str, indicator: Indicator) -> tuple[tuple[str, float], ...]:
    """Steps written "period: value; period: value", in order of time; ValueError when they are not, UserError for a value that is none."""
    pairs = [part.rpartition(":") for part in text.split(";") if part.strip()]
    if any(not colon or period(when) is None for when, colon, _value in pairs):
        raise ValueError(f"not steps: {text!r}")
    return parsed_steps("; ".join(f"{period(when)}: {value(amount, indicator)!r}" for when, _colon, amount in pairs))


def written(found: Iterable[tuple[str, float]]) -> str:
    """Steps as a person would type them."""
    return "; ".join(f"{names.period(Period.parse(of))}: {as_typed(amount)}" for of, amount in found)


def as_typed(amount: float) -> str:
    """A value as it is read back the same way: no signs of thousands, a part of three figures with a nought behind it."""
    whole, point, part = f"{amount:.10g}".partition(".")
    part += "0" if len(part) == THOUSANDS else ""
    return f"{whole}{point and ('.' if language() == 'en' else ',')}{part}"
