"""The correction workbook of a return in the store, or of a file: what `python -m loaders correct` and the pages give out."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any, cast

from catalogue.errors import UserError
from catalogue.facts import Observation, Outcome
from catalogue.language import _, language
from catalogue.periods import Period
from catalogue.units import units
from loaders.correction.plan import Plan, marks_of
from loaders.faults import faults_of
from loaders.files import read_paths
from loaders.linked import hold_together
from loaders.result import FileReading
from loaders.spoken import period_name
from loaders.understood_names import names_understood
from loaders.worker import run
from store import Store

_COLUMNS = ["unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status"]
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Made:
    """A correction workbook. `kind` is "own" (the sender's file), "values" (a copy without `lost`) or "list" (too large to copy)."""

    name: str
    data: bytes
    kind: str
    lost: tuple[str, ...]
    places: int


def reading_of(store: Store, number: int) -> FileReading:
    """What was read of a submission, with its cells and issues as the store holds them."""
    frame = store.observations(submission=number, status=None, current=False)
    seen = tuple(Observation(*row) for row in frame[_COLUMNS].astype(object).itertuples(index=False, name=None))
    told = store.reading(number)
    if told is None or "outcome" not in told:
        found = store.submission(number)
        reading = FileReading(found.file_name, found.sha256, cast(Outcome, found.outcome or "accept"), found.message)
    else:
        reading = FileReading.from_json(told)
    return replace(reading, observations=seen, issues=tuple(store.issues(number)))


def of_submission(store: Store, number: int) -> Made:
    """The correction workbook of a return in the store; UserError when nothing in it is to be mended."""
    found = store.submission(number)
    reading = replace(reading_of(store, number), sha256=found.sha256, file=found.file_name)
    return _made(store.original(found.sha256), reading, notes_on(store, number, reading))


def notes_on(store: Store, number: int, reading: FileReading) -> tuple[str, ...]:
    """What the sender is to know of a return beside its cells to mend: names that had to be settled for it."""
    sheets = {one.sheet for one in reading.observations} | {one.sheet for one in reading.tables}
    return names_understood(store.answers(number), sheets)


def of_file(path: Path) -> Made:
    """The correction workbook of a file as it reads by itself."""
    (reading,) = read_paths([path])
    return _made(path.read_bytes(), hold_together(reading))


def _made(data: bytes, reading: FileReading, notes: tuple[str, ...] = ()) -> Made:
    faults = faults_of(reading)
    if reading.outcome in ("unreadable", "not_a_return", "duplicate") or not faults:
        raise UserError(_("{file}: there is no cell to mend. {why}", file=reading.file, why=reading.message))
    plan = Plan(reading.sha256, reading.file, whose(reading), marks_of(faults), notes)
    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        path, out = Path(folder) / "file", Path(folder) / "out.xlsx"
        path.write_bytes(data)
        request: dict[str, Any] = {"do": "correct", "path": str(path), "name": reading.file, "out": str(out), "language": language()}
        told = next(iter(run([request | {"plan": plan.to_json()}], 1)))
        if "kind" not in told:
            raise UserError(_("{file}: the correction workbook could not be written. {why}", file=reading.file, why=told["message"]))
        return Made(name_of(reading.file), out.read_bytes(), told["kind"], tuple(told["lost"]), len(plan.marks))


def whose(reading: FileReading) -> str:
    """The units and periods of a return as they are called."""
    known = units()
    named = list(dict.fromkeys(known[o.unit].name for o in reading.observations if o.unit in known))
    periods = sorted({Period.parse(o.period) for o in reading.observations if o.period})
    who = ", ".join(named) if len(named) <= _NAMED else _("{count} units", count=len(named))
    return " · ".join(part for part in (who, ", ".join(period_name(period) for period in periods[:_NAMED])) if part)


def name_of(file: str) -> str:
    """The name under which the correction workbook of a file goes back."""
    stem = PurePath(file.replace("\\", "/")).stem
    start = _("TO MEND")
    return f"{stem if stem.startswith(start) else f'{start} - {stem}'}.xlsx"
