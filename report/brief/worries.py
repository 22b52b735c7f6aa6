"""What needs a call, in words: who, how far, what is missing, how fast it goes and must go, what to do next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd

from catalogue.area import installed_root
from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day, number, percent
from catalogue.periods import Period
from catalogue.units import units as known_units
from indicators.attention import Concern, attention, below
from indicators.expected import Expected
from indicators.headline import SHORT
from indicators.quota import Climb, Quota, climb, gaps, quota, speed
from indicators.standing import without_older
from indicators.thresholds import thresholds
from report import names
from report.amounts import aimed, amounts, fraction, shown
from report.brief.returns import month_of, next_step
from report.brief.view import View
from report.facts import none

SAME, MANY = 3, 24
"""At most so many lines about one indicator: the list should show where to look, not one trouble five times."""
TO_ACT = ("missing", "returned", "to_fix", "asked")
"""Standings of a return of which somebody has to be called."""
NAMED, FEW = 4, 10
"""So many silent units are named in their line; below so many a week tenths matter."""


@dataclass(frozen=True, slots=True)
class Worry:
    """One line: why it is here, who or what, how far it is, at which pace, and the next step.

    About an indicator of the whole (`indicator` alone), of one unit (both), or about returns that did not come (neither). `decider` is the
    unit that the step names, where it is another than the one told of.
    """

    status: str
    what: str
    facts: str
    pace: str = ""
    step: str = ""
    kind: str = ""
    indicator: str = ""
    unit: str = ""
    decider: str = ""


def worries(view: View, main: Mapping[str, str], aims: pd.DataFrame) -> tuple[Worry, ...]:
    """The concerns of the choice as lines: who is silent, the targets furthest behind, then single communes.

    `main` are the indicators of the cards (code to short name), by which silence and falling stocks are judged; `aims` are the rows of the
    chosen unit under every indicator that has a target.
    """
    most = int(thresholds().attention_most)
    lines = [*_silent(view, main), *behind(view, aims)][:most]
    if len(lines) < most:
        told = set(aims.loc[aims["status"].isin(SHORT), "indicator"])
        lines += [_line(view, concern) for concern in _single(view, main, aims, told)]
    return tuple(lines[:most])


def _single(view: View, main: Mapping[str, str], aims: pd.DataFrame, told: set[str]) -> list[Concern]:
    """What is wrong in one commune although the whole area is not behind: each unit once, few lines about one indicator."""
    of_main = [concern for concern in _found(view, list(main)) if concern.reason != "silent"]
    of_aimed = [concern for concern in _found(view, list(aims["indicator"])) if concern.reason in SHORT]
    kept: list[Concern] = []
    for concern in (*of_main, *sorted(of_aimed, key=lambda found: -found.weight)):
        alike = [other for other in kept if other.indicator == concern.indicator]
        new = concern.unit not in [other.unit for other in kept]
        already = concern.reason in SHORT and (concern.indicator in told or concern.unit == view.unit)
        if new and len(alike) < SAME and not already:
            kept.append(concern)
    return kept


def _silent(view: View, main: Mapping[str, str]) -> list[Worry]:
    """One line on the units that have not sent most of the main figures, the emptiest first."""
    units = tuple(below(view.cube, view.unit, view.period))
    compared = without_older(view.standing(_peers(view, units), (str(view.period),), tuple(main)))
    absent = compared.loc[(compared["state"] == "missing") & compared["unit"].isin(units), "unit"].value_counts()
    silent = absent[2 * absent > len(main)]
    if silent.empty:
        return []
    rows = {row.unit: row for row in view.board([month_of(view.period, view.today)])[0]}
    units = tuple(str(unit) for unit in silent.index)
    if len(units) == 1:
        row = rows.get(units[0])
        facts = f"{_return(row)}; {_lacking(int(silent.iloc[0]), len(main))}"
        if row and row.standing not in TO_ACT:
            return [Worry("no_data", names.unit(units[0]), facts, "", _("Look at what they have sent"), _("Check:"))]
        step = next_step(row) if row else _("Call to ask for the return")
        return [Worry("no_data", names.unit(units[0]), facts, "", step, _("Call:"))]
    return [_several(units, rows)]


def _peers(view: View, units: tuple[str, ...]) -> tuple[str, ...]:
    """The units that some are compared with: all of the area served, so that one unit lacks as much on its own page as on that of the
    area; they alone where they are none of these."""
    every = tuple(below(view.cube, installed_root(), view.period))
    return every if set(units) <= set(every) else units


def _several(units: tuple[str, ...], rows: Mapping[str, Expected]) -> Worry:
    """The line on several units without figures: whom to call for the return, whom for a mended one, else what to look at."""
    who = _("{count} units", count=number(len(units)))
    missing = [unit for unit in units if unit not in rows or rows[unit].standing in ("missing", "exempt")]
    back = [unit for unit in units if unit in rows and rows[unit].standing == "returned"]
    calls = (
        (missing, _("Call to ask for the return: {names}")),
        (back, _("Ask for the mended file: {names}")),
    )
    steps = [words.replace("{names}", names.some(some, NAMED)) for some, words in calls if some]
    if not steps:
        return Worry("no_data", who, _("have sent, but not these figures"), "", _("Look at what they have sent"), _("Check:"))
    facts = _("lack most of the main figures") if missing else _("have had their returns sent back and not sent a mended one")
    return Worry("no_data", who, facts, "", "; ".join([steps[0], *map(names.within, steps[1:])]), _("Call:"))


def _lacking(count: int, of: int) -> str:
    """How many of the main figures are missing, in words."""
    if count == of:
        return _("all {all} main figures of the period are missing", all=number(of))
    return _("{count} of {all} main figures of the period are missing", count=number(count), all=number(of))


def _return(row: Expected | None) -> str:
    """How the return of a unit without figures stands, in words."""
    if row is None:
        return _("no figures yet")
    if row.standing == "returned":
        return _("its return was sent back and has not come mended")
    if row.standing in ("to_fix", "asked", "received"):
        return _("has sent its return, which is still being checked")
    if row.standing != "missing":
        return _("has sent, but not these figures")
    if row.late:
        return _("has not sent its return, {days} days late", days=number(row.days))
    return _("has not sent its return yet")


def behind(view: View, aims: pd.DataFrame) -> list[Worry]:
    """The targets that the chosen unit itself is behind of, the furthest first, each with the communes that decide it."""
    slow = aims[aims["status"].isin(SHORT) & aims["value"].notna()]
    rows = sorted(slow.to_dict("records"), key=_nearness)[: int(thresholds().attention_most)]
    codes = tuple(row["indicator"] for row in rows)
    units = tuple(unit for unit in below(view.cube, view.unit, view.period) if unit != view.unit)
    table = view.standing(units, (str(view.period),), codes) if units and codes else aims[:0]
    return [_target_line(view, row, _alike(table, row), row is rows[0]) for row in rows]


def _alike(table: pd.DataFrame, row: Mapping[Hashable, Any]) -> pd.DataFrame:
    """The units' figures of the indicator and of the same period as the figure of the whole."""
    return table[(table["indicator"] == row["indicator"]) & (table["figure_period"] == row["figure_period"])]


