"""The numbers of the one sentence at the top: on track, behind, missed, without data, up and down, units reported of those due."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass

import pandas as pd

GOOD, SLOW, SHORT = ("reached", "on_pace"), ("behind", "off_track"), ("missed", "off_track", "behind")
"""The statuses that are well, those behind on the way, and all that fall short, the worst first."""


@dataclass(frozen=True, slots=True)
class Headline:
    """Counts of indicators with a target (`total` = on_track + behind + missed + no_data), of those that moved, and of units.

    `units_reported` of `units_due` is what most figures count; `data_date` the day of most figures. `up` and
    `down` count targets whose same units did better and worse, whichever way is better; `compared` those that could be
    compared at all, and `why_not` is the commonest reason of those that could not. Only figures of the period itself
    move, report and date; how many older ones that stand in its place moved against the period before their own is told apart
    (`older_up`, `older_down`).
    """

    on_track: int
    behind: int
    missed: int
    no_data: int
    total: int
    up: int
    down: int
    units_reported: int
    units_due: int
    data_date: dt.date | None
    compared: int = 0
    why_not: str = ""
    older_up: int = 0
    older_down: int = 0


def headline(table: pd.DataFrame, unit: str, period: str) -> Headline:
    """Of a table of `standing`: one unit, one period. Indicators without a target are not counted."""
    rows = table[(table["unit"] == unit) & (table["period"] == period)]
    aimed = rows[rows["status"] != "no_target"]
    status = aimed["status"]
    on_track, behind, missed = int(status.isin(GOOD).sum()), int(status.isin(SLOW).sum()), int((status == "missed").sum())
    fresh = rows[rows["figure_period"] == period]
    valued = fresh[fresh["value"].notna()]
    counted = Counter(zip(valued["units_reporting"].tolist(), valued["units_due"].tolist(), strict=True))
    reported = max(counted, key=lambda pair: (counted[pair], pair), default=(0, int(fresh["units_due"].max()) if len(fresh) else 0))
    moved = aimed[(aimed["figure_period"] == period) & aimed["value"].notna()]
    older = aimed[(aimed["figure_period"] != period) & aimed["value"].notna()]
    alike = moved["direction"] != ""
    reasons = Counter(moved.loc[~alike, "change_reason"])
    days = Counter(day for day in valued["data_date"] if day is not None and day == day)
    return Headline(
        on_track=on_track,
        behind=behind,
        missed=missed,
        no_data=len(aimed) - on_track - behind - missed,
        total=len(aimed),
        up=int((moved["direction"] == "better").sum()),
        down=int((moved["direction"] == "worse").sum()),
        units_reported=reported[0],
        units_due=reported[1],
        data_date=max(days, key=lambda day: (days[day], day), default=None),
        compared=int(alike.sum()),
        why_not=max(reasons, key=lambda reason: (reasons[reason], reason), default=""),
        older_up=int((older["direction"] == "better").sum()),
        older_down=int((older["direction"] == "worse").sum()),
    )
