"""What the child process does with one file: read it, say where its tables stand, or class its cells for a picture."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from loaders.opening.grid import Grid
from loaders.opening.workbook import open_workbook
from loaders.remembering import fitting
from loaders.result import FileReading
from loaders.understanding.orienting.orient import orient
from loaders.understanding.placing.wordy import wordy_tables
from loaders.understanding.reading import understand
from loaders.understanding.report import read_grid, tables_of
from loaders.understanding.sheets.correction import held_by, written_by_us
from loaders.understanding.sheets.dating import timed
from loaders.understanding.sheets.looking import look
from loaders.understanding.telling.ledger import classes_of

Request = dict[str, Any]
Answer = dict[str, Any]


def read(request: Request) -> Answer:
    """The reading of a file, for the child to write. `answers` are {key: value}; `memory` is that of `remembering`, laid under them."""
    grid = open_workbook(request["path"], request.get("name"))
    return dict(vars(with_memory(grid, request.get("answers") or {}, request.get("memory") or {})))


def with_memory(grid: Grid, answers: dict[str, str], memory: dict[str, dict[str, str]]) -> FileReading:
    """Read once; where something was asked or not understood and the shape is remembered, read again with what is remembered."""
    found = read_grid(grid, answers)
    remembered = fitting(found, memory) if found.questions or found.offers else {}
    if remembered:
        again = read_grid(grid, answers, remembered)
        settled = {one.key for one in (*found.questions, *found.offers)} - {one.key for one in (*again.questions, *again.offers)}
        used = {key: answer for key, answer in remembered.items() if key in settled}
        return replace(again, seconds=found.seconds + again.seconds, remembered=used)
    return found


def layout(request: Request) -> Answer:
    """Where the tables of a file stand, whatever it is about: as the eye sees it, and apart from these the `hidden` ones, of sheets not
    shown. Rows count from 1 as in the sheet, columns are letters."""
    grid = open_workbook(request["path"], request.get("name"))
    tables: dict[bool, list[dict[str, Any]]] = {True: [], False: []}
    ours = written_by_us(grid)
    for sheet in grid.sheets:
        if sheet.cells and (sheet.state == "visible" or sheet.name not in ours):
            part = look(sheet)
            further = wordy_tables(part.sheet, part.tables)
            part.tables = sorted((*part.tables, *further), key=lambda t: (t.header_first, t.left))
            timed(part, grid.file)
            part.oriented = [orient(table, part.last_day) for table in part.tables]
            tables[sheet.state == "visible"] += [asdict(t) for t in tables_of(part)]
    return {"file": grid.file, "tables": tables[True], "hidden": tables[False]}


def picture(request: Request) -> Answer:
    """Every non-empty cell of every sheet with its class: [row, col, raw, class], rows and columns from 0."""
    grid = open_workbook(request["path"], request.get("name"))
    reading = understand(grid, request.get("answers") or {})
    found = classes_of(reading) if reading.reason != "personal" else {}
    sheets = [
        {
            "name": s.name,
            "state": s.state,
            "rows": s.n_rows,
            "cols": s.n_cols,
            "merges": [list(m) for m in s.merges],
            "hidden_rows": sorted(s.hidden_rows),
            "hidden_cols": sorted(s.hidden_cols),
            "cells": [[c.row, c.col, c.raw, found[s.name][c.row, c.col]] for c in s.cells.values()],
        }
        for s in grid.sheets
        if s.name in found
    ]
    return {"file": grid.file, "sha256": grid.sha256, "outcome": reading.outcome, "sheets": sheets}


def held(request: Request) -> Answer:
    """A digest for each cell of a file that somebody typed, by "sheet!cell"."""
    grid = open_workbook(request["path"], request.get("name"))
    return {"file": grid.file, "held": held_by(grid)}
