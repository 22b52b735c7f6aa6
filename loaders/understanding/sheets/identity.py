"""The hidden sheet of a workbook we wrote ourselves: whose return it is, of which period, what its rows count. It answers before anything
is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from catalogue.elements import elements
from catalogue.periods import Period
from catalogue.text import heading_key
from catalogue.units import units
from loaders.opening.grid import Cell, Grid
from loaders.understanding.headings.columns import FIGURES
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented

SHEET = "_chiso"
_MARK = "chiso-return"
_VERSION = "1"


def lines(unit: str, period: Period, codes: Sequence[str]) -> list[list[str]]:
    """The rows of the sheet."""
    return [[_MARK, _VERSION], ["unit", unit], ["period", str(period)], ["elements", " ".join(codes)]]


def answers_in(grid: Grid) -> dict[str, str]:
    """The answers a file of ours brings along; empty for any other file. What makes no sense is passed over."""
    sheet = next((s for s in grid.sheets if s.name == SHEET), None)
    if sheet is None:
        return {}
    said = {c.text: v.text for (r, col), c in sheet.cells.items() if col == 0 and (v := sheet.cell(r, 1))}
    if said.get(_MARK) != _VERSION:
        return {}
    found = {"elements": said["elements"]} if "elements" in said else {}
    if said.get("unit") in units():
        found["unit"] = said["unit"]
    try:
        found["period"] = str(Period.parse(said.get("period", "")))
    except ValueError:
        found.pop("period", None)
    return found


def rows_in(written_for: Mapping[str, str]) -> dict[str, str]:
    """What the rows of a file of ours are called, as headings are compared, to the element each of them asks for."""
    known = elements()
    codes = [code for code in written_for.get("elements", "").split() if code in known]
    return {heading_key(known[code].name_vi): code for code in codes}


def name_rows(rows: Mapping[str, str], oriented: Oriented, found: Sequence[Claim]) -> None:
    """The figures of rows that bear the name of an element which the file says it asks for are of that element, whatever the words
    around them could make of it."""
    asked = {row: code for row in oriented.table.body if (code := _element_of(rows, oriented.table.sheet.rows.get(row, ())))}
    for claim in found if asked else ():
        code, column = asked.get(claim.cell.row, ""), oriented.columns.get(claim.cell.col)
        if code and column is not None and column.role in FIGURES and not claim.cell.extra.under_merge:
            claim.role, claim.codes, claim.sure, claim.basis, claim.half = "value", (code,), True, elements()[code].basis, ""
            claim.notes = [note for note in claim.notes if note == "hidden"]


def _element_of(rows: Mapping[str, str], cells: Sequence[Cell]) -> str:
    return next((rows[key] for cell in cells if cell.is_text and (key := heading_key(cell.text)) in rows), "")
