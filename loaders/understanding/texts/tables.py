"""A table as it stands on a sheet: its rows, its columns, the path of headings over each; and the region it is looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from loaders.opening.grid import Cell, Sheet

Legend = tuple[tuple[str, str], ...]
"""Abbreviations and what they stand for, as the sheet explains them."""


@dataclass(frozen=True)
class Region:
    """A rectangle of the sheet to look in; all four ends are inside."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Table:
    """One table. Rows are those of the sheet, counted from 0; `headers[col]` is the path of headings, outermost first;
    `spoken`: lines of one column, each with its figure behind its label; `items`: columns of the items of a field in a pivot table."""

    sheet: Sheet
    header_first: int
    header_last: int
    number_row: int | None
    data_first: int
    data_last: int
    left: int
    right: int
    headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    repeats: frozenset[int] = frozenset()
    legend: Legend = ()
    spoken: bool = False
    items: frozenset[int] = frozenset()

    def spelt(self, text: str) -> str:
        """A text with the abbreviations of the sheet written out; where it explains one itself, that is said once."""
        for short, long in self.legend:
            text = text.replace(f"{long} ({short})", long)
            text = re.sub(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", long, text)
        return text

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns with anything in them, header or body."""
        used = {c.col for r in range(self.header_first, self.data_last + 1) for c in self.row(r)}
        return tuple(sorted(used))

    def row(self, row: int) -> list[Cell]:
        """The cells of one row that belong to this table."""
        return between(self.sheet.rows.get(row, []), self.left, self.right)

    @cached_property
    def by_column(self) -> dict[int, list[Cell]]:
        """The cells of each column of the body, from above, without what stands under a merge; not to be changed."""
        found: dict[int, list[Cell]] = {}
        for row in self.body:
            for cell in self.sheet.rows[row]:
                if not cell.extra.under_merge:
                    found.setdefault(cell.col, []).append(cell)
        return found

    def holds(self, cell: Cell) -> bool:
        """Whether a cell of the sheet stands inside, heading or body."""
        return self.header_first <= cell.row <= self.data_last and self.left <= cell.col <= self.right

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The rows of the body that hold anything, repeated headers and column numbers left out."""
        skip = self.repeats | ({self.number_row} if self.number_row is not None else set())
        return tuple(r for r in range(self.data_first, self.data_last + 1) if r not in skip and self.row(r))


def cells_in(sheet: Sheet, region: Region, row: int) -> list[Cell]:
    """The cells of a row of the sheet that stand in a region."""
    return between(sheet.seen.get(row, []), region.left, region.right)


def between(cells: list[Cell], left: int, right: int) -> list[Cell]:
    """Those of the cells of one row that stand in the columns `left` to `right`; not to be changed."""
    if not cells or (cells[0].col >= left and cells[-1].col <= right):
        return cells
    return [c for c in cells if left <= c.col <= right]
