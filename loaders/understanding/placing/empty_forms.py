"""Forms that wait to be filled in: headings over a column of labels, with nothing beside them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.texts.rowkinds import is_footer, is_note, numberish
from loaders.understanding.texts.tables import Region, cells_in

_LEAST, _LEAST_UNDRAWN = 2, 3
_LONG = 60


def labels_to(sheet: Sheet, region: Region, first: int, start: int) -> int | None:
    """The last row of such a form: from `start` on, right under the headings that begin in `first`, each row has a label in the first
    column and nothing else. Lines are drawn around headings and labels, or the headings are dressed as no label is and known ones are
    among them. None where there is no such form."""
    heads = [c for r in range(first, start) for c in cells_in(sheet, region, r)]
    labels: list[Cell] = []
    row = start
    while row <= region.bottom and (label := _label(cells_in(sheet, region, row), heads[0].col)):
        labels.append(label)
        row += 1
    drawn = all(c.style.ruled for c in (*heads, *labels))
    if len(labels) < (_LEAST if drawn else _LEAST_UNDRAWN) or (cells_in(sheet, region, row) and row <= region.bottom and not drawn):
        return None
    if not drawn and not (_dressed(heads, labels) and sum(header_word(c.text) for c in heads) >= _LEAST):
        return None
    below = cells_in(sheet, region, row)
    if below and any(c.style.ruled for c in below) and drawn:
        return None  # some row is filled in, or the next one begins without a gap
    while drawn and row in sheet.ruled_rows and row <= region.bottom:
        row += 1
    return row - 1


def _label(cells: Sequence[Cell], col: int) -> Cell | None:
    """The short text that is all a row holds, in the column of the labels."""
    if len(cells) != 1 or cells[0].col != col or cells[0].kind != "T" or numberish(cells[0]):
        return None
    text = cells[0].text.strip()
    ends = text.endswith((":", ".")) or is_footer(text) or is_note(text)
    return None if ends or len(text) > _LONG or (cells[0].merge and cells[0].merge.right > col) else cells[0]


def _dressed(heads: Sequence[Cell], labels: Sequence[Cell]) -> bool:
    """Whether all headings are bold or coloured, and no label is as they are."""
    dress = {(c.style.bold, c.style.fill) for c in heads}
    return (False, "") not in dress and not dress & {(c.style.bold, c.style.fill) for c in labels}
