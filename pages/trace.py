"""The origin of one figure: its formula, the units that count in it, and the cells it was typed in. It has its own address."""

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import _, language, number
from pages.parts import data, desk, filters, gate, names
from pages.parts.figures import origin, page


def show() -> None:
    """Show where the figure asked for comes from."""
    gate.require("viewer")
    chosen = filters.chosen()
    if page.nothing_yet(chosen):
        return
    heading = st.container()
    code = filters.choose("chi-so", _("Indicator"), tuple(dict.fromkeys((*data.overview_indicators(), *indicators()))), names.indicator)
    found = origin.origin(chosen.key, chosen, code, chosen.version, language())
    with heading:
        st.html(origin.crumbs(chosen, code))
        page.title(_("Origin of a figure"), f"{names.indicator(code)}. {found.lede}")
    page.section(_("Formula"), "cong-thuc")
    st.html(f'<div class="page">{found.formula}</div>')
    page.section(_("Units counted"), "don-vi")
    page.block(found.units, _("A unit that has not reported is left out of both numerator and denominator; it never counts as zero."))
    page.section(_("Cells it was typed in"), "o-goc")
    framed = origin.framed(found, language())
    if framed:
        desk.style()
        page.block(framed.legend + framed.picture, framed.words)
    rest = _("{count} more cells are not shown.", count=number(found.hidden)) if found.hidden else ""
    page.block(found.cells, rest)
