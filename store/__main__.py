"""`python -m store`: make, save, prove and export what is kept. 0: done, 1: something to fix (on stderr), 2: wrong usage."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import OperationalError

from catalogue import command
from catalogue.errors import UserError
from catalogue.language import _, number
from catalogue.progress import shown
from store import above
from store.export import write_csv
from store.rebuild import Difference, rebuild
from store.store import Store, open_store


def main(arguments: list[str] | None = None) -> int:
    """Run one command; its exit code."""
    given = _parser().parse_args(arguments)
    store = open_store(given.database, given.originals)
    try:
        if given.command not in ("init", "upgrade", "restore") and not store.is_ready():
            raise UserError(_("The database is not ready: run `python -m store init` (new) or `python -m store upgrade` (older version)."))
        return given.act(store, given)
    except (UserError, OperationalError) as error:
        print(error if isinstance(error, UserError) else _("The database cannot be reached: {reason}", reason=error.orig), file=sys.stderr)
        return 1
    finally:
        store.close()


def _parser() -> argparse.ArgumentParser:
    parser = command.parser("python -m store", _("Make, save, prove and export what is kept."))
    parser.add_argument("--database", metavar=_("ADDRESS"), help=_("address of the database (else CHISO_DATABASE_URL, else data/local/)"))
    parser.add_argument(
        "--originals", type=Path, metavar=_("FOLDER"), help=_("folder of the originals (else CHISO_ORIGINALS, else beside the database)")
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar=_("COMMAND"))
    commands.add_parser("init", help=_("make the tables and sow the declared targets")).set_defaults(act=_initialise)
    commands.add_parser("upgrade", help=_("bring an older database to this version")).set_defaults(act=_initialise)
    commands.add_parser("verify", help=_("prove the audit trail, the originals and the figures' cells")).set_defaults(act=_verify)
    saving = commands.add_parser("backup", help=_("save everything to one file"))
    saving.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup file"))
    saving.set_defaults(act=_backup)
    restoring = commands.add_parser("restore", help=_("fill an empty database from a backup of either engine"))
    restoring.add_argument("file", type=Path, metavar=_("FILE"), help=_("the backup file"))
    restoring.add_argument("--force", action="store_true", help=_("replace what the database holds"))
    restoring.set_defaults(act=_restore)
    again = commands.add_parser("rebuild", help=_("read every original again with the recorded answers, and compare"))
    again.add_argument(
        "--into", metavar=_("ADDRESS"), help=_("address of an empty database to keep the result in (else it is thrown away)")
    )
    again.set_defaults(act=_rebuild)
    exporting = commands.add_parser("export", help=_("write observations or figures as CSV"))
    exporting.add_argument(
        "what", choices=["observations", "figures"], help=_("observations (cells as received) or figures (what is computed from them)")
    )
    exporting.add_argument("--out", required=True, metavar=_("FILE"), help=_("a file, or - for standard output"))
    exporting.add_argument("--bom", action="store_true", help=_("mark the file as UTF-8, for Excel"))
    exporting.set_defaults(act=_export)
    return parser


def _initialise(store: Store, given: argparse.Namespace) -> int:
    store.initialise()
    print(_("The database is ready."))
    return 0


def _verify(store: Store, given: argparse.Namespace) -> int:
    faults = store.verify()
    for fault in faults:
        print(fault.message, file=sys.stderr)
    if not faults:
        print(
            _(
                "Everything holds: {lines} lines of the audit trail, {returns} returns.",
                lines=store.version(),
                returns=len(store.submissions()),
            )
        )
    return 1 if faults else 0


def _backup(store: Store, given: argparse.Namespace) -> int:
    if not given.file.parent.is_dir():
        raise UserError(_("There is no folder {folder}.", folder=str(given.file.parent)))
    counts = store.backup(given.file)
    print(
        _(
            "Saved {returns} returns and {cells} cells to {file}.",
            returns=counts["submission"],
            cells=counts["observation"],
            file=given.file,
        )
    )
    return 0


def _restore(store: Store, given: argparse.Namespace) -> int:
    counts = store.restore(given.file, force=given.force)
    print(_("Restored {returns} returns and {cells} cells.", returns=number(counts["submission"]), cells=number(counts["observation"])))
    return _verify(store, given)


@contextmanager
def _beside(address: str | None) -> Iterator[Store]:
    """An empty store at the address given, or one that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = open_store(address or f"sqlite:///{folder}/chiso.db", Path(folder) / "originals" if address is None else None)
        try:
            if fresh.holds_something():
                raise UserError(_("The database is not empty: name an empty one."))
            fresh.initialise()
            yield fresh
        finally:
            fresh.close()


def _rebuild(store: Store, given: argparse.Namespace) -> int:
    with _beside(given.into) as fresh:
        found = list(rebuild(store, fresh, above.reader, lambda all_: shown(all_, len(all_), _("Reading the originals again"))))
        for difference in found:
            print(_told(difference), file=sys.stderr)
        print(_("{returns} returns read again: {count} differences.", returns=number(len(fresh.submissions())), count=number(len(found))))
    return 1 if found else 0


def _told(difference: Difference) -> str:
    """Which cell of which return, and what stood and stands there."""
    unit, period, basis, element, _value, sheet, cell, _raw, _status = difference.kept or difference.reread or ("",) * 9
    was, now = (("-" if one is None else f"{one[4]:g} ({one[8]})") for one in (difference.kept, difference.reread))
    where = f"{difference.submission} {difference.file_name}: {sheet}!{cell}"
    return f"{where} {element} {unit} {period} {basis}: {was} -> {now}"


def _export(store: Store, given: argparse.Namespace) -> int:
    frame = store.observations() if given.what == "observations" else above.figures(store)
    if given.out == "-":
        write_csv(frame, sys.stdout, bom=given.bom)
        return 0
    with Path(given.out).open("w", encoding="utf-8", newline="") as out:
        write_csv(frame, out, bom=given.bom)
    return 0


if __name__ == "__main__":
    sys.exit(command.quietly(main))
