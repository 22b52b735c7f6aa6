"""One group's figures arranged for its page: lines of the attainment table, the ranking, each unit over time, the funnel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

import plotly.graph_objects as go
import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from catalogue.tables import rows
from indicators.ranking import ranking as ranked
from indicators.reasons import sentences
from indicators.standing import without_older
from indicators.thresholds import thresholds
from pages.parts import clock, data, names
from pages.parts.drawing import status, theme
from pages.parts.drawing.cards import shown
from pages.parts.drawing.lists import Line, Step
from pages.parts.figures.past import pasts, when
from pages.parts.filters import Filters
from pages.parts.numbers import none
from report.brief.past import Past, before
from report.names import apart as block_words

HISTORY, YEAR, MOST_NAMED = 8, 12, 3


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart with the sentence under it and the table behind it; `key` names it on its page, `legend` (HTML) tells its lines apart.

    The table holds values as they are; `spoken` tells how one is written."""

    key: str
    figure: go.Figure | None
    sentence: str
    table: dict[str, list]
    legend: str = ""
    spoken: Callable[[float | None], str] = str


class Asked(NamedTuple):
    """The arguments of what is drawn for one indicator: key, choice, indicator, version of the store, language."""

    key: str
    filters: Filters
    code: str
    version: int
    spoken: str


def inked(asked: Asked) -> tuple:
    """The arguments of a chart: those of the indicator, and the colour of its words."""
    return (*asked, theme.palette().muted)


def codes_of(group: str) -> tuple[str, ...]:
    """The indicators a group's page shows: the core ones, then the optional ones."""
    own = [i for i in indicators().values() if i.group == group and i.status != "legacy"]
    return tuple(i.code for i in sorted(own, key=lambda i: i.status != "core"))


@st.cache_resource(max_entries=256, show_spinner=False)
def lines(key: str, _filters: Filters, group: str, version: int, spoken: str) -> list[Line]:
    """Each indicator of the group against its target."""
    found = pasts(_filters, (_filters.unit,), codes_of(group), HISTORY, version)
    return [indicator_line(_filters, indicators()[code], found[_filters.unit, code]) for code in codes_of(group)]


def indicator_line(filters: Filters, indicator: Indicator, past: Past) -> Line:
    """One indicator as a line."""
    address = filters.address(data.group_of(indicator.code).slug, chi_so=indicator.code)
    return _line(
        filters,
        indicator,
        past.now,
        name=names.indicator(indicator.code),
        address=address,
        history=past.values,
        path=past.path,
        provisional=past.open(clock.today()),
    )


def _line(filters: Filters, indicator: Indicator, row: Mapping[str, Any], **own: Any) -> Line:
    return Line(
        rate=indicator.unit == "percent",
        decimals=indicator.decimals,
        value=none(row["value"]),
        numerator=none(row["numerator"]),
        denominator=none(row["denominator"]),
        target=none(row["target"]),
        operator=row["target_operator"] or "",
        until=names.until(row["target_to"]) if none(row["target"]) is not None else "",
        counted=names.counted(indicator),
        pace=none(row["pace"]),
        status=row["status"],
        missing=none(row["gap_count"]),
        change=none(row["change"]),
        better_up=indicator.better == "up",
        trace=filters.address("nguon-goc", chi_so=indicator.code, don_vi=row["unit"], ky=row["figure_period"]),
        when=when(filters, row),
        against="" if row["figure_period"] == str(filters.period) else before(row),
        **own,
    )


@st.cache_resource(max_entries=256, show_spinner=False)
def ranking(key: str, _filters: Filters, code: str, version: int, spoken: str) -> tuple[list[Line], str]:
    """The units below the area by one indicator, best first, with the sentence under the table."""
    indicator = indicators()[code]
    table = data.standing(data.compared_units(_filters), (str(_filters.period),), (code,), _filters.boundaries, version)
    made = [_ranked_line(_filters, indicator, row) for row in ranked(table, indicator).to_dict("records")]
    return made, " ".join(filter(None, [_own_place(made), _ranking_sentence(made, indicator)]))


def _ranked_line(filters: Filters, indicator: Indicator, row: Mapping[str, Any]) -> Line:
    rank = none(row["rank"])
    date, dated = day(row["data_date"]) if row["data_date"] else "", when(filters, row)
    return _line(
        filters,
        indicator,
        row,
        name=names.unit(row["unit"]),
        address=filters.address("don-vi", don_vi=row["unit"]),
        rank=None if rank is None else int(rank),
        block=row["block"],
        note="" if row["block"] in ("ranked", "small", "silent") else "; ".join(sentences(row["reason"])) or ("" if dated else date),
        date=date,
        own=row["unit"] == filters.unit,
    )


def _own_place(made: Sequence[Line]) -> str:
    """Where the unit chosen stands among those of its area; nothing where it is none of them."""
    own, fit = next((line for line in made if line.own), None), sum(line.rank is not None for line in made)
    if own is None:
        return ""
    if own.rank is None:
        return _("{unit} has no rank: {why}.", unit=own.name, why=names.within(block_words(own.block)))
    return _("{unit} is number {rank} of the {count} ranked.", unit=own.name, rank=number(own.rank), count=number(fit))


