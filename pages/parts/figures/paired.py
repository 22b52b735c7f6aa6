"""Two declared ways of counting the same thing, side by side, with why they differ."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.tables import rows
from pages.parts import data, names
from pages.parts.drawing import marks, terms
from pages.parts.drawing.cards import fraction, shown
from pages.parts.drawing.lists import Head, table
from pages.parts.filters import Filters
from pages.parts.numbers import none


@dataclass(frozen=True, slots=True)
class Pair:
    """The table of the two ways and the sentence under it."""

    table: str
    sentence: str


@st.cache_resource(max_entries=64, show_spinner=False)
def pairs(key: str, _filters: Filters, group: str, version: int, spoken: str) -> list[Pair]:
    """The pairs declared for a group, by the figures of the chosen unit."""
    return [_pair(_filters, row, spoken) for row in rows("pairs.csv", ("first", "second")) if row["group"] == group]


def _pair(filters: Filters, declared: dict[str, str], spoken: str) -> Pair:
    codes = declared["first"], declared["second"]
    found = data.standing((filters.unit,), (str(filters.period),), codes, filters.boundaries, filters.version).set_index("indicator")
    most = max([100.0, *(value for code in codes if (value := none(found.loc[code, "value"])) is not None)])
    body = "".join(_way(filters, code, found.loc[code].to_dict(), most) for code in codes)
    heads = (Head(_("Way of counting")), Head(_("Value"), True), Head(_("On one scale")), Head(_("Numerator over denominator")))
    values = [none(found.loc[code, "value"]) for code in codes]
    return Pair(table(heads, body, "parts"), f"{_apart(values, codes)} {declared[f'why_{spoken}']}")


def _way(filters: Filters, code: str, row: dict, most: float) -> str:
    indicator = indicators()[code]
    value, above, below = none(row["value"]), none(row["numerator"]), none(row["denominator"])
    said = shown(value, True, indicator.decimals) or _("No data")
    counted = fraction(above, below) if above is not None and below is not None else "–"
    to = filters.address("nguon-goc", chi_so=code, ky=row["figure_period"])
    bar = marks.bullet(value, none(row["target"]), None, most, f"{names.indicator(code)}: {said}")
    return (
        f'<tr><th scope="row">{escape(names.indicator(code))}</th><td class="num"><a href="{escape(to)}"><b>{said}</b></a>'
        f'<span class="of">{escape(counted)}</span></td>'
        f'<td class="wide">{bar}</td><td>{terms.fraction(indicator.latest)}</td></tr>'
    )


def _apart(values: list[float | None], codes: tuple[str, str]) -> str:
    """How far apart the two figures are."""
    first, second = values
    if first is None or second is None:
        return _("One of the two has no figure in this period.")
    decimals = max(indicators()[code].decimals for code in codes)
    if round(first - second, decimals) == 0:
        return _("Both ways give the same figure now.")
    return _("The two ways are {amount} points apart.", amount=number(abs(round(first, decimals) - round(second, decimals)), decimals))
