"""Where the units lie and how they stand: a map that needs nothing from outside."""

from __future__ import annotations

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _
from catalogue.units import units
from indicators.standing import without_older
from pages.parts import charts, data, names, status
from pages.parts.cards import shown
from pages.parts.filters import Filters
from pages.parts.numbers import none
from pages.parts.subject import Drawn


@st.cache_resource(max_entries=256, show_spinner=False)
def area(key: str, _filters: Filters, code: str, version: int, spoken: str, ink: str) -> Drawn:
    """Where the units lie, by their status under one indicator."""
    indicator, rate = indicators()[code], indicators()[code].unit == "percent"
    table = without_older(data.standing(data.all_communes(_filters), (str(_filters.period),), (code,), _filters.boundaries, version))
    places = []
    for row in table.to_dict("records"):
        unit = units()[row["unit"]]
        if unit.latitude is None or unit.longitude is None:
            continue
        look = status.look(row["status"])
        words = f"<b>{names.called(unit)}</b><br>{shown(none(row['value']), rate, indicator.decimals) or _('No data')}<br>{look.word}"
        valued = shown(none(row["value"]), rate, indicator.decimals)
        shape = "disc" if row["status"] == "no_target" and valued else look.shape
        places.append(charts.Place(unit.latitude, unit.longitude, f"{unit.bare_name} {valued}".strip(), shape, look.tone, words))
    sentence = _("Each mark is a commune at its coordinates; shape and colour are its status. Distances are true, borders are not drawn.")
    behind = {
        _("Unit"): [names.called(units()[u]) for u in table["unit"]],
        _("Value"): list(table["value"]),
        _("Status"): [status.look(s).word for s in table["status"]],
    }
    return Drawn("ban-do", charts.area_map(places, ink), sentence, behind)
