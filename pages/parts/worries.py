"""What needs a call, in words: who, how far, what is missing, how fast it goes and must go, what to do next."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from math import isnan
from typing import Any

import pandas as pd

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number, percent
from indicators.attention import Concern, attention, below
from indicators.quota import Quota, gaps, quota, speed
from indicators.thresholds import thresholds
from pages.parts import briefing, data, names
from pages.parts.cards import aimed, amounts, fraction, shown
from pages.parts.filters import Filters
from pages.parts.numbers import none

SLOW = ("off_track", "behind")
SAME, MANY = 3, 24
"""At most so many lines about one indicator: the list should show where to look, not one trouble five times."""
NAMED, DECIDE, FEW = 6, 1, 10
"""So many silent units are named in their line, and so many units that decide a target; below so many a week tenths matter."""


def worries(filters: Filters, main: Mapping[str, str], aims: pd.DataFrame) -> tuple[briefing.Concern, ...]:
    """The concerns of the choice as lines of the overview: who is silent, the targets furthest behind, then single communes.

    `main` are the indicators of the cards (code to short name), by which silence and falling stocks are judged; `aims` are the rows of the
    chosen unit under every indicator that has a target.
    """
    most = int(thresholds().attention_most)
    lines = [*_silent(filters, main), *_behind(filters, main, aims)][:most]
    if len(lines) < most:
        told = set(aims.loc[aims["status"].isin(SLOW), "indicator"])
        lines += [_line(filters, concern, main.get(concern.indicator, "")) for concern in _single(filters, main, aims, told)]
    return tuple(lines[:most])


def _single(filters: Filters, main: Mapping[str, str], aims: pd.DataFrame, told: set[str]) -> list[Concern]:
    """What is wrong in one commune although the whole area is not behind: each unit once, few lines about one indicator."""
    of_main = [concern for concern in _found(filters, list(main)) if concern.reason != "silent"]
    of_aimed = [concern for concern in _found(filters, list(aims["indicator"])) if concern.reason in SLOW]
    kept: list[Concern] = []
    for concern in (*of_main, *sorted(of_aimed, key=lambda found: -found.weight)):
        alike = [other for other in kept if other.indicator == concern.indicator]
        new = concern.unit not in [other.unit for other in kept]
        already = concern.reason in SLOW and (concern.indicator in told or concern.unit == filters.unit)
        if new and len(alike) < SAME and not already:
            kept.append(concern)
    return kept


def _silent(filters: Filters, main: Mapping[str, str]) -> list[briefing.Concern]:
    """One line on the units that have not sent most of the main figures, the emptiest first."""
    units = tuple(below(data.cube(filters.version), filters.unit, filters.period))
    table = data.standing(units, (str(filters.period),), tuple(main), filters.boundaries, filters.version)
    absent = table.loc[table["state"] == "missing", "unit"].value_counts()
    silent = absent[2 * absent > len(main)]
    if silent.empty:
        return []
    board, first = filters.address("thu-bao-cao"), str(silent.index[0])
    if len(silent) == 1:
        words = _("{unit} lacks {count} of {all} main figures", unit=names.unit(first), count=number(silent.iloc[0]), all=number(len(main)))
        return [briefing.Concern("no_data", briefing.Linked(words, board), _("Call to ask for the return."))]
    words = _("{count} units lack most of the main figures", count=number(len(silent)))
    named = ", ".join(names.unit_inline(str(unit)) for unit in silent.index[:NAMED])
    named = named if len(silent) <= NAMED else _("{names} and {count} others", names=named, count=number(len(silent) - NAMED))
    return [briefing.Concern("no_data", briefing.Linked(words, board), _("Call to ask for the return: {names}.", names=named))]


def _behind(filters: Filters, main: Mapping[str, str], aims: pd.DataFrame) -> list[briefing.Concern]:
    """The targets that the chosen unit itself is behind of, the furthest first, each with the communes that decide it."""
    slow = aims[aims["status"].isin(SLOW) & aims["value"].notna()]
    rows = sorted(slow.to_dict("records"), key=_nearness)[: int(thresholds().attention_most)]
    codes = tuple(row["indicator"] for row in rows)
    units = tuple(unit for unit in below(data.cube(filters.version), filters.unit, filters.period) if unit != filters.unit)
    table = data.standing(units, (str(filters.period),), codes, filters.boundaries, filters.version) if units and codes else aims[:0]
    return [_target_line(filters, main, row, _alike(table, row)) for row in rows]


def _alike(table: pd.DataFrame, row: Mapping[Hashable, Any]) -> pd.DataFrame:
    """The units' figures of the indicator and of the same period as the figure of the whole."""
    return table[(table["indicator"] == row["indicator"]) & (table["figure_period"] == row["figure_period"])]


