"""Pieces that pages are put together from: headings, a block of HTML with its sentence, a chart with sentence and table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import wraps
from html import escape
from typing import ParamSpec

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler
from streamlit.runtime.scriptrunner import get_script_run_ctx

from catalogue.language import _
from pages.parts import data
from pages.parts.drawing import charts
from pages.parts.drawing.abbreviations import marked
from pages.parts.figures.subject import Drawn
from pages.parts.filters import Filters, chosen
from pages.parts.html import Html
from pages.parts.numbers import none

Given = ParamSpec("Given")
MANY = 256
_COMPUTED: set[str] = set()
"""What was drawn in this process before; about as many as the caches of the pages hold."""


@contextmanager
def awaited(what: str = "") -> Iterator[None]:
    """Says what the visitor waits for, once it takes longer than half a second.

    `what` names something that is remembered once computed: the second time nobody waits, and no clock (a thread) is started for it."""
    with nullcontext() if what in _COMPUTED else st.spinner(_("Computing the figures of this page …")):
        yield
    if what:
        if len(_COMPUTED) >= MANY:
            _COMPUTED.clear()
        _COMPUTED.add(what)


def part(draw: Callable[Given, None]) -> Callable[Given, None]:
    """A part of a page that is drawn again alone when a choice inside it changes; with the whole page when the data have changed too."""

    @wraps(draw)
    def drawn(*given: Given.args, **named: Given.kwargs) -> None:
        alone = _alone()
        if alone and data.version() != chosen().version:
            st.rerun()
        with awaited() if alone else nullcontext():
            draw(*given, **named)

    return st.fragment(drawn)


def _alone() -> bool:
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and bool(context.fragment_ids_this_run)


def nothing_yet(filters: Filters | None = None) -> bool:
    """Say that no return has been accepted yet, and what to do; whether that is so."""
    if not data.empty((filters or chosen()).version):
        return False
    steps = (
        _("Open Submit returns and drop the workbooks of the communes there, in whatever layout they come."),
        _("Answer the few questions that remain, then accept."),
        _("Come back here: the figures are there at once."),
    )
    items = "".join(f"<li>{escape(step)}</li>" for step in steps)
    link = f'<a class="button" href="nop-bao-cao">{_("Submit returns")}</a>'
    _draw(f'<div class="page blank"><h1>{_("No figures yet")}</h1><p>{_("No return has been accepted.")}</p><ol>{items}</ol>{link}</div>')
    return True


def _draw(markup: str) -> None:
    st.html(Html(markup))


def title(words: str, sentence: str = "") -> None:
    """The page's own heading with one sentence on what it covers."""
    _draw(f'<div class="page"><h1>{marked(words)}</h1><p class="lede">{marked(sentence)}</p></div>')


def section(words: str, anchor: str) -> None:
    """The heading of a part, which a link can lead to."""
    _draw(f'<div class="page"><h2 id="{escape(anchor)}">{escape(words)}</h2></div>')


def block(html: str, sentence: str = "") -> None:
    """HTML made of escaped values, with one sentence under it."""
    _draw(f'<div class="page">{html}<p class="said">{escape(sentence)}</p></div>')


def paragraphs(texts: Sequence[str]) -> None:
    """Plain sentences, a paragraph each."""
    _draw('<div class="page prose">' + "".join(f"<p>{escape(text)}</p>" for text in texts) + "</div>")


def chart(words: str, drawn: Drawn) -> None:
    """A chart with its heading, its sentence and, folded away, the table behind it."""
    section(words, drawn.key)
    if drawn.figure is None:
        paragraphs([drawn.sentence])
        return
    charts.show(drawn.figure, key=drawn.key, alt=f"{words}. {drawn.sentence}")
    _draw(f'{drawn.legend}<p class="said">{escape(drawn.sentence)}</p>')
    behind = st.expander(_("The table behind this chart"), key=f"{drawn.key}-behind", on_change="rerun")
    if behind.open:
        behind.dataframe(_as_read(drawn), hide_index=True, placeholder="–", alt=drawn.sentence, key=f"{drawn.key}-table")


def _as_read(drawn: Drawn) -> Styler:
    """The table of a chart, values written as on the rest of the page and sorted as numbers, without columns that hold nothing."""
    told = {name: values for name, values in drawn.table.items() if any(none(value) is not None for value in values)}
    counted = [name for name, values in told.items() if not any(isinstance(value, str) for value in values)]
    table = pd.DataFrame(told).astype(dict.fromkeys(counted, float))
    return table.style.format(lambda value: drawn.spoken(none(value)), subset=counted)
