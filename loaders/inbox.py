"""The inbox: files are written to disk before anything else, then read, then wait in the store until a person takes them in.

Nothing is lost when a connection breaks: a file dropped and not yet read lies in the inbox folder beside the originals, and
reading goes on where it stopped; a file read is a submission in the store. Of a list of people only its name and the reason stay.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import secrets
import shutil
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from catalogue.calendars import HERE
from catalogue.facts import Observation
from catalogue.language import _, day
from loaders import intake
from loaders.beside import STANDING, compared, siblings
from loaders.correct import reading_of
from loaders.corrected import lasting_answers, recognised
from loaders.files import read_bytes, read_paths
from loaders.linked import hold_together
from loaders.opening.archive import files_in
from loaders.opening.refusal import Unreadable
from loaders.present import stated
from loaders.remembering import without
from loaders.result import FileReading
from loaders.settling import found_wrong
from loaders.sides import warned
from loaders.verdict import told
from store import STATE_OF, Answer, Narrative, Store

_BATCH = re.compile(r"\d{8}-\d{6}-[0-9a-f]{4}")
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 200  # bytes; most file systems take 255
_TURNED_AWAY = "turned-away:"
_locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


@dataclass(frozen=True, slots=True)
class Step:
    """One file of a batch was read. `submission` is None for a list of people, of which only name and reason stay."""

    done: int
    total: int
    file: str
    submission: int | None


def drop(store: Store, files: Iterable[tuple[str, bytes]]) -> tuple[str, list[str]]:
    """Write files to disk, those inside a zip one by one; the name of the batch and a sentence for each zip that stays closed."""
    batch = f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    refused, place = [], 0
    for name, data in files:
        try:
            found = files_in(data, name)
        except Unreadable as error:
            refused.append(f"{name}: {error}")
            continue
        for inner, content in found:
            _write(_folder(store, batch) / f"{place:05d}" / _fit(inner), content)
            place += 1
    return batch, refused


def unread(store: Store, batch: str) -> list[Path]:
    """The files of a batch that were not read yet, in the order they came."""
    return sorted(_folder(store, batch).glob("*/*")) if _BATCH.fullmatch(batch) else []


def unread_batches(store: Store) -> list[str]:
    """The batches that hold files nobody has read, the newest first."""
    return sorted((folder.name for folder in (store.folder / "inbox").glob("*") if unread(store, folder.name)), reverse=True)


def read(store: Store, batch: str, by: str, received: dt.date | None = None) -> Iterator[Step]:
    """Read what waits in a batch, file after file in the order they came, compared with each other and with what the store holds.
    `received`, the day on which they came, is today unless told otherwise.

    Stopping in the middle loses nothing: call it again. Two callers at once take turns.
    """
    with _locks[batch]:
        paths = unread(store, batch)
        before, day_of = siblings(store, batch), received or intake.today()
        read_now = read_paths(paths, memory=intake.memory(store), received=day_of)
        for done, (path, reading) in enumerate(zip(paths, read_now, strict=True), start=1):
            number = None
            if _is_personal(reading):
                _turn_away(store, batch, path.name, reading.message, by)
            else:
                kept = store.keep_original(path.read_bytes(), path.name)
                number = _keep(store, replace(reading, sha256=kept.sha256), path, batch, by, before, day_of)
            shutil.rmtree(path.parent)
            yield Step(done, len(paths), path.name, number)
        if paths:
            shutil.rmtree(_folder(store, batch), ignore_errors=True)


def _keep(
    store: Store,
    reading: FileReading,
    path: Path,
    batch: str,
    by: str,
    before: Sequence[tuple[str, list[Observation]]],
    received: dt.date,
) -> int:
    """One file that was just read into the store. A correction takes the place of the return it mends, and keeps its answers."""
    reading, returned = recognised(store, reading, path)
    answers = lasting_answers(store, returned) if returned is not None and reading.questions else ()
    given = {one.key: str(one.value) for one in answers}
    if given:
        again = read_bytes(path.read_bytes(), path.name, answers=given, memory=intake.memory(store), received=received)
        reading = replace(again, sha256=reading.sha256, mended=reading.mended)
    reading = _sent_before(store, compared(store, reading, given, before))
    return _commit(store, reading, by, batch, answers, None if reading.outcome == "duplicate" else returned)


def answer(
    store: Store,
    number: int,
    given: Mapping[str, str],
    by: str,
    why: str,
    *,
    keep_in_mind: bool = False,
    taken_back: Collection[str] = (),
) -> int:
    """Read a file again with answers beside those given before; the number of the new reading, which takes the place of the old.

    `keep_in_mind` lets what was answered about headings and scales hold for later files of this layout and sender. The keys
    `taken_back` are asked again: what was answered to them holds no more, here or in what is remembered of this file.
    """
    before = store.submission(number)
    decided = {one.key: one for one in store.answers(number) if one.key not in taken_back}
    decided |= {key: Answer(key, value, by, why) for key, value in given.items()}
    answers = {key: str(one.value) for key, one in decided.items()}
    keep_in_mind = intake.unlearn(store, before.sha256, {*taken_back, *given}, by) or keep_in_mind
    memory = without(intake.memory(store), taken_back)
    received = before.received_at.astimezone(HERE).date()
    reading = read_bytes(store.original(before.sha256), before.file_name, answers=answers, memory=memory, received=received)
    reading = replace(reading, mended=reading_of(store, number).mended)
    beside = compared(store, reading, answers, siblings(store, before.batch, until=number))
    if keep_in_mind and beside.signature:
        intake.remember(store, beside, given, by)
    return _commit(store, beside, by, before.batch, tuple(decided.values()), replaces=number)


def _commit(store: Store, reading: FileReading, by: str, batch: str, answers: Sequence[Answer], replaces: int | None = None) -> int:
    """One reading into the store; a clean one waits there too, until a person takes it in."""
    reading = told(warned(store, stated(hold_together(found_wrong(reading)))))
    state = "received" if reading.outcome == "accept" else STATE_OF[reading.outcome]
    submission = intake.submission_from(reading, by, batch, state, replaces)
    if replaces is not None and store.submission(replaces).sha256 == reading.sha256:
        submission = replace(submission, received_at=store.submission(replaces).received_at)
    cells = [o for o in reading.observations if o.unit and o.period]
    texts = [Narrative(n.unit, n.period, n.heading, n.text) for n in reading.narratives]
    rest = reading.to_json() | {part: [] for part in ("observations", "issues", "narratives")}
    return store.commit_return(submission, cells, reading.issues, answers, texts, rest)


def _sent_before(store: Store, reading: FileReading) -> FileReading:
    """A file whose very bytes stand in the store already is a duplicate."""
    earlier = store.submissions(sha256=reading.sha256, state=STANDING) if reading.sha256 else None
    if earlier is None or earlier.empty or reading.outcome == "duplicate":
        return reading
    said = _("This very file was received on {day} already.", day=day(earlier["received_at"].iloc[0].date()))
    return replace(reading, outcome="duplicate", message=said, observations=(), questions=(), narratives=())


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A list of people that was dropped: its name, why it was refused, who dropped it and when. Nothing of what it says."""

    file: str
    reason: str
    by: str
    at: str


