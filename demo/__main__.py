"""`python -m demo ensure|rebuild|remove|write FOLDER`: illustrative workbooks, made and read in like anybody's."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from catalogue import command
from catalogue.language import _
from catalogue.progress import shown
from demo import arrivals, filling
from store import Store, open_store
from store.database import DEFAULT_FOLDER

FOLDER = DEFAULT_FOLDER / "demo"


def _fill(store: Store) -> int:
    states = filling.fill(store, FOLDER)
    accepted = states.get("accepted", 0)
    print(_("The demo is ready: {count} returns, {accepted} accepted.", count=sum(states.values()), accepted=accepted))
    return 0


def ensure(_given: argparse.Namespace) -> int:
    """Make the tables, and the demo when the store is empty and the demo was never taken away."""
    store = open_store()
    if not store.is_ready():
        store.initialise()
    return _fill(store) if filling.is_wanted(store) else 0


def rebuild(_given: argparse.Namespace) -> int:
    """Take the demo away and make it anew; the returns of people stay."""
    store = open_store()
    store.initialise()
    filling.remove(store)
    return _fill(store)


def remove(_given: argparse.Namespace) -> int:
    """Take the demo away, whole."""
    store = open_store()
    store.initialise()
    print(_("{count} illustrative returns were taken away.", count=filling.remove(store)))
    return 0


def write(given: argparse.Namespace) -> int:
    """Write the workbooks only (or one of each form); nothing is stored."""
    sent = arrivals.one_of_each() if given.samples else arrivals.returns()
    for _path in shown(arrivals.write(given.folder, sent), len(sent), _("Writing the demo workbooks"), logged=True):
        pass
    return 0


def main() -> int:
    """Run one command; 0 when done."""
    parser = command.parser("python -m demo", _("Illustrative workbooks: made, and read in like anybody's."))
    commands = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    for act, text in (
        (ensure, _("make the tables, and the demo when the store is empty and the demo was never taken away")),
        (rebuild, _("take the demo away and make it anew; the returns of people stay")),
        (remove, _("take the demo away, whole")),
        (write, _("write the workbooks only; nothing is stored")),
    ):
        adding = commands.add_parser(act.__name__, help=text, description=text)
        adding.set_defaults(act=act)
        if act is write:
            adding.add_argument("folder", type=Path, metavar=_("FOLDER"))
            adding.add_argument("--samples", action="store_true", help=_("one of each form"))
    given = parser.parse_args()
    return given.act(given)


if __name__ == "__main__":
    sys.exit(main())
