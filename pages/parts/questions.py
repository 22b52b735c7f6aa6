"""The questions a file raises, as choices for a person; what is chosen goes back with a reason."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.language import _, number
from loaders.questions import Option, Question

MANY = 6


def ask(questions: Sequence[Question], key: str) -> tuple[dict[str, str], str, bool] | None:
    """Draw every question in one form. Gives (answers, why, remember) when it is sent with at least one answer, else None."""
    with st.form(key=f"{key}-questions", border=True):
        given = {question.key: _choose(question, f"{key}-{place}") for place, question in enumerate(questions)}
        why = st.text_input(_("Why (kept with the answer)"), key=f"{key}-why", placeholder=_("for example: asked the clerk by phone"))
        remember = st.checkbox(_("Remember this way of reading for later files of this sender with the same layout"), key=f"{key}-remember")
        sent = st.form_submit_button(_("Read again with these answers"), type="primary")
    answers = {name: value for name, value in given.items() if value}
    if sent and not answers:
        st.warning(_("Choose at least one answer."))
    return (answers, why.strip(), remember) if sent and answers else None


def _choose(question: Question, key: str) -> str:
    """One question: a radio for a few options, a list for many, a text when there are none. Empty when it was left open."""
    st.markdown(f"**{plain(_where(question))}** {plain(question.text)}")
    words = {option.value: option.label for option in question.options}
    shown = list(words)
    if not shown:
        return (st.text_input(_("Your answer"), key=key) or "").strip()
    label = _("Your answer")
    if len(shown) > MANY:
        return (
            st.selectbox(
                label, shown, index=None, format_func=lambda v: words[v], key=key, placeholder=_("Choose"), label_visibility="collapsed"
            )
            or ""
        )
    chosen = st.radio(
        label,
        shown,
        index=None,
        format_func=lambda v: plain(words[v]),
        key=key,
        captions=_captions(question.options),
        label_visibility="collapsed",
    )
    return chosen or ""


def _captions(options: Sequence[Option]) -> list[str] | None:
    return [plain(option.why) for option in options] if any(option.why for option in options) else None


def _where(question: Question) -> str:
    if not question.cell:
        return f"{question.sheet}:" if question.sheet else ""
    more = _(" and {count} more cells", count=number(len(question.cells) - 1)) if len(question.cells) > 1 else ""
    return f"{question.sheet}!{question.cell}{more}:"


def plain(text: str) -> str:
    """A text of a workbook inside Markdown: its signs lose their meaning."""
    return "".join("\\" + letter if letter in "\\`*_{}[]()<>#+-.!|$~:&" else letter for letter in text)
