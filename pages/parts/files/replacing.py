"""Files of a batch which only ask whether they replace figures already taken in: one answer, with one reason, for all of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.language import _, number
from loaders import inbox
from loaders.compare import SUPERSEDES
from loaders.questions import Question
from pages.parts import data, desk
from pages.parts.files import batches
from pages.parts.files.batches import Content
from pages.parts.files.questions import REPLACES
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, join


def only_replacing(rows: Sequence[Row]) -> dict[int, list[Question]]:
    """By number of a file its questions, of those files which ask nothing but whether they replace the figures there are now."""
    asked = {row.number: list(batches.told(row.number).reading.questions) for row in rows if row.standing == "asked"}
    only = {one: found for one, found in asked.items() if found and all(question.kind == REPLACES for question in found)}
    return {one: found for one, found in only.items() if not batches.outdated(one, data.version())}


def reason_given(held: Content) -> str:
    """Why figures already taken in are replaced by those of a file, as it was answered before; empty where nobody said."""
    return next((answer.why for answer in held.answers if answer.key.startswith(SUPERSEDES) and answer.why), "")


def batch(rows: Sequence[Row], by: str) -> None:
    """The place where they are answered together; nothing when there are fewer than two. Acts on the store when the button is pressed."""
    asked = only_replacing(rows)
    if len(asked) < 2:
        return
    with st.popover(_("{count} files only ask whether they replace figures", count=number(len(asked))), key="replace-together"):
        st.markdown(_("Open a file to see what would change. One that is to be answered otherwise is answered on its own page first."))
        names = {row.number: row.file for row in rows}
        desk.show(join(_changes(names[one], questions) for one, questions in asked.items()))
        words = {option.value: option.label for option in next(iter(asked.values()))[0].options}
        choice = st.radio(_("Your answer"), list(words), index=None, format_func=lambda value: words[value], key="replace-choice")
        reason = (st.text_input(_("Why (kept with the answer of each file)"), key="replace-why") or "").strip()
        missing = desk.reason_missing(reason) if choice else _("Choose an answer first.")
        if desk.act(_("Answer for all {count} files", count=number(len(asked))), "replace-all", missing):
            _answer(asked, str(choice), reason, by)


def _changes(file: str, questions: Sequence[Question]) -> Html:
    """One file, folded: every figure it would change, from what to what."""
    lines = [line for question in questions for line in question.details]
    told = _("{file}: {count} figures", file=file, count=number(len(lines)))
    return h(
        "details",
        h("summary", told),
        h("ul", *(h("li", line.replace(" → ", "\u00a0→\u00a0"), class_="desk-small") for line in lines)),
        class_="desk-small",
    )


def _answer(asked: dict[int, list[Question]], choice: str, reason: str, by: str) -> None:
    """Read each file again with the answer, then draw the page as it is now."""
    bar = st.progress(0.0)
    for done, (one, questions) in enumerate(asked.items(), start=1):
        inbox.answer(data.store(), one, {question.key: choice for question in questions}, by, reason)
        bar.progress(done / len(asked), text=_("Read again: {done} of {all}", done=number(done), all=number(len(asked))))
    st.rerun()
