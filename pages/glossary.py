"""Indicators: a list to search, and one page for each, with its formula, its counts, its legal basis and its targets."""

from __future__ import annotations

import streamlit as st

from catalogue.indicators import Indicator, groups, indicators
from catalogue.language import _, number
from pages.parts import clock, data, desk, gate, names
from pages.parts.drawing import terms
from pages.parts.figures import lookup
from pages.parts.filters import Filters, chosen
from pages.parts.html import h, join, link
from pages.parts.registers.target_list import of_indicator
from report import kept

ADDRESS, CODE, QUERY, OLD = "danh-muc", "chi-so", "tim", "chi-so-cu"


def show() -> None:
    """Show one indicator when the address names one, else the list."""
    gate.require("viewer")
    indicator = indicators().get(st.query_params.get(CODE, ""))
    if indicator:
        _one(indicator, chosen())
    else:
        _index(chosen())


def _index(filters: Filters) -> None:
    desk.begin(_("Indicators"), _("What each indicator counts, how it is computed, and what it rests on."))
    if CODE in st.query_params:
        st.warning(_("There is no indicator of that code. Here is the whole list."))
    query = st.text_input(
        _("Search indicators, units, groups and documents"),
        key=QUERY,
        bind="query-params",
        placeholder=_("for example: ky so, truc tuyen, VNeID"),
    )
    every = list(indicators().values())
    old = [indicator for indicator in every if indicator.status == "legacy"]
    with_old = st.toggle(_("Show the {count} old indicators", count=number(len(old))), key=OLD, bind="query-params")
    shown = every if with_old else [indicator for indicator in every if indicator not in old]
    found = [indicator for indicator in shown if terms.matches(indicator, query or "")]
    beside = tuple(lookup.found(query or "", filters))
    desk.show(*beside)
    desk.show(desk.note(_("{count} of {all} indicators", count=number(len(found)), all=number(len(shown)))))
    if not found and not beside:
        st.info(_("Nothing fits. Try fewer words, or words without accents."))
    for group in groups().values():
        members = [indicator for indicator in found if indicator.group == group.code]
        if members:
            rows = [terms.index_row(member, filters.address(ADDRESS, **{CODE: member.code})) for member in members]
            desk.show(h("h2", names.group(group), class_="desk-group"), h("ul", *rows, class_="desk-list"))


def _one(indicator: Indicator, filters: Filters) -> None:
    desk.begin(names.indicator(indicator.code))
    group, legal = groups()[indicator.group], kept.documents(data.store())
    definition = indicator.definition(filters.period.end(indicator.calendar))
    note, spoken = names.note(definition)
    about = [link(_("All indicators"), filters.address(ADDRESS)), link(names.group(group), filters.address(group.slug))]
    desk.show(
        h("p", join(about, " · "), class_="desk-note"),
        terms.fraction(definition),
        h("p", note, class_="desk-note", lang=spoken) if note else None,
        _facts(indicator),
        desk.heading(_("The counts it needs")),
        terms.counts_table(dict.fromkeys(terms.codes(definition))),
        desk.heading(_("Legal basis and versions")),
        terms.versions_table(indicator.versions, legal),
        desk.heading(_("Targets")),
        of_indicator([t for t in data.targets(data.version()) if t.indicator == indicator.code], legal, clock.today()),
        lookup.where_to_change(indicator, filters),
    )


def _facts(indicator: Indicator):
    return desk.facts(
        [
            (_("Code"), h("span", indicator.code, class_="desk-code")),
            (_("Unit of measure"), terms.unit_words(indicator)),
            (_("Direction"), terms.better_words(indicator)),
            (_("Reported"), terms.frequency_words(indicator)),
            (_("Periods run"), terms.calendar_words(indicator)),
            (_("Reported by"), terms.levels_words(indicator)),
            (_("Standing"), terms.status_words(indicator)),
            (_("Above 100%"), _("possible, since it is measured against a quota") if indicator.quota else ""),
        ]
    )
