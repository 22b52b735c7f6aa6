"""Where another table begins right below one: captions, and the headers that follow them."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.column_numbers import is_number_row
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.texts.rowkinds import numberish, row_kind
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import tells_measure

_MOST_CAPTIONS = 3
_CAPTION = re.compile(r"(?:bang|bieu|phu luc|mau)(?: so)? ?(?:\d|[ivx]+\b)")


def header_follows(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether a lone text is the caption of another table: right under it, or under further captions, stands a header that begins with the
    number or code of its rows, is numbered, or has words where the body that began at `start` has figures."""
    lone = cells_in(sheet, region, row)
    if not _lone(lone) or row_kind(lone[0].text) == "page":
        return False
    below = row + 1
    while below < region.bottom and below - row <= _MOST_CAPTIONS and len(cells_in(sheet, region, below)) < 2:
        below += 1
    cells = cells_in(sheet, region, below)
    if len(cells) < 3 or any(c.kind != "T" or numberish(c) for c in cells if not _counting(c, cells)):
        return False
    first = plain(cells[0].text).strip(" .:")
    keyed = bool({"index", "code"} & set(classes("columns.csv", first)))
    numbered = any(is_number_row(sheet, region, r) for r in range(below + 1, below + 4))
    known = sum(header_word(c.text) for c in cells)
    return keyed or (numbered and known >= 2) or (known > 0 and _turns(sheet, region, start, row, below))


def _turns(sheet: Sheet, region: Region, start: int, row: int, heads: int) -> bool:
    """Whether all cells of a row of words but the first stand in columns of figures, or over figures in columns of words."""
    cells = cells_in(sheet, region, heads)
    if not all(map(_words, cells)):
        return False
    for cell in cells[1:]:
        over = [c for r in range(start, row) if (c := sheet.cell(r, cell.col))]
        below = sheet.cell(heads + 1, cell.col)
        figures = sum(numberish(c) for c in over)
        to_words = len(over) > 1 and figures == len(over)
        if not (to_words or (not figures and below is not None and numberish(below))):
            return False
    return True


def another_header(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a row behind a blank is the header of another table: words alone that begin with what heads the numbers of rows."""
    cells = cells_in(sheet, region, row)
    if len(cells) < 3 or not all(map(_words, cells)):
        return False
    return "index" in classes("columns.csv", plain(cells[0].text).strip(" .:")) or _over_the_same(sheet, region, row)


def _over_the_same(sheet: Sheet, region: Region, row: int) -> bool:
    """Words over two figures or more, in columns of figures of the last row before the blank."""
    cells, below = cells_in(sheet, region, row), cells_in(sheet, region, row + 1)
    over = next((found for r in range(row - 1, region.top, -1) if (found := cells_in(sheet, region, r))), [])
    columns = [{c.col for c in line if numberish(c)} for line in (over, below)]
    heads = {c.col for c in cells[1:]}
    return len(heads) >= 2 and columns[0] >= heads and columns[1] >= heads


def over_header(sheet: Sheet, region: Region, header: int) -> int:
    """The last row that may belong to a table over one whose header begins in the row `header`: its captions left out."""
    row = header - 1
    while row > region.top and header - row <= _MOST_CAPTIONS and _lone(cells_in(sheet, region, row)):
        row -= 1
    return row


def captions_from(sheet: Sheet, region: Region, start: int, row: int) -> int:
    """The first of the lone texts over a header that comes again, the last of which stands in `row`: a measure has its caption over it."""
    while row - 1 > start and tells_measure(cells_in(sheet, region, row)[0].text) and _lone(cells_in(sheet, region, row - 1)):
        row -= 1
    return row


def captioned(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a lone text is the numbered caption of a further table ("Table 2. Teachers") over a row of words, figures in the next one."""
    lone, heads, below = (cells_in(sheet, region, r) for r in (row, row + 1, row + 2))
    if not _lone(lone) or not _CAPTION.match(plain(lone[0].text)) or len(heads) < 2 or any(c.kind != "T" or numberish(c) for c in heads):
        return False
    return any(c.kind == "N" or numberish(c) for c in below)


def _counting(cell: Cell, cells: list[Cell]) -> bool:
    """A number among three or more that count up behind the first headings of a row: marks or days to be ticked."""
    return cell.kind == "N" and len([c for c in cells if c.kind == "N"]) >= 3 and cell is not cells[0]


def _lone(cells: list[Cell]) -> bool:
    return len(cells) == 1 and _words(cells[0])


def _words(cell: Cell) -> bool:
    return cell.kind == "T" and not numberish(cell)
