"""Figures that stand in no table of a sheet whose other figures were read: named, never passed over in silence."""

from __future__ import annotations

from catalogue.facts import Issue
from loaders.issues import issue
from loaders.opening.grid import Cell
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading
from loaders.understanding.texts.rowkinds import is_footer, is_note, numberish
from loaders.understanding.texts.words import plain

_MOST = 6
_MARK = 6  # the longest text that only counts its row ("1", "II.", "2.1")


def outside(reading: Reading) -> list[Issue]:
    """One message a sheet, at the first row of figures that no table of it holds."""
    return [found for part in reading.sheets if any(c.role == "value" and c.codes for c in part.claims) for found in _of_sheet(part)]


def _of_sheet(part: SheetReading) -> list[Issue]:
    claimed = {(c.cell.row, c.cell.col) for c in part.claims}
    figures = {c.cell.col for c in part.claims if c.role == "value" and c.codes}
    last = min((t.header_first for t in part.tables), default=0)
    rows = []
    for row in sorted(part.sheet.seen):
        cells = [c for c in part.sheet.seen[row] if not c.extra.under_merge]
        if row > last and _line(part, cells, figures, claimed):
            rows.append(row)
    if not rows:
        return []
    named = "; ".join(str(row + 1) for row in rows[:_MOST]) + (" ..." if len(rows) > _MOST else "")
    return [issue("figures_outside", part.sheet.name, part.sheet.seen[rows[0]][0].address, rows=named)]


def _line(part: SheetReading, cells: list[Cell], figures: set[int], claimed: set[tuple[int, int]]) -> bool:
    """A row that names something and has figures under the columns of figures, as the rows of a table have."""
    if any((c.row, c.col) in claimed or any(t.holds(c) for t in part.tables) for c in cells):
        return False
    names = [c for c in cells if c.kind == "T" and not numberish(c) and any(x.isalpha() for x in c.text)]
    if not names or any(is_footer(c.text) or is_note(c.text) for c in names):
        return False
    counted = [c for c in cells if c.col > names[0].col and c.col in figures and numberish(c) and not _number_of_a_person(c)]
    return bool(counted) and (not plain(names[0].text).rstrip().endswith(":") or match(bare_label(names[0].text)).sure)


def _number_of_a_person(cell: Cell) -> bool:
    """A telephone number or an identity, no count."""
    digits = [x for x in cell.text if x.isdigit()]
    return len(digits) > _MARK + 2 and cell.is_text and (cell.text.strip().startswith("0") or len(digits) == 12)
