"""A unit that typed percentages where all others typed counts ("100 | 73.4 | 100 | 96.2"): all its figures are asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import _
from loaders.questions import Option
from loaders.understanding.headings.match import denominators
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.proving.bounds import limits
from loaders.understanding.sheets.asking import ask_about, settled_by
from loaders.understanding.weighing.numbers import kind_of

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_ALL = 100.0
_WHOLES = 3
"""So many counts of which others are parts are no chance where each is just a hundred."""
_SHOWN, _THOUSANDS = 2, 3
"""Percentages are typed with one or two decimals, or reckoned with many; just three are the thousands of a count."""


def ask_typed_percentages(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask the figures of each unit of a table whose counts have fractions as percentages have, or are parts of just a hundred each time."""
    for index, oriented in enumerate(part.oriented):
        lines: dict[object, list[Claim]] = defaultdict(list)
        for claim in part.claims:
            if claim.table == index and claim.role == "value" and claim.unit and _counts(claim):
                lines[_line(claim, oriented.shape)].append(claim)
        for found in _in_percent(lines):
            claims = [c for c in found if (figure := _figure(c)) is not None and figure <= _ALL]
            if all(c.status != "accepted" for c in claims):
                continue
            whose = next((c.unit.text for c in claims if c.unit), "")
            key = f"percentages:{part.sheet.name}!{claims[0].cell.address}"
            if not settled_by(given.get(key), claims, keep="counts", drop="leave"):
                options = (Option("counts", _("They are counts")), Option("leave", _("Leave them out")))
                ask_about(reading, claims, key, "row_percentages", part.sheet.name, claims[0].cell.address, options, text=whose)


def _line(claim: Claim, shape: str) -> object:
    """What figures of one unit share: their row, where units stand across their column, else their unit and time."""
    if shape in ("wide", "transposed"):
        return claim.cell.col if shape == "transposed" else claim.cell.row
    return claim.unit.text if claim.unit else "", claim.period, claim.basis


def _counts(claim: Claim) -> bool:
    return bool(_element(claim)) and not claim.half and claim.scale == 1 and (not claim.code or kind_of(claim) == "count")


def _element(claim: Claim) -> str:
    """The count a figure is, or may be beside a rate; empty where it may be several."""
    counts = [code for code in claim.codes if code in elements()]
    return counts[0] if len(counts) == 1 else ""


def _in_percent(lines: Mapping[object, Sequence[Claim]]) -> Iterator[Sequence[Claim]]:
    """The lines with a fraction as percentages have, where most others have none there, or it is a part of just a hundred, and those with
    just a hundred in each place of a whole, where not all lines are so."""
    held = {line: _figures(claims) for line, claims in lines.items() if len(claims) > 1}
    wholly = {line for line, figures in held.items() if _all_of_a_hundred(figures)}
    broken = Counter(code for figures in held.values() for code, figure in figures.items() if _fraction(figure))
    for line, figures in held.items() if broken or wholly else ():
        fractions = {code for code, figure in figures.items() if _fraction(figure)}
        apart = any(2 * broken[code] <= len(lines) for code in fractions)
        of_a_hundred = any(part in fractions and figures.get(whole) == _ALL for part, whole in _pairs())
        if apart or of_a_hundred or (line in wholly and len(wholly) < len(lines)):
            yield lines[line]


def _all_of_a_hundred(figures: Mapping[str, float]) -> bool:
    if max(figures.values(), default=_ALL + 1) > _ALL:
        return False
    wholes = {whole for part, whole in _pairs() if part in figures and whole in figures}
    wholes -= {part for part, whole in _pairs() if whole in figures}
    return len(wholes) >= _WHOLES and all(figures[w] == _ALL for w in wholes)


@cache
def _pairs() -> tuple[tuple[str, str], ...]:
    """(part, whole): every count that is a part of another one."""
    return (*limits(), *denominators().items())


def _figures(claims: Sequence[Claim]) -> dict[str, float]:
    return {_element(c): figure for c in claims if (figure := _figure(c)) is not None}


def _figure(claim: Claim) -> float | None:
    """The figure of a cell, also one that is asked because it is no whole number."""
    if claim.value is not None:
        return claim.value
    typed = claim.cell.number
    return typed if typed is not None else min(claim.readings, default=None)


def _fraction(figure: float) -> bool:
    """Whether a figure is a percentage by its decimals, and none of thousands whose point was taken for a decimal sign."""
    parted = 0 < figure < _ALL and not float(figure).is_integer()
    return parted and (figure < 1 or round(figure, _SHOWN) == figure or round(figure, _THOUSANDS) != figure)
