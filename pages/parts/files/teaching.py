"""Headings that were not understood: whoever knows what they count says so, and the file is read again. They may be left as they are."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.language import _, number
from loaders.questions import Question
from pages.parts.files import known_readings, questions
from pages.parts.files.questions import plain


def ask(offers: Sequence[Question], key: str, sender: str = "") -> tuple[dict[str, str], str, bool] | None:
    """Draw the headings behind a fold, each with a choice of what it counts. Gives (answers, why, remember) when it is sent, else None."""
    if not offers:
        return None
    with st.expander(_("Say what {count} headings count that were not understood", count=number(len(offers)))):
        return _form(offers, key, sender)


def _form(offers: Sequence[Question], key: str, sender: str) -> tuple[dict[str, str], str, bool] | None:
    with st.form(key=f"{key}-teaching", border=False):
        st.markdown(_("Their figures were left out. A heading that counts nothing of ours may be left open."))
        chosen = {one.key: _chosen(one, f"{key}-teach-{place}") for place, one in enumerate(offers)}
        why = (st.text_input(_("Why (kept with the answer)"), key=f"{key}-teach-why") or "").strip()
        remember = st.checkbox(questions.remember_words(sender), value=True, key=f"{key}-teach-remember")
        sent = st.form_submit_button(_("Read again with these meanings"))
    answers = {name: value for name, value in chosen.items() if value}
    if sent and not answers:
        st.warning(_("Choose at least one answer."))
    return (answers, why, remember) if sent and answers else None


def _chosen(offer: Question, key: str) -> str | None:
    offered = known_readings.choices(offer.key, known_readings.NONE)
    label = plain(questions.heading(offer))
    return st.selectbox(label, offered, index=None, format_func=known_readings.said, key=key, placeholder=_("Leave it open"))
