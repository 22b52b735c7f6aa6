"""One group of indicators: attainment of targets, then one indicator in depth: ranking of the units, trend, map."""

import streamlit as st

from catalogue.indicators import groups
from catalogue.language import _
from pages.parts import charts, data, filters, gate, lists, names, page, subject


def show(code: str) -> None:
    """Show the group `code`."""
    gate.require("viewer")
    chosen, version, spoken = filters.chosen(), data.version(), subject.spoken()
    st.title(names.group(groups()[code]))
    lines = subject.lines(chosen.key, chosen, code, version, spoken)
    page.block(lists.attainment(lines), page.counts(lines))

    indicator = filters.choose("chi-so", _("Look closer at"), subject.codes_of(code), names.indicator)
    ranking, said = subject.ranking(chosen.key, chosen, indicator, version, spoken)
    st.header(_("Units"))
    page.block(lists.ranking(ranking, _("Unit")), said)
    for title, drawn in ((_("Trend"), subject.trend), (_("Map"), subject.area)):
        st.header(title)
        made = drawn(chosen.key, chosen, indicator, version, spoken)
        charts.show(made.figure, key=title, alt=made.sentence)
        page.behind(made)