def _ranking_sentence(made: Sequence[Line], indicator: Indicator) -> str:
    fit = [line for line in made if line.rank is not None]
    why = "; ".join(_left_out(made, indicator))
    if not fit:
        return _("No unit can be ranked in this period: {why}.", why=why) if why else _("No unit to be ranked.")
    first, last = fit[0], fit[-1]
    high, low = (shown(line.value, line.rate, line.decimals) for line in (first, last))
    if high == low:
        said = _("All {count} ranked units are equal ({value}). Data to {day}.", count=number(len(fit)), value=high, day=first.date)
        said = (
            said if len(fit) > 1 else _("Only {unit} can be ranked ({value}). Data to {day}.", unit=first.name, value=high, day=first.date)
        )
    else:
        said = _(
            "Best: {first} ({first_value}); last: {last} ({last_value}). Data to {day}.",
            first=_alike(fit, high),
            first_value=high,
            last=_alike(fit, low),
            last_value=low,
            day=first.date,
        )
    return said + (" " + _("Not ranked: {why}.", why=why) if why else "")


def _left_out(made: Sequence[Line], indicator: Indicator) -> list[str]:
    """How many units have no rank for each reason, and what can be done about it."""
    words = {
        "small": _("{count} units with a denominator below {least}, too few to compare"),
        "partial": _("{count} units that have sent a part only (ask for the rest)"),
        "older": _("{count} units with figures of another day only (ask for those of this period)"),
        "no_denominator": _("{count} units where nothing occurred"),
        "silent": _("{count} units without figures (ask for the return)"),
    }
    if indicator.kind == "flow":
        words["small"] = _("{count} units with a denominator below {least}, too few to compare (choose a longer period)")
    counted, least = Counter(line.block for line in made if line.rank is None), number(thresholds().rank_denominator)
    return [words[block].format(count=number(counted[block]), least=least) for block in words if counted[block]]


def _alike(fit: Sequence[Line], value: str) -> str:
    """The units of that value by name; of many, the first and how many more."""
    same = [line.name for line in fit if shown(line.value, line.rate, line.decimals) == value]
    if len(same) <= MOST_NAMED:
        return ", ".join(same)
    return _("{unit} and {count} others", unit=same[0], count=number(len(same) - 1))


@st.cache_resource(max_entries=256, show_spinner=False)
def multiples(key: str, _filters: Filters, code: str, version: int, spoken: str) -> list[Line]:
    """Every compared unit with its last periods."""
    indicator = indicators()[code]
    compared = data.compared_units(_filters)
    now = without_older(data.standing(compared, (str(_filters.period),), (code,), _filters.boundaries, version))
    period = Period.parse(now["figure_period"].max()) if len(now) else _filters.period
    found = pasts(replace(_filters, period=period), compared, (code,), YEAR, version)
    made = []
    for row in now.to_dict("records"):
        unit, past = row["unit"], found[row["unit"], code]
        told = {"history": past.values, "path": past.path, "provisional": past.open(clock.today())}
        history = told if past.periods[-1] == period else {}
        address = _filters.address("don-vi", don_vi=unit)
        made.append(_line(_filters, indicator, row, name=names.unit(unit), address=address, **history))
    return made


def by_interest(lines_: Sequence[Line], group: str) -> tuple[str, ...]:
    """The group's indicators: those with a value first, of these the overview's cards, then what is late and what has a target."""
    found = dict(zip(codes_of(group), lines_, strict=True))

    def rank(code: str) -> tuple[bool, bool, int, bool]:
        line, first = found[code], code in data.overview_indicators()
        return line.value is None, not first, 0 if first else -status.weight(line.status), line.target is None

    return tuple(sorted(found, key=rank))


@st.cache_resource(max_entries=64, show_spinner=False)
def funnel(key: str, _filters: Filters, group: str, version: int, spoken: str) -> list[Step]:
    """The declared steps of a group's funnel, each with its share of the step before; none when the group has no funnel."""
    declared = sorted((row for row in rows("funnels.csv", ("group", "order")) if row["group"] == group), key=lambda row: int(row["order"]))
    codes = tuple(dict.fromkeys(row["indicator"] for row in declared))
    if not codes:
        return []
    table = data.standing((_filters.unit,), (str(_filters.period),), codes, _filters.boundaries, version).set_index("indicator")
    made: list[Step] = []
    for row in declared:
        count, before = none(table.loc[row["indicator"], row["side"]]), made[-1].count if made else None
        made.append(Step(names.side(row["indicator"], row["side"]), count, 100 * count / before if count is not None and before else None))
    return made


def funnel_sentence(steps: Sequence[Step]) -> str:
    """Where most is lost on the way, in people."""
    lost = [(a.count - b.count, a, b) for a, b in pairwise(steps) if a.count is not None and b.count is not None]
    if not lost:
        return _("Some steps have no data in this period.")
    most, before, after = max(lost, key=lambda found: found[0])
    return _(
        "Most are lost between \u201c{before}\u201d and \u201c{after}\u201d: {count}.",
        before=before.name,
        after=after.name,
        count=number(most),
    )
