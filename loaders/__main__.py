"""python -m loaders read|layout|import|template: what a user does without the dashboard."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalogue.language import _
from loaders.files import read_paths
from loaders.result import contract

_SKIPPED = ("~$", ".")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 something to fix, 2 wrong usage."""
    args = _parser().parse_args(argv)
    return int(args.run(args))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(required=True)
    read = commands.add_parser("read", help="read files and say what was understood; stores nothing")
    read.add_argument("files", nargs="+", type=Path)
    read.add_argument("--json", action="store_true", help="one JSON object a line per file")
    read.set_defaults(run=_read)
    return parser


def files_in(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, folders opened, in a stable order; lock files left out."""
    for path in paths:
        if path.is_dir():
            yield from (p for p in sorted(path.rglob("*")) if p.is_file() and not p.name.startswith(_SKIPPED))
        else:
            yield path


def _read(args: argparse.Namespace) -> int:
    paths = list(files_in(args.files))
    missing = [p for p in paths if not p.exists()]
    if missing:
        print(_("No such file: {path}", path=missing[0]), file=sys.stderr)
        return 2
    for done, reading in enumerate(read_paths(paths), 1):
        if args.json:
            print(json.dumps(contract(reading), ensure_ascii=False), flush=True)
        else:
            print(f"{reading.file}: {reading.outcome}. {reading.message}", flush=True)
        _progress(done, len(paths))
    return 0


def _progress(done: int, total: int) -> None:
    """A bar on stderr, when a person watches."""
    if sys.stderr.isatty() and total > 1:
        filled = 30 * done // total
        print(f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{total}", end="\n" if done == total else "", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
