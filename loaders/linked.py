"""Counts that belong together are taken or held together: both sides of a ratio, a total and its parts, of one unit and period."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

from catalogue.elements import elements
from catalogue.facts import Issue, Observation
from catalogue.indicators import indicators
from loaders.issues import issue
from loaders.result import FileReading
from loaders.understanding.proving.bounds import identities
from loaders.understanding.sheets.asking import name_of

HELD = "held_together"


@cache
def links() -> dict[str, frozenset[str]]:
    """Element to the elements it is divided by, divides, adds up to or is made of."""
    together = [
        {*v.numerator.elements, *(v.denominator.elements if v.denominator else ())} for i in indicators().values() for v in i.versions
    ]
    together += [{*one.whole.elements, *one.parts.elements} for one in identities()]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group in together:
        for code in group:
            found[code] |= group - {code}
    return {code: frozenset(others) for code, others in found.items()}


def hold_together(reading: FileReading) -> FileReading:
    """The reading in which no count is taken while one it is linked with waits or is wrong; each held one says for whom it waits."""
    waiting: dict[tuple[str, str], set[str]] = defaultdict(set)
    for o in reading.observations:
        if o.status not in ("accepted", "kept_out"):
            waiting[o.unit, o.period].add(o.element)
    if not waiting:
        return reading
    given: dict[tuple[str, str], set[str]] = defaultdict(set)
    for o in reading.observations:
        given[o.unit, o.period].add(o.element)
    why = {key: _spread(codes, given[key]) for key, codes in waiting.items()}
    held = [(o, why[o.unit, o.period][o.element]) for o in reading.observations if _held(o, why)]
    silent = _silent(reading)
    if not held and not silent:
        return reading
    changed = {id(o) for o, _other in held}
    observations = tuple(o.with_status("asked") if id(o) in changed else o for o in reading.observations)
    issues = tuple(dict.fromkeys((*reading.issues, *(_told(o, other) for o, other in (*held, *silent)))))
    return replace(reading, observations=observations, issues=issues, ledger=counted(reading, observations))


def _silent(reading: FileReading) -> list[tuple[Observation, str]]:
    """The counts that the reader itself keeps waiting and of which nothing is said, each with the one linked with it that waits or is
    wrong too."""
    told = {f"{i.sheet}!{i.cell}" for i in reading.issues} | {cell for question in reading.questions for cell in question.cells}
    open_ = [o for o in reading.observations if o.status in ("asked", "rejected")]
    known = {(o.unit, o.period, o.element) for o in open_ if f"{o.sheet}!{o.cell}" in told}
    found = []
    for o in open_:
        others = sorted(other for other in links().get(o.element, ()) if (o.unit, o.period, other) in known)
        if f"{o.sheet}!{o.cell}" not in told and others:
            found.append((o, others[0]))
    return found


def counted(reading: FileReading, observations: tuple[Observation, ...]) -> dict[str, int]:
    """The ledger after some cells changed their status: a cell stands in the gravest class of its figures."""
    ledger = dict(reading.ledger)
    before, after = _classes(reading.observations), _classes(observations)
    for place, old in before.items():
        if old != after[place] and ledger:
            ledger[old] -= 1
            ledger[after[place]] = ledger.get(after[place], 0) + 1
    return ledger


def _classes(observations: tuple[Observation, ...]) -> dict[tuple[str, str], str]:
    gravity = ("kept_out", "accepted", "asked", "rejected")
    found: dict[tuple[str, str], str] = {}
    for o in observations:
        found[o.sheet, o.cell] = max(found.get((o.sheet, o.cell), "kept_out"), o.status, key=gravity.index)
    return found


def _spread(waiting: set[str], given: set[str]) -> dict[str, str]:
    """Element to the one it waits for, over every chain of links among the elements given."""
    why: dict[str, str] = {}
    queue = sorted(waiting)
    while queue:
        code = queue.pop()
        for other in sorted(links().get(code, frozenset()) & given):
            if other not in why and other not in waiting:
                why[other] = code
                queue.append(other)
    return why


def _held(o: Observation, why: dict[tuple[str, str], dict[str, str]]) -> bool:
    return o.status == "accepted" and o.element in why.get((o.unit, o.period), {})


def _told(o: Observation, other: str) -> Issue:
    return issue(HELD, o.sheet, o.cell, label=name_of(o.element), other=name_of(other) if other in elements() else other)
