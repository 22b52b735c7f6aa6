"""The line on a later month that is already due, with the way to its board."""

from __future__ import annotations

from pages.parts.figures.views import view
from pages.parts.filters import Filters
from pages.parts.html import Html, h, link
from report.brief.newer import newer


def note(filters: Filters) -> Html | None:
    """The line; none where no later month than the one shown is due. Made anew each time: it depends on the day."""
    looked_at = view(filters)
    said = newer(looked_at)
    return (
        h("div", h("p", link(said, filters.address("thu-bao-cao", ky=str(looked_at.later))), class_="newer"), class_="page")
        if said
        else None
    )