def _nearness(row: Mapping[Hashable, Any]) -> tuple[bool, float]:
    """How near a figure is to where it should be by now, the far ones first."""
    due = none(row["pace"]) or row["target"]
    down = indicators()[row["indicator"]].better == "down"
    return row["status"] == "behind", (due / row["value"] if down and row["value"] else row["value"] / due if due else 0.0)


def _target_line(view: View, row: Mapping[Hashable, Any], units: pd.DataFrame, first: bool) -> Worry:
    indicator = indicators()[row["indicator"]]
    lately = speed(view.cube, indicator.code, view.unit, row["figure_period"], boundaries=view.boundaries)
    facts = [
        _counted(indicator.code, row["numerator"], row["denominator"], row["value"], _older(view, row["figure_period"])),
        _target(indicator, row["target"], row["target_operator"], row["target_to"]),
    ]
    if none(row["gap_count"]):
        facts.append(_("{count} still missing", count=" ".join((*amounts(row["gap_count"]), names.counted(indicator)))))
    found = quota(row, lately, better=indicator.better)
    step, decider = _deciding(view, indicator, row["target"], units)
    return Worry(
        str(row["status"]),
        names.short_indicator(indicator.code),
        ", ".join(facts),
        going(indicator, row, found),
        step,
        (_("Target missed:") if row["status"] == "missed" else _("Worst target:")) if first else "",
        indicator.code,
        decider=decider,
    )


def _target(indicator: Indicator, value: float, operator: str, until: dt.date | None) -> str:
    """The target with the day by which it is to be reached, where one is set."""
    said = _("target {target}", target=aimed(value, operator, indicator.unit == "percent"))
    return f"{said} {names.until(until)}".strip()


