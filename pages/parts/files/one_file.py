"""One file of a batch: the picture of its sheets beside its questions and messages, what taking it in would change, what can be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

import streamlit as st

from catalogue.facts import Issue
from catalogue.issues import issue_kinds
from catalogue.language import _, number
from loaders import inbox
from loaders.questions import Question
from loaders.result import FileReading
from pages.parts import data, desk
from pages.parts.files import (
    about,
    answered,
    batches,
    copies,
    effect,
    hindered,
    known_readings,
    mended,
    messages,
    questions,
    replacing,
    sending_back,
    successors,
    teaching,
    untold,
)
from pages.parts.files.batches import Content
from pages.parts.files.sheet_picture import legend, page_of, pages_of, picture
from pages.parts.files.triage import Row
from pages.parts.files.understood import place_of, words_of
from pages.parts.html import Html
from store import Submission

FOCUS = "o"
_OUT = ("withdrawn", "closed", "refused")
"""What was taken out, laid aside or sent back."""


def show(row: Row, submission: Submission, root: str, by: str, page: Callable[[int], str]) -> None:
    """Draw the file; acts on the store when a button is pressed. `page` gives the address of another file."""
    held = batches.told(row.number)
    desk.show(
        about.told(row, submission, held, page, root),
        mended.callout(held.reading, submission, page, _mends(held, submission)),
        copies.callout(row, page),
        successors.callout(row, submission, page),
    )
    left, right = st.columns([3, 2], gap="large")
    with right:
        _ask(row, held, root, by, page)
        desk.show(messages.grouped(_told(row, held), issue_kinds()))
        if row.answerable and (taught := teaching.ask(held.reading.offers, f"file-{row.number}", held.reading.sender)):
            answers, why, remember = taught
            _read_again(row.number, answers, by, why, remember=remember)
        desk.show(known_readings.used(held.reading, [sheet for sheet, _marks in batches.pictures(row.number)]))
        _answered(row, held, root, by)
        acts = st.container(key="file-acts")
    with left, st.container(key="file-picture"), st.spinner(_("Drawing the sheets of the file …"), show_time=True):
        _picture(row, held)
    taken = batches.taken_in(row.number) if row.standing in ("accepted", "partly") else None
    if row.open or taken or _may_come_back(row):
        with st.spinner(_("Computing what taking it in would change …"), show_time=True):
            effect.show(row.number, root, taken[0] - dt.timedelta(microseconds=1) if taken else None)
            if not taken:
                untold.show(row.number, held.reading.observations, [sheet for sheet, _marks in batches.pictures(row.number)])
    with acts:
        _act(row, held, root, by)


def _mends(held: Content, submission: Submission) -> FileReading | None:
    """What was read of the return that a correction mends: the earliest of the readings it stands in for whose bytes are others."""
    before = submission.replaces if held.reading.mended else None
    while before is not None and data.store().submission(before).sha256 == submission.sha256:
        before = data.store().submission(before).replaces
    return batches.content(before).reading if before is not None else None


def _picture(row: Row, held: Content) -> None:
    drawn = batches.pictures(row.number)
    if not drawn:
        st.info(_("There is no picture of this file."))
        return
    at = _focus(held)
    place = 0
    if len(drawn) > 1:
        found = [sheet.name for sheet, _marks in drawn]
        start = found.index(at[0]) if at and at[0] in found else 0
        place = st.selectbox(_("Sheet"), range(len(found)), index=start, format_func=lambda i: found[i], key=f"sheet-{row.number}")
    sheet, marked = drawn[place]
    focus = place_of(at[1]) if at and at[0] == sheet.name else None
    words = next((words_of(one, sheet.name) for one in held.reading.questions if one.cell), None)
    last = pages_of(sheet)
    shown = st.pagination(last, default=page_of(focus) if focus else 1, key=f"rows-{row.number}-{place}") if last > 1 else 1
    desk.show(Html(legend(marked.values())))
    st.html(picture(sheet, marked, shown, [one for one in (focus, words) if one]))


def _focus(held: Content) -> tuple[str, str] | None:
    """The cell of the first open question, else of the first error: where the eye should go."""
    for question in held.reading.questions:
        if question.cell:
            return question.sheet, question.cell
    return next(((i.sheet, i.cell) for i in held.reading.issues if i.severity == "error" and i.cell), None)


def _ask(row: Row, held: Content, root: str, by: str, page: Callable[[int], str]) -> None:
    open_: tuple[Question, ...] = held.reading.questions if row.answerable else ()
    if not open_:
        return
    if batches.outdated(row.number, data.version()):
        st.warning(_("The figures this file was compared with have changed since. Compare it again before you answer."))
        if st.button(_("Compare again"), key=f"compare-{row.number}", type="primary"):
            _read_again(row.number, {}, by, _("compared again"), remember=False)
        return
    desk.show(desk.heading(_("Questions ({count})", count=number(len(open_)))), replacing.whose(row.number, page))
    given = questions.ask(open_, f"file-{row.number}", root, held.reading.observations, held.reading.sender)
    if given:
        answers, why, remember = given
        _read_again(row.number, answers, by, why, remember=remember)


def _answered(row: Row, held: Content, root: str, by: str) -> None:
    """What was answered: a list in words, or choices that change it while the file waits."""
    changed = answered.show(held, f"file-{row.number}", root, changeable=row.open or row.standing == "kept_out")
    if changed:
        _read_again(row.number, changed.given, by, changed.why, remember=False, taken_back=changed.taken_back)


def _read_again(number: int, answers: Mapping[str, str], by: str, why: str, *, remember: bool, taken_back: Collection[str] = ()) -> None:
    """Read with answers, and go on to the new reading."""
    with st.spinner(_("Reading again …")):
        new = inbox.answer(data.store(), number, answers, by, why, keep_in_mind=remember, taken_back=taken_back)
    st.query_params["tep"] = str(new)
    st.rerun()


def _told(row: Row, held: Content) -> list[Issue]:
    """The issues as they stand: what an open question asks about is told there, and what was settled is told no more."""
    reading = held.reading
    asked = {(one.kind, cell) for one in reading.questions for cell in (*one.cells, f"{one.sheet}!{one.cell}")}
    settled = {f"{o.sheet}!{o.cell}" for o in reading.observations if o.status == "accepted"}

    def stands(found: Issue) -> bool:
        place = f"{found.sheet}!{found.cell}"
        return found.severity != "question" or (row.answerable and (found.code, place) not in asked and place not in settled)

    told = [found for found in reading.issues if stands(found)]
    return [replace(one, severity="warning") for one in told] if row.standing == "not_a_return" else told


def _act(row: Row, held: Content, root: str, by: str) -> None:
    if row.standing in ("accepted", "partly"):
        if row.standing == "partly":
            _send_back(row, by)
        _take_back(row, by)
    elif row.standing in _OUT:
        if _may_come_back(row):
            _take_in_after_all(row, by)
        _read_anew(row, by)
        if row.standing == "refused":
            _send_back(row, by)
    elif row.standing in ("unreadable", "not_a_return") or copies.may_be_read(row):
        _read_anew(row, by)
        if row.standing in ("unreadable", "not_a_return"):
            _send_back(row, by)
    elif row.open:
        _take_in(row, held, root, by)
        _send_back(row, by)


def _may_come_back(row: Row) -> bool:
    """Whether a file that was taken out or sent back has figures to take in after all."""
    return row.standing in _OUT and bool(row.accepted)


def _read_anew(row: Row, by: str) -> None:
    """The way back to waiting, with whatever is to be asked of it."""
    if st.button(_("Read this file again"), key=f"reread-{row.number}"):
        _read_again(row.number, {}, by, _("read again"), remember=False)


def _take_in_after_all(row: Row, by: str) -> None:
    """What stands in the way of a waiting file stands in its way too: then a reason is needed, as for a part of a file."""
    whole = not (row.questions or row.asked or row.rejected)
    why = "" if whole else _("Why the rest may be left out")
    if whole and hindered.hindrance(row.number, data.version()):
        why = _("Why it is taken in after all")
    reason = (st.text_input(why, key=f"again-why-{row.number}") or "").strip() if why else ""
    label = _("Take in after all") if whole else _("Take in only the {count} figures that are clear", count=number(row.accepted))
    if desk.act(label, f"again-{row.number}", desk.reason_missing(reason) if why else "", "primary" if whole else "secondary"):
        _do(lambda: data.store().accept(row.number, by, reason or _("taken in after all")))


def _take_in(row: Row, held: Content, root: str, by: str) -> None:
    whole = row.standing in ("ready", "reason")
    if not row.accepted and not (whole and data.store().narratives(submission=row.number)):
        desk.show(desk.note(_("Nothing in this file can be taken in yet.")))
        return
    label = _("Take this file in") if whole else _("Take in only the {count} figures that are clear", count=number(row.accepted))
    label = label if row.accepted else _("Take in its remarks only")
    given = replacing.reason_given(held)
    hindrance = hindered.hindrance(row.number, data.version())
    why = _("Why the rest may be left out") if not whole else ""
    if hindrance.mixed:
        why = _("Why both sides may come from different returns")
    elif hindrance.beyond:
        why = _("Why a part may be more than its whole")
    elif whole and hindrance.changed:
        why = _("Why figures already taken in are replaced")
    told = given if hindrance.mixed and not hindrance.beyond else ""  # why figures are replaced was said already: often it holds here too
    reason = (st.text_input(why, told, key=f"part-{row.number}") or "").strip() if why else given
    missing = desk.reason_missing(reason) if why else ""
    if desk.act(label, f"take-{row.number}", missing, "primary" if whole else "secondary"):
        _do(lambda: data.store().accept(row.number, by, reason or _("a clean file")))


def _send_back(row: Row, by: str) -> None:
    with st.expander(_("Send back to the sender")):
        desk.show(desk.note(sending_back.next_words(row)))
        faulty = sending_back.mendable(row)
        why = row.reason if row.standing == "refused" and not faulty else ""
        if faulty and not sending_back.unread(row):
            sending_back.workbook(row)
        elif not faulty and row.standing not in ("not_a_return", "refused"):
            desk.show(desk.note(_("Nothing in this file was found to mend. Write what its sender is to change.")))
            why = (st.text_input(_("What the sender is to change"), key=f"back-why-{row.number}") or "").strip()
            if not why:
                return
        st.code(sending_back.message(row, why), language=None, wrap_lines=True)
        if row.standing == "partly":
            desk.show(desk.note(_("The figures taken in stay until the correction comes and is taken in.")))
        elif row.standing != "refused" and not row.reason and st.button(_("Mark as sent back"), key=f"back-{row.number}"):
            _do(lambda: data.store().refuse(row.number, by, f"{_('sent back to be mended')}{': ' + why if why else ''}"))


def _take_back(row: Row, by: str) -> None:
    with st.expander(_("Take this file out again")):
        reason = (st.text_input(_("Why"), key=f"why-{row.number}") or "").strip()
        if desk.act(_("Take out"), f"out-{row.number}", desk.reason_missing(reason)):
            _do(lambda: data.store().withdraw(row.number, by, reason))


def _do(act) -> None:
    """Act, then draw the page as it is now."""
    act()
    st.rerun()
