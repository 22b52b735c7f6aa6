"""The batches of files as the store holds them: rows for the triage, and the content of one file, which never changes once read."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from catalogue.issues import issue_kinds
from catalogue.language import LANGUAGES, _, language, use_language
from catalogue.language import number as number_words
from catalogue.retelling import retold
from indicators.owed import owed
from loaders import inbox
from loaders.beside import OPEN, asks_of_the_past
from loaders.correct import reading_of
from loaders.lineage import asked_before, first_readings
from loaders.opening.grid import Sheet
from loaders.questions import Question
from loaders.result import FileReading
from loaders.worker import run
from pages.parts import data
from pages.parts.files import copies
from pages.parts.files.effect import name_of as element_words
from pages.parts.files.sheet_picture import Mark, Place
from pages.parts.files.triage import WORDS, Row, standing_of
from pages.parts.files.understood import marks, sheet_of
from store import IN_FORCE, Answer, Submission


@dataclass(frozen=True, slots=True)
class Batch:
    """Files dropped together: when, by whom, how many, how many are still open, and the name of the first."""

    name: str
    moment: pd.Timestamp
    by: str
    files: int
    open: int
    first: str


@dataclass(frozen=True, slots=True)
class Content:
    """What was read of one file: `reading` as the reader told it, with its observations and issues; `answers` given to it, `asked`
    the questions they settled, by key."""

    reading: FileReading
    answers: tuple[Answer, ...]
    asked: Mapping[str, Question] = field(default_factory=dict)


def batches(version: int) -> list[Batch]:
    """Every batch of people's files, the newest first."""
    files: dict[str, list[dict[str, Any]]] = {}
    for row in _live(data.store().submissions(origin="user")).to_dict("records"):
        if row["batch"]:
            files.setdefault(row["batch"], []).append(row)
    away = {name: inbox.turned_away(data.store(), name) for name in inbox.turned_away_batches(data.store())}
    owing = _owing(version)
    found = [
        Batch(
            name,
            rows[-1]["received_at"],
            rows[-1]["received_by"],
            len(rows) + len(away.get(name, ())),
            len([row for row in rows if row["state"] in OPEN or _unread(row) or row["id"] in owing]),
            min(rows, key=lambda row: int(row["id"]))["file_name"],
        )
        for name, rows in files.items()
    ]
    found += [
        Batch(name, pd.Timestamp(told[0].at), told[0].by, len(told), 0, told[0].file)
        for name, told in away.items()
        if told and name not in files
    ]
    return sorted(found, key=lambda one: one.moment, reverse=True)


@st.cache_data(max_entries=4, show_spinner=False)
def _owing(version: int) -> frozenset[int]:
    """The files taken in in part of which something is still to be mended or answered."""
    return frozenset(submission for submission, _unit, _period in owed(data.store(), data.store().coverage()).rest)


def _unread(row: Mapping[str, Any]) -> bool:
    """Whether a file cannot be opened and its sender was not told so yet."""
    return row["state"] == "refused" and row["outcome"] == "unreadable" and not row["state_reason"]


def submission_of(text: str | None) -> Submission | None:
    """The submission an address names; None when it names none."""
    if not text or not text.isdigit():
        return None
    try:
        return data.store().submission(int(text))
    except KeyError:
        return None


def known(batch: str | None) -> bool:
    """Whether there is such a batch: files of it were read, or still wait to be."""
    store = data.store()
    return bool(batch) and bool(inbox.unread(store, batch) or inbox.turned_away(store, batch) or not store.submissions(batch=batch).empty)


def rows_of(batch: str, chosen: int | None = None, most: int = 0) -> list[Row]:
    """The files of a batch in the order they came, each once: what an answer replaced is left out unless it is `chosen`.

    Of a batch with more than `most` files only the chosen one is given, when there is one.
    """
    found = data.store().submissions(batch=batch).iloc[::-1]
    live = found[found["id"].isin(_live(found)["id"]) | (found["id"] == chosen)]
    if chosen is not None and len(live) > most:
        live = live[live["id"] == chosen]
    away = inbox.turned_away(data.store(), batch) if chosen is None else []
    return [_row(one) for one in live.to_dict("records")] + [
        Row(-place, one.file, "personal", one.reason) for place, one in enumerate(away, start=1)
    ]


def taken_in(submission: int) -> tuple[pd.Timestamp, str] | None:
    """When a file was taken in last, and by whom."""
    acts = data.store().audit(act="state", subject=f"submission {submission}")
    return next(((one["at"], one["by"]) for one in acts.to_dict("records") if one["detail"].get("state") == "accepted"), None)


def ledgers(rows: Sequence[Row]) -> dict[int, tuple[int, int, int, int, int]]:
    """Of each file how many cells it has, and how many were read, asked about, found wrong, and say whose and of when it is."""
    readings = {row.number: content(row.number).reading for row in rows if row.number > 0}
    return {one: (*tally(reading), reading.ledger.get("sources", 0)) for one, reading in readings.items()}


def tally(reading: FileReading) -> tuple[int, int, int, int]:
    """How many cells there are, and how many were read, asked about and found wrong: one count for table, page and ledger."""
    cells, accepted, asked, rejected = (reading.ledger.get(kind, 0) for kind in ("cells", "accepted", "asked", "rejected"))
    classed = {(o.sheet, o.cell): o.status for o in reading.observations}
    unheld = rejected - list(classed.values()).count("rejected")  # wrong cells of nobody known yet: counted when read, not kept
    for place in sorted({(i.sheet, i.cell) for i in reading.issues if i.severity == "error" and ":" not in i.cell and i.cell}):
        held = classed.get(place)
        if held is None and unheld > 0:
            unheld -= 1
        elif held != "rejected":
            rejected, accepted, asked = rejected + 1, accepted - (held == "accepted"), asked - (held == "asked")
    return cells, accepted, asked, rejected


