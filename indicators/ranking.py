"""Units in order, fairly: one date, enough to count, ties shared, and those who cannot be ranked in blocks of their own."""

from __future__ import annotations

import numpy as np
import pandas as pd

from catalogue.indicators import Indicator
from indicators.standing import in_step
from indicators.thresholds import thresholds

BLOCKS = ("ranked", "small", "partial", "older", "no_denominator", "silent")
"""In the order shown: ranked; too small a denominator; incomplete; another date; nothing to count; nothing reported."""


def ranking(table: pd.DataFrame, indicator: Indicator, *, least: float | None = None) -> pd.DataFrame:
    """The rows of `figures` of one indicator and period, best first, with `rank` (1, 2, 2, 4; NaN where unranked) and `block`.

    Only figures of the commonest data date are ranked (the latest of several as common), and only those with a
    denominator of at least `least`. In a table of `standing` a figure of an older period than the one compared is never
    ranked. Within a block the order is by value, then by unit.
    """
    least = thresholds().rank_denominator if least is None else least
    rows = table.reset_index(drop=True)
    block = _blocks(rows, least)
    ranked = block == "ranked"
    upward = indicator.better == "down"
    rank = rows["value"].where(ranked).round(9).rank(method="min", ascending=upward)
    worth = rows["value"] if upward else -rows["value"]
    place = pd.Series(block).map({name: number for number, name in enumerate(BLOCKS)})
    order = pd.DataFrame({"block": place, "worth": worth, "unit": rows["unit"]}).sort_values(["block", "worth", "unit"]).index
    return rows.assign(rank=rank, block=block).loc[order].reset_index(drop=True)


def _blocks(rows: pd.DataFrame, least: float) -> np.ndarray:
    valued = rows["value"].notna()
    alike = in_step(rows) if "figure_period" in rows else pd.Series(True, index=rows.index)
    conditions = [
        alike & (rows["state"] == "zero_denominator"),
        ~valued,
        ~alike,
        rows["state"] == "partial",
        rows["data_date"] != _common_date(rows[valued & alike & (rows["state"] == "ok")]),
        rows["denominator"].notna() & (rows["denominator"] < least),
    ]
    return np.select(conditions, ["no_denominator", "silent", "older", "partial", "older", "small"], "ranked")


def _common_date(rows: pd.DataFrame) -> object:
    counted = rows["data_date"].value_counts()
    return max((count, day) for day, count in counted.items())[1] if len(counted) else None  # type: ignore[type-var]
