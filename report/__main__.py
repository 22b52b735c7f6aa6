"""python -m report: the written report without the dashboard. 0: done, 1: something to fix (on stderr), 2: wrong usage."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NamedTuple

from catalogue import command
from catalogue.errors import UserError
from catalogue.language import _
from report import drafting, linting, sending
from report.checking import command as checking
from report.done import Done


class Command(NamedTuple):
    """One command: what it is for, what it takes, what it does."""

    text: str
    takes: Callable[[argparse.ArgumentParser], None]
    act: Callable[[argparse.Namespace], Done]


def commands() -> dict[str, Command]:
    """The one table of commands."""
    return {
        "draft": Command(_("write the report of a unit and period as a Word file"), drafting.takes, drafting.act),
        "lint": Command(_("check the form of a Word file against Decree 30/2020"), linting.takes, linting.act),
        "one-page": Command(_("write one A4 page for the chairman as a PDF"), sending.takes, sending.one_page_command),
        "slides": Command(_("write six slides for the meeting as a PowerPoint file"), sending.takes, sending.slides_command),
        "workbook": Command(_("write the consolidated workbook with live formulas"), sending.takes, sending.workbook_command),
        "sources": Command(_("write every cell behind the figures as a workbook"), sending.takes, sending.sources_command),
        "reminder": Command(_("write the official letter that reminds late communes"), sending.takes, sending.reminder_command),
        "check": Command(_("check the numbers, units, citations and words of a report"), checking.takes, checking.act),
    }


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command."""
    parser = command.parser("python -m report", _("Write and check official reports without the dashboard."))
    subparsers = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    for name, one in commands().items():
        sub = subparsers.add_parser(name, help=one.text, description=one.text)
        one.takes(sub)
        sub.set_defaults(act=one.act)
    args = parser.parse_args(argv)
    try:
        done = args.act(args)
    except UserError as error:
        print(error, file=sys.stderr)
        return 2
    for stream, lines in ((sys.stdout, done.lines), (sys.stderr, done.wrong)):
        for line in lines:
            print(line, file=stream)
    return done.code


if __name__ == "__main__":
    sys.exit(command.quietly(main))