def _live(rows: pd.DataFrame) -> pd.DataFrame:
    """Each file of a batch once: of its readings the newest that was not taken out, or the newest when all were."""
    if rows.empty:
        return rows
    first = first_readings(rows)
    chosen: dict[tuple[str, int], int] = {}
    for taken_out in (True, False):
        of_kind = rows[(rows["state"] == "withdrawn") == taken_out].sort_values("id")
        chosen.update({(batch, first[one]): one for batch, one in zip(of_kind["batch"], of_kind["id"], strict=True)})
    return rows[rows["id"].isin(chosen.values())]


def _row(found: dict[str, Any]) -> Row:
    number = int(found["id"])
    held = content(number)
    taken = len([o for o in held.reading.observations if o.status == "accepted"])
    _cells, _read, asked, wrong = tally(held.reading)
    left = bool(held.reading.questions) or any(o.status in ("asked", "rejected") for o in held.reading.observations)
    kinds = issue_kinds()
    outcome, never = found["outcome"], found["state"] == "withdrawn" and pd.isna(found["accepted_order"])
    stands = {"in_force": found["state"] == "accepted", "never": never, "left": left, "told": bool(found["state_reason"])}
    return Row(
        number=number,
        file=found["file_name"],
        standing=standing_of(found["state"], outcome, **stands),
        before=WORDS.get(outcome, "") if found["state"] == "withdrawn" else "",
        message=_message(found, held.reading, taken),
        units=tuple(dict.fromkeys(o.unit for o in held.reading.observations))
        or ((found["sender"],) if isinstance(found["sender"], str) else ()),
        periods=tuple(dict.fromkeys(o.period for o in held.reading.observations)) or tuple(found["periods"]),
        accepted=taken,
        asked=asked,
        rejected=wrong,
        counted=found["state"] in IN_FORCE and not pd.isna(found["accepted_order"]),
        questions=len(held.reading.questions),
        asks=tuple(dict.fromkeys(kinds[one.kind].what for one in held.reading.questions if one.kind in kinds)),
        issues=len(held.reading.issues),
        reason=_("Reason: {reason}", reason=retold(found["state_reason"]))
        if found["state"] in ("refused", "withdrawn") and found["state_reason"]
        else "",
    )


def _message(found: dict[str, Any], reading: FileReading, taken: int) -> str:
    """What is to be said of a file now: once it is taken in, how many figures were, not what was asked before; of a second copy what
    became of the first."""
    if found["state"] == "duplicate":
        return copies.sentence(int(found["id"])) or retold(str(found["message"]))
    if found["state"] not in ("accepted", "superseded") or pd.isna(found["accepted_order"]) or not taken:
        return retold(str(found["message"]))
    left = len([o for o in reading.observations if o.status in ("asked", "rejected")])
    if left:
        return _("{taken} figures taken in, {left} still asked or wrong.", taken=number_words(taken), left=number_words(left))
    return _("{taken} figures taken in.", taken=number_words(taken))


@st.cache_resource(max_entries=512, show_spinner=False)
def content(submission: int) -> Content:
    """What was read of one file; a submission's content never changes, so it is kept for good."""
    store = data.store()
    answers = tuple(store.answers(submission))
    return Content(reading_of(store, submission), answers, asked_before(store, submission) if answers else {})


def told(submission: int) -> Content:
    """The content of one file as who looks at it reads it: sentences that were kept, told again in the language of the screen."""
    held = content(submission)
    if language() == LANGUAGES[0]:
        return held
    reading = held.reading
    issues = tuple(replace(issue, message=retold(issue.message)) for issue in reading.issues)
    asked = {key: _asked(one) for key, one in held.asked.items()}
    return replace(held, reading=replace(reading, issues=issues, questions=tuple(map(_asked, reading.questions))), asked=asked)


def _asked(question: Question) -> Question:
    options = tuple(replace(one, label=retold(one.label), why=retold(one.why)) for one in question.options)
    return replace(question, text=retold(question.text), options=options, details=tuple(map(retold, question.details)))


def pictures(submission: int) -> list[tuple[Sheet, dict[Place, Mark]]]:
    """The sheets of a file with the mark of each cell, read again in a child process; empty when the file cannot be opened."""
    return _pictures(submission, language())


@st.cache_data(max_entries=512, show_spinner=False)
def outdated(submission: int, version: int) -> bool:
    """Whether a file asks to replace figures that are not those of now."""
    return asks_of_the_past(data.store(), submission)


@st.cache_resource(max_entries=24, show_spinner=False)
def _pictures(submission: int, spoken: str) -> list[tuple[Sheet, dict[Place, Mark]]]:
    """`spoken` is the language of the words on the marks."""
    use_language(spoken)
    store, held = data.store(), told(submission)
    found = store.submission(submission)
    answers = {**held.reading.remembered, **{answer.key: str(answer.value) for answer in held.answers}}
    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(store.original(found.sha256))
        redrawn = next(iter(run([{"do": "picture", "path": str(path), "name": found.file_name, "answers": answers}], 1)))
    drawn = []
    for one in redrawn.get("sheets", ()):
        sheet, classes = sheet_of(one)
        named = {o.element: element_words(o.element) for o in held.reading.observations}
        drawn.append((sheet, marks(sheet.name, classes, named, held.reading.observations, held.reading.issues, held.reading.questions)))
    return drawn
