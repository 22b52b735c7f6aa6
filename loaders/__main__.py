"""python -m loaders read|layout|import|template|correct|ask: what a user does without the dashboard."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from catalogue import command
from catalogue.check import strange_rows
from catalogue.errors import UserError
from catalogue.language import _, language
from catalogue.periods import Period
from catalogue.progress import shown
from catalogue.units import units
from loaders.files import read_paths
from loaders.result import contract
from loaders.verdict import told
from loaders.worker import run

_SKIPPED = ("~$", ".")
READ = {
    "accept": "clean",
    "ask": "needs an answer",
    "fix": "needs mending",
    "duplicate": "the same as another file",
    "not_a_return": "not a return",
    "unreadable": "cannot be opened",
    "kept_out": "brings nothing, earlier figures are kept",
}
KEPT = {
    "accept": "taken in",
    "ask": "kept, waits for an answer",
    "fix": "kept, waits to be mended",
    "duplicate": "sent before, nothing was added",
    "not_a_return": "kept as not a return",
    "unreadable": "kept, cannot be opened",
    "kept_out": "kept, earlier figures stay in force",
}
NOT_KEPT = "a list of people, not kept"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 something to fix (said on stderr), 2 wrong usage."""
    args = _parser().parse_args(argv)
    try:
        for fault in strange_rows():
            print(fault, file=sys.stderr)
        return int(args.run(args))
    except UserError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = command.parser("python -m loaders", _("Read, keep and prepare returns without the dashboard."))
    commands = parser.add_subparsers(required=True, dest="command", metavar=_("COMMAND"))
    for name, act, text in (
        ("read", _read, _("read files and say what was understood; stores nothing")),
        ("layout", _layout, _("say where the tables of any workbook stand")),
        ("import", _import, _("read files and keep them in the store")),
    ):
        adding = commands.add_parser(name, help=text, description=text)
        adding.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("files, or folders with files"))
        adding.add_argument("--json", action="store_true", help=_("one JSON object a line per file"))
        adding.set_defaults(run=act)
        if name == "import":
            adding.add_argument("--by", default=None, metavar=_("NAME"), help=_("who imports; the name of the login by default"))
            adding.add_argument("--batch", default="", metavar=_("NAME"), help=_("the name of the batch"))
    text = _("say what an empty form or a letter asks for, and what of it is held")
    ask = commands.add_parser("ask", help=text, description=text)
    ask.add_argument("file", type=Path, metavar=_("FILE"), help=_("the form (a workbook) or the letter (.txt)"))
    ask.add_argument("--unit", required=True, metavar=_("UNIT"), help=_("id of the unit, such as 23341.2"))
    ask.add_argument("--period", default="", metavar=_("PERIOD"), help=_("period, such as 2026-M11; by default the one the request names"))
    ask.add_argument("--out", type=Path, default=None, metavar=_("FILE"), help=_("the answer as a workbook"))
    ask.add_argument(
        "--missing",
        type=Path,
        default=None,
        metavar=_("FILE"),
        help=_("a zip with a prefilled workbook for each commune that owes figures"),
    )
    ask.set_defaults(run=_ask)
    text = _("write a workbook to fill in, with the last figures")
    template = commands.add_parser("template", help=text, description=text)
    template.add_argument("--unit", required=True, metavar=_("UNIT"), help=_("id of the unit, such as 23341.2"))
    template.add_argument("--period", required=True, metavar=_("PERIOD"), help=_("period, such as 2026-M11, 2026-Q3 or 2026"))
    template.add_argument("--out", required=True, type=Path, metavar=_("FILE"), help=_("the workbook to write"))
    template.set_defaults(run=_template)
    text = _("write the workbook that goes back to the sender of a return, its wrong and doubtful cells marked")
    correct = commands.add_parser("correct", help=text, description=text)
    correct.add_argument("what", metavar=_("RETURN"), help=_("number of a return in the store, or a file"))
    correct.add_argument("--out", required=True, type=Path, metavar=_("FILE"), help=_("the workbook to write"))
    correct.set_defaults(run=_correct)
    text = _("say which headings of a form are known, and write the others as rows for a person to complete")
    declare = commands.add_parser("declare", help=text, description=text)
    declare.add_argument("sample", type=Path, metavar=_("SAMPLE"), help=_("a workbook of the form, filled in or blank"))
    declare.add_argument(
        "--out", required=True, type=Path, metavar=_("FILE"), help=_("the table of synonyms, such as data/site/synonyms.csv")
    )
    declare.set_defaults(run=_declare)
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
    for reading in shown(read_paths(paths), len(paths), _("Reading files")):
        failed += reading.outcome in ("unreadable", "fix")
        _say(args, contract(told(reading)), _(READ[reading.outcome]))
    return _verdict(failed)


def _layout(args: argparse.Namespace) -> int:
    paths = list(files_in(args.files))
    requests = ({"do": "layout", "path": str(path), "name": path.name, "language": language()} for path in paths)
    failed = 0
    for found in shown(run(requests), len(paths), _("Reading files")):
        failed += "tables" not in found
        found.setdefault("tables", [])
        found.pop("seconds", None)
        print(json.dumps(found, ensure_ascii=False), flush=True)
    return _verdict(failed)


