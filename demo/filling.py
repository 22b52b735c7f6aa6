"""The demo in the store: its workbooks written, read by the loaders like anybody's files, and kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

from catalogue.language import _
from demo import arrivals
from demo.declarations import recorded_answers
from demo.progress import shown
from demo.sender import Return
from loaders import FileReading, read_paths
from store import STATE_OF, Answer, Narrative, Store, Submission

BY = "demo"
SETTING = "demo"
AFTERNOON = dt.time(15, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def fill(store: Store, folder: Path) -> dict[str, int]:
    """Write the workbooks under `folder`, read and keep them; how many returns ended in which state."""
    sent = arrivals.returns()
    paths = list(shown(arrivals.write(folder, sent), len(sent), _("Writing the demo workbooks")))
    states: dict[str, int] = {}
    read = read_paths(paths)
    for path, one, reading in shown(zip(paths, sent, read, strict=True), len(sent), _("Reading the demo workbooks")):
        state = keep(store, path, one, reading)
        states[state] = states.get(state, 0) + 1
    store.set_setting(SETTING, "made", BY)
    return states


def keep(store: Store, path: Path, sent: Return, reading: FileReading) -> str:
    """Keep one return with the answers recorded for it, on the day it is said to have come; its state."""
    answers = list(_answers(sent, reading))
    told = _answered(reading, answers)
    state = STATE_OF["accept" if told.outcome == "ask" and len(answers) == len(reading.questions) else told.outcome]
    store.keep_original(path.read_bytes(), path.name)
    submission = Submission(
        sha256=reading.sha256,
        file_name=path.name,
        state=state,
        received_by=BY,
        outcome=told.outcome,
        message=told.message,
        sender=sent.sender or reading.sender or None,
        periods=tuple(dict.fromkeys(o.period for o in told.observations)),
        batch=f"demo {sent.sent:%Y-%m}",
        signature=reading.signature,
        origin="demo",
        received_at=dt.datetime.combine(sent.sent, AFTERNOON),
    )
    texts = [Narrative(n.unit, n.period, n.heading, n.text) for n in reading.narratives if n.unit and n.period]
    found = asdict(replace(told, observations=(), issues=(), narratives=()))
    store.commit_return(submission, told.observations, told.issues, answers, texts, found)
    return state


def _answers(sent: Return, reading: FileReading) -> Iterator[Answer]:
    recorded = {row["kind"]: row for row in recorded_answers() if row["form"] == sent.form}
    for question in reading.questions:
        if question.kind in recorded:
            row = recorded[question.kind]
            yield Answer(question.key, row["value"], BY, row["why"], dt.datetime.combine(sent.sent, AFTERNOON))


def _answered(reading: FileReading, answers: list[Answer]) -> FileReading:
    """The reading after its answers: what was asked about and confirmed is accepted."""
    given = {answer.key for answer in answers if answer.value == "yes"}
    confirmed = {cell for question in reading.questions if question.key in given for cell in question.cells}
    observations = tuple(
        replace(o, status="accepted") if o.status == "asked" and f"{o.sheet}!{o.cell}" in confirmed else o for o in reading.observations
    )
    return replace(reading, observations=observations)


def is_wanted(store: Store) -> bool:
    """Is the store empty, and was the demo never made or taken away before?"""
    return store.setting(SETTING) is None and store.submissions().empty


def remove(store: Store) -> int:
    """Take the demo away whole; how many returns there were. It does not come back by itself."""
    removed = store.remove_origin("demo", BY)
    store.set_setting(SETTING, "removed", BY)
    return removed
