"""Where the units lie and how they stand: a map that needs nothing from outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number
from catalogue.outlines import outlines
from catalogue.units import units
from indicators.shades import Shades, shades
from indicators.standing import without_older
from pages.parts import data, names
from pages.parts.drawing import charts, labels, status
from pages.parts.drawing.cards import shown
from pages.parts.figures.subject import Drawn
from pages.parts.filters import Filters
from pages.parts.numbers import none

FEW, NAMED = 60, 150
"""Up to so many units have a mark of its own shape and their value beside the name; up to so many are named where there is room."""
NARROW, LOW, TALL = 215, 360, 640
"""Pixels: the width of a phone's map, for which names are placed; the height of a map, and of one of many units."""
SHADE = "shade"


@st.cache_resource(max_entries=256, show_spinner=False)
def area(key: str, _filters: Filters, code: str, version: int, spoken: str, ink: str) -> Drawn:
    """Where the units lie, by their status under one indicator."""
    indicator = indicators()[code]
    table = without_older(data.standing(data.all_communes(_filters), (str(_filters.period),), (code,), _filters.boundaries, version))
    rows = [_seen(row) for row in table.to_dict("records") if _lies(row["unit"])]
    rows.sort(key=lambda row: status.weight(row["status"]))
    height = LOW if len(rows) <= NAMED else TALL
    found = (
        None
        if any(row["status"] not in ("no_target", "no_data") for row in rows)
        else shades([_as_shown(row["value"], indicator) for row in rows])
    )
    tones = [None] * len(rows) if found is None else [None if band is None else f"{SHADE}{band}" for band in found.of]
    places = [_place(row, indicator, len(rows), tone) for row, tone in zip(rows, tones, strict=True)]
    weights = [status.weight(row["status"]) for row in rows]
    points = [(p.longitude, p.latitude, p.name, weight) for p, weight in zip(places, weights, strict=True)]
    sides = labels.placed(points, NARROW, height - 60) if len(rows) <= NAMED else [""] * len(rows)
    figure = charts.area_map(places, sides, ink, height, marked=len(rows) <= FEW)
    behind = {
        _("Unit"): [names.called(units()[u]) for u in table["unit"]],
        _("Value"): list(table["value"]),
        _("Status"): [status.look(s).word for s in table["status"]],
    }
    legend = _legend(rows) if found is None else _scale(found, indicator)
    rate = indicator.unit == "percent"
    return Drawn("ban-do", figure, _sentence(rows, places), behind, legend, lambda value: shown(value, rate, indicator.decimals))


def _as_shown(value: object, indicator: Indicator) -> float | None:
    """A value as precise as it is written: what reads alike has one shade."""
    found = none(value)
    return None if found is None else round(found, indicator.decimals)


def _seen(row: dict[Hashable, Any]) -> dict[Hashable, Any]:
    """A row as it is drawn: without a value nothing else is told of it."""
    return row | {"status": "no_data"} if row["status"] == "no_target" and none(row["value"]) is None else row


def _lies(unit: str) -> bool:
    return unit in outlines() or units()[unit].latitude is not None


def _place(row: Mapping[Any, Any], indicator: Indicator, of: int, tone: str | None) -> charts.Place:
    """`tone` takes the place of that of the status, where no target says what is good."""
    unit, look = units()[row["unit"]], status.look(row["status"])
    valued = shown(none(row["value"]), indicator.unit == "percent", indicator.decimals)
    words = f"<b>{escape(names.called(unit))}</b><br>{valued or _('No data')}<br>{look.word}"
    shape = "disc" if row["status"] == "no_target" and valued else look.shape
    rings = outlines().get(unit.id, ())
    longitude, latitude = (unit.longitude, unit.latitude) if unit.latitude is not None else _middle(rings)
    name = f"{unit.bare_name} {valued}".strip() if of <= FEW else unit.bare_name
    return charts.Place(latitude or 0.0, longitude or 0.0, name, shape, tone or look.tone, words, rings)


def _middle(rings) -> tuple[float, float]:
    """The middle of the box around a unit's first ring."""
    across, up = zip(*rings[0], strict=True)
    return (min(across) + max(across)) / 2, (min(up) + max(up)) / 2


def _sentence(rows: list[dict], places: list[charts.Place]) -> str:
    counted = Counter(row["status"] for row in rows)
    slow, silent = counted["off_track"] + counted["behind"], counted["no_data"]
    said = _(
        "{slow} of {count} communes are behind, {silent} have no data.", slow=number(slow), count=number(len(rows)), silent=number(silent)
    )
    missed = counted["missed"]
    if missed and not slow:
        said = _(
            "{missed} of {count} communes did not reach the target, {silent} have no data.",
            missed=number(missed),
            count=number(len(rows)),
            silent=number(silent),
        )
    elif missed:
        said = _(
            "{slow} of {count} communes are behind, {missed} did not reach the target, {silent} have no data.",
            slow=number(slow),
            count=number(len(rows)),
            missed=number(missed),
            silent=number(silent),
        )
    elif silent == len(rows):
        said = _("None of the {count} communes has data.", count=number(len(rows)))
    elif not slow and counted["no_target"] == len(rows) - silent:
        said = _("{count} communes without a target of their own, {silent} have no data.", count=number(len(rows)), silent=number(silent))
    drawn = (
        _("Areas are drawn by the boundaries supplied; the colour is the status.")
        if any(place.rings for place in places)
        else _("Each mark is a commune at its coordinates; borders are not drawn.")
    )
    if any(place.tone.startswith(SHADE) for place in places):
        drawn += " " + _("The darker, the higher the value.")
    return f"{said} {drawn}"


def _scale(found: Shades, indicator: Indicator) -> str:
    """The bands of values, each with its shade."""
    items = ""
    for band, span in enumerate(found.spans):
        ends = [shown(value, indicator.unit == "percent", indicator.decimals) for value in dict.fromkeys(span)]
        items += f'<span><i style="background:{charts.TONES[f"{SHADE}{band}"]}"></i>{escape(" – ".join(ends))}</span>'
    return f'<p class="legend lines keys">{items}</p>'


def _legend(rows: list[dict]) -> str:
    """Each status that occurs, with its mark and how many there are."""
    counted = Counter(row["status"] for row in rows)
    items = "".join(f"<span>{status.badge(code)} <b>{number(counted[code])}</b></span>" for code in status.ORDER if counted[code])
    return f'<p class="legend lines keys">{items}</p>'
