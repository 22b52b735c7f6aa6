"""A figure and those before it, for the choice of a page."""

from __future__ import annotations

from collections.abc import Sequence

from pages.parts.figures import views
from pages.parts.filters import Filters
from report.brief import past
from report.brief.past import Past, Row


def pasts(filters: Filters, units: Sequence[str], codes: Sequence[str], count: int, version: int) -> dict[tuple[str, str], Past]:
    """By unit and indicator, the figure of the choice and `count` periods of its own kind that end with it."""
    return past.pasts(views.view(filters), units, codes, count)


def when(filters: Filters, row: Row) -> str:
    """The period and data date of a figure that does not belong to the period chosen; empty when it does, or there is none."""
    return past.when(filters.period, row)
