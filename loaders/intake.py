"""An accepted reading into the store: the original first, then the return with all that belongs to it in one transaction."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from catalogue.calendars import HERE
from catalogue.facts import Observation
from catalogue.language import _, day
from catalogue.periods import Period
from loaders.compare import Comparison
from loaders.corrected import recognised
from loaders.files import read_paths
from loaders.linked import hold_together
from loaders.remembering import SHAPE, lasting, shape_of
from loaders.result import FileReading
from loaders.settling import found_wrong
from loaders.standing import ended
from loaders.verdict import told
from store import STATE_OF, Answer, Narrative, Store, Submission

PERSONAL = "personal_data"


def submission_from(reading: FileReading, by: str, batch: str = "", state: str = "", replaces: int | None = None) -> Submission:
    """The submission a reading gives; `state` is that of its outcome unless told otherwise."""
    return Submission(
        sha256=reading.sha256,
        file_name=reading.file,
        state=state or STATE_OF[reading.outcome],  # type: ignore[arg-type]
        received_by=by,
        outcome=reading.outcome,
        message=reading.message,
        sender=reading.sender or None,
        periods=tuple(dict.fromkeys(o.period for o in reading.observations if o.period)),
        batch=batch,
        signature=reading.signature,
        replaces=replaces,
    )


def keep(
    store: Store,
    data: bytes,
    reading: FileReading,
    by: str,
    batch: str = "",
    answers: Mapping[str, str] | None = None,
    replaces: int | None = None,
) -> int | None:
    """Keep one read file; None for a list of people, of which nothing is kept."""
    if any(i.code == PERSONAL for i in reading.issues):
        return None
    reading = hold_together(found_wrong(reading))
    reading = replace(reading, sha256=store.keep_original(data, reading.file).sha256)
    given = [Answer(key, value, by) for key, value in (answers or {}).items()]
    texts = [Narrative(n.unit, n.period, n.heading, n.text) for n in reading.narratives]
    cells = [o for o in reading.observations if o.unit and o.period]
    rest = reading.to_json()
    for part in ("observations", "issues", "narratives"):
        rest[part] = []
    number = store.commit_return(submission_from(reading, by, batch, replaces=replaces), cells, reading.issues, given, texts, rest)
    if answers and reading.signature and reading.outcome == "accept":
        remember(store, reading, answers, by)
    return number


def remember(store: Store, reading: FileReading, answers: Mapping[str, str], by: str) -> None:
    """Keep what was answered about headings and scales, beside what is known already of this shape from this sender."""
    told = lasting(answers)
    if told:
        known = next((r.mapping for r in store.remembered(reading.signature, reading.sender) if r.sender == reading.sender), {})
        store.remember_reading(reading.signature, reading.sender, {**known, **told, SHAPE: shape_of(reading)}, by, reading.sha256)


def unlearn(store: Store, sha256: str, keys: Collection[str], by: str) -> bool:
    """Take out of memory what this very file taught under these keys; whether it had taught any."""
    taught = [one for one in store.remembered() if one.sha256 == sha256 and any(key in one.mapping for key in keys)]
    for one in taught:
        rest = {key: value for key, value in one.mapping.items() if key not in keys}
        if set(rest) - {SHAPE}:
            store.remember_reading(one.signature, one.sender, rest, by, one.sha256)
        else:
            store.forget(one.signature, one.sender, by)
    return bool(taught)


def memory(store: Store) -> dict[str, dict[str, str]]:
    """What is remembered, as `remembering` wants it."""
    return {one.place: {key: str(value) for key, value in one.mapping.items()} for one in store.remembered()}


def history(store: Store, units: Iterable[str], periods: Iterable[str], last: int | None = None) -> list[Observation]:
    """What is in force for these units in these periods and the periods just before, and their stocks of the period that ended last
    before each: what new files are compared with.

    `last` leaves out what later submissions said.
    """
    wanted = {p for text in periods for p in (text, str(Period.parse(text).previous))}
    wanted |= _last_of_stocks(store, units, wanted)
    table = store.observations(periods=sorted(wanted), units=sorted(set(units))) if wanted else None
    if table is None or table.empty:
        return []
    return [
        Observation(r["unit"], r["period"], r["basis"], r["element"], float(r["value"]), r["sheet"], r["cell"], r["raw"])
        for r in table.to_dict("records")
        if last is None or r["submission"] <= last
    ]


def _last_of_stocks(store: Store, units: Iterable[str], periods: Iterable[str]) -> set[str]:
    """The periods that hold, for some stock of these units, what it was before one of these periods, or at its end."""
    told = store.observations(units=sorted(set(units)), places=False) if periods else None
    if told is None or told.empty:
        return set()
    stocks = told[told["basis"] == "to_date"].astype({"period": str, "unit": str, "element": str})
    ends = stocks["period"].map(ended)
    found: set[str] = set()
    for text in periods:
        found |= set(stocks.loc[ends == ended(text), "period"])
        before = stocks.assign(ends=ends)[ends < ended(text)]
        latest = before.groupby(["unit", "element"])["ends"].transform("max")
        found |= set(before.loc[before["ends"] == latest, "period"])
    return found


def import_paths(
    store: Store, paths: Iterable[Path], by: str, batch: str = "", received: dt.date | None = None
) -> Iterator[tuple[FileReading, int | None]]:
    """Read files, compare them with each other and with what is in force, and keep them; each reading with its submission's number.
    `received`, the day on which they came, is today unless told otherwise.

    Nothing is kept of a list of people, nor of a file whose very bytes were received before: these have no number.
    """
    files = list(paths)
    name = batch or f"import {dt.datetime.now(dt.UTC):%Y-%m-%d %H:%M:%S}"
    last = int(store.submissions()["id"].max()) if not store.submissions().empty else 0
    for path, reading in zip(files, read_paths(files, memory=memory(store), received=received or today()), strict=True):
        data = path.read_bytes()
        day_before = _received_on(store, hashlib.sha256(data).hexdigest(), last)
        if day_before:
            yield _again(reading, day_before), None
        else:
            known, returned = recognised(store, reading, path)
            beside = told(_beside(store, known, last))
            yield beside, keep(store, data, beside, by, name, replaces=None if beside.outcome == "duplicate" else returned)


def _received_on(store: Store, sha256: str, last: int) -> str:
    """The day on which these bytes were received before this import and still stand; empty when they were not."""
    earlier = store.submissions(sha256=sha256)
    sent_back = (earlier["state"] == "refused") & ~earlier["outcome"].isin(("not_a_return", "unreadable"))
    standing = earlier[(earlier["id"] <= last) & (earlier["state"] != "withdrawn") & ~sent_back]
    return "" if standing.empty else day(standing["received_at"].iloc[0].date())


def _again(reading: FileReading, received: str) -> FileReading:
    said = _("This very file was received on {day} already.", day=received)
    return replace(reading, outcome="duplicate", message=said, observations=(), questions=(), narratives=())


def today() -> dt.date:
    """The day on which a file comes that is received now, by the calendar of the office."""
    return dt.datetime.now(HERE).date()


def _beside(store: Store, reading: FileReading, last: int) -> FileReading:
    """The reading beside what was in force before this import for its units and periods."""
    if reading.outcome in ("unreadable", "not_a_return", "duplicate"):
        return reading
    units, periods = {o.unit for o in reading.observations if o.unit}, {o.period for o in reading.observations if o.period}
    comparison = Comparison()
    comparison.learn(history(store, units, periods, last), _("the figures taken in before"))
    return comparison.compare(reading)
