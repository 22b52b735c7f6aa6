"""The numbers that judge: where amber begins, when a change counts, how small is too small. Declared in data/thresholds.csv."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from catalogue.tables import rows


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Each field is a row of data/thresholds.csv; a site may lay its own over it."""

    behind_from: float
    change_least: float
    rank_denominator: float
    attention_most: float
    speed_periods: float
    share_to_name: float
    forecast_points: float
    forecast_margin_weeks: float
    forecast_widest: float
    closed_after: float


@cache
def thresholds() -> Thresholds:
    """The declared thresholds; KeyError names the one that is missing."""
    declared = {row["code"]: float(row["value"]) for row in rows("thresholds.csv", ("code",))}
    return Thresholds(**{field.name: declared[field.name] for field in fields(Thresholds)})
