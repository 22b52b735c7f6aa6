"""Explore the data: a table of any indicators and counts by unit and period that offers only sums that hold, and takes it away."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _, language, number
from pages.parts import desk, filters, gate, names
from pages.parts.figures import page, takeaway, turned

THINGS, WHO, BACK, DOWN = "muc", "hang", "so-ky", "xep"
MOST_THINGS = 8


def show() -> None:
    """Show the table that the address asks for."""
    gate.require("viewer")
    chosen = filters.chosen()
    if page.nothing_yet(chosen):
        return
    desk.begin(_("Explore the data"), _("Counts are added and rates divided again from their counts; what cannot be added says why."))
    asked = _ask(chosen)
    if not asked.things:
        st.info(_("Choose at least one indicator or count."))
        return
    if asked.too_large:
        st.warning(
            _("This would be a table of more than {most} cells. Choose fewer indicators or periods.", most=number(turned.MOST_CELLS))
        )
        return
    table = turned.table(asked.key, asked)
    desk.show(desk.note(turned.covers(asked, table)))
    desk.show(turned.drawn(asked.key, asked, language()))
    desk.show(*(desk.note(words) for words in turned.remarks(asked, table)))
    takeaway.offer(asked, table)


def _ask(chosen: filters.Filters) -> turned.Asked:
    options = turned.options()
    first, label = turned.first_things(), _("Indicators and counts")
    things = filters.choose_many(THINGS, label, options, turned.named, otherwise=first, most=MOST_THINGS)
    with st.container(horizontal=True, vertical_alignment="bottom", key="turned-choice"):
        who = filters.choose(WHO, _("Units shown"), turned.levels(chosen), turned.level_words)
        back = filters.choose(
            BACK, _("Periods, ending with {period}", period=names.period_inline(chosen.period)), turned.BACKS, turned.back_words
        )
        down = filters.choose(DOWN, _("In the rows"), turned.downs(chosen, who), turned.down_words)
    return turned.Asked(tuple(things), chosen, who, int(back), down)
