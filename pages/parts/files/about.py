"""What a file is, at the head of its page: where it stands, whose and of when, how its cells were understood, when it came."""

from __future__ import annotations

from collections.abc import Callable

from catalogue.language import _, number
from pages.parts import clock, data
from pages.parts.files import batches, outside, triage
from pages.parts.files.batches import Content
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, join, link
from pages.parts.visitor import who
from store import Submission


def told(row: Row, submission: Submission, held: Content, page: Callable[[int], str], root: str) -> Html:
    """The head of the page of a file: where it stands, whose it is, what was read, when it came and was taken in."""
    apart = outside.sentence(row.units, root, clock.today())
    cells, accepted, asked, rejected = batches.tally(held.reading)
    sources = held.reading.ledger.get("sources", 0)
    counts = {"cells": cells, "accepted": accepted, "asked": asked, "rejected": rejected, "sources": sources}
    counts["context"] = cells - accepted - asked - rejected - sources
    said = {kind: number(count) for kind, count in counts.items()}
    counted = (
        _("{cells} cells: {accepted} read, {asked} asked, {rejected} wrong, {sources} say unit and period, {context} other.", **said)
        if sources
        else _("{cells} cells: {accepted} read, {asked} asked, {rejected} wrong, {context} other.", **said)
    )
    came = _("Submitted {moment} by {who}.", moment=clock.hour(submission.received_at), who=who(submission.received_by))
    parts = [
        triage.standing_badge(row),
        h("span", *(join([" · ", h("span", said, class_="desk-whole")]) for said in _whose(row))),
        h("p", row.message),
        h("p", apart, class_="desk-note") if apart else None,
        h("p", counted if cells and row.standing != "duplicate" else "", " ", came, " ", _taken_in(row), class_="desk-small"),
        h("p", row.reason, class_="desk-bad") if row.reason else None,
        _part_taken(row, submission, page),
    ]
    return join(parts)


def _whose(row: Row) -> list[str]:
    """Whose it is and of when, what is not known left out."""
    return [said for said in (triage.units_words(row.units), triage.periods_words(row.periods)) if said != "–"]


def _taken_in(row: Row) -> str:
    """When its figures began to count, and by whom, of a file whose figures count now."""
    at = batches.taken_in(row.number) if row.standing in ("accepted", "partly") else None
    return _("Taken into the figures {moment} by {who}.", moment=clock.hour(at[0]), who=who(at[1])) if at else ""


def _part_taken(row: Row, submission: Submission, page: Callable[[int], str]) -> Html | None:
    """Of a file read again after a part of it was taken in: that this part counts until the new reading takes its place."""
    before = submission.replaces
    if not row.open or before is None or data.store().submission(before).state != "accepted":
        return None
    said = _("A part of this return counts already; taking this reading in puts it in that one's place.")
    return h("p", said, " ", link(_("The reading taken in"), page(before)), class_="desk-small")
