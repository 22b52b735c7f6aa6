"""Short lists of what something costs, the amounts told in words ("50 thousand", "0.1% of the value"): a heading over the cases, one over
their prices."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.titles import says_of_itself
from loaders.understanding.texts.rowkinds import is_footer, numberish, typed_number
from loaders.understanding.texts.tables import Region, Table, cells_in
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import read
from loaders.understanding.typed.typed_words import behind

_PAIR = 2
_LEAST_ROWS = 3
_MOSTLY = 0.7
_LONG = 90
_AMOUNT = re.compile(r"(?:[^\W\d]+\s+)?\d[\d.,]*\s*(%|[^\W\d]+)")
_BRACKETS = re.compile(r"\(([^()/]+)(?:/[^()]*)?\)")


def priced_list(sheet: Sheet, region: Region) -> Table | None:
    """The list whose two headings stand in the first row of a region, rows of a case and its price right under them: the heading says that
    it is a price, or both are dressed as no row is."""
    heads = cells_in(sheet, region, region.top)
    if len(heads) != _PAIR or any(c.kind != "T" or numberish(c) or len(c.text) > _LONG or _amount(c) for c in heads):
        return None
    if says_of_itself(heads) or any(is_footer(c.text) or c.text.rstrip().endswith(":") for c in heads):
        return None
    columns = [c.col for c in heads]
    rows: list[list[Cell]] = []
    for row in range(region.top + 1, region.bottom + 1):
        cells = cells_in(sheet, region, row)
        if [c.col for c in cells] != columns or cells[0].kind != "T" or numberish(cells[0]):
            break
        rows.append(cells)
    if len(rows) < _LEAST_ROWS or sum(_amount(price) for _case, price in rows) < _MOSTLY * len(rows):
        return None
    if not (_priced(heads[1]) or _dressed(heads, rows)):
        return None
    headers: dict[int, tuple[str, ...]] = {c.col: (c.text.strip(),) for c in heads}
    return Table(sheet, region.top, region.top, None, region.top + 1, region.top + len(rows), columns[0], columns[1], headers)


def _amount(cell: Cell) -> bool:
    """A number with a word behind it that makes it an amount of money or a share, whatever else is said about it."""
    text = cell.text.strip()
    found = _AMOUNT.match(text)
    return numberish(cell) or typed_number(text) or (found is not None and behind(found[1])[1] in ("money", "scale", "percent"))


def _priced(head: Cell) -> bool:
    """Whether a heading is one of prices, or says in brackets what money they are in ("Fee (dong/case)")."""
    money = [m for part in _BRACKETS.findall(head.text) if (m := read(part)) and m.money]
    return bool(money) or "price" in classes("columns.csv", plain(head.text).strip(" .:"))


def _dressed(heads: list[Cell], rows: list[list[Cell]]) -> bool:
    """Whether both headings are bold or coloured, and no row is as they are."""
    dress = {(c.style.bold, c.style.fill) for c in heads}
    return (False, "") not in dress and not dress & {(c.style.bold, c.style.fill) for line in rows for c in line}
