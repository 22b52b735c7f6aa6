"""Tables in plain text: lines whose cells are parted by strokes, by tabs, or by blanks that stand under each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

Cells = list[list[str]]
Block = tuple[list[str], Cells | None]
"""Lines of prose (None), or the texts of the cells of a table."""

_RULE = re.compile(r"[\s|+\-=:_]+")
_GAP = re.compile(r"\S\s{2,}\S")
_LEAST_LINES, _LEAST_COLUMNS, _LEAST_NUMBERS = 3, 3, 2


def split(lines: Sequence[str]) -> Iterator[Block]:
    """A block of lines in order, cut into prose (None) and tables (the texts of their cells)."""
    for columned, run in groupby(lines, key=_columned):
        piece = list(run)
        yield piece, _cells(piece) if columned else None


def _columned(line: str) -> str:
    """How a line parts its cells; "" for prose."""
    if line.count("|") >= _LEAST_COLUMNS - 1:
        return "|"
    if "\t" in line.strip():
        return "\t"
    return " " if _GAP.search(line.strip()) else ""


def _cells(lines: Sequence[str]) -> Cells | None:
    """The cells of a table; None when the lines are none after all."""
    given = [line for line in lines if not _RULE.fullmatch(line)]
    by = _columned(given[0]) if given else ""
    cells = _aligned(given) if by == " " else [_parted(line, by) for line in given]
    numbers = sum(sum(any(c.isdigit() for c in cell) for cell in row) >= 1 for row in cells)
    whole = len(cells) >= _LEAST_LINES and max(map(len, cells)) >= _LEAST_COLUMNS and numbers >= _LEAST_NUMBERS
    return cells if whole else None


def _parted(line: str, by: str) -> list[str]:
    line = line.strip() if by == "|" else line
    inner = line[1:-1] if by == "|" and line.startswith("|") and line.endswith("|") else line
    return [cell.strip() for cell in inner.split(by)]


def _aligned(lines: Sequence[str]) -> Cells:
    """Cells between columns of blanks that run through all lines, two wide at least."""
    width = max((len(line) for line in lines), default=0)
    padded = [line.ljust(width) for line in lines]
    blank = [all(line[at] == " " for line in padded) for at in range(width)]
    gaps = [(at, (at + 1 < width and blank[at] and blank[at + 1]) or (at > 0 and blank[at] and blank[at - 1])) for at in range(width)]
    spans = [[at for at, _gap in run] for is_gap, run in groupby(gaps, key=lambda one: one[1]) if not is_gap]
    return [[line[span[0] : span[-1] + 1].strip() for span in spans] for line in padded]
