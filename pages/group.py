"""One group of indicators: attainment of targets, then one indicator in depth: ranking of the units, each unit's line, trend, map."""

import streamlit as st

from catalogue.indicators import groups
from catalogue.language import _, language
from pages.parts import filters, gate, names
from pages.parts.drawing import lists, theme
from pages.parts.figures import area, moved, page, paired, shortfall, sources, subject, subject_tables, supposed, trend
from pages.parts.html import Html


def show(code: str) -> None:
    """Show the group `code`."""
    gate.require("viewer")
    chosen, spoken = filters.chosen(), language()
    if page.nothing_yet(chosen):
        return
    theme.also("analysis")
    version = chosen.version
    table, counted = subject_tables.attainment(chosen.key, chosen, code, version, spoken)
    page.title(names.group(groups()[code]), f"{names.choice(chosen.unit, chosen.period)}. {counted}")
    page.block(table, _("Bars begin at zero and end at 100% unless a value or target lies beyond."))
    steps = subject.funnel(chosen.key, chosen, code, version, spoken)
    if steps:
        page.section(_("From eligible to active"), "pheu")
        page.block(lists.funnel(steps), subject.funnel_sentence(steps))
    for pair in paired.pairs(chosen.key, chosen, code, version, spoken):
        page.section(_("Two ways of counting"), "hai-cach")
        page.block(pair.table, pair.sentence)
    _closer(chosen, subject.by_interest(subject.lines(chosen.key, chosen, code, version, spoken), code))
    sources.show(chosen, subject.codes_of(code))


@page.part
def _closer(chosen: filters.Filters, codes: tuple[str, ...]) -> None:
    """One indicator in depth."""
    indicator = filters.choose("chi-so", _("Look closer at"), codes, names.indicator)
    asked = subject.Asked(chosen.key, chosen, indicator, chosen.version, language())
    st.html(Html(f'<div class="page told">{shortfall.told(*asked)}</div>'))
    left, right = st.columns([3, 2], gap="large")
    with left:
        _change(asked)
    with right:
        supposed.show(asked)
    left, right = st.columns([3, 2], gap="large")
    with left:
        page.section(_("Units"), "xep-hang")
        page.block(*subject_tables.ranking(*asked))
    with right:
        page.chart(_("Map"), area.area(*subject.inked(asked)))
    page.chart(_("Trend"), trend.trend(*subject.inked(asked)))
    page.section(_("Each unit over time"), "tung-don-vi")
    page.block(*subject_tables.multiples(*asked))


def _change(asked: subject.Asked) -> None:
    """What really changed since the period before, and the figures as they were when their periods were closed."""
    found = moved.told(*asked)
    page.section(_("What really changed"), "thay-doi")
    page.block(found.parts, found.sentence)
    folded = st.expander(_("As closed and now"), key="luc-chot", on_change="rerun")
    if folded.open:
        with folded:
            page.block(moved.sent_and_now(*asked), moved.closing_words())
