"""Workbooks of many styles pulled about: every cell merged over two by two, columns in another order, rows gone or twice, cells blank,
merges where nobody meant them. Nothing fails, and a form drawn with merged cells says what it said before."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from making import make
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

Place = tuple[int, int]
SEEDS = range(10)


def _doubled(sheet: Worksheet, hand: random.Random) -> dict[Place, list[Place]]:
    """Every place with those it goes to; all of them merged over two rows and two columns."""
    return {(c.row, c.column): [(2 * c.row - 1, 2 * c.column - 1)] for row in sheet.iter_rows() for c in row}


def _columns_mixed(sheet: Worksheet, hand: random.Random) -> dict[Place, list[Place]]:
    order = list(range(1, sheet.max_column + 1))
    hand.shuffle(order)
    return {(c.row, c.column): [(c.row, order[c.column - 1])] for row in sheet.iter_rows() for c in row}


def _rows_lost(sheet: Worksheet, hand: random.Random) -> dict[Place, list[Place]]:
    gone = {hand.randint(1, sheet.max_row) for _row in range(4)}
    return {(c.row, c.column): [] if c.row in gone else [(c.row, c.column)] for row in sheet.iter_rows() for c in row}


def _row_twice(sheet: Worksheet, hand: random.Random) -> dict[Place, list[Place]]:
    at = hand.randint(1, sheet.max_row)
    return {
        (c.row, c.column): [(c.row + (c.row > at), c.column)] + ([(c.row + 1, c.column)] if c.row == at else [])
        for row in sheet.iter_rows()
        for c in row
    }


def _cells_lost(sheet: Worksheet, hand: random.Random) -> dict[Place, list[Place]]:
    return {(c.row, c.column): [(c.row, c.column)] if hand.random() > 0.25 else [] for row in sheet.iter_rows() for c in row}


def _shaken(path: Path, seed: int, move: Callable[[Worksheet, random.Random], dict[Place, list[Place]]], merged: bool) -> FileReading:
    """What is read of a workbook whose first sheet is pulled about; its other sheets go."""
    hand = random.Random(seed)
    sheet = load_workbook(path).worksheets[0]
    book = Workbook()
    drawn = book.worksheets[0]
    drawn.title = sheet.title
    for (row, col), places in move(sheet, hand).items():
        value = sheet.cell(row, col).value
        for place in places if value is not None else []:
            drawn.cell(*place, value)
            if move is _doubled:
                drawn.merge_cells(start_row=place[0], end_row=place[0] + 1, start_column=place[1], end_column=place[1] + 1)
    for _merge in range(8 if merged else 0):
        top, left = hand.randint(1, sheet.max_row), hand.randint(1, sheet.max_column)
        drawn.merge_cells(start_row=top, end_row=top + hand.randint(0, 3), start_column=left, end_column=left + hand.randint(0, 3))
    target = path.with_name(f"shaken {path.stem}.xlsx")
    book.save(target)
    return read_grid(open_workbook(target))


def _facts(found: FileReading) -> set[tuple[str, str, str, str, float]]:
    return {(o.unit, o.period, o.basis, o.element, o.value) for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize("move", [_columns_mixed, _rows_lost, _row_twice, _cells_lost])
def test_nothing_fails_however_a_sheet_is_pulled_about(
    tmp_path: Path, move: Callable[[Worksheet, random.Random], dict[Place, list[Place]]]
) -> None:
    for seed in SEEDS:
        path = make(seed, tmp_path).path
        for merged in (False, True):
            assert _shaken(path, seed, move, merged).outcome in ("accept", "ask", "fix", "not_a_return")


def test_cells_drawn_over_two_rows_and_two_columns_say_the_same(tmp_path: Path) -> None:
    read = 0
    for seed in SEEDS:
        path = make(seed, tmp_path).path
        if len(load_workbook(path).worksheets) == 1:
            found = _facts(_shaken(path, seed, _doubled, False))
            assert found <= _facts(read_grid(open_workbook(path)))
            read += len(found)
    assert read > 20
