"""Tables of a PDF page: told by the lines drawn around their cells, else by letters that stand in columns under each other.

Nothing here opens a file: it is given what stands where on one page, in points from its lower left corner.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pdfminer.layout import LTChar, LTComponent, LTContainer, LTCurve, LTRect

from report.checking.columns_text import Cells

MOST_STROKES = 1500
"""A page of more strokes is a drawing; its letters are read as text."""
MOST_CELLS = 6000
_THIN = 3.0
_NEAR = 3.0
_LEAST_WIDE, _LEAST_HIGH = 2, 2
_GAP = 1.3
_LEAST_COLUMNS, _LEAST_LINES = 3, 3


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: upright at `at` from the left, or level at `at` from the bottom; it runs from `start` to `end`."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Ruled:
    """Cells between lines: `lefts` the edges of the columns from the left, `tops` those of the rows from the top, and which cell
    each place of the grid belongs to (row, column): a cell over several places is known by its first."""

    lefts: tuple[float, ...]
    tops: tuple[float, ...]
    owner: dict[tuple[int, int], tuple[int, int]]

    def holds(self, letter: LTChar) -> bool:
        """Whether a letter stands inside."""
        x, y = _middle(letter)
        return self.lefts[0] < x < self.lefts[-1] and self.tops[-1] < y < self.tops[0]

    def cell(self, letter: LTChar) -> tuple[int, int]:
        """The cell of a letter that stands inside."""
        x, y = _middle(letter)
        return self.owner[bisect_right([-top for top in self.tops], -y) - 1, bisect_right(self.lefts, x) - 1]

    def width(self, cell: tuple[int, int]) -> float:
        """How wide a cell is."""
        columns = [column for (_row, column), whose in self.owner.items() if whose == cell]
        return self.lefts[max(columns) + 1] - self.lefts[cell[1]]

    def continues(self, other: Ruled) -> bool:
        """Whether both have the same columns, as the parts of one table on two pages do."""
        return len(self.lefts) == len(other.lefts) and all(
            abs(one - two) <= _NEAR for one, two in zip(self.lefts, other.lefts, strict=True)
        )


def _middle(letter: LTChar) -> tuple[float, float]:
    return (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2


def ruled(page: LTContainer) -> list[Ruled]:
    """The tables between drawn lines, from the top of the page."""
    drawn: list[Stroke] = []
    for stroke in _strokes(page):
        drawn.append(stroke)
        if len(drawn) > MOST_STROKES:
            return []
    found = [table for together in _together(_whole(drawn)) if (table := _table(together))]
    return sorted(found, key=lambda table: -table.tops[0])


def _strokes(container: LTContainer) -> Iterator[Stroke]:
    for found in container:
        if isinstance(found, LTCurve):
            yield from _of_shape(found)
        elif isinstance(found, LTContainer):
            yield from _strokes(found)


def _of_shape(shape: LTCurve) -> Iterator[Stroke]:
    """A line, a bar so thin that it is one, or the four sides of a frame; a filled area alone is none."""
    if shape.width <= _THIN or shape.height <= _THIN:
        yield from _side(shape, shape.height > shape.width)
    elif isinstance(shape, LTRect) and shape.stroke:
        for at in (shape.x0, shape.x1):
            yield Stroke(True, at, shape.y0, shape.y1)
        for at in (shape.y0, shape.y1):
            yield Stroke(False, at, shape.x0, shape.x1)


def _side(shape: LTComponent, upright: bool) -> Iterator[Stroke]:
    if upright:
        yield Stroke(True, (shape.x0 + shape.x1) / 2, shape.y0, shape.y1)
    elif shape.width:
        yield Stroke(False, (shape.y0 + shape.y1) / 2, shape.x0, shape.x1)


def _whole(drawn: Sequence[Stroke]) -> list[Stroke]:
    """Strokes in one line that touch are one: many writers draw the border of each cell by itself."""
    whole: list[Stroke] = []
    for upright in (True, False):
        ordered = sorted((s for s in drawn if s.upright == upright), key=lambda s: s.at)
        for line in _close(ordered):
            level = sum(s.at for s in line) / len(line)
            for stroke in sorted(line, key=lambda s: s.start):
                last = whole[-1] if whole and whole[-1].upright == upright and whole[-1].at == level else None
                if last and stroke.start <= last.end + _NEAR:
                    whole[-1] = Stroke(upright, level, last.start, max(last.end, stroke.end))
                else:
                    whole.append(Stroke(upright, level, stroke.start, stroke.end))
    return whole


def _close(ordered: Sequence[Stroke]) -> list[list[Stroke]]:
    """Strokes of one direction, those together that lie on the same line."""
    lines: list[list[Stroke]] = []
    for stroke in ordered:
        if lines and stroke.at - lines[-1][0].at <= _NEAR:
            lines[-1].append(stroke)
        else:
            lines.append([stroke])
    return lines


def _together(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """The strokes that meet, table by table."""
    level = [stroke for stroke in strokes if not stroke.upright]
    groups: list[list[Stroke]] = []
    for upright in (stroke for stroke in strokes if stroke.upright):
        met = [group for group in groups if any(_meet(upright, one) for one in group if not one.upright)]
        mine = [stroke for group in met for stroke in group]
        new = [one for one in level if _meet(upright, one) and one not in mine]
        groups = [group for group in groups if group not in met] + [[*mine, *new, upright]]
    return groups


def _meet(upright: Stroke, level: Stroke) -> bool:
    return level.start - _NEAR <= upright.at <= level.end + _NEAR and upright.start - _NEAR <= level.at <= upright.end + _NEAR


def _table(strokes: Sequence[Stroke]) -> Ruled | None:
    """The grid of a group of strokes; None where it has not two columns and two rows."""
    level = [stroke for stroke in strokes if not stroke.upright]
    if not level:
        return None
    ends = [min(s.start for s in level), max(s.end for s in level)]
    lefts = _edges([*(s.at for s in strokes if s.upright), *ends])
    tops = _edges(s.at for s in level)[::-1]
    if len(lefts) <= _LEAST_WIDE or len(tops) <= _LEAST_HIGH or len(lefts) * len(tops) > MOST_CELLS:
        return None
    return Ruled(tuple(lefts), tuple(tops), _owners(strokes, lefts, tops))


def _edges(places: Iterator[float] | Sequence[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _NEAR:
            edges.append(place)
    return edges


def _owners(strokes: Sequence[Stroke], lefts: Sequence[float], tops: Sequence[float]) -> dict[tuple[int, int], tuple[int, int]]:
    """Places without a line between them belong to one cell."""
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(tops)):
        for column, (left, right) in enumerate(pairwise(lefts)):
            if column and not _drawn(strokes, True, left, (top + bottom) / 2):
                owner[row, column] = owner[row, column - 1]
            elif row and not _drawn(strokes, False, top, (left + right) / 2):
                owner[row, column] = owner[row - 1, column]
            else:
                owner[row, column] = row, column
    return owner


def _drawn(strokes: Sequence[Stroke], upright: bool, at: float, through: float) -> bool:
    return any(s.upright == upright and abs(s.at - at) <= _NEAR and s.start <= through <= s.end for s in strokes)


# --- columns without lines -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters of one line between wide gaps: where it begins and ends, and its words."""

    left: float
    right: float
    text: str


