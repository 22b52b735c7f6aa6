"""One indicator of one unit in sentences: where it stands, and what is missing for the target and who decides it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day, number, percent
from catalogue.periods import Period
from indicators.quota import gaps, quota, speed, what_if
from indicators.standing import in_step
from pages.parts import data, names
from pages.parts.drawing.cards import aimed, amounts, shown
from pages.parts.figures import outlooks
from pages.parts.filters import Filters
from pages.parts.numbers import none
from report.brief.worries import going


@st.cache_resource(max_entries=256, show_spinner=False)
def told(key: str, _filters: Filters, code: str, version: int, spoken: str) -> str:
    """The sentences as HTML, one a paragraph."""
    indicator = indicators()[code]
    now = data.standing((_filters.unit,), (str(_filters.period),), (code,), _filters.boundaries, version).to_dict("records")[0]
    period = Period.parse(now["figure_period"])
    paragraphs = [
        _value(names.choice(_filters.unit, period), indicator, now),
        *_missing(_filters, indicator, now, version),
        outlooks.told(outlooks.ahead(key, _filters, code, version), code),
    ]
    return "".join(f"<p>{escape(words)}</p>" for words in paragraphs if words)


def _value(who: str, indicator: Indicator, now: Mapping[str, Any]) -> str:
    value = shown(none(now["value"]), indicator.unit == "percent", indicator.decimals)
    if not value:
        return _("{who}: no data yet.", who=who)
    if none(now["target"]) is None:
        return _("{who}: {value}. No target has been set.", who=who, value=value)
    target = aimed(now["target"], now["target_operator"], indicator.unit == "percent")
    if not now["target_to"]:
        return _("{who}: {value}, target {target}.", who=who, value=value, target=target)
    return _("{who}: {value}, target {target} by {day}.", who=who, value=value, target=target, day=day(now["target_to"]))


def _missing(filters: Filters, indicator: Indicator, now: Mapping[str, Any], version: int) -> list[str]:
    if not none(now["gap_count"]):
        return []
    lately = speed(data.cube(version), indicator.code, filters.unit, now["figure_period"], boundaries=filters.boundaries)
    found = quota(now, lately, better=indicator.better)
    said = [
        _("Still missing: {count} {things}.", count=" ".join(amounts(found.missing)), things=names.counted(indicator))
        + " "
        + going(indicator, now, found)
    ]
    if indicator.unit == "percent" and filters.unit == filters.root:
        units = data.standing(data.compared_units(filters), (str(filters.period),), (indicator.code,), filters.boundaries, version)
        said.append(_deciding(units[in_step(units)], float(now["target"]), indicator))
    return said


def _deciding(units: pd.DataFrame, target: float, indicator: Indicator) -> str:
    """The few units that hold most of what is missing, and what the whole would reach if they reached the target."""
    found = gaps(units, target, better=indicator.better)
    few = found[found["decisive"]]
    if few.empty or len(few) == len(found):
        return ""
    who = [names.unit_inline(unit) for unit in few["unit"]]
    listed = ", ".join(who[:5]) + (" …" if len(who) > 5 else "")
    return _(
        "{count} units ({who}) make up {share} of what is missing; if they reached {target}, the whole would reach {reached}.",
        count=number(len(few)),
        who=listed,
        share=percent(100 * few["share"].sum(), 0),
        target=aimed(target, "", True),
        reached=shown(what_if(units, set(few["unit"]), target, better=indicator.better), True, indicator.decimals),
    )
