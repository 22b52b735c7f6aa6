"""Figures that stand in no table of a sheet whose other figures were read: named, never passed over in silence."""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.language import _
from loaders.issues import issue
from loaders.opening.grid import Cell
from loaders.questions import Option
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading
from loaders.understanding.texts.rowkinds import is_footer, is_note, numberish
from loaders.understanding.texts.words import plain

_MOST = 6
_MARK = 6  # the longest text that only counts its row ("1", "II.", "2.1")


def tell_outside(reading: Reading, given: Mapping[str, str]) -> None:
    """One message a sheet, at the first row of figures that no table of it holds; a question where one names a commune or an element:
    it belongs to the return, and its figures are missing."""
    for part in reading.sheets:
        rows = _rows(part) if any(c.role == "value" and c.codes for c in part.claims) else []
        if not rows:
            continue
        named = "; ".join(str(row + 1) for row in rows[:_MOST]) + (" ..." if len(rows) > _MOST else "")
        sheet, spot, key = part.sheet.name, part.sheet.seen[rows[0]][0].address, f"outside:{part.sheet.name}"
        if not any(_ours(part, row) for row in rows):
            reading.issues.append(issue("figures_outside", sheet, spot, rows=named))
        elif given.get(key) != "leave":
            options = (Option("leave", _("They do not belong to the return: leave them out")),)
            ask_about(reading, [], key, "rows_outside", sheet, spot, options, rows=named)


def _rows(part: SheetReading) -> list[int]:
    claimed = {(c.cell.row, c.cell.col) for c in part.claims}
    figures = {c.cell.col for c in part.claims if c.role == "value" and c.codes}
    read = {c.cell.row for c in part.claims if c.role != "skip"}
    first = min((t.header_first for t in part.tables), default=0)
    lines = {row: [c for c in part.sheet.seen[row] if not c.extra.under_merge] for row in sorted(part.sheet.seen) if row > first}
    return [row for row, cells in lines.items() if _line(part, cells, figures, claimed) or _moved(part, cells, read)]


def _moved(part: SheetReading, cells: list[Cell], read: set[int]) -> bool:
    """A row inside a table of communes whose name stands in another column than the others: none of its figures was read."""
    row = cells[0].row if cells else -1
    for o in part.oriented if row not in read else ():
        unnamed = o.shape == "wide" and not o.far and row in o.table.body and not any(x.isalpha() for x in o.text(row, o.unit_col))
        names = [c for c in cells if c.kind == "T" and c.col in o.columns and o.columns[c.col].role != "note"] if unnamed else []
        if any(numberish(c) for n in names if _commune(part, n) for c in cells if c.col > n.col):
            return True
    return False


def _commune(part: SheetReading, cell: Cell) -> bool:
    named = commune_like(cell.text, part.last_day)
    return named is not None and named.unit is not None and named.sure


def _ours(part: SheetReading, row: int) -> bool:
    """Whether a row names a commune of the area or surely an element."""
    texts = [c.text for c in part.sheet.seen[row] if c.kind == "T" and not numberish(c)]
    named = [n for text in texts if (n := commune_like(text, part.last_day))]
    return any(n.unit and n.sure for n in named) or any((found := match(bare_label(text))).codes and found.sure for text in texts)


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
