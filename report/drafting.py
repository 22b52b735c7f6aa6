"""python -m report draft."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import _
from catalogue.periods import Period
from catalogue.units import units
from report.compose import compose, sources
from report.document import docx
from report.done import Done
from report.order import SIGNERS, Order
from store import open_store


def takes(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("--unit", required=True, metavar=_("UNIT"), help=_("id of the unit, such as 23341.2"))
    parser.add_argument("--period", required=True, metavar=_("PERIOD"), help=_("period, such as 2026-M11, 2026-Q3 or 2026"))
    parser.add_argument("--out", required=True, type=Path, metavar=_("FILE"), help=_("the Word file to write"))
    parser.add_argument("--request", default="", metavar=_("DOCUMENT"), help=_("id of the request that is answered, from the register"))
    parser.add_argument("--to", action="append", default=[], metavar=_("NAME"), help=_("to whom it is sent (again for another)"))
    parser.add_argument(
        "--addressed", action=argparse.BooleanOptionalAction, default=True, help=_("put a line with the recipient above the text")
    )
    parser.add_argument("--signer", choices=SIGNERS, default="head", help=_("who signs: the chairman, a deputy for him, or the acting one"))
    parser.add_argument("--name", default="", metavar=_("NAME"), help=_("the name of the one who signs"))
    parser.add_argument("--sources", action="store_true", help=_("add the annexes that name every cell behind the figures"))
    parser.add_argument("--on", default="", metavar=_("DAY"), help=_("the day it is written on, as 2025-01-08"))


def act(args: argparse.Namespace) -> Done:
    """Write the file."""
    store = open_store()
    try:
        if not store.is_ready():
            raise UserError(_("The database is not ready: run `python -m store init` (new) or `python -m store upgrade` (older version)."))
        found = sources(store)
    finally:
        store.close()
    args.out.write_bytes(docx(compose(found, order(args), dt.datetime.now().astimezone().date())))
    return Done(0, (_("Written: {file}", file=args.out),))


def order(args: argparse.Namespace) -> Order:
    """What the options ask for. UserError where one of them is unknown."""
    if args.unit not in units():
        raise UserError(_("There is no unit {unit}.", unit=args.unit))
    return Order(
        args.unit, period_of(args.period), request=args.request, to=tuple(args.to), addressed=args.addressed, signer=args.signer,
        name=args.name, written_on=_day(args.on), sourced=args.sources,
    )  # fmt: skip


def period_of(text: str) -> Period:
    """The period of an option. UserError when it is none."""
    try:
        return Period.parse(text)
    except ValueError:
        raise UserError(_("{period} is not a period. Write it as 2026-M11, 2026-Q3 or 2026.", period=text)) from None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UserError(_("{day} is not a day. Write it as 2025-01-08.", day=text)) from None
