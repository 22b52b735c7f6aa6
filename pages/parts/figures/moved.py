"""What really changed in one figure since the period before: its parts as a table with bars, and the figures as sent beside today's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import isnan

import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from indicators.change import PARTS, Change, change
from indicators.figures import figures
from indicators.movers import Movers, movers
from indicators.published import closed_on
from indicators.thresholds import thresholds
from pages.parts import clock, data, names
from pages.parts.drawing import marks
from pages.parts.drawing.cards import amounts, shown
from pages.parts.drawing.lists import Head, table
from pages.parts.filters import Filters
from pages.parts.numbers import none
from report.brief.past import why_not

MOST_NAMED, LOOKED_BACK = 5, 6


@dataclass(frozen=True, slots=True)
class Told:
    """The change of one figure: one sentence, and the table of its parts (empty where there is nothing to take apart)."""

    sentence: str
    parts: str


@st.cache_resource(max_entries=256, show_spinner=False)
def told(key: str, _filters: Filters, code: str, version: int, spoken: str) -> Told:
    """The change of the indicator looked at, for the chosen unit."""
    now = data.standing((_filters.unit,), (str(_filters.period),), (code,), _filters.boundaries, version)
    period = Period.parse(now["figure_period"].iloc[0])
    sent = data.published(str(period.previous), version)
    moved = change(data.cube(version), code, _filters.unit, period, boundaries=_filters.boundaries, published=sent)
    if isnan(moved.total) and not isnan(moved.value_now):
        sent, moved = None, change(data.cube(version), code, _filters.unit, period, boundaries=_filters.boundaries)
    if isnan(moved.total):
        return Told(_("No data in this period") + "." if isnan(moved.value_now) else _("No data in the period before to compare with."), "")
    units = movers(data.cube(version), code, _filters.unit, period, period.previous, boundaries=_filters.boundaries, published=sent)
    indicator = indicators()[code]
    return Told(sentence(moved, indicator), _table(moved, units, indicator, sent is not None))


def sentence(moved: Change, indicator: Indicator) -> str:
    """What really changed, and why the figure itself moved otherwise."""
    before, total = names.period_inline(Period.parse(moved.before)), signed(moved.total, indicator)
    if not moved.comparable:
        why = why_not(moved.reason, before)
        return _(
            "Nothing can be called real change against {before}: {why}. The figure itself moved by {total}.",
            before=before,
            why=why,
            total=total,
        )
    size = signed(moved.same, indicator)
    said = (
        _("Real change against {before}: {size}.", before=before, size=size)
        if moved.units_now == 1
        else _(
            "Real change against {before}: {size}, in the {count} of {due} units that are complete in both periods.",
            before=before,
            size=size,
            count=number(moved.units_compared),
            due=number(moved.units_now),
        )
    )
    others = [
        f"{signed(size, indicator)} {inline(part)}" for part in PARTS[1:] if not isnan(size := getattr(moved, part)) and round(size, 1) != 0
    ]
    if not others:
        return said
    if total == signed(moved.same, indicator):
        return said + " " + _("The figure itself moved as much: {others} cancel each other out.", others=_and(others))
    return said + " " + _("The figure itself moved by {total}, with {others}.", total=total, others="; ".join(others))


def _and(parts: Sequence[str]) -> str:
    """Parts in a row, the last after "and"."""
    return _("{first} and {last}", first=", ".join(parts[:-1]), last=parts[-1]) if len(parts) > 1 else parts[0]


def part_name(part: str) -> str:
    """What a part of a change is called."""
    return {
        "same": _("Real change in the same units"),
        "coverage": _("Units newly reporting or silent"),
        "boundary": _("Changed boundaries"),
        "definition": _("Changed definition"),
        "correction": _("Sent late or corrected since"),
    }[part]


def inline(part: str) -> str:
    """A part inside a sentence, after its size."""
    return {
        "coverage": _("from units newly reporting or silent"),
        "boundary": _("from changed boundaries"),
        "definition": _("from a changed definition"),
        "correction": _("from what was sent late or corrected since"),
    }[part]


def signed(size: float, indicator: Indicator) -> str:
    """A change with its sign: points of a percentage, or a count."""
    rate = indicator.unit == "percent"
    sign = "" if round(size, 1) == 0 else "+" if size > 0 else "−"
    if rate:
        return sign + _("{amount} points", amount=number(abs(size), 1))
    return sign + " ".join(amounts(round(abs(size), indicator.decimals)))


def _table(moved: Change, units: Movers, indicator: Indicator, closed: bool) -> str:
    """From the figure before, through the parts, to the figure now; each bar begins in the middle."""
    before, now = Period.parse(moved.before), Period.parse(moved.period)
    sizes = {part: getattr(moved, part) for part in reversed(PARTS)}
    most = max((abs(size) for size in sizes.values() if not isnan(size)), default=0.0) or 1.0
    as_sent = _("as closed on {day}", day=day(closed_on(before))) if closed else ""
    body = _end(names.period(before), as_sent, moved.value_before, indicator)
    body += "".join(_part(part, size, most, _who(part, units), indicator) for part, size in sizes.items())
    body += _end(names.period(now), "", moved.value_now, indicator)
    return table(
        (Head(_("Part of the change")), Head(_("Size"), True), Head(_("Down or up")), Head(_("Because of"))), body, "parts"
    ) + _note(moved, sizes.values(), indicator)


def _end(name: str, note: str, value: float, indicator: Indicator) -> str:
    said = shown(none(value), indicator.unit == "percent", indicator.decimals)
    return f'<tr class="end"><th scope="row">{escape(name)}</th><td class="num"><b>{said}</b></td><td></td><td>{escape(note)}</td></tr>'


def _part(part: str, size: float, most: float, who: str, indicator: Indicator) -> str:
    name, strong = part_name(part), ' class="same"' if part == "same" else ""
    if isnan(size):
        return f'<tr{strong}><th scope="row">{escape(name)}</th><td class="num">–</td><td></td><td>{escape(_("cannot be told"))}</td></tr>'
    good = "" if part != "same" else "good" if (size > 0) == (indicator.better == "up") else "bad"
    bar = marks.deviation(size, most, good, f"{name}: {signed(size, indicator)}")
    return (
        f'<tr{strong}><th scope="row">{escape(name)}</th><td class="num">{escape(signed(size, indicator))}</td>'
        f'<td class="wide">{bar}</td><td>{escape(who)}</td></tr>'
    )


def _who(part: str, units: Movers) -> str:
    """The units behind a part."""
    if part == "correction":
        return _listed(units.corrected)
    if part != "coverage":
        return ""
    said = [(_("newly: {units}"), units.joined), (_("silent: {units}"), units.silent)]
    return "; ".join(words.format(units=_listed(who)) for words, who in said if who)


def _listed(units: Sequence[str]) -> str:
    named = ", ".join(names.unit_inline(unit) for unit in units[:MOST_NAMED])
    rest = len(units) - MOST_NAMED
    return _("{names} and {count} others", names=named, count=number(rest)) if rest > 0 else named


def _note(moved: Change, sizes, indicator: Indicator) -> str:
    """Said where rounding makes the parts shown seem not to add up."""
    places = 1 if indicator.unit == "percent" else 0
    told_ = sum(round(size, places) for size in sizes if not isnan(size))
    apart = abs(told_ - (round(moved.value_now, places) - round(moved.value_before, places))) > 10 ** -(places + 3)
    return (
        f'<p class="note">{escape(_("The parts add up to the whole change; shown rounded, they may differ in the last digit."))}</p>'
        if apart
        else ""
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def sent_and_now(key: str, _filters: Filters, code: str, version: int, spoken: str) -> str:
    """The last periods that are closed: the figure as it was then beside the figure as it is now."""
    now = data.standing((_filters.unit,), (str(_filters.period),), (code,), _filters.boundaries, version)
    last, indicator = Period.parse(now["figure_period"].iloc[0]), indicators()[code]
    periods = [last.shift(-back) for back in range(LOOKED_BACK)]
    body = "".join(_revised(_filters, indicator, period, version) for period in periods if closed_on(period) <= clock.today())
    heads = (
        Head(_("Period")),
        Head(_("Closed on")),
        Head(_("As closed"), True),
        Head(_("Now"), True),
        Head(_("Units sent late or corrected")),
    )
    return table(heads, body, "revised")


def _revised(filters: Filters, indicator: Indicator, period: Period, version: int) -> str:
    cubes = data.published(str(period), version), data.cube(version)
    asked = {"units": [filters.unit], "periods": [period], "indicators": [indicator.code], "boundaries": filters.boundaries}
    values = [none(figures(cube, **asked)["value"].iloc[0]) for cube in cubes]
    then, now = (shown(value, indicator.unit == "percent", indicator.decimals) or _("No data") for value in values)
    units = movers(cubes[1], indicator.code, filters.unit, period, period, boundaries=filters.boundaries, published=cubes[0])
    strong = f"<b>{now}</b>" if now != then else now
    return (
        f'<tr><th scope="row">{escape(names.period(period))}</th><td>{day(closed_on(period))}</td>'
        f'<td class="num">{then}</td><td class="num">{strong}</td><td>{escape(_listed(units.corrected)) or "–"}</td></tr>'
    )


def closing_words() -> str:
    """When the figures of a period are closed, and what later returns mean for them."""
    return _(
        "A period is closed {days} working days after its returns are due; what comes later changes the figure of that period, "
        "not of the next.",
        days=number(thresholds().closed_after),
    )
