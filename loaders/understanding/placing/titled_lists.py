"""Headings of words alone right over a list of names and days: "Full name | Joined on | Badge"."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import role_of
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.placing.titles import says_of_itself
from loaders.understanding.texts.rowkinds import is_footer, numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_LEAST_ROWS = 2
_LEAST_COLUMNS = 3
_LONG = 40
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")


def titles_over(sheet: Sheet, region: Region, first: int, last: int) -> bool:
    """Whether the row right over a list without headings, which runs from `first` to `last`, heads it: a short text of its own over each of
    its three columns or more, the first of them or most of them words of headings, while the first column below is of names and another
    one holds a day or a number in every row."""
    heads = cells_in(sheet, region, first - 1) if first > region.top else []
    rows = [found for r in range(first, last + 1) if (found := cells_in(sheet, region, r))]
    columns = sorted({c.col for line in rows for c in line})
    if len(rows) < _LEAST_ROWS or len(heads) < _LEAST_COLUMNS or [c.col for c in heads] != columns:
        return False
    if not all(map(_heading, heads)) or len({plain(c.text) for c in heads}) < len(heads) or says_of_itself(heads):
        return False
    known = sum(_known(c.text) for c in heads)
    if not _known(heads[0].text) and 2 * known <= len(heads):
        return False
    names = [line[0] for line in rows]
    if any(c.col != columns[0] or c.kind != "T" or numberish(c) for c in names):
        return False
    return any(all(any(c.col == col and _answers(c) for c in line) for line in rows) for col in columns[1:])


def _heading(cell: Cell) -> bool:
    text = cell.text.strip()
    words = cell.kind == "T" and not numberish(cell) and not any(map(str.isdigit, text))
    return words and len(text) < _LONG and text[-1] not in ":.;" and not is_footer(text)


def _known(text: str) -> bool:
    return header_word(text) or bool(classes("naming.csv", text)) or bool(role_of(plain(text)))


def _answers(cell: Cell) -> bool:
    return cell.kind in "DN" or numberish(cell) or bool(_DAY.fullmatch(cell.text.strip()))
