"""A file that another one replaced: the way to the one that counts or waits in its place, in whatever batch it came."""

from __future__ import annotations

from collections.abc import Callable

from catalogue.language import _, number
from loaders.lineage import took_its_place
from pages.parts import clock, data
from pages.parts.files.triage import Row
from pages.parts.html import Html, h, link
from store import Submission

SHOWN = 3


def callout(row: Row, submission: Submission, page: Callable[[int], str]) -> Html:
    """The block at the head of the page of a superseded file; nothing for any other. `page` gives the address of a file."""
    found = took_its_place(data.store(), row.number) if row.standing == "superseded" else []
    if not found:
        return Html("")
    lines = [h("p", link(_words(one, submission), page(int(one.id or 0)))) for one in found[:SHOWN]]
    rest = len(found) - SHOWN
    more = h("p", _("and {count} more files", count=number(rest)), class_="desk-small") if rest > 0 else None
    return h("section", h("p", _("Another one stands in its place:")), *lines, more, class_="desk-callout")


def _words(one: Submission, before: Submission) -> str:
    """What the later file is: the same file read again, or another one with the moment it came."""
    if one.sha256 == before.sha256:
        return _("This file, read again with the answers given since")
    return _("{file}, submitted {moment}", file=one.file_name, moment=clock.hour(one.received_at))
