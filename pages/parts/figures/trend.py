"""One indicator over time: what was reported, the path to the target, and where it is going, each drawn in its own way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number, quarter
from catalogue.periods import Period
from indicators.outlook import Outlook
from indicators.published import closed_on
from pages.parts import clock, names
from pages.parts.drawing import charts
from pages.parts.drawing.cards import aimed, shown
from pages.parts.figures import outlooks
from pages.parts.figures.outlooks import LONG
from pages.parts.figures.past import pasts
from pages.parts.figures.subject import Drawn
from pages.parts.filters import Filters
from pages.parts.numbers import none
from report.brief.past import Past, provisional, way

MOST_AHEAD, NEAR_JANUARY, NEAR_YEAR = 12, 9, 2


@st.cache_resource(max_entries=256, show_spinner=False)
def trend(key: str, _filters: Filters, code: str, version: int, spoken: str, ink: str) -> Drawn:
    """The indicator of the chosen unit over the last two years, and on to the day of its target."""
    indicator = indicators()[code]
    found = pasts(_filters, (_filters.unit,), (code,), LONG, version)[_filters.unit, code]
    outlook = outlooks.ahead(key, _filters, code, version)
    first = next((i for i, row in enumerate(found.rows) if none(row["value"]) is not None), len(found.rows) - 1)
    aims = _aims(found, indicator)
    told = list(zip(found.periods, found.rows, aims, strict=True))[first:]
    joined = _filters.boundaries == "current"
    points = [_point(period, row, indicator, joined, aim) for period, row, aim in told]
    points[0] = replace(points[0], tick=tick(told[0][0], first=True))
    coming = _coming(found, outlook, indicator)
    if all(point.value is None for point in points):
        return Drawn("dien-bien", None, _("No data in any period."), {}, "")
    rate = indicator.unit == "percent"
    figure = charts.trend(points, coming, _goal(found, coming, indicator), _band(outlook, found, indicator), rate, ink)
    return Drawn(
        "dien-bien",
        figure,
        _sentence(points, outlook, indicator),
        _table([*points, *coming], outlook, found),
        _legend(points, coming, outlook),
        lambda value: shown(value, rate, indicator.decimals),
    )


def _aims(found: Past, indicator: Indicator) -> list[float | None]:
    """The straight way to the target of each period, as it was drawn when that target was last in force."""
    last = {row["target_id"]: row for row in found.rows if row["target_id"]}
    ways = {target: way(row, found.periods, indicator) for target, row in last.items()}
    return [ways[row["target_id"]][place] if row["target_id"] else None for place, row in enumerate(found.rows)]


def _point(period: Period, row: Mapping[str, Any], indicator: Indicator, joined: bool, aim: float | None) -> charts.Point:
    """One period. `joined`: earlier periods are added up over today's area, so new boundaries do not break the line."""
    value, label = none(row["value"]), names.short(period)
    words = _("{label}: {value}", label=label, value=shown(value, indicator.unit == "percent", indicator.decimals) or _("No data"))
    if row["state"] == "partial":
        words += "<br>" + _("{reporting}/{due} units reported", reporting=number(row["units_reporting"]), due=number(row["units_due"]))
    open_still = value is not None and closed_on(period) >= clock.today()
    words += "<br>" + _("provisional: the period is not closed") if open_still else ""
    broken = "regrouped" if joined and row["break"] == "boundary" and row["exact"] else row["break"]
    return charts.Point(label, tick(period), value, provisional(row, period, clock.today()), broken, words, aim, row["target_id"])


def tick(period: Period, *, first: bool = False) -> str:
    """What stands under the axis: every other month or each quarter, the year with the first of it and with the very first
    unless the next year is near; of longer periods the year."""
    if period.kind == "quarter":
        named = quarter(period.number)
        return f"{named}<br>{period.year}" if period.number == 1 or (first and period.number <= NEAR_YEAR) else named
    if period.kind != "month":
        return str(period.year) if period.kind == "year" else names.short(period)
    if period.number == 1 or (first and period.number <= NEAR_JANUARY):
        return f"{period.number}<br>{period.year}"
    return str(period.number) if first or period.number % 2 else ""


def _coming(found: Past, outlook: Outlook | None, indicator: Indicator) -> list[charts.Point]:
    """The periods up to the day of the target, or up to the end of the forecast, with the way to the target."""
    last, until = found.periods[-1], found.now["target_to"]
    ahead = [last.shift(step) for step in range(1, MOST_AHEAD + 1)]
    if until and ahead[-1].end(indicator.calendar) >= until:
        ahead = [period for period in ahead if period.start(indicator.calendar) <= until]
    else:
        ahead = [period for period in ahead if outlook and period <= outlook.periods[-1]]
    aims = way(found.now, ahead, indicator)
    target = found.now["target_id"]
    return [
        charts.Point(names.short(period), tick(period), None, False, "", "", aim, target) for period, aim in zip(ahead, aims, strict=True)
    ]


