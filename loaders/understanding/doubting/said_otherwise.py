"""A correction in a remark alone: beside a figure, in the comment of its cell or in a line under the table. The figure is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.opening.grid import Cell, position
from loaders.questions import Option
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.texts.corrections import Corrected, correction_in
from loaders.understanding.texts.words import plain
from loaders.understanding.weighing.numbers import value_key

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_ADDRESS = re.compile(r"\b[oO\u00f4\u00d4] ?\(?([A-Z]{1,2}\d{1,4})\b")
_WORD = re.compile(r"[a-z]+")
_EMPTY_WORDS = frozenset(
    ["so", "luong", "tong", "cua", "va", "da", "duoc", "la", "ho", "trong", "ky", "thang", "quy", "nam", "cac", "xa", "phuong"]
)
_ENOUGH = 0.6
_LONGEST = 90


def ask_corrected(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask each figure of which a remark says another number; a correction of none that can be told is a warning."""
    values = [c for c in part.claims if c.role == "value" and c.codes and c.value is not None and c.status == "accepted"]
    if not values:
        return
    named = {c.cell.address for c in part.claims if c.role in ("value", "check", "total")}
    for cell in part.sheet.cells.values():
        ours = f"{cell.address}:" in cell.extra.comment  # a comment of a workbook that we sent back
        if cell.extra.comment and not ours and (said := correction_in(cell.extra.comment)):
            _ask(reading, part, [c for c in values if c.cell.address == cell.address], said, cell.extra.comment, cell, given)
        if not cell.is_text or cell.address in named or (said := correction_in(cell.text)) is None:
            continue
        table = next(
            (i for i, t in enumerate(part.tables) if t.data_first <= cell.row <= t.data_last and cell.col in part.oriented[i].columns), None
        )
        if table is None:
            _ask(reading, part, list(_told_below(values, cell.text, said)), said, cell.text, cell, given)
        elif cell.col != part.oriented[table].label_col:
            row = [c for c in values if c.cell.row == cell.row and c.table == table]
            if said.number is None and row and _right_already(part.oriented[table], row):
                continue
            _ask(reading, part, _meant(row, cell.text, said) or row, said, cell.text, cell, given)


def _right_already(o: Oriented, claims: Sequence[Claim]) -> bool:
    """Whether figures stand in a column of what is right now: a remark that one was wrong tells why the figure beside it was corrected."""
    meant = {column.corrected for column in o.columns.values()}
    return all(c.cell.col in meant for c in claims)


def _ask(
    reading: Reading, part: SheetReading, claims: list[Claim], said: Corrected, text: str, cell: Cell, given: Mapping[str, str]
) -> None:
    short = text.strip() if len(text.strip()) <= _LONGEST else text.strip()[:_LONGEST] + "..."
    if not claims:
        reading.issues.append(issue("correction_note", part.sheet.name, cell.address, said=short))
    for claim in claims:
        if claim.value in (None, said.number) or value_key(claim) in given:
            continue
        numbers = dict.fromkeys(n for n in (said.number, claim.value) if n is not None)
        options = tuple(Option(repr(n), shown(n, None)) for n in numbers)
        words = {"label": claim.label, "raw": written(claim.cell), "said": short}
        ask_about(reading, [claim], value_key(claim), "said_otherwise", claim.sheet, claim.cell.address, options, **words)


def _told_below(values: Sequence[Claim], text: str, said: Corrected) -> Iterator[Claim]:
    """The figures that a line outside the tables corrects: by their cell, or by their heading and unit."""
    places = {position(found) for found in _ADDRESS.findall(text)}
    if places:
        yield from (c for c in values if (c.cell.row, c.cell.col) in places)
        return
    folded = plain(text)
    units = {plain(c.unit.unit.bare_name) for c in values if c.unit and c.unit.unit}
    there = {name for name in units if name in folded}
    of_units = [c for c in values if len(units) == 1 or (c.unit and c.unit.unit and plain(c.unit.unit.bare_name) in there)]
    yield from _meant(of_units, text, said)


def _meant(claims: Sequence[Claim], text: str, said: Corrected) -> list[Claim]:
    """Those of some figures that a remark means: the only one, those whose heading it names best, or whose number it repeats."""
    repeated = [c for c in claims if c.value in said.others]
    if repeated:
        return repeated
    words = set(_WORD.findall(plain(text)))
    scores = [(_share(c.leaf, words), c) for c in claims]
    best = max((score for score, _claim in scores), default=0.0)
    if best >= _ENOUGH:
        return [claim for score, claim in scores if score == best]
    return []


def _share(label: str, words: set[str]) -> float:
    """How much of a heading stands in a text."""
    own = set(_WORD.findall(plain(label))) - _EMPTY_WORDS
    return len(own & words) / len(own) if own else 0.0
