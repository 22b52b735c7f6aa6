"""Headings declared in the catalogue, alone or as a path ("received > in the period > total"); and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from catalogue.elements import elements_by_text
from catalogue.indicators import indicators
from catalogue.text import heading_key
from loaders.understanding.headings.leading import without_time
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import names_other
from loaders.understanding.headings.ways import allowed

Passing = Callable[[str, str], bool]
"""Whether a heading between those of a declared path leaves the code they name as it is."""


@cache
def known() -> dict[str, str]:
    """What every declared name, synonym or path of an element or indicator means, by its key."""
    rates = {heading_key(text): i.code for i in indicators().values() for text in (i.name_vi, *i.synonyms)}
    return {**rates, **elements_by_text()}


def by_path(leaf: str, above: Sequence[str], passes: Passing) -> str:
    """The element whose declared path ends in this heading with what stands above it, unless another thing stands over the path."""
    code, depth = _declared(leaf, above, passes)
    return "" if code and any(names_other(meaning(text), allowed(code)) for text in above[depth:]) else code


def beyond_path(leaf: str, above: Sequence[str], passes: Passing) -> Sequence[str]:
    """The headings above those that a declared path names; all of them where there is none."""
    return above[_declared(leaf, above, passes)[1] :]


def _declared(leaf: str, above: Sequence[str], passes: Passing) -> tuple[str, int]:
    """(the element whose declared path ends in this heading, how many headings above it belong to the path), their times left out."""
    found = _standing(leaf, above, passes)
    return found if found[0] else _standing(leaf, tuple(map(without_time, above)), passes)


def _standing(leaf: str, above: Sequence[str], passes: Passing) -> tuple[str, int]:
    declared = known()
    for depth in range(len(above), 0, -1):
        path = heading_key(" > ".join([*reversed(above[:depth]), leaf]))
        if path in declared:
            return declared[path], depth
    for depth, text in enumerate(above):
        code = declared.get(heading_key(f"{text} > {leaf}"), "")
        if code and all(passes(between, code) for between in above[:depth]):
            return code, depth + 1
    return "", 0
