"""python -m report check: findings on files, as words or as JSON."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from contextlib import closing
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from indicators.cube import open_cube
from report import names
from report.checking.against import against
from report.checking.check import findings, report_of
from report.checking.finding import Finding
from report.checking.ours import Ours
from report.checking.reading import read
from report.checking.reported import Report
from report.done import Done
from store import open_store

_VERDICTS = {
    "differs": "differs",
    "no_basis": "no basis",
    "no_denominator": "no denominator",
    "inconsistent": "inconsistent",
    "outdated": "outdated",
    "misspelt": "misspelt",
}


def takes(adding: argparse.ArgumentParser) -> None:
    """What the command takes."""
    adding.add_argument("files", nargs="+", type=Path, metavar=_("FILE"), help=_("a report: .docx, .pdf with text, or .txt"))
    adding.add_argument("--json", action="store_true", help=_("one JSON object a line per finding"))
    adding.add_argument(
        "--unit", default="", metavar=_("UNIT"), help=_("the unit the report is of, such as 23341.2; else what the text says")
    )
    adding.add_argument("--period", default="", metavar=_("PERIOD"), help=_("the period it is about, such as 2024 or 2026-M10"))


def act(args: argparse.Namespace) -> Done:
    """0 nothing to mend, 1 something to mend; UserError for wrong usage and files that cannot be read."""
    unit, period = _unit(args.unit), _period(args.period)
    lines: list[str] = []
    alarms = 0
    with closing(open_store()) as store:
        ours = Ours(open_cube(store), store.targets()) if store.is_ready() else None
        for path in args.files:
            report = report_of(read(_bytes(path)), unit, period)
            found = findings(report, ours)
            alarms += sum(f.alarm for f in found)
            lines += _json(found) if args.json else _words(path, report, found)
    alone = () if ours else (_("There is no store of figures here yet: the numbers are held against each other alone."),)
    return Done(1 if alarms else 0, tuple(lines), alone)


def _bytes(path: Path) -> bytes:
    if not path.is_file():
        raise UserError(_("There is no such file: {path}. Check its name.", path=path))
    return path.read_bytes()


def _unit(text: str) -> str:
    if text and text not in units():
        raise UserError(_("{text} is no unit of the register. Write its id, such as 23341.2.", text=text))
    return text


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text) if text else None
    except ValueError:
        raise UserError(_("{text} is no period. Write it as 2026-M03, 2026-Q1 or 2026.", text=text)) from None


def _json(found: list[Finding]) -> list[str]:
    return [json.dumps(finding.contract(), ensure_ascii=False) for finding in found]


def _words(path: Path, report: Report, found: list[Finding]) -> list[str]:
    alarms = (f"  {f.where}: {f.text} [{_(_VERDICTS[f.verdict])}] {f.message}" for f in found if f.alarm)
    return [f"{path}: {summary(report, found)}", *(f"  {said}" for said in against(report)), *alarms]


def summary(report: Report, found: list[Finding]) -> str:
    """One sentence: whose report, which period, how much to mend, how much agrees."""
    counted = Counter(finding.alarm for finding in found)
    unit, period = report.about.unit, report.about.period
    return _(
        "{unit}, {period}: {alarms} to mend, {matches} agree with our figures.",
        unit=unit.name if unit else _("unit not found in the text"),
        period=names.period_inline(period) if period else _("period not found in the text"),
        alarms=number(counted[True]),
        matches=number(counted[False]),
    )