def gap(size: float) -> float:
    """The width from which a blank parts two columns, for letters of a size."""
    return _GAP * size


def columned(lines: Sequence[Sequence[Piece]]) -> Iterator[tuple[int, Cells | None]]:
    """Lines in order, cut into prose (how many lines, None) and tables (how many lines, the texts of their cells)."""
    for parted, run in groupby(lines, key=lambda line: len(line) > 1):
        some = list(run)
        cells = _columns(some) if parted and len(some) >= _LEAST_LINES else None
        yield len(some), cells


def _columns(lines: Sequence[Sequence[Piece]]) -> Cells | None:
    """The cells between the strips that stay blank through all lines; None where fewer than three columns with numbers remain."""
    spans: list[list[float]] = []
    for piece in sorted((piece for line in lines for piece in line), key=lambda one: one.left):
        if spans and piece.left <= spans[-1][1]:
            spans[-1][1] = max(spans[-1][1], piece.right)
        else:
            spans.append([piece.left, piece.right])
    if len(spans) < _LEAST_COLUMNS:
        return None
    cells = [[" ".join(p.text for p in line if span[0] <= p.left <= span[1]) for span in spans] for line in lines]
    numbers = sum(any(c.isdigit() for cell in row[1:] for c in cell) for row in cells)
    return cells if numbers >= _LEAST_COLUMNS - 1 else None