def _nearness(row: Mapping[Hashable, Any]) -> tuple[bool, float]:
    """How near a figure is to where it should be by now, the far ones first."""
    due = none(row["pace"]) or row["target"]
    down = indicators()[row["indicator"]].better == "down"
    return row["status"] != "off_track", (due / row["value"] if down and row["value"] else row["value"] / due if due else 0.0)


def _target_line(filters: Filters, main: Mapping[str, str], row: Mapping[Hashable, Any], units: pd.DataFrame) -> briefing.Concern:
    indicator = indicators()[row["indicator"]]
    lately = speed(data.cube(filters.version), indicator.code, filters.unit, row["figure_period"], boundaries=filters.boundaries)
    words = _(
        "{name}: {value}, target {target}",
        name=main.get(indicator.code) or names.indicator(indicator.code),
        value=_counted(indicator.code, row["numerator"], row["denominator"], row["value"]),
        target=aimed(row["target"], row["target_operator"], indicator.unit == "percent"),
    )
    if none(row["gap_count"]):
        words += _(", {count} still missing", count=" ".join((*amounts(row["gap_count"]), names.counted(indicator))))
    detail = f"{pace(quota(row, lately, better=indicator.better))} {_deciding(indicator, row['target'], units)}".strip()
    address = filters.address(data.group_of(indicator.code).slug, chi_so=indicator.code)
    return briefing.Concern(str(row["status"]), briefing.Linked(words, address), detail)


def _deciding(indicator: Indicator, target: float, units: pd.DataFrame) -> str:
    """The communes that miss most, with what they have and what they miss."""
    if indicator.unit != "percent" or units.empty:
        return ""
    found = gaps(units, target, better=indicator.better)
    few = found[found["gap"] > 0].head(DECIDE).to_dict("records")
    said = [
        _(
            "{unit} {value}, {count} missing",
            unit=names.unit_inline(row["unit"]),
            value=fraction(row["numerator"], row["denominator"]),
            count=" ".join(amounts(row["gap"])),
        )
        for row in few
    ]
    return _("Most is missing in: {units}.", units="; ".join(said)) if said else ""


def _found(filters: Filters, codes: list[str]) -> list[Concern]:
    cube, targets = data.cube(filters.version), data.targets(filters.version)
    return attention(cube, targets, unit=filters.unit, period=filters.period, indicators=codes, boundaries=filters.boundaries, most=MANY)


def _line(filters: Filters, concern: Concern, name: str) -> briefing.Concern:
    unit, name = names.unit(concern.unit), name or names.indicator(concern.indicator)
    address = filters.address(data.group_of(concern.indicator).slug, chi_so=concern.indicator, don_vi=concern.unit)
    if concern.reason == "falling":
        words = _("{unit}: {name} fell to {value}", unit=unit, name=name, value=_fraction(concern))
        return briefing.Concern("behind", briefing.Linked(words, address), _("A running total should not fall: have the commune check it."))
    words = _("{unit}: {name} {value}", unit=unit, name=name, value=_fraction(concern))
    if concern.quota and none(concern.quota.missing):
        words += _(", {count} still missing", count=number(concern.quota.missing))
    return briefing.Concern(concern.reason, briefing.Linked(words, address), f"{pace(concern.quota)} {_share(concern)}".strip())


def _fraction(concern: Concern) -> str:
    return _counted(concern.indicator, concern.numerator, concern.denominator, concern.value)


def _counted(code: str, numerator: float, denominator: float, value: float) -> str:
    """109/2.068 (5,3%), or the bare value where no counts are known."""
    indicator = indicators()[code]
    said = shown(none(value), indicator.unit == "percent", indicator.decimals)
    return said if isnan(numerator) or isnan(denominator) else f"{fraction(numerator, denominator)} ({said})"


def _share(concern: Concern) -> str:
    if isnan(concern.share):
        return ""
    return _("{share} of all that is missing.", share=percent(100 * concern.share, 0))


def pace(found: Quota | None) -> str:
    """The present and the needed speed, and by when."""
    if found is None or isnan(found.needed_per_week):
        return _("The day has passed.") if found and found.verdict == "overdue" else ""
    needed, now = found.needed_per_week, found.speed.per_week
    if isnan(now):
        return ""
    decimals = 0 if max(abs(now), needed) >= FEW else 1
    sign = "+" if now >= 0 else "−"
    return _("Now {now} a week, needs {needed} a week.", now=sign + number(abs(now), decimals), needed=number(needed, decimals))
