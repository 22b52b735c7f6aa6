"""What the child process does to write a correction workbook: the sender's own file, its cells to mend coloured and commented."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.language import _
from loaders.correction.copies import values_of
from loaders.correction.listing import ASKED, WRONG, as_text, write
from loaders.correction.losses import losses, too_large
from loaders.correction.plan import Marked, Plan
from loaders.correction.results import with_results
from loaders.opening.door import Opened, check
from loaders.opening.grid import Grid, position
from loaders.opening.workbook import open_bytes
from loaders.understanding.sheets.correction import SHEET, Correction, correction_in, lines

MOST_OTHERS = 400
_COMMENT_WIDTH, _LINE_HEIGHT, _LETTERS_A_LINE = 340, 18, 46
_HELD = 60

Request = dict[str, Any]
Answer = dict[str, Any]


def correct(request: Request) -> Answer:
    """Write the workbook to `out`; `kind` tells whether it is the sender's own file, a copy with values only or a list alone."""
    data = Path(request["path"]).read_bytes()
    grid, opened = open_bytes(data, request["name"]), check(data, request["name"])
    plan = Plan.from_json(request["plan"])
    kind, lost, book = _basis(opened, grid)
    grid = _undressed(book, grid)
    listed = _list(book, plan, grid, None if kind == "own" else lost)
    dressed = _mark(book, plan)
    _sign(book, lines(Correction(plan.of, listed, *_places(plan), dressed=dressed), grid, formulas=kind == "own"))
    saved = _saved(book)
    if kind == "own":
        known = {sheet.name: sheet for sheet in grid.sheets}
        saved = with_results(saved, [known.get(sheet.title) for sheet in book.worksheets])
    Path(request["out"]).write_bytes(saved)
    return {"file": request["name"], "kind": kind, "lost": lost}


def _basis(opened: Opened, grid: Grid) -> tuple[str, list[str], Workbook]:
    """(kind, what is left out, the workbook to mark)."""
    if too_large(grid):
        book = Workbook()
        book.remove(book.worksheets[0])
        return "list", [], book
    lost = losses(opened, grid)
    if not lost:
        book = load_workbook(io.BytesIO(opened.data), rich_text=True)
        if book.sheetnames == [sheet.name for sheet in grid.sheets]:
            return "own", [], book
        lost = [_("its own format ({format})", format=opened.format)]
    return "values", lost, values_of(opened, grid)


def _undressed(book: Workbook, grid: Grid) -> Grid:
    """A correction that needs mending again: what we wrote into it the last time is taken out; the grid without our sheets."""
    before = correction_in(grid)
    if before is None:
        return grid
    for place, colour in before.dressed.items():
        sheet, _mark, cell = place.rpartition("!")
        if sheet in book.sheetnames:
            worn = _seen(book[sheet], cell)
            worn.fill = PatternFill("solid", fgColor=colour) if colour else PatternFill()
            worn.comment = worn.comment if worn.comment and worn.comment.author != _("Checking of returns") else None
    for name in (before.listed, SHEET):
        if name in book.sheetnames:
            book.remove(book[name])
    return replace(grid, sheets=tuple(s for s in grid.sheets if s.name not in (before.listed, SHEET)))


def _list(book: Workbook, plan: Plan, grid: Grid, lost: list[str] | None) -> str:
    """Put the list before all other sheets and open the workbook at it; its name."""
    held = {f"{s.name}!{c.address}": c.raw for s in grid.sheets for c in s.cells.values()}
    sheet = book.create_sheet(_("To mend"), 0)
    write(sheet, plan, lambda name, cell: held.get(f"{name}!{cell}", "")[:_HELD], lost)
    book.active = 0  # type: ignore[assignment]
    for other in book.worksheets[1:]:
        other.sheet_view.tabSelected = False
    return sheet.title


def _mark(book: Workbook, plan: Plan) -> dict[str, str]:
    """Colour and comment the cells; place to the colour each had before."""
    worn: dict[str, str] = {}
    for mark in plan.marks:
        for sheet, cell, own in _cells(mark):
            if sheet in book.sheetnames and cell:
                seen = _seen(book[sheet], cell)
                worn.setdefault(f"{sheet}!{seen.coordinate}", _colour(seen))
                _dress(seen, mark, own=own)
    return worn


def _cells(mark: Marked) -> Iterator[tuple[str, str, bool]]:
    """(sheet, cell, whether it is the place itself) of everything to colour."""
    for sheet, cell in mark.places:
        yield sheet, cell, True
    for other in (*mark.words, *mark.others[:MOST_OTHERS]):
        sheet, _mark, cell = other.rpartition("!")
        yield sheet, cell, False


def _places(plan: Plan) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """Each place to mend with the kinds of its faults, and those of the words in doubt."""
    kinds: dict[str, tuple[str, ...]] = {}
    for mark in plan.marks:
        for sheet, cell in mark.places:
            kinds[f"{sheet}!{cell}"] = tuple(dict.fromkeys((*kinds.get(f"{sheet}!{cell}", ()), *mark.kinds)))
    return kinds, tuple(dict.fromkeys(place for mark in plan.marks for place in mark.words))


def _colour(cell: Cell) -> str:
    """The plain colour a cell is filled with; empty for none and for those of a theme."""
    rgb = cell.fill.fgColor.rgb
    return rgb if cell.fill.fill_type == "solid" and isinstance(rgb, str) else ""


def _dress(cell: Cell, mark: Marked, *, own: bool) -> None:
    if own or _colour(cell) != WRONG.fgColor.rgb:
        cell.fill = WRONG if mark.grave else ASKED
    if own:
        before = cell.comment.text.rstrip() + "\n\n" if cell.comment else ""
        text = before + _words(mark)
        cell.comment = Comment(text, _("Checking of returns"), width=_COMMENT_WIDTH, height=_height(text))


def _seen(sheet: Worksheet, place: str) -> Cell:
    """The cell, or the one in whose merged range it lies."""
    row, col = position(place)
    cell = sheet.cell(row + 1, col + 1)
    if isinstance(cell, MergedCell):
        merge = next(m for m in sheet.merged_cells.ranges if cell.coordinate in m)
        return sheet.cell(merge.min_row, merge.min_col)
    return cell


def _words(mark: Marked) -> str:
    parts = []
    for reason in mark.reasons:
        told = [reason.what, reason.why, _("In the file: {how}", how=reason.how) if reason.how else ""]
        told.append(_("Example from another return: {example}", example=reason.example) if reason.example else "")
        parts.append("\n".join(text for text in told if text))
    return "\n\n".join(parts)


def _height(text: str) -> int:
    return _LINE_HEIGHT * (2 + sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n")))


def _sign(book: Workbook, rows: list[list[str]]) -> None:
    """The hidden sheet by which the workbook is known when it comes back."""
    sheet = book.create_sheet(SHEET)
    for row, values in enumerate(rows, 1):
        for col, value in enumerate(values, 1):
            as_text(sheet, row, col, value)
    sheet.sheet_state = "veryHidden"


def _saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
