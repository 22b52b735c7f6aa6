"""Proving that nothing but the originals and the answers is needed: read every original again into a fresh store, and compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from catalogue.facts import Issue, Observation
from store.store import Store

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


Reader = Callable[[bytes, str, Mapping[str, Any]], Reread]


def rebuild(store: Store, fresh: Store, read: Reader) -> Iterator[Difference]:
    """Fill `fresh`, which must be initialised and empty, from the originals and recorded answers of `store`; what came out otherwise."""
    renumbered: dict[int, int] = {}
    for number in _in_order(store):
        kept, differences = _carry(store, fresh, read, number, renumbered)
        renumbered[number] = kept
        yield from differences


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
    again = read(data, was.file_name, {answer.key: answer.value for answer in answers})
    received = replace(was, id=None, accepted_order=None, state_reason="", replaces=renumbered.get(was.replaces or 0))
    texts = [replace(text, submission=None) for text in store.narratives(submission=number)]
    new = fresh.commit_return(received, again.observations, again.issues, answers, texts, store.reading(number))
    return new, list(_compare(was.file_name, number, _cells(store, number), _cells(fresh, new)))


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
