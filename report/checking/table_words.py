"""What the words of a table mean: which unit, which period, which indicator or element, and which part of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from catalogue.indicators import Definition, indicators
from catalogue.periods import Period
from catalogue.text import fold
from catalogue.units import Unit, units
from report.checking.about import periods_in
from report.checking.folding import phrase, plain, says
from report.checking.meanings import of_count, of_percent
from report.checking.places import named

Part = Literal["rate", "above", "below", "count"]
_MONTH = re.compile(r"(?<![a-z0-9])thang (1[0-2]|0?[1-9])(?![\d/])")
_TYPED = re.compile(r"^[\s\d.)*-]+")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Meaning:
    """An indicator (by its rate, numerator or denominator) or an element (a count)."""

    code: str
    part: Part


def unit_of(text: str, area: str, communes: Sequence[Unit]) -> str:
    """The unit a cell names: a commune of the area, with its type or without; the area itself in a row of totals; else ""."""
    words = _TYPED.sub("", text).strip(" *:")
    if phrase("total_row").match(plain(words)):
        return area
    ids = {unit.id for unit in communes}
    full = [unit.id for name in named(words, 0, area) for unit in name.units if unit.id in ids]
    bare = [unit.id for unit in communes if fold(unit.bare_name) == fold(words)]
    found = dict.fromkeys(full or bare)
    return next(iter(found)) if len(found) == 1 else ""


def period_of(text: str, about: Period) -> Period | None:
    """The period a heading names; a month without its year is one of the report's year; None when none is named."""
    found = periods_in(text)
    if found:
        return found[-1][1]
    if says("same_period", text):
        return about.year_before
    if says("period_before", text):
        return about.previous
    month, year = _MONTH.search(plain(text)), _YEAR.search(text)
    if month:
        return Period.month(about.year, int(month[1]))
    return Period(int(year[0]), "year", 1) if year else None


def rate_of(*texts: str) -> str:
    """The indicator the words name, tried one text after the other; "" when none is sure."""
    for text in texts:
        exact = _by_name().get(_bare(text), "")
        sure = exact or next((s.code for s in of_percent(text, text) if s.sure), "")
        if sure:
            return sure
    return ""


def counted_in(text: str, noun: str) -> str:
    """The element the words name; "" when none is sure."""
    return next((s.code for s in of_count(text, text, noun) if s.sure), "")


def _bare(text: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", plain(_TYPED.sub("", text))).split()).strip(" .:*")


@cache
def _by_name() -> dict[str, str]:
    """Names and other names of indicators -> code; a name of two is none."""
    found: dict[str, set[str]] = {}
    for indicator in indicators().values():
        for name in (indicator.name_vi, *indicator.synonyms):
            found.setdefault(_bare(name), set()).add(indicator.code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def part_elements(meaning: Meaning) -> str:
    """The one element a count stands for; "" for a rate and for a count of several."""
    if meaning.part == "count":
        return meaning.code
    definition = indicators()[meaning.code].latest
    formula = {"above": definition.numerator, "below": definition.denominator}.get(meaning.part)
    return formula.elements[0] if formula and len(formula.elements) == 1 else ""


def divided_from(counts: Sequence[str]) -> str:
    """The one indicator that divides one of these elements by another; "" when there is none or more than one."""
    fitting = [i.code for i in indicators().values() if i.status != "legacy" and _divides(i.latest, counts)]
    return fitting[0] if len(fitting) == 1 else ""


def rated_by(element: str) -> str:
    """The one indicator whose numerator is this element; "" when there is none or more than one."""
    fitting = [i.code for i in indicators().values() if i.status != "legacy" and i.unit == "percent" and _counts(i.latest, element)]
    return fitting[0] if len(fitting) == 1 else ""


def _counts(definition: Definition, element: str) -> bool:
    return bool(element) and definition.numerator.elements == (element,)


def _divides(definition: Definition, counts: Sequence[str]) -> bool:
    above, below = definition.numerator, definition.denominator
    return below is not None and len(above.elements) == len(below.elements) == 1 and {above.elements[0], below.elements[0]} <= set(counts)


def communes_of(area: str, period: Period) -> list[Unit]:
    """The communes of the area at the end of the period."""
    return units().communes_under(area, period.end("plain"))
