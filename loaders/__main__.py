"""python -m loaders read|layout|import|template: what a user does without the dashboard."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import _, language
from catalogue.periods import Period
from catalogue.units import units
from loaders.files import read_paths
from loaders.result import contract
from loaders.worker import run

_SKIPPED = ("~$", ".")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 something to fix (said on stderr), 2 wrong usage."""
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except UserError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, act, text in (
        ("read", _read, "read files and say what was understood; stores nothing"),
        ("layout", _layout, "say where the tables of any workbook stand"),
        ("import", _import, "read files and keep them in the store"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("files", nargs="+", type=Path, metavar="FILE")
        command.add_argument("--json", action="store_true", help="one JSON object a line per file")
        command.set_defaults(run=act)
        if name == "import":
            command.add_argument("--by", default=None, help="who imports; the name of the login by default")
            command.add_argument("--batch", default="", help="the name of the batch")
    template = commands.add_parser("template", help="write a workbook to fill in, with the last figures")
    template.add_argument("--unit", required=True)
    template.add_argument("--period", required=True)
    template.add_argument("--out", required=True, type=Path)
    template.set_defaults(run=_template)
    return parser


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, folders opened, in a stable order; lock files left out."""
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith(_SKIPPED))
        elif path.exists():
            yield path
        else:
            raise UserError(_("There is no such file: {path}. Check its name.", path=path))


def _read(args: argparse.Namespace) -> int:
    paths = list(files_in(args.files))
    failed = 0
    for done, reading in enumerate(read_paths(paths), 1):
        failed += reading.outcome in ("unreadable", "fix")
        print(
            json.dumps(contract(reading), ensure_ascii=False) if args.json else f"{reading.file}: {reading.outcome}. {reading.message}",
            flush=True,
        )
        _progress(done, len(paths))
    return _verdict(failed)


def _layout(args: argparse.Namespace) -> int:
    paths = list(files_in(args.files))
    requests = ({"do": "layout", "path": str(path), "name": path.name, "language": language()} for path in paths)
    failed = 0
    for done, found in enumerate(run(requests), 1):
        failed += "tables" not in found
        found.setdefault("tables", [])
        found.pop("seconds", None)
        print(json.dumps(found, ensure_ascii=False), flush=True)
        _progress(done, len(paths))
    return _verdict(failed)


def _import(args: argparse.Namespace) -> int:
    from loaders.intake import import_paths
    from store import open_store

    paths = list(files_in(args.files))
    store = open_store()
    store.initialise()
    failed = 0
    for done, (reading, number) in enumerate(import_paths(store, paths, args.by or getpass.getuser(), args.batch), 1):
        failed += reading.outcome not in ("accept", "duplicate")
        line = {**contract(reading), "submission": number}
        print(json.dumps(line, ensure_ascii=False) if args.json else f"{reading.file}: {reading.outcome}. {reading.message}", flush=True)
        _progress(done, len(paths))
    store.close()
    return _verdict(failed)


def _verdict(failed: int) -> int:
    if failed:
        print(_("{count} files need a person.", count=failed), file=sys.stderr)
    return 1 if failed else 0


def _template(args: argparse.Namespace) -> int:
    from loaders.template import write
    from store import open_store

    try:
        period = Period.parse(args.period)
    except ValueError:
        raise UserError(_("{text} is no period. Write it as 2026-M03, 2026-Q1 or 2026.", text=args.period)) from None
    if args.unit not in units():
        raise UserError(_("{text} is no unit of the register. Write its id, such as 23341.2.", text=args.unit))
    store = open_store()
    write(args.out, args.unit, period, store if store.is_ready() else None)
    print(args.out)
    return 0


def _progress(done: int, total: int) -> None:
    """A bar on stderr, when a person watches."""
    if sys.stderr.isatty() and total > 1:
        filled = 30 * done // total
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
