"""The declarations that arithmetic needs, in one hand; tests draw their own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from catalogue.elements import Element, elements
from catalogue.indicators import Definition, Indicator, indicators
from catalogue.tables import DATA_FOLDER
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


def installed_root() -> str:
    """The unit whose area this installation serves: CHISO_ROOT, the site's own declaration, or the one delivered."""
    site = DATA_FOLDER / "site" / "root.txt"
    declared_file = site if site.exists() else DATA_FOLDER / "root.txt"
    return os.environ.get("CHISO_ROOT") or declared_file.read_text(encoding="utf-8").strip()


def codes_of(definition: Definition) -> tuple[str, ...]:
    """Every element of a definition, once."""
    below = definition.denominator.elements if definition.denominator else ()
    return tuple(dict.fromkeys(definition.numerator.elements + below))
