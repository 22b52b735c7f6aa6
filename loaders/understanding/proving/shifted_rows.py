"""A row (or column) of figures that stands one place off: a gap where the others have none, and figures that fit only when moved."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalogue.language import _
from loaders.questions import Option
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.proving.bounds import relevant
from loaders.understanding.sheets.asking import ask_about, settled_by

if TYPE_CHECKING:
    from catalogue.indicators import Formula
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_SOME = 50
"""Of many lines these few are looked at first: what they do not keep, not all keep."""
_LEAST = 3
"""So many other lines must have a figure in every place, and so many places must there be."""
_FAR = 1.5
"""By how much one place must be the greater in all other lines; to be the lesser in one by as much is no chance."""
_MOST_GAPS = 2
_CLOSE = 1e-6

Line = tuple[float | None, ...]


@dataclass(frozen=True)
class Lines:
    """The figures of a table line by line (one a unit), the element of each place, and the figure of a line behind the last place."""

    figures: dict[int, Line]
    places: tuple[int, ...]
    codes: tuple[str, ...]
    behind: dict[int, float]


def ask_shifted(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask every figure of a line with a gap that breaks what all others keep, and would not if its figures were moved by one place."""
    for index, oriented in enumerate(part.oriented):
        if oriented.shape not in ("wide", "transposed"):
            continue
        across = oriented.shape == "transposed"
        found = [c for c in part.claims if c.table == index and c.role == "value" and c.code and not c.half]
        lines = _lines(oriented, found, across)
        for line in _off(lines):
            claims = [c for c in found if (c.cell.col if across else c.cell.row) == line]
            _ask(reading, part, claims, claims[0].unit.text if claims[0].unit else "", given)
        for place in _places_off(lines):
            claims = [c for c in found if (c.cell.row if across else c.cell.col) == place]
            _ask(reading, part, claims, claims[0].label, given)


def _ask(reading: Reading, part: SheetReading, claims: Sequence[Claim], whose: str, given: Mapping[str, str]) -> None:
    key = f"shifted:{part.sheet.name}!{claims[0].cell.address}"
    if not settled_by(given.get(key), claims, keep="right", drop="leave"):
        options = (Option("right", _("They stand where they belong")), Option("leave", _("Leave them out")))
        ask_about(reading, claims, key, "row_shifted", part.sheet.name, claims[0].cell.address, options, text=whose)


def _lines(o: Oriented, found: Sequence[Claim], across: bool) -> Lines:
    """Lines and places: rows and their columns; where communes stand in columns, columns and their rows."""
    at = {(c.cell.col, c.cell.row) if across else (c.cell.row, c.cell.col): c for c in found if c.unit}
    lines = sorted({line for line, _place in at})
    places = sorted({place for _line, place in at})
    codes = {place: c.code for (_line, place), c in reversed(at.items())}
    worded = {line for (line, _place), c in at.items() if _figure(c) is None and c.cell.text.strip()}
    lines = [line for line in lines if line not in worded]
    figures = {line: tuple(_figure(c) if (c := at.get((line, p))) else None for p in places) for line in lines}
    sheet, last = o.table.sheet, (o.table.data_last if across else max(o.table.columns, default=0))
    behind = {}
    for line in lines if places else ():
        for place in range(places[-1] + 1, max(last, places[-1]) + 2):
            cell = sheet.cell(place, line) if across else sheet.cell(line, place)
            headed = not across and place in o.columns and o.columns[place].path
            if cell is not None and cell.kind == "N" and isinstance(cell.value, int | float) and not headed:
                behind[line] = float(cell.value)
    return Lines(figures, tuple(places), tuple(codes[p] for p in places), behind)


def _figure(claim: Claim) -> float | None:
    """The figure of a cell, also one that is asked for another reason."""
    typed = claim.cell.value if claim.cell.kind == "N" else None
    return claim.value if claim.value is not None or not isinstance(typed, int | float) else float(typed)


