"""Every non-empty cell of a file in exactly one class: accepted, asked, rejected, or the kind of context it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.text import fold
from loaders.understanding.sheets.correction import written_by_us
from loaders.understanding.texts.rowkinds import is_footer, is_note, is_total, numberish

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_RANK = {"rejected": 0, "asked": 1, "accepted": 2, "total": 3, "checked": 4, "ignored": 5}
COUNTED = ("accepted", "asked", "rejected")
SOURCES = ("unit", "period", "unit_period")
"""The classes of the cells outside the tables that say whose the figures are, of when, or both."""


def classes_of(reading: Reading) -> dict[str, dict[tuple[int, int], str]]:
    """Sheet name -> place -> class, for every non-empty cell of the sender; sheets that we wrote ourselves are left out."""
    found: dict[str, dict[tuple[int, int], str]] = {}
    parts = {p.sheet.index: p for p in reading.sheets}
    ours = written_by_us(reading.grid)
    for sheet in reading.grid.sheets:
        if sheet.name in ours:
            continue
        part = parts.get(sheet.index)
        told = _sheet(part) if part else {}
        found[sheet.name] = {place: told.get(place, "label" if part else "hidden") for place in sheet.cells}
    return found


def _sheet(part: SheetReading) -> dict[tuple[int, int], str]:
    claimed: dict[tuple[int, int], str] = {}
    for claim in part.claims:
        place = claim.cell.row, claim.cell.col
        kind = _claim_class(claim)
        if place not in claimed or _RANK[kind] < _RANK[claimed[place]]:
            claimed[place] = kind
    found = {place: claimed.get(place) or _context(part, *place) for place in part.sheet.cells}
    return _as_sent(part, found | _sources(part, [place for place, kind in found.items() if kind in ("title", "note", "signature")]))


def _as_sent(part: SheetReading, found: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """The classes of the cells where the sender wrote them; of several figures in one cell that of the figure most in doubt."""
    sent: dict[tuple[int, int], str] = {}
    for place in sorted(found, key=lambda place: -_RANK.get(found[place], len(_RANK))):
        sent[part.sheet.cells[place].place] = found[place]
    return sent


def _sources(part: SheetReading, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The class of the cells from which unit and period of the sheet were taken."""
    when = {statement.cell for statement in part.when.evidence if statement.sheet == part.sheet.name}
    whose = [fold(named.text) for named in part.units if named.text]
    found: dict[tuple[int, int], str] = {}
    for place in places:
        cell = part.sheet.cells[place]
        said = fold(cell.text)
        kinds = [kind for kind, told in (("unit", any(name in said for name in whose)), ("period", cell.address in when)) if told]
        if kinds:
            found[place] = "_".join(kinds)
    return found


def _claim_class(claim: Claim) -> str:
    if claim.role == "value" and claim.codes:
        return claim.status if claim.value is not None or claim.status != "accepted" else "ignored"
    return {"total": "total", "check": "checked"}.get(claim.role, "ignored")


def _context(part: SheetReading, row: int, col: int) -> str:
    for table in part.tables:
        if not table.left <= col <= table.right:
            continue
        if table.header_first <= row <= table.header_last:
            return "header"
        if row == table.number_row or row in table.repeats:
            return "column_number"
        if table.data_first <= row <= table.data_last:
            cell = part.sheet.cells[row, col]
            return "total" if is_total(cell.text) else "ignored" if numberish(cell) else "label"
    cell = part.sheet.cells[row, col]
    text = cell.text
    if numberish(cell):
        return "ignored"
    if is_footer(text):
        return "signature"
    return "note" if is_note(text) else "title"


def ledger(reading: Reading) -> dict[str, int]:
    """How many cells there are and how many stand in each class that counts; the rest is context, `sources` a part of it."""
    counts = Counter(kind for cells in classes_of(reading).values() for kind in cells.values())
    total = sum(counts.values())
    counted = {kind: counts[kind] for kind in COUNTED}
    sources = sum(counts[kind] for kind in SOURCES)
    return {"cells": total, **counted, "context": total - sum(counted.values()), "sources": sources}
