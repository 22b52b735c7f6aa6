"""Files of a batch which only ask whether they replace figures already taken in: one answer, with one reason, for all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from catalogue.language import _, number
from loaders import inbox
from loaders.beside import replaced_by
from loaders.compare import SUPERSEDES
from loaders.questions import Question
from pages.parts import clock, data, desk
from pages.parts.files import batches
from pages.parts.files.batches import Content
from pages.parts.files.questions import REPLACES, facts
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, join, link
from pages.parts.visitor import who
from store import Submission

NAMED = 5


def only_replacing(rows: Sequence[Row]) -> dict[int, list[Question]]:
    """By number of a file its questions, of those files which ask nothing but whether they replace the figures there are now."""
    asked = {row.number: list(batches.told(row.number).reading.questions) for row in rows if row.standing == "asked"}
    only = {one: found for one, found in asked.items() if found and all(question.kind == REPLACES for question in found)}
    return {one: found for one, found in only.items() if not batches.outdated(one, data.version())}


def reason_given(held: Content) -> str:
    """Why figures already taken in are replaced by those of a file, as it was answered before; empty where nobody said."""
    return next((answer.why for answer in held.answers if answer.key.startswith(SUPERSEDES) and answer.why), "")


@st.cache_data(max_entries=512, show_spinner=False)
def earlier(submission: int, version: int) -> dict[int, int]:
    """The returns whose figures a file asks to replace, each with how many of them."""
    return replaced_by(data.store(), submission)


def whose(submission: int, page: Callable[[int], str]) -> Html:
    """Of which returns the figures are that a file asks to replace: when each came, with the way to it; nothing where it asks none."""
    before = _earlier(submission)
    lines = [h("li", link(_return(one).file_name, page(one)), f": {_came(_return(one), many)}") for one, many in before]
    if not lines:
        return Html("")
    rest = lines[NAMED:]
    more = h("details", h("summary", _("{count} more", count=number(len(rest)))), h("ul", *rest)) if rest else None
    return h("section", h("p", _("The figures there are now come from:")), h("ul", *lines[:NAMED]), more, class_="desk-callout")


def _return(number_: int) -> Submission:
    return data.store().submission(number_)


def _came(told: Submission, many: int) -> str:
    """When a return came and by whom, and how many of its figures it is about."""
    said = {"day": clock.hour(told.received_at), "who": who(told.received_by), "count": number(many)}
    return _("submitted {day} by {who}, {count} figures", **said)


def batch(rows: Sequence[Row], by: str) -> None:
    """The place where they are answered together; nothing when there are fewer than two. Acts on the store when the button is pressed."""
    asked = only_replacing(rows)
    if len(asked) < 2:
        return
    with st.popover(_("{count} files only ask whether they replace figures", count=number(len(asked))), key="replace-together"):
        st.markdown(_("Open a file to see what would change. One that is to be answered otherwise is answered on its own page first."))
        names = {row.number: row.file for row in rows}
        desk.show(join(_changes(names[one], one, questions) for one, questions in asked.items()))
        words = {option.value: option.label for option in next(iter(asked.values()))[0].options}
        choice = st.radio(_("Your answer"), list(words), index=None, format_func=lambda value: words[value], key="replace-choice")
        reason = (st.text_input(_("Why (kept with the answer of each file)"), key="replace-why") or "").strip()
        missing = desk.reason_missing(reason) if choice else _("Choose an answer first.")
        if desk.act(_("Answer for all {count} files", count=number(len(asked))), "replace-all", missing):
            _answer(asked, str(choice), reason, by)


def _changes(file: str, submission: int, questions: Sequence[Question]) -> Html:
    """One file, folded: whose figures it would change, and each of them from what to what."""
    lines = [line for question in questions for line in facts(question)]
    told = _("{file}: {count} figures", file=file, count=number(len(lines)))
    before = [_("of {file}, {came}", file=_return(one).file_name, came=_came(_return(one), many)) for one, many in _earlier(submission)]
    return h(
        "details",
        h("summary", told),
        *(h("p", line, class_="desk-small") for line in before),
        h("ul", *(h("li", line.replace(" → ", "\u00a0→\u00a0"), class_="desk-small") for line in lines)),
        class_="desk-small",
    )


def _earlier(submission: int) -> list[tuple[int, int]]:
    return list(earlier(submission, data.version()).items())


def _answer(asked: dict[int, list[Question]], choice: str, reason: str, by: str) -> None:
    """Read each file again with the answer, then draw the page as it is now."""
    bar = st.progress(0.0)
    for done, (one, questions) in enumerate(asked.items(), start=1):
        inbox.answer(data.store(), one, {question.key: choice for question in questions}, by, reason)
        bar.progress(done / len(asked), text=_("Read again: {done} of {all}", done=number(done), all=number(len(asked))))
    st.rerun()
