"""Sums that a form prints in its row of column numbers, "(3)=(4)+(5)": proof of each row, as long as the rows themselves keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_SUM = re.compile(r"\(?(\d{1,2})\)? ?= ?((?:[+-]? ?\(?\d{1,2}\)? ?){2,})")
_TERM = re.compile(r"([+-]?) ?\(?(\d{1,2})\)?")
_OWN = re.compile(r"\(?(\d{1,2})\)?(?: ?=.*)?")
_CLOSE = 1e-6
_LEAST = 2
"""So many rows must keep a printed sum before one that does not is told: where hardly any does, the numbers are those of another form."""


@dataclass(frozen=True)
class PrintedSum:
    """The column of a whole, those of its terms with their signs, and how it is printed."""

    whole: int
    terms: tuple[tuple[int, int], ...]
    text: str


def printed_sums(numbers: Mapping[int, str]) -> Iterator[PrintedSum]:
    """The sums of two or more columns that a row of column numbers states; `numbers`: what it prints under each column."""
    told = {col: plain(text).strip(" .") for col, text in numbers.items()}
    column = {own[1]: col for col, text in told.items() if (own := _OWN.fullmatch(text))}
    for col, text in told.items():
        said = _SUM.fullmatch(text)
        terms = _TERM.findall(said[2]) if said else []
        if terms and all(sign for sign, _term in terms[1:]) and all(term in column for _sign, term in terms):
            yield PrintedSum(col, tuple((-1 if sign == "-" else 1, column[term]) for sign, term in terms), numbers[col].strip())


def keep_printed_sums(reading: Reading, part: SheetReading) -> None:
    """Ask the figures of a row that breaks a printed sum most rows keep; what another proof told already is left alone."""
    for index, oriented in enumerate(part.oriented):
        if oriented.shape != "wide":
            continue
        claims = {(c.cell.row, c.cell.col): c for c in part.claims if c.table == index and c.role == "value" and c.code and not c.half}
        for one in printed_sums(oriented.table.numbers):
            held, broken = _rows(oriented, one)
            if len(held) >= _LEAST and len(held) > len(broken):
                for row, computed in broken.items():
                    _tell(reading, oriented, one, row, computed, claims)


def _rows(o: Oriented, one: PrintedSum) -> tuple[list[int], dict[int, float]]:
    """The rows that keep a sum, and those that do not with what their terms give; rows with a figure missing are neither."""
    held, broken = [], {}
    for row in o.table.body:
        whole = o.table.sheet.number(row, one.whole)
        terms = [(sign, o.table.sheet.number(row, col)) for sign, col in one.terms]
        if whole is None or any(value is None for _sign, value in terms):
            continue
        computed = sum(sign * (value or 0.0) for sign, value in terms)
        if abs(whole - computed) < _CLOSE:
            held.append(row)
        else:
            broken[row] = computed
    return held, broken


def _tell(reading: Reading, o: Oriented, one: PrintedSum, row: int, computed: float, claims: Mapping[tuple[int, int], Claim]) -> None:
    """One message at the whole; it is asked, or where it is none of ours each of its terms is."""
    whole = claims.get((row, one.whole))
    ours = [whole] if whole else [claims[row, col] for _sign, col in one.terms if (row, col) in claims]
    cell = o.table.sheet.cell(row, one.whole)
    if cell is None or not ours or any(c.doubted or c.status != "accepted" for c in ours):
        return
    label = whole.label if whole else o.columns[one.whole].leaf if one.whole in o.columns else ""
    said = {"label": label, "raw": written(cell), "printed": one.text, "computed": shown(computed)}
    reading.issues.append(issue("column_identity", ours[0].sheet, cell.address, **said))
    for claim in ours:
        claim.told, claim.status, claim.doubt = "printed", "asked", "column_identity"