def _import(args: argparse.Namespace) -> int:
    from loaders.intake import import_paths
    from store import open_store

    paths = list(files_in(args.files))
    store = open_store()
    store.initialise()
    failed, counted = 0, Counter[str]()
    try:
        read = import_paths(store, paths, args.by or getpass.getuser(), args.batch)
        for reading, number in shown(read, len(paths), _("Reading files")):
            word = _(KEPT[reading.outcome] if number is not None or reading.outcome == "duplicate" else NOT_KEPT)
            counted[word] += 1
            failed += reading.outcome not in ("accept", "duplicate")
            _say(args, {**contract(reading), "submission": number}, word)
    finally:
        store.close()
    if not args.json:
        print(_("{count} files: {parts}.", count=len(paths), parts=", ".join(f"{many} {word}" for word, many in counted.items())))
    return _verdict(failed)


def _say(args: argparse.Namespace, line: dict[str, object], word: str) -> None:
    """One line a file: JSON with its codes, or words."""
    text = json.dumps(line, ensure_ascii=False) if args.json else f"{line['file']}: {word}. {line['message']}"
    print(text, flush=True)


def _verdict(failed: int) -> int:
    if failed:
        print(_("{count} files need a person.", count=failed), file=sys.stderr)
    return 1 if failed else 0


def _ask(args: argparse.Namespace) -> int:
    from indicators.cube import open_cube
    from indicators.held import declared_with_counts
    from loaders.answer_book import FILLABLE, answer_book, name_of, value_of, words_of
    from loaders.answering import answers, cells_behind, communes_of, forms_to_send, lacking
    from loaders.asked import FORMS, asked_in_text, read_form
    from store import open_store

    data, form = next(files_in([args.file])).read_bytes(), args.file.suffix.lower() in FORMS
    asked = read_form(data, args.file.name) if form else asked_in_text(data.decode("utf-8-sig", "replace"), args.file.name)
    unit, period = _known_unit(args.unit), _known_period(args.period or asked.period)
    store = open_store()
    cube = open_cube(store, words=declared_with_counts())
    found, communes = answers(cube, asked, unit, period), communes_of(unit, period)
    for answer in found:
        understood = name_of(answer.held.code) if answer.held else ""
        print(" | ".join([answer.item.cell, answer.item.text, understood, value_of(answer.held), words_of(answer)]).lstrip(" |"))
    if args.out:
        filled = data if args.file.suffix.lower() in FILLABLE else None
        args.out.write_bytes(answer_book(found, cells_behind(store, found, communes), asked.file, filled))
    if args.missing:
        args.missing.write_bytes(forms_to_send(store, lacking(cube, found, communes, period), period))
    open_ = sum(answer.state != "held" for answer in found)
    if open_:
        print(_("{count} of {all} items are not held whole.", count=open_, all=len(found)), file=sys.stderr)
    return 1 if open_ else 0


def _known_period(text: str) -> Period:
    try:
        return Period.parse(text)
    except ValueError:
        raise UserError(_("{text} is no period. Write it as 2026-M03, 2026-Q1 or 2026.", text=text)) from None


def _known_unit(text: str) -> str:
    if text not in units():
        raise UserError(_("{text} is no unit of the register. Write its id, such as 23341.2.", text=text))
    return text


def _template(args: argparse.Namespace) -> int:
    from loaders.template import write
    from store import open_store

    unit, period = _known_unit(args.unit), _known_period(args.period)
    store = open_store()
    write(args.out, unit, period, store if store.is_ready() else None)
    print(args.out)
    return 0


def _correct(args: argparse.Namespace) -> int:
    from loaders import correct
    from store import open_store

    path = Path(args.what)
    if path.exists():
        made = correct.of_file(path)
    elif args.what.isdecimal():
        store = open_store()
        try:
            made = correct.of_submission(store, int(args.what))
        except KeyError:
            raise UserError(_("There is no return number {number} in the store.", number=args.what)) from None
        finally:
            store.close()
    else:
        raise UserError(_("There is no such file: {path}. Check its name.", path=path))
    args.out.write_bytes(made.data)
    print(_("{out}: {count} places to mend.", out=args.out, count=made.places))
    return 0


def _declare(args: argparse.Namespace) -> int:
    from loaders import declare

    (sample,) = files_in([args.sample])
    found = declare.headings_of(sample)
    for one in found:
        print(f"{one.text}: {one.codes[0] if one.known else '?'}")
    added = declare.write(args.out, declare.proposed(found, sample.name))
    known = len([one for one in found if one.known])
    print(
        _("{known} of {all} headings are known; {added} rows were added to {out}.", known=known, all=len(found), added=added, out=args.out)
    )
    if added:
        print(_("Write the code of an element into the first column of each row, or delete the row. Nothing counts before."))
        print(_("A server that is running knows the rows only after it is started again."))
    return 0


if __name__ == "__main__":
    sys.exit(command.quietly(main))
