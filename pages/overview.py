"""The overview: what a leader sees in thirty seconds, and below it all targets, all units, the trend, the map and the sources."""

import streamlit as st

from catalogue.language import _, language
from pages.parts import data, filters, gate, names
from pages.parts.drawing import briefing
from pages.parts.figures import area, findings, newer, page, sources, subject, trend
from pages.parts.html import Html


def show() -> None:
    """Show the overview."""
    gate.require("viewer")
    chosen = filters.chosen()
    if page.nothing_yet(chosen):
        return
    asked = chosen.key, chosen, chosen.version, language()
    st.html(Html(findings.first_block(*asked).replace(briefing.NEWER, newer.note(chosen) or "")))
    with st.container(key="below"):
        page.section(_("All targets assigned"), "chi-tieu")
        page.block(*findings.targets_table(*asked))
        page.section(_("All units"), "don-vi")
        page.block(findings.units_table(*asked), _("Each value opens the cells it comes from; the mark beside it is its status."))
        _closer(chosen)
        sources.show(chosen)


@page.part
def _closer(chosen: filters.Filters) -> None:
    """One indicator over time and on the map."""
    code = filters.choose("chi-so", _("Trend and map of"), data.overview_indicators(), names.indicator)
    about = subject.Asked(chosen.key, chosen, code, chosen.version, language())
    left, right = st.columns(2, gap="large")
    with left:
        page.chart(_("Trend"), trend.trend(*subject.inked(about)))
    with right:
        page.chart(_("Map"), area.area(*subject.inked(about)))
