"""python -m report lint."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import _, number
from report.done import Done
from report.linter import Breach, lint


def takes(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("file", type=Path, metavar=_("FILE"), help=_("the Word file (.docx) to check"))
    parser.add_argument("--json", action="store_true", help=_("one JSON object a line for each departure"))


def act(args: argparse.Namespace) -> Done:
    """Say every departure; 1 where there is one."""
    if not args.file.is_file():
        raise UserError(_("There is no file {file}.", file=args.file))
    found = lint(args.file.read_bytes())
    if args.json:
        return Done(bool(found), tuple(json.dumps(asdict(one), ensure_ascii=False) for one in found))
    if not found:
        return Done(0, (_("The form keeps to Decree 30/2020."),))
    return Done(1, tuple(map(told, found)), (_("{count} departures from Decree 30/2020.", count=number(len(found))),))


def told(one: Breach) -> str:
    """A departure as a line."""
    return f"{one.where}: {one.message} [{one.rule}]"
