"""The hidden sheet of a workbook we wrote ourselves: whose return it is, of which period. It answers before anything is asked."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.periods import Period
from catalogue.units import units
from loaders.opening.grid import Grid

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
    found = {}
    if said.get("unit") in units():
        found["unit"] = said["unit"]
    try:
        found["period"] = str(Period.parse(said.get("period", "")))
    except ValueError:
        found.pop("period", None)
    return found
