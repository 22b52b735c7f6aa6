"""What if: the communes chosen reach a rate, and what the whole would be then. Its two choices stand in the address."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

import pandas as pd
import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number
from indicators.quota import Supposed, gaps, suppose
from indicators.standing import in_step
from pages.parts import data, filters, names
from pages.parts.drawing import marks
from pages.parts.drawing.cards import amounts, shown
from pages.parts.figures import page
from pages.parts.figures.subject import Asked
from pages.parts.filters import Filters
from pages.parts.numbers import none

UNITS, RATE, FIRST, NAMED = "neu-don-vi", "neu-dat", 8, 4
"""Names in the address, how many of the units that decide are chosen at first, and how many chosen ones are named."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What can be supposed: the units with counts, those chosen at first (they decide the target), the rate at first.

    `target` is NaN where there is none; `most` is the highest rate that can be chosen.
    """

    rows: pd.DataFrame
    units: tuple[str, ...]
    first: tuple[str, ...]
    rate: int
    target: float
    most: int


@st.cache_resource(max_entries=256, show_spinner=False)
def ground(key: str, _filters: Filters, code: str, version: int) -> Ground | None:
    """None where there is nothing to suppose: no percentage, or fewer than two units with counts."""
    indicator = indicators()[code]
    compared = data.standing(data.compared_units(_filters), (str(_filters.period),), (code,), _filters.boundaries, version)
    rows = compared[in_step(compared) & compared["numerator"].notna() & (compared["denominator"] > 0)]
    if indicator.unit != "percent" or len(rows) < 2:
        return None
    whole = data.standing((_filters.root,), (str(_filters.period),), (code,), _filters.boundaries, version).to_dict("records")[0]
    target = math.nan if none(whole["target"]) is None else float(whole["target"])
    aim = target if not math.isnan(target) else 100.0 if indicator.better == "up" else 0.0
    found = gaps(rows, aim, better=indicator.better)
    decisive = tuple(found.loc[found["decisive"], "unit"].head(FIRST)) or tuple(found["unit"].head(1))
    return Ground(rows, tuple(found["unit"]), decisive, round(aim), target, max(100, round(1.5 * aim)) if indicator.quota else 100)


@st.fragment
def show(asked: Asked) -> None:
    """The two choices and what comes of them; only this part is drawn again when they change."""
    found = ground(asked.key, asked.filters, asked.code, asked.version)
    if found is None:
        return
    page.section(_("What if"), "neu")
    if asked.filters.unit != asked.filters.root:
        page.paragraphs([_("Computed for the whole of {unit}.", unit=names.unit_inline(asked.filters.root))])
    with st.container(key="what-if"):  # not printed: the sentence says all of it
        units, rate = _units(asked, found), _rate(asked, found)
    told = suppose(found.rows, units, rate, found.target, better=indicators()[asked.code].better)
    page.block(_bars(told, found, indicators()[asked.code]), _sentence(told, units, rate, indicators()[asked.code]))


def _units(asked: Asked, found: Ground) -> list[str]:
    first = ",".join(found.first)
    widget, text = filters.written(UNITS, asked.code + asked.key, first)
    if text is not None:
        st.session_state[widget] = [unit for unit in text.split(",") if unit in found.units]
    chosen = st.multiselect(_("If these units"), found.units, format_func=names.unit, key=widget, placeholder=_("Choose units"))
    filters.write(UNITS, asked.code + asked.key, ",".join(chosen), first)
    return chosen


def _rate(asked: Asked, found: Ground) -> int:
    widget, text = filters.written(RATE, asked.code + asked.key, str(found.rate))
    if text is not None:
        st.session_state[widget] = min(found.most, int(text)) if text.isdigit() else found.rate
    rate = st.slider(_("reach at least") if _up(asked) else _("come down to"), 0, found.most, key=widget, format="%d%%")
    filters.write(RATE, asked.code + asked.key, str(rate), str(found.rate))
    return rate


def _up(asked: Asked) -> bool:
    return indicators()[asked.code].better == "up"


def _bars(told: Supposed, found: Ground, indicator: Indicator) -> str:
    """The whole now and then, on one scale with the target."""
    most = max(100.0, told.then, told.now)
    body = ""
    for name, value in ((_("Now"), told.now), (_("Then"), told.then)):
        said = shown(value, True, indicator.decimals)
        bar = marks.bullet(value, none(found.target), None, most, f"{name}: {said}")
        body += f'<tr><th scope="row">{escape(name)}</th><td class="num"><b>{said}</b></td><td class="wide">{bar}</td></tr>'
    return f'<table class="list supposed"><tbody>{body}</tbody></table>'


def _sentence(told: Supposed, units: list[str], rate: int, indicator: Indicator) -> str:
    if not units:
        return _("Choose at least one unit.")
    if not told.moved:
        return _("The chosen units are there already.")
    words = (
        _("If {who} reach {rate}%, the whole reaches {then} instead of {now}: {moved} {things} more.")
        if indicator.better == "up"
        else _("If {who} come down to {rate}%, the whole comes to {then} instead of {now}: {moved} {things} fewer.")
    )
    then, now = (shown(value, True, indicator.decimals) for value in (told.then, told.now))
    moved, things = " ".join(amounts(told.moved)), names.counted(indicator)
    said = words.format(who=names.some(units, NAMED), rate=number(rate), then=then, now=now, moved=moved, things=things)
    if math.isnan(told.missing):
        return said
    if not told.missing:
        return said + " " + _("That reaches the target.")
    return said + " " + _("The target would still lack {missing}.", missing=" ".join(amounts(told.missing)))
