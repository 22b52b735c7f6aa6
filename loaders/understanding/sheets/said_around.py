"""What stands under the tables or beside them and states their period: a line of it, a label in a longer line, days from..to, a caption."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from loaders.opening.grid import Cell
from loaders.understanding.dates.spans import spanned
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.headings.columns import PERIOD_ONLY
from loaders.understanding.sheets.said_of_rows import named_rows, rows_spoken_of
from loaders.understanding.sheets.said_of_time import below, value_of
from loaders.understanding.sheets.sheet_reading import SheetReading, header_lines
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

_PIECES = re.compile(r"[;|\n\t]|\s[-\u2013\u2014]\s|\s{3,}")
_BRACKETS = re.compile(r"\([^()]*\)")
_LABEL = re.compile(r"([^:]{2,30}):\s*(\S.*)")
_REMARK = re.compile(r"^\W*(ghi chu|luu y|chu thich)\W+")
_LONGEST = 50
_FROM_TO = re.compile(r"\W*tu (ngay )?[\d./-]+ (den|toi) (het )?(ngay )?[\d./-]+\W*")
_YEAR_LABEL = re.compile(r"\W*nam(?: (?:bao cao|so lieu|thong ke|du lieu))?\s*:\s*(20[12]\d)\W*")
_YEAR_ALONE = re.compile(r"\W*nam (20[12]\d)\W*")
_OF_FIGURES = {"figures_of", "period_line", "caption_below"}


def said_around(part: SheetReading) -> tuple[list[Statement], list[str]]:
    """(the periods that lines under and beside the tables state of the figures, the texts of those that say from which day to which)."""
    found: list[Statement] = []
    days: list[str] = []
    lines = list(_lines(part))
    named = [named_rows(table) for table in part.tables] if lines else []
    for cell in lines:
        if any(rows_spoken_of(columns, cell.text) for columns in named):
            continue
        if spanned(plain(cell.text)) and ("figures_span" in classes("lines.csv", cell.text) or _FROM_TO.fullmatch(plain(cell.text))):
            days.append(cell.text)
            found += statements(cell.text, "line", part.sheet.name, cell.address)
        else:
            found += _said(cell, part.sheet.name)
    return [s for s in found if s.kind != "year"], days


def sum_below(part: SheetReading) -> str:
    """The line under the tables that says that the figures are sums since January."""
    texts = (cell.text for cell in below(part))
    return next((text for text in texts if "remark_since" in classes("lines.csv", _REMARK.sub("", plain(text)).strip(" ()"))), "")


def years_labelled(part: SheetReading) -> set[int]:
    """The years that stand alone behind the label of one: in a line over the tables or under them, or in the two cells of a row."""
    texts = [c.text for c in (*header_lines(part), *below(part))]
    texts += [f"{cells[0].text} {cells[1].text}" for cells in part.sheet.rows.values() if len(cells) == 2 and cells[0].is_text]
    labelled = [_YEAR_LABEL.fullmatch(plain(text)) for text in texts]
    alone = [_YEAR_ALONE.fullmatch(plain(cell.text)) for cell in _lines(part) if cell.is_text]
    return {int(found[1]) for found in (*labelled, *alone) if found}


def _said(cell: Cell, sheet: str) -> list[Statement]:
    """What the whole line or else its pieces ("sender: ... - period: ...") say; words in brackets explain."""
    if _OF_FIGURES & set(classes("lines.csv", cell.text)) or _is_period(cell):
        return statements(cell.text, "line", sheet, cell.address)
    found: list[Statement] = []
    for piece in _PIECES.split(cell.text):
        label = _LABEL.fullmatch(_BRACKETS.sub(" ", piece).strip())
        found += value_of(label[1], label[2].strip(), sheet, cell.address) if label else []
    return found


def _lines(part: SheetReading) -> Iterator[Cell]:
    """The lines under the last table, those that a table ends with, and the texts that stand alone in a column beside the figures."""
    yield from below(part)
    for table in part.tables:
        ends = _last_lines(table)
        yield from ends
        for cells in (part.sheet.rows.get(row, []) for row in range(table.header_first, table.data_last + 1)):
            for cell in cells:
                if not cell.is_text or cell in ends:
                    continue
                labelled = ":" in cell.text and (not table.holds(cell) or _alone(table, cell))
                if labelled or (_is_period(cell) and sum(map(_is_period, cells)) == 1 and _beside(part, table, cell)):
                    yield cell


def _last_lines(table: Table) -> list[Cell]:
    """The texts of the rows at the end of a table that hold nothing else."""
    rows = ((row, table.row(row)) for row in range(table.data_last, table.data_first, -1))
    return [cells[0] for _row, cells in takewhile(lambda item: len(item[1]) == 1 and item[1][0].is_text, rows)]


def _is_period(cell: Cell) -> bool:
    """A period and nothing else: "Quarter III/2025"."""
    text = plain(cell.text).strip(" .()") if cell.is_text and len(cell.text) < _LONGEST else ""
    return bool(text and (PERIOD_ONLY.fullmatch(text) or _FROM_TO.fullmatch(text)))


def _beside(part: SheetReading, table: Table, cell: Cell) -> bool:
    """Whether a text stands alone in its column, and in those of no other table, over it or in it."""
    return _alone(table, cell) and not any(other.left <= cell.col <= other.right for other in part.tables if other is not table)


def _alone(table: Table, cell: Cell) -> bool:
    """Whether a text of a table is the only cell of its column."""
    rows = range(table.header_first, table.data_last + 1)
    return not any((c := table.sheet.cell(row, cell.col)) and c is not cell for row in rows)