def _off(lines: Lines) -> Iterator[int]:
    """The lines that stand one or two places off: as many as have a gap and a figure behind the last heading, where no other line has one;
    else the one among others."""
    others = [values for values in lines.figures.values() if None not in values]
    gapped = {line: gaps for line, values in lines.figures.items() if (gaps := _gaps(values))}
    spilt = others and set(lines.behind) <= set(gapped)
    alone = len(others) >= _LEAST and len(others) >= 0.8 * (len(lines.figures) - 1)
    for line, gaps in gapped.items():
        values = lines.figures[line]
        if spilt and line in lines.behind:
            yield line
        if not alone or line in lines.behind:
            continue
        moved = _moved(values, gaps[0], len(gaps)) if gaps[-1] - gaps[0] == len(gaps) - 1 else ()
        some = others[:: max(1, len(others) // _SOME)]
        broken = all(_breaks(values, lines.codes, kept) for kept in (some, others)) and any(
            not _breaks(m, lines.codes, others) for m in moved
        )
        if broken:
            yield line


def _gaps(values: Line) -> list[int]:
    """The few empty places of a line that are close to each other, where enough others hold figures; else none."""
    gaps = [place for place, value in enumerate(values) if value is None]
    return gaps if gaps and gaps[-1] - gaps[0] < _MOST_GAPS and len(values) - len(gaps) >= _LEAST else []


def _moved(values: Line, gap: int, size: int = 1) -> Iterator[Line]:
    """The line with its gap elsewhere, what stands between moved by as many places."""
    rest, open_ = values[:gap] + values[gap + size :], (None,) * size
    yield from ((*rest[:place], *open_, *rest[place:]) for place in range(len(rest) + 1) if place != gap)


def _places_off(lines: Lines) -> Iterator[int]:
    """The places (columns) that are empty in the first or last line and fit the others of their lines only when moved by one line."""
    rows = list(lines.figures.values())
    for at, place in enumerate(lines.places if len(rows) > _LEAST else ()):
        values = tuple(row[at] for row in rows)
        if values.count(None) != 1 or None not in (values[0], values[-1]) or any(None in row[:at] + row[at + 1 :] for row in rows):
            continue
        moved = (*values[1:], None) if values[0] is None else (None, *values[:-1])
        after = [(*row[:at], value, *row[at + 1 :]) for row, value in zip(rows, moved, strict=True)]
        if any(_breaks(row, lines.codes, ()) for row in rows) and not any(_breaks(row, lines.codes, ()) for row in after):
            yield place


def _breaks(values: Line, codes: tuple[str, ...], others: Sequence[Line]) -> bool:
    """Whether a line breaks a balance or limit that all others keep, or turns round what is far greater in each of them."""
    balances, bounds = relevant(codes) if len(set(codes)) == len(codes) else ((), ())
    at = {code: place for place, code in enumerate(codes)}
    for part, whole in bounds:
        if _more(values[at[part]], values[at[whole]]) and not any(_more(o[at[part]], o[at[whole]]) for o in others):
            return True
    for balance in balances:
        if _differs(balance.whole, balance.parts, values, at) and not any(_differs(balance.whole, balance.parts, o, at) for o in others):
            return True
    places = range(len(codes)) if len(others) > _LEAST else ()
    return any(_turned(values[a], values[b], [(o[a], o[b]) for o in others]) for a in places for b in places if a != b)


def _turned(a: float | None, b: float | None, others: Sequence[tuple[float | None, float | None]]) -> bool:
    """Whether b is the greater, though a is far greater in all other lines: the more so there, the less is needed here."""
    if a is None or b is None or b <= a:
        return False
    least = min((x / y if y else math.inf) if x is not None and y is not None else 0.0 for x, y in others)
    return least >= _FAR and (a == 0 or least * b / a >= _FAR * _FAR)


def _more(a: float | None, b: float | None) -> bool:
    return a is not None and b is not None and a > b + _CLOSE


def _differs(whole: Formula, parts: Formula, values: Line, at: Mapping[str, int]) -> bool:
    left, right = ([(sign, values[at[code]]) for sign, code in f.terms] for f in (whole, parts))
    if any(value is None for _sign, value in (*left, *right)):
        return False
    return abs(sum(s * (v or 0) for s, v in left) - sum(s * (v or 0) for s, v in right)) > _CLOSE
