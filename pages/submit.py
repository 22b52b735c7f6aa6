"""Submit returns: drop files, see what became of each, answer, look at the effect, take in, send back, undo."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.language import _, number
from loaders import inbox
from pages.parts import clock, data, desk, filters, gate
from pages.parts.csv_file import csv_bytes
from pages.parts.files import batches, effect, hindered, one_file, replacing, sending_back, triage, uploads
from pages.parts.files.questions import plain
from pages.parts.files.triage import Row
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link, table
from pages.parts.visitor import visitor, who
from store import Submission

ADDRESS, BATCH, FILE = "nop-bao-cao", "dot", "tep"
MOST_BATCHES, LARGE = 12, 150


def show() -> None:
    """Show the place to drop files, then the batch of the address with the file chosen in it, else the batches there are."""
    gate.require("analyst")
    chosen, by = filters.chosen(), visitor()
    submission = batches.submission_of(st.query_params.get(FILE))
    if submission and batches.known(submission.batch):
        _file(submission, chosen, by)
        return
    desk.begin(_("Submit returns"), _("Drop the files as they came. Each is kept first, then read; nothing counts until you take it in."))
    arrived = uploads.take()
    batch = st.query_params.get(BATCH, "")
    if arrived is not None:
        _go(arrived)
    if not batches.known(batch):
        _batches(chosen)
    elif uploads.read(batch, by):
        _go(batch)
    else:
        with st.spinner(_("Comparing with what was taken in before …"), show_time=True):
            rows = hindered.told(batches.rows_of(batch))
        _batch(batch, rows, chosen, by)


def _file(submission: Submission, chosen: Filters, by: str) -> None:
    """One file alone, with the way back to its batch and on to the next that needs a hand."""
    number = int(submission.id or 0)
    rows = batches.rows_of(submission.batch, number, LARGE)
    rows = [one if one.number != number else hindered.told([one])[0] for one in rows]
    row = next(row for row in rows if row.number == number)
    following = triage.after(rows, number)
    desk.begin(plain(row.file))
    ways = [link(_("All files of this batch"), chosen.address(ADDRESS, dot=submission.batch))]
    if following:
        ways.append(link(_("Next that needs a hand: {file}", file=following.file), chosen.address(ADDRESS, tep=str(following.number))))
    desk.show(desk.ways(*ways))
    with st.container(key="one-file"):
        one_file.show(row, submission, chosen.root, by, lambda n: chosen.address(ADDRESS, tep=str(n)))


def _go(batch: str) -> None:
    """Draw the page anew at a batch."""
    st.query_params.pop(FILE, None)
    st.query_params.pop(BATCH, None)
    if batch:
        st.query_params[BATCH] = batch
    st.rerun()


def _batches(chosen: Filters) -> None:
    known = len(data.store().remembered())
    ways = link(_("Ways of reading remembered ({count})", count=number(known)), chosen.address("cach-doc-da-nho"))
    desk.show(desk.ways(ways))
    waiting = inbox.unread_batches(data.store())
    found = batches.batches(data.version())
    for batch in waiting:
        desk.show(h("p", link(_("A batch was interrupted while it was read. Go on reading it."), chosen.address(ADDRESS, dot=batch))))
    if not found:
        desk.show(desk.note(_("No batch yet. The files you drop will be listed here.")))
        return
    shown = [one for place, one in enumerate(found) if one.open or place < MOST_BATCHES]
    desk.show(desk.heading(_("Batches")), _table(shown, chosen))
    rest = [one for one in found if one not in shown]
    if rest:
        with st.expander(_("{count} more batches, with nothing left to do", count=number(len(rest))), on_change="rerun") as fold:
            if fold.open:
                desk.show(_table(rest, chosen))


def _table(found: Sequence[batches.Batch], chosen: Filters) -> Html:
    """Batches, one line each."""
    rows = [
        (
            join(
                [h("div", link(clock.hour(one.moment), chosen.address(ADDRESS, dot=one.name))), h("div", _told(one), class_="desk-small")]
            ),
            number(one.files),
            number(one.open) if one.open else desk.none(),
            who(one.by),
        )
        for one in found
    ]
    return table([_("Batch"), _("Files"), _("Still open"), _("By")], rows, label=_("Batches"), kinds="tnno")


def _told(batch: batches.Batch) -> str:
    """By which file a batch is known again."""
    return _("{file} and {count} more files", file=batch.first, count=number(batch.files - 1)) if batch.files > 1 else batch.first


def _batch(batch: str, rows: Sequence[Row], chosen: Filters, by: str) -> None:
    """A batch: what became of its files, what can be done with all of them, and one line a file."""
    desk.show(desk.ways(link(_("All batches"), chosen.address(ADDRESS))), h("p", triage.summary(rows), class_="desk-big"))
    hindered.notice()
    clean = [row.number for row in rows if row.standing == "ready"]
    with st.container(horizontal=True, key="batch-acts"):
        taking = clean and st.button(_("Take in all {count} clean files", count=number(len(clean))), type="primary", key="take-all")
        hindered.batch(rows, by)
        replacing.batch(rows, by)
        sending_back.batch(rows, batch, by)
        st.download_button(
            _("Download the ledger of this batch"),
            csv_bytes(*triage.ledger(rows, batches.ledgers(rows))),
            file_name=f"so-{batch}.csv",
            mime="text/csv",
        )
        taken = [row for row in rows if row.counted]
        if taken or any(row.open for row in rows):
            _undo(batch, by, len(taken), len([row for row in rows if row.open]))
    if taking:
        hindered.take_in(clean, by)
    if clean:
        with st.spinner(_("Computing what taking it in would change …"), show_time=True):
            effect.show_together(tuple(clean), chosen.root)
    desk.show(triage.triage(rows, lambda n: chosen.address(ADDRESS, tep=str(n)), chosen.root))


def _undo(batch: str, by: str, taken: int, waiting: int) -> None:
    """The place where what was taken in of a batch is taken out; where nothing was, there is nothing to undo, and it is laid aside."""
    with st.popover(_("Undo this batch") if taken else _("Lay this batch aside"), key="undo-batch"):
        if taken:
            st.markdown(_("{count} files that were taken in are taken out; figures go back to what they were.", count=number(taken)))
            if waiting:
                st.markdown(_("{count} files that wait go on waiting.", count=number(waiting)))
        else:
            st.markdown(_("No file of this batch was taken in. They are laid aside and wait no more; nothing is deleted."))
        reason = (st.text_input(_("Why"), key="undo-why") or "").strip()
        if desk.act(_("Undo") if taken else _("Lay aside"), "undo", desk.reason_missing(reason)):
            data.store().undo_batch(batch, by, reason)
            st.rerun()
