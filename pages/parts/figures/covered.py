"""How many units stand behind a figure, counted by the boundaries that the visitor chose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.members import Reported
from pages.parts.figures import views
from pages.parts.filters import Filters
from report.brief import covered
from report.brief.covered import former as former


def units(filters: Filters, code: str, row: Mapping[str, Any], version: int) -> Reported:
    """The units of one figure of the unit chosen."""
    return covered.units(views.view(filters), code, row)
