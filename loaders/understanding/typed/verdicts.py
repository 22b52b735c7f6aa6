"""How the numbers of a column are written: its decimal sign, its unit, its scale, from all its cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from loaders.opening.grid import Cell
from loaders.understanding.typed.digits import MAX_EXACT, Sign
from loaders.understanding.typed.typed_words import LETTERED, behind, number_in, only_value, parts_of_text

Unit = Literal["count", "percent", "money", "points", ""]


Scale = Literal["percent", "fraction", "unsure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the numbers of one column are written.

    `decimal` is its decimal sign, empty when no cell shows it; `conflict` says cells show both; `whole` that all its stored
    numbers (at least three, some of them large) are whole. `scale` tells whether plain
    numbers of a percent column are percents (95.5), fractions of one (0.955), or cannot be told.
    """

    unit: Unit = ""
    decimal: Sign = ""
    conflict: bool = False
    whole: bool = False
    scale: Scale = "percent"
    evidence: tuple[str, ...] = ()


def column_verdict(cells: Iterable[Cell], unit: Unit = "") -> Verdict:
    """How the numbers of a column are written, from all its cells. The signs of several columns of one writer may be laid together
    with `borrowed`."""
    signs: dict[str, list[str]] = {",": [], ".": []}
    stored: list[float] = []
    plain: list[float] = []
    for cell in cells:
        if cell.extra.under_merge:
            continue
        if isinstance(cell.value, float):
            if not cell.style.percent:
                stored.append(cell.value)
        elif cell.is_text:
            number = number_in(cell.text)
            if number is None or _broken(cell.text.strip()):
                continue
            if number.sign:
                signs[number.sign].append(f"{cell.address} {cell.text}")
            if "%" not in cell.text and number.certain:
                plain.append(only_value(number))
    decimal: Sign = "," if signs[","] else "." if signs["."] else ""
    conflict = bool(signs[","] and signs["."])
    whole = len(stored) >= 3 and max(stored) >= 100 and all(value == int(value) for value in stored if abs(value) < MAX_EXACT)
    evidence = tuple((signs[","][:2] + signs["."][:2]) if conflict else signs[decimal][:3] if decimal else [])
    scale = _scale(stored + plain) if unit == "percent" else "percent"
    return Verdict(unit, "" if conflict else decimal, conflict, whole, scale, evidence)


def _broken(text: str) -> bool:
    """A number with a letter or another sign for a digit ("3.50O", "3.71?"): nobody knows how many digits stand behind its sign."""
    if LETTERED.fullmatch(text):
        return any(letter.isalpha() for letter in text)
    parts = None if any(map(str.isspace, text)) else parts_of_text(text)
    return parts is not None and bool(parts.suffix) and behind(parts.suffix)[0] == 0


def borrowed(verdict: Verdict, others: Iterable[Verdict]) -> Verdict:
    """The verdict, with the decimal sign of the writer's other columns when its own cells show none and those agree."""
    signs = {other.decimal for other in others if other.decimal and not other.conflict}
    if verdict.decimal or verdict.conflict or len(signs) != 1:
        return verdict
    return replace(verdict, decimal=signs.pop(), evidence=("other columns",))


def with_scale(verdict: Verdict, scale: Scale) -> Verdict:
    """The verdict after the scale of a percent column was settled, by its counts or by a person."""
    return replace(verdict, scale=scale)


def _scale(values: list[float]) -> Scale:
    """Fractions of one when nothing exceeds 1; "unsure" when they could be either (only 0 and 1, or small beside large)."""
    nonzero = [value for value in values if value]
    if not nonzero or min(nonzero) > 1:
        return "percent"
    return "unsure"