def _goal(found: Past, coming: Sequence[charts.Point], indicator: Indicator) -> charts.Goal | None:
    """The target on its day, where that lies on the chart."""
    target, until = none(found.now["target"]), found.now["target_to"]
    if target is None or not until or not coming or found.periods[-1].shift(len(coming)).end(indicator.calendar) < until:
        return None
    return charts.Goal(coming[-1].label, target, aimed(target, found.now["target_operator"], indicator.unit == "percent"))


def _band(outlook: Outlook | None, found: Past, indicator: Indicator) -> charts.Band | None:
    """The range of the forecast, from the last figure it starts from."""
    if outlook is None:
        return None
    start = found.values[found.periods.index(outlook.since)]
    labels = [names.short(period) for period in (outlook.since, *outlook.periods)]
    low, middle, high = ([start, *values] for values in (outlook.found.low, outlook.found.middle, outlook.found.high))
    spans = [outlooks.ends(a, b, indicator) for a, b in zip(low, high, strict=True)]
    words = [_("{label}: forecast {low} to {high}", label=label, low=a, high=b) for label, (a, b) in zip(labels, spans, strict=True)]
    return charts.Band(labels, low, middle, high, words)


def _sentence(points: Sequence[charts.Point], outlook: Outlook | None, indicator: Indicator) -> str:
    known, rate = [p for p in points if p.value is not None], indicator.unit == "percent"
    if len(known) < 2:
        return _("There are not yet two periods to compare.")
    first, last = known[0], known[-1]
    said = _(
        "From {first_value} in {first} to {last_value} in {last}.",
        first=names.within(first.label),
        first_value=shown(first.value, rate, indicator.decimals),
        last=names.within(last.label),
        last_value=shown(last.value, rate, indicator.decimals),
    )
    broken = {p.broken for p in points[1:]}
    notes = [
        _across(points, indicator),
        _("At the dotted line the units changed: the two sides are not the same area added up.") if "boundary" in broken else "",
        _("At the dotted line the definition changed: the two sides cannot be compared.") if "definition" in broken else "",
        outlooks.told(outlook, indicator.code),
    ]
    return " ".join(filter(None, [said, *notes]))


def _across(points: Sequence[charts.Point], indicator: Indicator) -> str:
    """The figure before the units were rearranged beside the latest complete one since, where both are of the same area and definition."""
    cuts = [at for at, point in enumerate(points) if at and point.broken]
    if not cuts or points[cuts[-1]].broken != "regrouped":
        return ""
    earlier = cuts[-2] if len(cuts) > 1 else 0
    sides = points[earlier : cuts[-1]], points[cuts[-1] :]
    before, since = ([p for p in side if p.value is not None and not p.provisional] for side in sides)
    if not before or not since:
        return ""
    old, new, rate = before[-1], since[-1], indicator.unit == "percent"
    change = round(new.value, indicator.decimals) - round(old.value, indicator.decimals)
    size = number(abs(change), indicator.decimals)
    moved = ("−" if change < 0 else "+") + (_("{amount} points", amount=size) if rate else size)
    return _(
        "Before the units were rearranged, {first}: {first_value}; the latest complete period since, {last}: {last_value} ({change}).",
        first=names.within(old.label),
        first_value=shown(old.value, rate, indicator.decimals),
        last=names.within(new.label),
        last_value=shown(new.value, rate, indicator.decimals),
        change=moved,
    )


def _table(points: Sequence[charts.Point], outlook: Outlook | None, found: Past) -> dict[str, list]:
    told: dict[str, list] = {
        _("Period"): [p.label for p in points],
        _("Value"): [p.value for p in points],
        _("Path to the target"): [p.aim for p in points],
    }
    if outlook is not None:
        ends = {names.short(period): place for place, period in enumerate(outlook.periods)}
        for name, values in ((_("Forecast from"), outlook.found.low), (_("Forecast to"), outlook.found.high)):
            told[name] = [values[ends[p.label]] if p.label in ends else None for p in points]
    return told


def _legend(points: Sequence[charts.Point], coming: Sequence[charts.Point], outlook: Outlook | None) -> str:
    """Only what is drawn, each with its mark."""
    broken = {p.broken for p in points[1:]} - {""}
    keys = [
        ("reported", _("reported"), True),
        ("hollow", _("provisional: not closed, or units silent"), any(p.provisional for p in points)),
        ("gap", _("a gap: no data"), any(p.value is None for p in points)),
        ("path", _("path to the target"), any(p.aim is not None for p in (*points, *coming))),
        ("band", _("forecast as a range"), outlook is not None),
        ("cut", _("units or definition changed"), bool(broken)),
    ]
    items = "".join(f'<span><i class="key-{kind}"></i>{escape(words)}</span>' for kind, words, drawn in keys if drawn)
    how = f'<a href="phuong-phap#du-bao">{escape(_("How forecasts are made"))}</a>' if outlook is not None else ""
    return f'<p class="legend lines">{items}{how}</p>'
