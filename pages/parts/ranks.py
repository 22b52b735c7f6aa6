"""Units in order by one indicator: who may be ranked, who stands apart and why."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from catalogue.language import _, day, number
from indicators.reasons import sentences
from pages.parts.numbers import none

SMALLEST = 10
"""A rate over fewer than this is shown but not ranked: one case would move it by ten points."""


def common_date(rows: Sequence[Mapping[str, Any]]) -> dt.date | None:
    """The data date that most units share; ranks hold for this date only."""
    dates = Counter(row["data_date"] for row in rows if none(row["value"]) is not None)
    return max(dates, key=lambda found: (dates[found], found)) if dates else None


def why_apart(row: Mapping[str, Any], date: dt.date | None, rate: bool) -> str:
    """Why a unit has no rank; "" when it may have one."""
    if none(row["value"]) is None:
        return "; ".join(sentences(row["reason"])) or _("No data")
    if row["data_date"] != date:
        return _("Data of another date: {day}", day=day(row["data_date"]))
    if rate and none(row["denominator"]) is not None and row["denominator"] < SMALLEST:
        return _("Too few cases to rank (fewer than {count})", count=number(SMALLEST))
    return ""


def ranked(rows: Sequence[Mapping[str, Any]], better_up: bool, rate: bool) -> list[tuple[int | None, str, Mapping[str, Any]]]:
    """(rank, why there is none, row), best first; equal values share a rank; those without one come last, in the order given."""
    date = common_date(rows)
    notes = [why_apart(row, date, rate) for row in rows]
    fit = sorted((row for row, note in zip(rows, notes, strict=True) if not note), key=lambda row: row["value"], reverse=better_up)
    placed: list[tuple[int | None, str, Mapping[str, Any]]] = []
    for index, row in enumerate(fit):
        same = index > 0 and row["value"] == fit[index - 1]["value"]
        placed.append((placed[-1][0] if same else index + 1, "", row))
    return placed + [(None, note, row) for row, note in zip(rows, notes, strict=True) if note]
