"""A finished reading -> the FileReading handed out: observations, tables, ledger, narratives, message."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Mapping, Sequence
from functools import lru_cache

from catalogue.facts import Issue, Observation, Outcome
from catalogue.language import _, number
from catalogue.periods import Period
from loaders.opening.grid import Grid, column_name
from loaders.opening.refusal import Unreadable
from loaders.result import FileReading, Mended, TableRead
from loaders.understanding.names.inside import names_inside
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.reading import understand
from loaders.understanding.sheets.correction import SHEET, changed, correction_in, held_by
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading
from loaders.understanding.telling.fallen import last_figures
from loaders.understanding.telling.ledger import ledger
from loaders.understanding.telling.narratives import narratives
from loaders.understanding.telling.told import key_column, measured_in, name_column, times_of
from loaders.understanding.texts.words import classes, plain

_NUMBER = re.compile(r"\d+")


def read_grid(grid: Grid, answers: Mapping[str, str] | None = None, memory: Mapping[str, str] | None = None) -> FileReading:
    """The reading of an opened file."""
    begun = time.perf_counter()
    reading = understand(grid, answers, memory)
    done = file_reading(reading)
    return FileReading(**{**done.__dict__, "seconds": time.perf_counter() - begun})


def unreadable(name: str, sha256: str, error: Unreadable) -> FileReading:
    """The answer for a file that could not be opened."""
    from catalogue.facts import Issue

    outcome: Outcome = error.outcome
    return FileReading(name, sha256, outcome, str(error), issues=(Issue("", "", error.code, "error", str(error)),))


def file_reading(reading: Reading) -> FileReading:
    """The plain values of a reading."""
    with names_inside(reading.area):
        return _plain(reading)


def _plain(reading: Reading) -> FileReading:
    if reading.reason == "personal":
        message = next(i.message for i in reading.issues if i.code == "personal_data")
        counts = {"cells": sum(len(s.cells) for s in reading.grid.sheets), "accepted": 0, "asked": 0, "rejected": 0}
        full = {**counts, "context": counts["cells"]}
        return FileReading(reading.grid.file, reading.grid.sha256, "not_a_return", message, issues=tuple(reading.issues), ledger=full)
    observations = tuple(o for c in reading.values if (o := _observation(c)))
    return FileReading(
        file=reading.grid.file,
        sha256=reading.grid.sha256,
        outcome=reading.outcome,  # type: ignore[arg-type]
        message=_message(reading, observations),
        observations=observations,
        issues=tuple(dict.fromkeys(reading.issues)),
        questions=tuple(reading.questions),
        offers=tuple(reading.offers),
        ledger=ledger(reading),
        tables=tuple(t for part in reading.sheets for t in tables_of(part)),
        narratives=narratives(reading),
        signature=signature(reading),
        sender=_sender(reading),
        mapping=_mapping(reading),
        supersedes=any("supersedes" in classes("lines.csv", p.title) for p in reading.sheets)
        or "supersedes" in classes("lines.csv", reading.grid.file),
        mended=_mended(reading.grid),
        before=last_figures(reading),
        unknown=tuple(dict.fromkeys(f"{c.sheet}!{c.cell.address}" for c in reading.values if c.value is None and not c.readings)),
    )


def _mended(grid: Grid) -> Mended | None:
    """Which return the file says it mends, and what was changed in it beside the cells that were marked."""
    said = correction_in(grid)
    if said is None:
        return None
    others = changed(held_by(grid), said.held, (said.listed, SHEET)) if said.held else ()
    told = {*said.marked, *said.words}
    return Mended(said.of, tuple(said.marked), tuple(place for place in others if place not in told), said.marked)


def _observation(claim: Claim) -> Observation | None:
    if claim.role != "value" or not claim.codes:
        return None
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else claim.proposed
    value = claim.value if claim.value is not None else (claim.readings[0] if claim.readings else 0.0)
    whole = int(value)
    shown = whole if value == whole else round(value, 6)
    return Observation(
        unit,
        period_code(claim.period) if claim.period else "",
        claim.basis or "in_period",  # type: ignore[arg-type]
        claim.codes[0],
        shown,
        claim.sheet,
        claim.cell.address,
        claim.cell.raw,
        claim.status,  # type: ignore[arg-type]
    )


@lru_cache(maxsize=256)
def period_code(period: Period) -> str:
    """The code of a period."""
    return str(period)


def _message(reading: Reading, observations: tuple[Observation, ...]) -> str:
    taken = sum(1 for o in observations if o.status == "accepted")
    waiting = len(observations) - taken
    if reading.outcome == "accept":
        return _("{taken} figures read.", taken=number(taken))
    if reading.outcome == "ask":
        return _(
            "{taken} figures read, {waiting} wait for an answer ({questions} questions).",
            taken=number(taken),
            waiting=number(waiting),
            questions=number(len(reading.questions)),
        )
    if reading.outcome == "fix":
        return to_correct(taken, reading.issues)
    return reading.issues[-1].message if reading.issues else _("No table of figures of ours was found in this file.")


def to_correct(taken: int, issues: Sequence[Issue]) -> str:
    """How many figures were read, how many different things are wrong, and the first of them."""
    wrong = list(dict.fromkeys(i.message for i in issues if i.severity == "error"))
    first = wrong[0] if wrong else ""
    if len(wrong) < 2:
        return _("{taken} figures read; to correct: {first}", taken=number(taken), first=first)
    return _("{taken} figures read; {count} faults to correct, first: {first}", taken=number(taken), count=number(len(wrong)), first=first)


def tables_of(part: SheetReading) -> list[TableRead]:
    """The tables of a sheet, in the numbers a person sees."""
    found = []
    for table, oriented, period in zip(part.tables, part.oriented, times_of(part), strict=False):
        found.append(
            TableRead(
                part.sheet.name,
                table.header_first + 1 if table.header_last >= table.header_first else None,
                table.header_last + 1 if table.header_last >= table.header_first else None,
                table.number_row + 1 if table.number_row is not None else None,
                table.data_first + 1,
                table.data_last + 1,
                _letter(key_column(oriented)),
                _letter(name_column(oriented)),
                measured_in(part, oriented),
                period,
                oriented.shape,
            )
        )
    return found


def _letter(col: int | None) -> str | None:
    return column_name(col) if col is not None else None


def signature(reading: Reading) -> str:
    """The shape of the tables: folded heading paths and orientation; the same for the same form whatever its figures and its month."""
    parts = [
        f"{o.shape}:" + "|".join("/".join(plain(t) for t in c.path) for c in o.columns.values()) for p in reading.sheets for o in p.oriented
    ]
    plain_of_numbers = sorted({_NUMBER.sub("#", part) for part in parts})
    return hashlib.sha256("\n".join(plain_of_numbers).encode()).hexdigest()[:16] if parts else ""


def _sender(reading: Reading) -> str:
    units = {n.unit.id for p in reading.sheets for n in p.units if n.unit}
    return next(iter(units)) if len(units) == 1 else ""


def _mapping(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for claim in reading.claims:
        if claim.role == "value" and claim.key and len(claim.codes) == 1 and found.get(claim.key) != claim.codes[0]:
            found[claim.key] = claim.codes[0]
    return {f"element:{key}": code for key, code in found.items() if code}