def turned_away(store: Store, batch: str) -> list[TurnedAway]:
    """The files of a batch that were refused unread and not kept."""
    told = store.setting(_TURNED_AWAY + batch) if batch else None
    return [TurnedAway(**one) for one in json.loads(told)] if told else []


def turned_away_batches(store: Store) -> list[str]:
    """The batches of which a file was turned away, the newest first."""
    told = store.setting(_TURNED_AWAY)
    return [str(one) for one in json.loads(told)] if told else []


def _turn_away(store: Store, batch: str, file: str, reason: str, by: str) -> None:
    now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    told = [*turned_away(store, batch), TurnedAway(file, reason, by, now)]
    batches = [batch, *(one for one in turned_away_batches(store) if one != batch)]
    store.set_setting(_TURNED_AWAY, json.dumps(batches), by)
    store.set_setting(_TURNED_AWAY + batch, json.dumps([asdict(one) for one in told], ensure_ascii=False), by)


def _is_personal(reading: FileReading) -> bool:
    return any(issue.code == intake.PERSONAL for issue in reading.issues)


def _folder(store: Store, batch: str) -> Path:
    return store.folder / "inbox" / batch


def _fit(name: str) -> str:
    """A name as the sender's, without what no file system takes; its end stays, for it tells the format."""
    fit = _UNFIT.sub("_", name).strip(" .").encode("utf-8", "replace")[-_LONGEST_NAME:]
    return fit.decode("utf-8", "ignore") or "_"


def _write(path: Path, data: bytes) -> None:
    """Write for good: on disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