def _deciding(view: View, indicator: Indicator, target: float, units: pd.DataFrame) -> tuple[str, str]:
    """The next step and whom it names: the commune that misses most, with what it has and what it misses; nobody can be called who is no
    more."""
    if indicator.unit != "percent" or units.empty:
        return "", ""
    found = gaps(units, target, better=indicator.better)
    few = found[found["gap"] > 0].head(1).to_dict("records")
    for row in few:
        unit = names.unit_inline(row["unit"])
        said = {"value": fraction(row["numerator"], row["denominator"]), "count": " ".join(amounts(row["gap"]))}
        if known_units()[row["unit"]].exists(view.today):
            return _("Call {unit}: {value}, {count} missing", unit=unit, **said), row["unit"]
        return _("Most is missing in {unit}: {value}, {count} missing", unit=unit, **said), row["unit"]
    return "", ""


def _found(view: View, codes: list[str]) -> list[Concern]:
    cube, targets = view.cube, view.targets
    return attention(cube, targets, unit=view.unit, period=view.period, indicators=codes, boundaries=view.boundaries, most=MANY)


def _line(view: View, concern: Concern) -> Worry:
    who, about = names.unit(concern.unit), {"indicator": concern.indicator, "unit": concern.unit}
    facts = [f"{names.short_indicator(concern.indicator)} {_fraction(view, concern)}"]
    if concern.reason == "falling":
        facts.append(_("less than before"))
        return Worry("behind", who, ", ".join(facts), _("A running total should not fall."), _("Have the commune check it"), **about)
    if none(concern.target) is not None:
        facts.append(_target(indicators()[concern.indicator], concern.target, concern.target_operator, concern.target_to))
    if concern.quota and none(concern.quota.missing):
        facts.append(_("{count} still missing", count=number(concern.quota.missing)))
    return Worry(concern.reason, who, ", ".join(facts), pace(concern.quota), _share(concern), **about)


def _fraction(view: View, concern: Concern) -> str:
    older = _older(view, concern.period)
    return _counted(concern.indicator, concern.numerator, concern.denominator, concern.value, older)


def _older(view: View, period: str) -> str:
    """The period of a figure inside a sentence where it is not the one chosen."""
    return "" if period == str(view.period) else names.period_inline(Period.parse(period))


def _counted(code: str, numerator: float, denominator: float, value: float, of: str = "") -> str:
    """109/2.068 (5,3%), or the bare value where no counts are known; then the period `of` an older figure."""
    indicator = indicators()[code]
    said = shown(none(value), indicator.unit == "percent", indicator.decimals)
    counted = said if isnan(numerator) or isnan(denominator) else f"{fraction(numerator, denominator)} ({said})"
    return f"{counted} {of}".strip()


def _share(concern: Concern) -> str:
    if isnan(concern.share):
        return ""
    return _("Call: {share} of all that is missing is here", share=percent(100 * concern.share, 0))


def going(indicator: Indicator, row: Mapping[Hashable, Any], found: Quota) -> str:
    """How fast an indicator moves and must move: so many a week, or points a month where each period begins anew."""
    if found.speed.steady or indicator.unit != "percent":
        return pace(found, row["target_to"])
    return climbing(climb(row), row["target_to"])


def pace(found: Quota | None, until: dt.date | None = None) -> str:
    """The present speed of a count and the one needed from the day of the figure on, and when the day has passed."""
    if found is None:
        return ""
    needed, now = found.needed_per_week, found.speed.per_week
    if found.verdict == "overdue":
        return _overdue(until)
    decimals = 0 if max(abs(now) if now == now else 0, needed if needed == needed else 0) >= FEW else 1
    if isnan(needed):
        return "" if isnan(now) or until else _("Now {now} a week; no day has been set.", now=_signed(now, decimals))
    if isnan(now):
        return _("Needs {needed} a week from {day}.", needed=number(needed, decimals), day=day(found.seen))
    said = {"now": _signed(now, decimals), "needed": number(needed, decimals), "day": day(found.seen)}
    return _("Now {now} a week, needs {needed} a week from {day}.", **said)


def climbing(found: Climb, until: dt.date | None) -> str:
    """The present climb of a rate and the one needed from the day of the figure on."""
    if isnan(found.needed):
        return _overdue(until) if until else ""
    needed = _signed(found.needed, 1)
    if isnan(found.now):
        return _("Needs {needed} points a month from {day}.", needed=needed, day=day(found.seen))
    return _("Now {now} points a month, needs {needed} from {day}.", now=_signed(found.now, 1), needed=needed, day=day(found.seen))


def _overdue(until: dt.date | None) -> str:
    return _("Not reached by {day}.", day=day(until)) if until else _("The day has passed.")


def _signed(value: float, decimals: int) -> str:
    return ("+" if value >= 0 else "−") + number(abs(value), decimals)
