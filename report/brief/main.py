"""Which indicators a leader is shown: the declared cards in order, and the core set."""

from __future__ import annotations

from functools import cache

from catalogue.indicators import indicators
from catalogue.tables import rows


@cache
def overview_rows() -> tuple[dict[str, str], ...]:
    """The declared cards of the overview, in order: indicator, short names, whether its group stands in the bar."""
    declared = [row for row in rows("overview.csv", ("indicator",)) if row["order"]]
    return tuple(sorted(declared, key=lambda row: int(row["order"])))


@cache
def overview_indicators() -> tuple[str, ...]:
    """The indicators of the cards, in order."""
    return tuple(row["indicator"] for row in overview_rows())


@cache
def core_indicators() -> tuple[str, ...]:
    """The indicators every page shows: those of the core set."""
    return tuple(code for code, found in indicators().items() if found.status == "core")
