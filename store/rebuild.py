"""Proving that nothing but the originals and the answers is needed: read every original again into a fresh store, and compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from catalogue.facts import Issue, Observation
from store.store import Store
from store.words import Submission

Cell = tuple[str, str, str, str, float, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading a file again gave."""

    observations: tuple[Observation, ...]
    issues: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that one reading of a return has and the other has not, or has otherwise."""

    submission: int
    file_name: str
    kept: Cell | None
    reread: Cell | None


Memory = Mapping[str, Mapping[str, Any]]
"""Place of a layout (`Remembered.place`) to what was remembered of it."""

Reader = Callable[[bytes, str, Mapping[str, Any], Memory], Reread]
"""Bytes, file name, answers and what was remembered of layouts, to what is read."""

Watched = Callable[[list[int]], Iterable[int]]


def rebuild(store: Store, fresh: Store, read: Reader, watched: Watched = iter) -> Iterator[Difference]:
    """Fill `fresh`, which must be initialised and empty, from the originals, answers and papers of `store`; what came out otherwise.

    `watched` gets the numbers of the returns and hands them on one by one: a bar may count them.
    """
    renumbered: dict[int, int] = {}
    for number in watched(_in_order(store)):
        kept, differences = _carry(store, fresh, read, number, renumbered)
        renumbered[number] = kept
        yield from differences
    for paper in store.papers():
        fresh.write_paper(paper.kind, paper.subject, paper.content, paper.by, paper.reason, paper.at)


def _in_order(store: Store) -> list[int]:
    """Numbers of submissions in the order in which they came into force; those that never did stand first."""
    frame = store.submissions()
    order = [0 if value != value or value is None else int(value) for value in frame["accepted_order"]]
    return [number for _, number in sorted(zip(order, frame["id"].tolist(), strict=True))]


def _carry(store: Store, fresh: Store, read: Reader, number: int, renumbered: Mapping[int, int]) -> tuple[int, list[Difference]]:
    """Read one return again and commit it in the state it has now."""
    was = store.submission(number)
    answers = store.answers(number)
    data = store.original(was.sha256)
    fresh.keep_original(data, was.file_name)
    again = read(data, was.file_name, {answer.key: answer.value for answer in answers}, _memory(store, was))
    told = _as_decided(store, was, again.observations)
    received = replace(was, id=None, accepted_order=None, state_reason="", replaces=renumbered.get(was.replaces or 0))
    texts = [replace(text, submission=None) for text in store.narratives(submission=number)]
    new = fresh.commit_return(received, told, again.issues, answers, texts, store.reading(number))
    return new, list(_compare(was.file_name, number, _cells(store, number), _cells(fresh, new)))


def _memory(store: Store, was: Submission) -> Memory:
    """What was remembered of layouts when the return came."""
    return {one.place: one.mapping for one in store.remembered(at=was.received_at)}


def _as_decided(store: Store, was: Submission, observations: Sequence[Observation]) -> list[Observation]:
    """The cells with the decisions recorded for them: a file found to be a duplicate beside others gave none, whatever state
    it was put in later; and where an issue or an answer stands, a cell that reads the same keeps the status it was given
    beside other files or by a person.
    """
    if "duplicate" in (was.outcome, was.state):
        return []
    number = was.id or 0
    table = store.observations(submission=number, status=None, current=False).drop(columns="submission")
    given = {tuple(row[:-1]): row[-1] for row in table.itertuples(index=False, name=None)}
    answered = bool(store.answers(number))
    doubted = {(issue.sheet, issue.cell) for issue in store.issues(number)}
    return [o if not (answered or (o.sheet, o.cell) in doubted) else _with_status(o, given) for o in observations]


def _with_status(o: Observation, given: Mapping[tuple[Any, ...], Any]) -> Observation:
    status = given.get((o.unit, o.period, o.basis, o.element, float(o.value), o.sheet, o.cell, o.raw))
    return o.with_status(status) if status else o


def _cells(store: Store, number: int) -> Counter[Cell]:
    frame = store.observations(submission=number, status=None, current=False).drop(columns="submission")
    return Counter(frame.itertuples(index=False, name=None))


def _compare(file_name: str, number: int, kept: Counter[Cell], reread: Counter[Cell]) -> Iterator[Difference]:
    """Cells of one reading only, paired where they stand in the same place for the same thing."""

    def key(cell: Cell) -> tuple[str, ...]:
        unit, period, basis, element, _value, sheet, place, _raw, _status = cell
        return unit, period, basis, element, sheet, place

    ours, theirs = {key(c): c for c in kept - reread}, {key(c): c for c in reread - kept}
    for found in sorted(ours.keys() | theirs.keys()):
        yield Difference(number, file_name, ours.get(found), theirs.get(found))
