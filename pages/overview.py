"""The overview: what a leader sees in thirty seconds, and below it all targets, all units, the trend, the map and the sources."""

import streamlit as st

from catalogue.language import _, language
from pages.parts import briefing, data, filters, findings, gate, lists, names, page, subject


def show() -> None:
    """Show the overview."""
    gate.require("viewer")
    if page.nothing_yet():
        return
    chosen = filters.chosen()
    asked = chosen.key, chosen, data.version(), language()
    st.html(briefing.html(findings.briefing(chosen)))
    with st.container(key="below"):
        targets = findings.all_targets(*asked)
        page.section(_("All targets"), "chi-tieu")
        page.block(lists.attainment(targets), page.counts(targets))
        page.section(_("All units"), "don-vi")
        page.block(findings.units_table(*asked), _("Each value opens the cells it comes from; the mark beside it is its status."))
        code = filters.choose("chi-so", _("Trend and map of"), data.overview_indicators(), names.indicator)
        asked = chosen.key, chosen, code, data.version(), language()
        left, right = st.columns(2, gap="large")
        with left:
            page.chart(_("Trend"), subject.trend(*asked))
        with right:
            page.chart(_("Map"), subject.area(*asked))
        page.sources(chosen)
