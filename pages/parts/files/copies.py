"""A file that was sent before: what became of its first copy, with the way to it; read after all when nothing came of that one."""

from __future__ import annotations

from collections.abc import Callable

from catalogue.language import _
from loaders.lineage import first_copy
from pages.parts import clock, data
from pages.parts.drawing import standing
from pages.parts.files import triage
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, link
from store import Submission

_CAME_TO_NOTHING = ("withdrawn", "closed", "refused")


def callout(row: Row, page: Callable[[int], str]) -> Html:
    """The block at the head of the page of a second copy; nothing for any other file. `page` gives the address of a file."""
    first = first_copy(data.store(), row.number) if row.standing == "duplicate" else None
    if first is None:
        return Html("")
    looks = _standing(first)
    way = link(_("Open the copy that came first: {file}", file=first.file_name), page(int(first.id or 0)))
    return h("section", h("p", way, " ", standing.badge(looks)), class_=f"desk-callout{' warn' if looks in _CAME_TO_NOTHING else ''}")


def sentence(number: int) -> str:
    """That it was sent before, when, and what became of that copy; empty when the first copy is not in the store."""
    first = first_copy(data.store(), number)
    if first is None:
        return ""
    same = first.sha256 == data.store().submission(number).sha256
    told = {"what": _("It was") if same else _("Its figures were"), "moment": clock.hour(first.received_at)}
    said = {
        "accepted": _("{what} submitted at {moment}, and that copy is taken in.", **told),
        "superseded": _("{what} submitted at {moment}; that copy was taken in and replaced by a later one.", **told),
        "withdrawn": _("{what} submitted at {moment}; that copy was taken in and undone since.", **told),
        "closed": _("{what} submitted at {moment}; that copy was never taken in, its batch was undone.", **told),
        "refused": _("{what} submitted at {moment}; that copy was sent back.", **told),
    }
    return said.get(_standing(first)) or _("{what} submitted at {moment}; that copy still waits and is not taken in yet.", **told)


def may_be_read(row: Row) -> bool:
    """Whether a second copy may be read in place of the first: nothing counts of that one and nobody works on it."""
    first = first_copy(data.store(), row.number) if row.standing == "duplicate" else None
    return row.standing == "duplicate" and (first is None or _standing(first) in _CAME_TO_NOTHING)


def _standing(first: Submission) -> str:
    never = first.state == "withdrawn" and first.accepted_order is None
    return triage.standing_of(first.state, first.outcome, in_force=first.state == "accepted", never=never)
