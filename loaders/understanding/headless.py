"""Lists of labels with their figures and no heading over them: slips, blocks of general data, one or two side by side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.measures import counted
from loaders.understanding.rowkinds import numberish
from loaders.understanding.tables import Region, Table, cells_in

_LEAST_HEADLESS = 3


def headless_tables(sheet: Sheet, region: Region) -> Iterator[Table]:
    """A list of labels with their figures beside them and no heading over it: a slip, a block of general data, or two side by side."""
    seam = _second_labels(sheet, region)
    if seam is not None:
        yield from headless_tables(sheet, Region(region.top, region.bottom, region.left, seam - 1))
        yield from headless_tables(sheet, Region(region.top, region.bottom, seam, region.right))
        return
    run: list[tuple[int, int, int]] = []
    for row in range(region.top, region.bottom + 2):
        pair = _label_and_figure(cells_in(sheet, region, row)) if row <= region.bottom else None
        if pair and (not run or pair == run[-1][1:]) and (not run or row - run[-1][0] <= 1):
            run.append((row, *pair))
            continue
        if len(run) >= _LEAST_HEADLESS:
            yield _without_header(sheet, region, run)
        run = [(row, *pair)] if pair else []


def _second_labels(sheet: Sheet, region: Region) -> int | None:
    """The column where a second list of labels begins, each with its figure, beside a first list in the same rows."""
    rows: dict[tuple[int, int], list[int]] = {}
    for row in range(region.top, region.bottom + 1):
        pairs = _pairs(cells_in(sheet, region, row))
        if len(pairs) > 1:
            rows.setdefault((pairs[0][1], pairs[1][0]), []).append(row)
    (figure, label), those = max(rows.items(), key=lambda item: len(item[1]), default=((0, 0), []))
    if len(those) < _LEAST_HEADLESS:
        return None
    empty = [col for col in range(figure + 1, label) if not any(sheet.cell(row, col) for row in those)]
    numbers = label - 1 > figure and all((c := sheet.cell(row, label - 1)) and numberish(c) for row in those)
    return empty[-1] + 1 if empty else label - 1 if numbers else label


def _pairs(cells: list[Cell]) -> list[tuple[int, int]]:
    """(column of the label, column of the figure) wherever a figure stands right after a label."""
    told = [c for c in cells if _labels(c) or _states_figure(c)]
    return [(a.col, b.col) for a, b in pairwise(told) if _labels(a) and _states_figure(b)]


def _labels(cell: Cell) -> bool:
    return cell.kind == "T" and not _states_figure(cell) and len(cell.text.strip()) > 4


def _states_figure(cell: Cell) -> bool:
    """A number, or one with what it counts behind it: 20.999 people."""
    return numberish(cell) or (cell.kind == "T" and counted(cell.text))


def _label_and_figure(cells: list[Cell]) -> tuple[int, int] | None:
    """(column of the label, column of the figure) of a row that holds one of each, an index or a unit of measure beside them."""
    labels = [c for c in cells if _labels(c)]
    figures = [c for c in cells if labels and (_states_figure(c) or c.kind in "DX") and c.col > labels[0].col]
    if len(figures) != 1 or len(cells) > 5:
        return None
    return labels[0].col, figures[0].col


def _without_header(sheet: Sheet, region: Region, run: list[tuple[int, int, int]]) -> Table:
    first, last = run[0][0], run[-1][0]
    cells = [c for r in range(first, last + 1) for c in cells_in(sheet, region, r)]
    left, right = min(c.col for c in cells), max(c.col for c in cells)
    return Table(sheet, first, first - 1, None, first, last, left, right)
