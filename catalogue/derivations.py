"""Counts that follow from others: the ways of computing each (data/derivations.csv)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from catalogue.indicators import Formula
from catalogue.tables import rows

Formulas = Mapping[str, tuple[Formula, ...]]


@cache
def declared_formulas() -> Formulas:
    """Element to the ways of computing it, the first that can be used goes before the others."""
    found: dict[str, tuple[Formula, ...]] = defaultdict(tuple)
    for row in rows("derivations.csv"):
        found[row["element"]] += (Formula.parse(row["formula"]),)
    return dict(found)
