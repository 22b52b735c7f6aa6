"""The demo in the store: its workbooks written, read by the loaders like anybody's files, and kept."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from catalogue.language import _
from catalogue.progress import shown
from demo import arrivals, duties, plan
from demo.declarations import recorded_answers
from demo.sender import Return
from loaders import FileReading, intake, read_paths
from store import Answer, Narrative, Store

BY = "demo"
SETTING = "demo"
AFTERNOON = dt.time(15, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def fill(store: Store, folder: Path) -> dict[str, int]:
    """Write the workbooks under `folder`, read and keep them; how many returns ended in which state."""
    sent = arrivals.returns()
    paths = list(shown(arrivals.write(folder, sent), len(sent), _("Writing the demo workbooks"), logged=True))
    states: dict[str, int] = {}
    read = zip(paths, sent, read_paths(paths, answers=answers_by_hash(paths)), strict=True)
    for path, one, reading in shown(read, len(sent), _("Reading the demo workbooks"), logged=True):
        state = keep(store, path.read_bytes(), one, reading)
        states[state] = states.get(state, 0) + 1
    plan.record(store, BY)
    duties.record(store, BY)
    store.set_setting(SETTING, "made", BY)
    return states


def answers_by_hash(paths: Sequence[Path]) -> dict[str, dict[str, str]]:
    """The recorded answers in the form the loaders take: hash of the file to key to value."""
    by_name = {path.name: path for path in paths}
    found: dict[str, dict[str, str]] = {}
    for row in recorded_answers():
        if row["file"] in by_name:
            sha256 = hashlib.sha256(by_name[row["file"]].read_bytes()).hexdigest()
            found.setdefault(sha256, {})[row["key"]] = row["value"]
    return found


def keep(store: Store, data: bytes, sent: Return, reading: FileReading) -> str:
    """Keep one return with the answers recorded for it, on the day it is said to have come; the state it waits in."""
    moment = dt.datetime.combine(sent.sent, AFTERNOON)
    submission = replace(
        intake.submission_from(reading, BY, batch=f"{sent.sent:%Y-%m}"),
        sender=sent.sender or reading.sender or None,
        origin="demo",
        received_at=moment,
    )
    store.keep_original(data, reading.file)
    answers = [Answer(row["key"], row["value"], BY, row["why"], moment) for row in recorded_answers() if row["file"] == reading.file]
    texts = [Narrative(n.unit, n.period, n.heading, n.text) for n in reading.narratives]
    told = [o for o in reading.observations if o.unit and o.period]
    store.commit_return(submission, told, reading.issues, answers, texts, _rest(reading))
    return submission.state


def _rest(reading: FileReading) -> Mapping[str, object]:
    """What the store keeps beside the cells, so that the file can be looked at again."""
    return reading.to_json() | {part: [] for part in ("observations", "issues", "narratives")}


def is_wanted(store: Store) -> bool:
    """Is the store empty, and was the demo never made or taken away before?"""
    return store.setting(SETTING) is None and store.submissions().empty


def remove(store: Store) -> int:
    """Take the demo away whole; how many returns there were. It does not come back by itself."""
    removed = store.remove_origin("demo", BY)
    plan.withdraw(store, BY)
    store.set_setting(SETTING, "removed", BY)
    return removed
