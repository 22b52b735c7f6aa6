"""A correction comes back: which return of the store it mends, and what holds for it of what was decided about that one."""

from __future__ import annotations

import tempfile
from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from typing import Any

from loaders.compare import SUPERSEDES
from loaders.correct import reading_of
from loaders.faults import faults_of
from loaders.result import FileReading, Mended
from loaders.understanding.sheets.correction import changed
from loaders.worker import run
from store import Answer, Store

_BY_SHAPE = ("to_fix", "refused")
_MENDABLE = ("ask", "fix")
_OF_FIGURES = ("value:", "falls:", "copied:", SUPERSEDES)


def recognised(store: Store, reading: FileReading, path: Path) -> tuple[FileReading, int | None]:
    """The reading as the correction it is, and the return it takes the place of; of any other file the reading and None.

    What a file says of itself is believed only when that return spoke of the same units. One without our hidden sheet is
    known by its sender, periods and the shape of its tables. `path` is where the file lies.
    """
    if reading.outcome not in ("accept", "ask", "fix"):
        return reading, None
    if reading.mended is not None:
        number_of = _said(store, reading)
        known = store.submissions(sha256=reading.mended.of)
        return (reading, number_of) if number_of or known.empty else (replace(reading, mended=None), None)
    number_of = _by_shape(store, reading)
    return (reading, None) if number_of is None else (_compared(store, reading, path, number_of), number_of)


def lasting_answers(store: Store, number_of: int) -> tuple[Answer, ...]:
    """What was decided about a return that holds for its correction too: whose, when and what, not single figures."""
    return tuple(one for one in store.answers(number_of) if not one.key.startswith(_OF_FIGURES))


def _said(store: Store, reading: FileReading) -> int | None:
    """The return the file names, or the latest correction of it."""
    assert reading.mended is not None
    found = store.submissions(sha256=reading.mended.of)
    standing = found[~found["state"].isin(("withdrawn", "duplicate"))]
    number_of = next((int(n) for n in standing["id"] if _of_the_same(store, int(n), reading)), None)
    return _latest(store, number_of) if number_of is not None else None


def _latest(store: Store, number_of: int) -> int:
    """The last of the corrections that took the place of a return, or itself."""
    rows = store.submissions()
    rows = rows[~rows["state"].isin(("withdrawn", "refused"))]
    after = dict(zip(rows["replaces"], rows["id"], strict=True))
    while number_of in after:
        number_of = int(after[number_of])
    return number_of


def _by_shape(store: Store, reading: FileReading) -> int | None:
    """The newest return sent back, or waiting to be mended, with the same sender, periods and shape."""
    periods = {o.period for o in reading.observations if o.period}
    alike = [int(row["id"]) for row in store.submissions(state=_BY_SHAPE).to_dict("records") if _is_alike(row, reading, periods)]
    gone = _replaced(store) if alike else set()
    return next((number_of for number_of in alike if number_of not in gone and _speaks_of_the_same(store, number_of, reading)), None)


def _is_alike(row: dict[Hashable, Any], reading: FileReading, periods: set[str]) -> bool:
    sender = row["sender"] if isinstance(row["sender"], str) else ""
    shape = bool(reading.signature) and row["signature"] == reading.signature and row["outcome"] in _MENDABLE
    return shape and sender == reading.sender and set(row["periods"]) == periods and row["sha256"] != reading.sha256


def _replaced(store: Store) -> set[int]:
    """The returns in whose place another one stands."""
    rows = store.submissions()
    return {int(one) for one in rows[rows["state"] != "withdrawn"]["replaces"].dropna()}


def _speaks_of_the_same(store: Store, number_of: int, reading: FileReading) -> bool:
    """Whether most counts of a return are in the file too: lists with a name and a number all have one shape."""
    frame = store.observations(submission=number_of, status=None, current=False)
    before = set(zip(frame["unit"], frame["element"], strict=True))
    return 2 * len(before & {(o.unit, o.element) for o in reading.observations}) >= len(before) > 0


def _of_the_same(store: Store, number_of: int, reading: FileReading) -> bool:
    """Whether a return spoke of the same units; one that named none may be anybody's."""
    before = {unit for unit in store.observations(submission=number_of, status=None, current=False)["unit"] if unit}
    return not before or bool(before & {o.unit for o in reading.observations})


def _compared(store: Store, reading: FileReading, path: Path, number_of: int) -> FileReading:
    """The reading beside the return it mends: which places were to mend there, and which others hold something else."""
    was = store.submission(number_of)
    faults = faults_of(reading_of(store, number_of))
    kinds = {fault.place: fault.codes for fault in faults}
    told = {*kinds, *(place for fault in faults for place in fault.words)}
    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        before = Path(folder) / "file"
        before.write_bytes(store.original(was.sha256))
        requests = [{"do": "held", "path": str(p), "name": name} for p, name in ((before, was.file_name), (path, reading.file))]
        old, new = (found.get("held", {}) for found in run(requests))
    others = tuple(place for place in changed(new, old, ()) if place not in told)
    return replace(reading, mended=Mended(was.sha256, tuple(kinds), others, kinds))
