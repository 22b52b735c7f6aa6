"""Pieces that pages are put together from: headings, a block of HTML with its sentence, a chart with sentence and table, the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

import streamlit as st

from catalogue.language import _, day, number
from pages.parts import arrivals, charts, clock, data, names, status
from pages.parts.filters import Filters
from pages.parts.lists import Line
from pages.parts.subject import Drawn


def nothing_yet() -> bool:
    """Say that no return has been accepted yet, and what to do; whether that is so."""
    if not data.empty(data.version()):
        return False
    steps = (
        _("Open Submit returns and drop the workbooks of the communes there, in whatever layout they come."),
        _("Answer the few questions that remain, then accept."),
        _("Come back here: the figures are there at once."),
    )
    items = "".join(f"<li>{escape(step)}</li>" for step in steps)
    link = f'<a class="button" href="nop-bao-cao">{_("Submit returns")}</a>'
    st.html(f'<div class="page blank"><h1>{_("No figures yet")}</h1><p>{_("No return has been accepted.")}</p><ol>{items}</ol>{link}</div>')
    return True


def title(words: str, sentence: str = "") -> None:
    """The page's own heading with one sentence on what it covers."""
    st.html(f'<div class="page"><h1>{escape(words)}</h1><p class="lede">{escape(sentence)}</p></div>')


def section(words: str, anchor: str) -> None:
    """The heading of a part, which a link can lead to."""
    st.html(f'<div class="page"><h2 id="{escape(anchor)}">{escape(words)}</h2></div>')


def block(html: str, sentence: str = "") -> None:
    """HTML made of escaped values, with one sentence under it."""
    st.html(f'<div class="page">{html}<p class="said">{escape(sentence)}</p></div>')


def chart(words: str, drawn: Drawn) -> None:
    """A chart with its heading, its sentence and, folded away, the table behind it."""
    section(words, drawn.key)
    charts.show(drawn.figure, key=drawn.key, alt=f"{words}. {drawn.sentence}")
    st.html(f'<p class="said">{escape(drawn.sentence)}</p>')
    with st.expander(_("The table behind this chart")):
        st.dataframe(drawn.table, hide_index=True, alt=drawn.sentence, key=f"{drawn.key}-table")


def counts(lines: Sequence[Line]) -> str:
    """How many of some lines stand where, as a sentence."""
    found = Counter(line.status for line in lines)
    parts = [f"{found[code]} {status.look(code).word.lower()}" for code in status.ORDER if found[code]]
    return _("{count} indicators: {parts}.", count=len(lines), parts=", ".join(parts))


def sources(filters: Filters) -> None:
    """What the figures of a page were made from."""
    rows = arrivals.boards(filters.unit, [filters.period.months[-1]], clock.today())[0]
    days = sorted(row.received_on for row in rows if row.received_on)
    files = number(sum(row.files for row in rows))
    came = _("{files} files of {units} units", files=files, units=number(sum(1 for row in rows if row.files)))
    when = _("received from {first} to {last}", first=day(days[0]), last=day(days[-1])) if days else _("none received yet")
    told = (
        (_("Source"), f"{came}, {when}."),
        (
            _("How it is computed"),
            _("Counts of the communes are added, then divided. Percentages are never averaged, and what is missing is never zero."),
        ),
        (_("Boundaries"), names.boundaries(filters.boundaries) + "."),
    )
    items = "".join(f"<dt>{escape(term)}</dt><dd>{escape(words)}</dd>" for term, words in told)
    st.html(f'<div class="page"><h2 id="nguon">{_("Sources")}</h2><dl class="sources">{items}</dl></div>')
