"""The choice of a page as what everything that is told of it is made from, answered from the caches of this process."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from catalogue.periods import Period
from indicators.expected import Expected
from pages.parts import arrivals, clock, data
from pages.parts.figures import origin
from pages.parts.filters import Filters
from report.brief.view import Texts, View, overdue


def view(filters: Filters) -> View:
    """The view of a choice."""

    def standing(units: Texts, periods: Texts, codes: Texts) -> pd.DataFrame:
        return data.standing(units, periods, codes, filters.boundaries, filters.version)

    def board(months: Sequence[Period]) -> list[list[Expected]]:
        return arrivals.boards(filters.unit, months, clock.today())

    def file_of(submission: int) -> str:
        return origin.submission(submission).file_name

    return View(
        filters.unit,
        filters.period,
        filters.boundaries,
        data.day_of(filters),
        clock.today(),
        data.cube(filters.version),
        data.targets(filters.version),
        standing,
        board,
        file_of,
        data.illustrative(filters.version),
        overdue(filters.period, data.latest(filters.version), clock.today()),
    )
