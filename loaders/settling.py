"""What becomes of a file's cells by the answers to what its comparison with other files asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from catalogue.facts import CellStatus, Issue, Observation
from loaders.begun import NOT_BEGUN
from loaders.result import FileReading

CHANGED, FALLS, DIFFERS = "changed_version", "stock_falls", "stock_differs"
_MEANS: Mapping[tuple[str, str], CellStatus] = {
    (CHANGED, "yes"): "accepted",
    (CHANGED, "no"): "kept_out",
    ("copied_period", "yes"): "rejected",
    ("copied_period", "no"): "accepted",
    (FALLS, "yes"): "accepted",
    (FALLS, "no"): "rejected",
    (DIFFERS, "yes"): "accepted",
    (DIFFERS, "no"): "rejected",
    (NOT_BEGUN, "yes"): "accepted",
    (NOT_BEGUN, "no"): "rejected",
}
"""What becomes of the cells of a question that is answered so."""


def answered(before: FileReading, told: FileReading, answers: Mapping[str, str]) -> FileReading:
    """The questions of the comparison that a person has answered: the cells are taken as they stand, left out or found wrong."""
    old = {q.key for q in before.questions}
    settled = [q for q in told.questions if q.key not in old and q.key in answers]
    if not settled:
        return told
    verdict = {cell: _MEANS.get((q.kind, answers[q.key])) for q in settled for cell in q.cells}
    observations = tuple(
        o.with_status(verdict.get(f"{o.sheet}!{o.cell}") or o.status) if o.status == "asked" else o for o in told.observations
    )
    questions = tuple(q for q in told.questions if q not in settled)
    wrong = {(q.kind, cell) for q in settled if _MEANS.get((q.kind, answers[q.key])) == "rejected" for cell in q.cells}
    issues = tuple(_judged(i, {(q.kind, cell) for q in settled for cell in q.cells}, wrong) for i in told.issues)
    outcome = "fix" if wrong else before.outcome if not questions else told.outcome
    return replace(
        told,
        observations=observations,
        questions=questions,
        outcome=outcome,
        issues=tuple(i for i in issues if i is not None),
        ledger=counts(told, observations),
    )


def _judged(found: Issue, settled: set[tuple[str, str]], wrong: set[tuple[str, str]]) -> Issue | None:
    """An issue as it stands after the answers: gone with its question, an error where a person found the figure wrong."""
    place = found.code, f"{found.sheet}!{found.cell}"
    if place in wrong:
        return replace(found, severity="error")
    return None if place in settled else found


def found_wrong(reading: FileReading) -> FileReading:
    """The reading in which every cell that an error is told of is wrong, unless a question about that cell may still settle it."""
    wrong = {(i.sheet, i.cell) for i in reading.issues if i.severity == "error" and i.cell}
    asked = {cell for question in reading.questions for cell in question.cells}
    observations = tuple(
        o.with_status("rejected") if o.status == "asked" and (o.sheet, o.cell) in wrong and f"{o.sheet}!{o.cell}" not in asked else o
        for o in reading.observations
    )
    if observations == reading.observations:
        return reading
    return replace(reading, observations=observations, ledger=counts(reading, observations))


def counts(reading: FileReading, observations: tuple[Observation, ...]) -> dict[str, int]:
    """The ledger after the comparison changed the status of some cells."""
    ledger = dict(reading.ledger)
    seen: set[tuple[str, str]] = set()
    for old, new in zip(reading.observations, observations, strict=True):
        if old.status != new.status and (old.sheet, old.cell) not in seen:
            seen.add((old.sheet, old.cell))
            ledger[old.status] -= 1
            ledger[new.status] = ledger.get(new.status, 0) + 1
    return ledger
