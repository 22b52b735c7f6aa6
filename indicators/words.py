"""The declarations that arithmetic needs, in one hand; tests draw their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from catalogue.elements import Element, elements
from catalogue.indicators import Definition, Indicator, indicators
from catalogue.units import Units, units


@dataclass(frozen=True, slots=True)
class Words:
    """Elements, indicators and org units that belong together."""

    elements: Mapping[str, Element]
    indicators: Mapping[str, Indicator]
    units: Units


@cache
def declared() -> Words:
    """The declarations of data/."""
    return Words(elements(), indicators(), units())


def codes_of(definition: Definition) -> tuple[str, ...]:
    """Every element of a definition, once."""
    below = definition.denominator.elements if definition.denominator else ()
    return tuple(dict.fromkeys(definition.numerator.elements + below))
