"""The elements: the counts a unit reports, each with its unit of measure, its nature and the ways clerks write it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from catalogue.facts import Basis
from catalogue.tables import rows
from catalogue.text import heading_key

Kind = Literal["flow", "stock"]


@dataclass(frozen=True, slots=True)
class Element:
    """One count. `unit` is a code of data/units_of_measure.csv; `additive` tells whether units may be added up.

    A flow may be added over periods, a stock (its state at a date) never; nor a flow that `carries_over`, because it
    holds again what the period before had left. A synonym with " > " in it is a path of
    headings, outermost first; one without is a heading that is clear by itself. `ended_by` is the legal basis since which
    nothing is counted in this way any more: figures of later periods are kept, and told to be of an old way of counting.
    """

    code: str
    name_vi: str
    name_en: str
    unit: str
    kind: Kind
    additive: bool
    group: str
    basis: Basis
    synonyms: tuple[str, ...]
    carries_over: bool = False
    ended_by: str = ""


@cache
def elements() -> dict[str, Element]:
    """Every element by its code, in the order of data/elements.csv."""
    spoken = synonyms_of("synonyms.csv")
    return {row["code"]: _element(row, spoken.get(row["code"], ())) for row in rows("elements.csv", ("code",))}


def _element(row: dict[str, str], synonyms: tuple[str, ...]) -> Element:
    kind = cast(Kind, row["kind"])
    basis: Basis = "in_period" if kind == "flow" else "to_date"
    return Element(
        row["code"],
        row["name_vi"],
        row["name_en"],
        row["unit"],
        kind,
        row["additive"] == "yes",
        row["group"],
        basis,
        synonyms,
        row["carries_over"] == "yes",
        row.get("ended_by", ""),
    )


@cache
def synonyms_of(name: str) -> dict[str, tuple[str, ...]]:
    """The ways of writing each code of a synonym table (columns `element`, `text`, `note`), in the order declared.

    A row without a code is one that a person has still to decide (`python -m loaders declare`): it means nothing yet.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(name, ("element", "text")):
        if row["element"]:
            found[row["element"]].append(row["text"].strip())
    return {code: tuple(texts) for code, texts in found.items()}


@cache
def elements_by_text() -> dict[str, str]:
    """`heading_key` of every name and synonym to the element's code; `catalogue.check` proves that none means two."""
    return {heading_key(text): code for code, element in elements().items() for text in (element.name_vi, *element.synonyms)}
