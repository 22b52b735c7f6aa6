"""What stands on the page of the district or province ("items published on the page of the district"): the figure of that district,
while of a commune it may be that or its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.understanding.headings.tags import meaning

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

_PAGES = {"districtpage": "district", "provincepage": "province"}


def doubt_pages_above(part: SheetReading) -> None:
    """Doubt the figures that a heading says are of the page of another level than that of their unit."""
    for claim in part.claims:
        if claim.role != "value" or claim.unit is None or claim.unit.unit is None:
            continue
        said = frozenset[str]().union(*(meaning(text).tags for text in (claim.label, *claim.group, *claim.sections)))
        claim.sure = claim.sure and {_PAGES[tag] for tag in said & _PAGES.keys()} <= {claim.unit.unit.level}
