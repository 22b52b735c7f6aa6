"""What stands on the page of the district or province ("items published on the page of the district"): the figure of that district,
while of a commune it may be that or its own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from loaders.understanding.headings.tags import meaning

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

_PAGES = {"districtpage": "district", "provincepage": "province"}


def doubt_pages_above(part: SheetReading) -> None:
    """Doubt the figures that a heading says are of the page of another level than that of their unit."""
    said = cache(_levels_said)
    for claim in part.claims:
        if claim.role == "value" and claim.sure and claim.unit is not None and claim.unit.unit is not None:
            claim.sure = said(claim.label, claim.group, claim.sections) <= {claim.unit.unit.level}


def _levels_said(label: str, group: Iterable[str], sections: Iterable[str]) -> set[str]:
    """The levels whose pages the headings over a figure name."""
    tags = frozenset[str]().union(*(meaning(text).tags for text in (label, *group, *sections)))
    return {_PAGES[tag] for tag in tags & _PAGES.keys()}
