"""What is behind and what comes next: the lines that parts 3 and 4 begin with, for the writer to go on from."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.aims import short_by
from indicators.cube import Cube
from indicators.expected import Standing
from indicators.headline import GOOD, SHORT
from indicators.standing import judged
from report import wording
from report.content import Paragraph, Run, filled, joined
from report.facts import Fact, sent, trace_id
from report.register import Citations, may_cite
from report.sentences import NOTHING, missing, named, sorted_out, value_runs

MOST = 12
LACKING = {
    "none": "no return yet from {units}",
    "back": "the return of {units} was sent back and has not come mended",
    "open": "the return of {units} is still being checked",
}
"""What is said of the units without figures, by what is known of their return."""


def shortfalls(found: Sequence[Fact], period: Period, came: Mapping[str, Standing] = NOTHING) -> list[Paragraph]:
    """Who has not reported for the period, and the indicators that are behind their target, the furthest first."""
    lines = []
    silent = silent_units(found, period)
    if silent:
        sorts = [filled(words, units=_named(some, found)) for words, some in sorted_out(silent, came, LACKING) if some]
        first, *rest = joined(sorts)
        told = (replace(first, text=wording.raised(first.text)), *rest)
        said = filled(_("{told}; the figures of {period} do not count them."), told=told, period=wording.period(period))
        lines.append(Paragraph("bullet", said, "3.1/silent"))
    lines += [Paragraph("bullet", _short(fact, period), f"3.1/{fact.indicator.code}") for fact in _slow(found)]
    return lines


def _slow(found: Sequence[Fact]) -> list[Fact]:
    """The figures behind their target that are named, the furthest first."""
    slow = [fact for fact in found if fact.aim and fact.aim.status in SHORT and fact.value is not None]
    slow.sort(key=lambda fact: (SHORT.index(fact.aim.status if fact.aim else ""), _distance(fact)))
    return slow[:MOST]


def _named(some: Sequence[str], found: Sequence[Fact]) -> tuple[Run, ...]:
    """Units by name; many by how many they are, their names in a footnote; all that there are by their number alone."""
    every = {place.unit for fact in found for place in fact.places}
    names, counted = wording.listed(wording.unit(unit) for unit in some), {"count": number(len(some)), "kinds": wording.kinds(some)}
    if len(some) > 1 and every == set(some):
        return (Run(_("all {count} {kinds}", **counted)),)
    if len(some) > MOST:
        return (Run(_("{count} {kinds}", **counted), note=f"{wording.raised(names)}."),)
    return (Run(names),)


def silent_units(found: Sequence[Fact], period: Period) -> list[str]:
    """The units that have sent nothing for any indicator of the period; what is asked for less often is of another.

    What is counted here is known of everybody, whether they have sent or not: where nothing else is of the period, all are silent.
    """
    asked = [fact for fact in found if fact.places and sent(fact, period)]
    if not asked:
        owing = {place.unit for fact in found for place in fact.places if units()[place.unit].exists(period.end())}
        return sorted(owing, key=lambda unit: units()[unit].code)
    common = set.intersection(*(set(fact.silent) for fact in asked))
    return [unit for unit in asked[0].silent if unit in common]


def _distance(fact: Fact) -> float:
    """How much of the target is reached; the least first."""
    aim = fact.aim
    return (fact.value or 0.0) / aim.value if aim and aim.value else 0.0


def _short(fact: Fact, period: Period) -> tuple[Run, ...]:
    aim = fact.aim
    assert aim is not None
    bound = wording.bound(aim.value, aim.operator, fact.indicator.unit == "percent")
    up = fact.indicator.better == "up"
    said = filled(
        _("{name} is only {value}, while {when} is {bound}") if up else _("{name} stands at {value}, while {when} is {bound}"),
        name=named(fact, period),
        value=value_runs(fact, fact.period, fact.indicator),
        when=wording.target_of(aim.by),
        bound=bound,
    )
    return (*said, *missing(fact), Run("."))


def next_targets(
    cube: Cube, targets: Sequence[Target], found: Sequence[Fact], period: Period, citations: Citations, on: dt.date
) -> list[Paragraph]:
    """How many targets are reached or on pace, then each that needs more: what it asks for in the next period, and how many are still
    missing by the counts of today."""
    known, ahead = {target.id: target for target in targets}, _aimed(cube, targets, found, period.shift(1), on)
    kept, lines, told = 0, [], _slow(found)
    for fact in found:
        target = known.get(ahead.get((fact.indicator.code, fact.unit), ""))
        if _well(fact, target):
            kept += 1
        elif target is not None and fact.value is not None and (gap := _gap(target, fact)) != 0:
            lines.append(Paragraph("bullet", _next(fact, target, gap, citations, on, period, fact in told), f"4/{fact.indicator.code}"))
    return [*_kept(kept), *lines]


def _well(fact: Fact, target: Target | None) -> bool:
    """Whether nothing more is asked for than what is reached or on pace: the same target holds on, or the next one is reached too."""
    good = fact.aim is not None and fact.aim.status in GOOD
    return good and fact.aim is not None and (target is None or target.id == fact.aim.id or _gap(target, fact) == 0)


def _kept(count: int) -> list[Paragraph]:
    if not count:
        return []
    said = _("Keep up the {count} targets that are reached or on pace, named in the table of indicators attached.", count=number(count))
    return [Paragraph("bullet", (Run(said),), "4/kept")]


def _aimed(cube: Cube, targets: Sequence[Target], found: Sequence[Fact], ahead: Period, on: dt.date) -> dict[tuple[str, str], str]:
    """By indicator and unit the id of the target in force in the period ahead, asked for all at once."""
    asked, areas = list(dict.fromkeys(fact.indicator.code for fact in found)), list(dict.fromkeys(fact.unit for fact in found))
    rows = judged(cube, targets, units=areas, periods=[ahead], indicators=asked, on=on).to_dict("records")
    aimed = [row for row in rows if row["status"] not in ("no_target", "not_comparable") and not math.isnan(row["target"])]
    return {(row["indicator"], row["unit"]): row["target_id"] for row in aimed}


def _next(fact: Fact, target: Target, gap: float | None, citations: Citations, on: dt.date, period: Period, told: bool) -> tuple[Run, ...]:
    """What is aimed at; where it stands now, unless part 3 has `told` it."""
    document = citations.documents.get(target.legal_basis)
    by = filled(_(", by {document}"), document=citations.cite(target.legal_basis)) if document is None or may_cite(document, on) else ()
    due, up = Period.parse(target.period_to), fact.indicator.better == "up"
    if due.end("plain") <= period.end("plain"):
        template = _("{name}: make up for the target of {period}{by}, {bound}")
    elif up:
        template = _("{name}: {bound} in {period}{by}")
    else:
        template = _("{name}: no more than what was set, {bound}, in {period}{by}")
    said = filled(
        template,
        name=named(fact, period),
        bound=wording.bound(target.value, target.operator, fact.indicator.unit == "percent"),
        period=wording.period(due),
        by=by,
    )
    now = () if told else filled(_("; now {value}"), value=value_runs(fact, fact.period, fact.indicator))
    return (*said, *now, *_needed(fact, gap), Run("."))


def _gap(target: Target, fact: Fact) -> float | None:
    if fact.numerator is None or (fact.denominator is None and fact.indicator.unit == "percent"):
        return None
    below = np.array([math.nan if fact.denominator is None else fact.denominator])
    return float(short_by(target, fact.indicator, np.array([fact.numerator]), below)[0])


def _needed(fact: Fact, gap: float | None) -> tuple[Run, ...]:
    """How many more: of a stock so many, of a flow so many of what arose in the period."""
    if gap is None:
        return ()
    count = Run(number(gap, 0), trace_id(fact.indicator.code, fact.unit, fact.period))
    if fact.indicator.better == "down":
        template = _(", {count} {unit} fewer are needed")
    elif fact.indicator.kind == "stock":
        template = _(", {count} more {unit} are needed")
    else:
        template = _(", {count} more {unit} are needed of what arose in the period")
    return filled(template, count=count, unit=wording.counted(fact.indicator))
