"""python -m report one-page, slides, workbook, reminder: what is sent beside the report, from the same figures."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

from catalogue.calendars import HERE
from catalogue.errors import UserError
from catalogue.language import LANGUAGES, _, speaking
from catalogue.units import units
from report import consolidated, one_page, origin_book
from report.brief.view import View, opened
from report.document import docx
from report.done import Done
from report.drafting import period_of
from report.meeting import meeting
from report.order import Signer
from report.reminder import reminder
from report.slides import pptx
from store import open_store

BOUNDARIES = ("current", "reported")


def takes(parser: argparse.ArgumentParser) -> None:
    """The options of each of these commands."""
    parser.add_argument("--unit", required=True, metavar=_("UNIT"), help=_("id of the unit, such as 23341.2"))
    parser.add_argument("--period", required=True, metavar=_("PERIOD"), help=_("period, such as 2026-M11, 2026-Q3 or 2026"))
    parser.add_argument("--out", required=True, type=Path, metavar=_("FILE"), help=_("the file to write"))
    parser.add_argument(
        "--boundaries", choices=BOUNDARIES, default="current", help=_("units of today (as pages begin) or those that reported then")
    )


def acts(write: Callable[[View], bytes]) -> Callable[[argparse.Namespace], Done]:
    """The command that writes a file made of a view."""

    def act(args: argparse.Namespace) -> Done:
        args.out.write_bytes(_made(write, args))
        return Done(0, (_("Written: {file}", file=args.out),))

    return act


def _made(write: Callable[[View], bytes], args: argparse.Namespace) -> bytes:
    if args.unit not in units():
        raise UserError(_("There is no unit {unit}.", unit=args.unit))
    period, store = period_of(args.period), open_store()
    try:
        if not store.is_ready():
            raise UserError(_("The database is not ready: run `python -m store init` (new) or `python -m store upgrade` (older version)."))
        with speaking(LANGUAGES[0]):
            return write(opened(store, args.unit, period, args.boundaries, dt.datetime.now(HERE).date()))
    finally:
        store.close()


def deck(view: View) -> bytes:
    """The slides of a view as a file."""
    return pptx(meeting(view))


def letter(view: View, *, signer: Signer = "head", name: str = "", recipients: Sequence[str] = ()) -> bytes:
    """The letter of reminder as a Word file."""
    with speaking(LANGUAGES[0]):
        return docx(reminder(view, signer=signer, name=name, recipients=recipients))


one_page_command, slides_command = acts(one_page.pdf), acts(deck)
workbook_command, reminder_command = acts(consolidated.write), acts(letter)
sources_command = acts(origin_book.write)
