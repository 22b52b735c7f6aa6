"""The hidden sheet of a correction workbook: which return it mends, which cells were marked, and what every cell held.

It lets the program tell, from the file alone, what was mended and what else was changed. A sender can write anything into it,
so it decides nothing: whose return it mends is checked against the store.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from catalogue.text import nfc
from loaders.opening.grid import Cell, Grid, Value
from loaders.understanding.sheets import identity

SHEET = "_chiso_sua"
_MARK, _VERSION = "chiso-correction", "1"
_DIGITS = 8
MOST_CELLS = 50_000
"""Beyond this many cells what they held is not written down, and other changes are not told."""


@dataclass(frozen=True)
class Correction:
    """What a correction workbook says of itself. Places are "sheet!cell"; `listed` is the sheet that lists the places to mend.

    `marked` gives the kinds of fault of each place to mend, `words` are the headings and labels in doubt, `held` gives a digest for
    each cell of the return, `dressed` the colour each coloured cell had before.
    """

    of: str
    listed: str = ""
    marked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    dressed: Mapping[str, str] = field(default_factory=dict)


def lines(said: Correction, grid: Grid, *, formulas: bool) -> list[list[str]]:
    """The rows of the sheet, for a return opened as `grid`, whose cells they tell what they hold.

    `formulas` tells whether the workbook keeps them: what a formula gives is nobody's typing.
    """
    rows = [[_MARK, _VERSION], ["of", said.of], ["list", said.listed]]
    rows += [["marked", *_apart(place), " ".join(kinds)] for place, kinds in said.marked.items()]
    rows += [["words", *_apart(place)] for place in said.words]
    rows += [["dressed", place, colour] for place, colour in said.dressed.items()]
    if sum(len(sheet.cells) for sheet in grid.sheets) > MOST_CELLS:
        return rows
    for sheet in grid.sheets:
        for cells in sheet.rows.values():
            typed = " ".join(f"{c.address}:{_digest(c.value)}" for c in cells if c.value is not None and not (formulas and c.extra.formula))
            rows += [["held", sheet.name, typed]] if typed else []
    return rows


def correction_in(grid: Grid) -> Correction | None:
    """What the hidden sheet says; None when there is none, or none of ours."""
    sheet = next((s for s in grid.sheets if s.name == SHEET), None)
    if sheet is None:
        return None
    rows = [[cell.text if (cell := sheet.cell(r, c)) else "" for c in range(4)] for r in sheet.rows]
    if not rows or rows[0][:2] != [_MARK, _VERSION]:
        return None
    said = {row[0]: row[1] for row in rows if row[0] in ("of", "list")}
    marked = {f"{sheet}!{cell}": tuple(codes.split()) for kind, sheet, cell, codes in rows if kind == "marked"}
    words = tuple(f"{sheet}!{cell}" for kind, sheet, cell, _none in rows if kind == "words")
    held = {f"{sheet}!{place}": digest for kind, sheet, text, _none in rows if kind == "held" for place, digest in _pairs(text)}
    dressed = {place: colour for kind, place, colour, _none in rows if kind == "dressed"}
    return Correction(said.get("of", ""), said.get("list", ""), marked, words, held, dressed)


def written_by_us(grid: Grid) -> set[str]:
    """The names of the sheets that hold nothing of the sender: those that say what the workbook is, and the list of what to mend."""
    mending = correction_in(grid)
    return {identity.SHEET, SHEET, mending.listed if mending else SHEET}


def held_by(grid: Grid) -> dict[str, str]:
    """A digest for each cell that somebody typed; formulas follow from these."""
    return {f"{s.name}!{c.address}": _digest(c.value) for s in grid.sheets for c in s.cells.values() if _typed(c, s.name)}


def changed(now: Mapping[str, str], before: Mapping[str, str], ours: Sequence[str]) -> tuple[str, ...]:
    """The places that hold something else than before, emptied ones too; sheets named in `ours` are left out."""
    places = [place for place in dict.fromkeys((*now, *before)) if now.get(place) != before.get(place)]
    return tuple(place for place in places if place.rpartition("!")[0] not in ours)


def _typed(cell: Cell, sheet: str) -> bool:
    return cell.value is not None and not cell.extra.formula and sheet != SHEET


def _apart(place: str) -> tuple[str, str]:
    sheet, _mark, cell = place.rpartition("!")
    return sheet, cell


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(place, digest) for place, _colon, digest in (word.partition(":") for word in text.split())]


def _digest(value: Value) -> str:
    """The same for the same content, whatever program saved it and whatever its format."""
    return hashlib.sha256(_content(value).encode()).hexdigest()[:_DIGITS]


def _content(value: Value) -> str:
    if isinstance(value, bool):
        return f"bool {value}"
    if isinstance(value, int | float):
        return f"{value:.12g}"
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    return " ".join(nfc(str(value or "")).split())
