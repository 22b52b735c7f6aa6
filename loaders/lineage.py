"""What a submission goes back to: the questions asked in the readings before it, and the first copy of a file that came twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pandas as pd

from loaders.correct import reading_of
from loaders.questions import Question
from store import Store, Submission

_FIRST = ("accepted", "received", "asked", "to_fix", "superseded", "refused", "withdrawn")
"""Which reading of the first copy tells what became of it: what counts, what waits, what was replaced, sent back or taken out."""


def asked_before(store: Store, number: int) -> dict[str, Question]:
    """By key every question that was open in a reading this one took the place of; of two the later."""
    found: dict[str, Question] = {}
    for earlier in _before(store, number):
        found = {one.key: one for one in _asked(store, earlier)} | found
    return found


def asked_of(store: Store, sha256: str) -> dict[str, Question]:
    """By key every question that was open in any reading of a file."""
    numbers = store.submissions(sha256=sha256)["id"] if sha256 else ()
    return {one.key: one for number in numbers for one in _asked(store, int(number))}


def _asked(store: Store, number: int) -> tuple[Question, ...]:
    """The questions of a reading, those that may be left open before those that may not."""
    reading = reading_of(store, number)
    return *reading.offers, *reading.questions


def _before(store: Store, number: int) -> Iterator[int]:
    seen = {number}
    before = store.submission(number).replaces
    while before is not None and before not in seen:
        seen.add(before)
        yield before
        before = store.submission(before).replaces


def took_its_place(store: Store, number: int) -> list[Submission]:
    """What stands in the place of a superseded return: the last reading that replaced it, else the returns whose figures now count
    instead of its own, those with the most of them first."""
    last = _last_reading(store, number)
    if last != number:
        return [store.submission(last)]
    own = store.observations(submission=number, current=False)
    fact = ["unit", "period", "basis", "element"]
    now = store.observations(sorted(set(own["period"])), sorted(set(own["element"])), sorted(set(own["unit"])))
    mine = set(own[fact].astype(str).itertuples(index=False, name=None))
    count = Counter(int(row[-1]) for row in now[[*fact, "submission"]].itertuples(index=False, name=None) if row[:-1] in mine)
    return [store.submission(one) for one, _many in count.most_common() if one != number]


def _last_reading(store: Store, number: int) -> int:
    rows = store.submissions()
    rows = rows[(rows["state"] != "withdrawn") & rows["replaces"].notna()].sort_values("id")
    after = dict(zip(rows["replaces"].astype(int), rows["id"].astype(int), strict=True))
    while number in after:
        number = after[number]
    return number


def first_readings(rows: pd.DataFrame) -> dict[int, int]:
    """By submission the first reading of the same bytes that it goes back to, through all that one stood in for another."""
    bytes_of = dict(zip(rows["id"], rows["sha256"], strict=True))
    first: dict[int, int] = {}
    for row in rows.sort_values("id").to_dict("records"):
        before = row["replaces"]
        first[row["id"]] = first[before] if bytes_of.get(before) == row["sha256"] else row["id"]
    return first


def first_copy(store: Store, number: int) -> Submission | None:
    """Of a file that was sent before, the copy that came first, as it stands now; None when it is not in the store."""
    own = store.submission(number)
    same = store.submissions(sha256=own.sha256)
    same = same[(same["id"] != number) & (same["state"] != "duplicate")]
    same = same[~same["id"].isin(_went_on(same))] if not same.empty else same
    if same.empty:
        same = _alike(store, own)
    ordered = sorted(same.to_dict("records"), key=lambda row: (_FIRST.index(row["state"]), -int(row["id"])))
    return store.submission(int(ordered[0]["id"])) if ordered else None


def _went_on(rows: pd.DataFrame) -> set[int]:
    """The readings that only waited until an answer took their place."""
    return {int(row["id"]) for row in rows.to_dict("records") if row["state"] == "superseded" and pd.isna(row["accepted_order"])}


def _alike(store: Store, own: Submission) -> pd.DataFrame:
    """The files of the same batch that the sentence of a duplicate names: its figures are theirs, not its bytes."""
    beside = store.submissions(batch=own.batch) if own.batch else store.submissions(sha256=own.sha256).iloc[:0]
    named = [str(name) in own.message and number != own.id for name, number in zip(beside["file_name"], beside["id"], strict=True)]
    beside = beside[named]
    beside = beside[beside["state"] != "duplicate"]
    return beside[~beside["id"].isin(_went_on(beside))]
