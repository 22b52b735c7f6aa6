"""How much a row looks like the heading of a table: words over figures, known words, a row of column numbers below."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.column_numbers import NUMBER, is_number_row
from loaders.understanding.placing.number_headings import denominations
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.placing.titles import is_title, says_of_itself, titles
from loaders.understanding.texts.rowkinds import is_footer, is_section_mark, numberish, unanswered
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, patterns, plain
from loaders.understanding.typed.measures import counted
from loaders.understanding.typed.typed_words import about

_SPAN = re.compile(r"\d+ ?- ?\d+|\d+ ?\+")


_DIGITS = 3
_PAIR = 2
_LEAST_HEADED = 3
_MOST_FIELDS = 4
_LOOK_BELOW = 40
_MOST_OVER_A_GAP = 12
"""A longer run of rows of words over a gap is a list of its own."""


_MOST_CANDIDATES = 120


def header_row(sheet: Sheet, region: Region) -> int | None:
    """The row of a region that looks most like a header; None where none does."""
    best, best_score = None, 0.9
    seen = 0
    for row in sheet.rows:
        if not region.top <= row <= region.bottom:
            continue
        seen += 1
        if seen > _MOST_CANDIDATES:
            break
        score = header_score(sheet, region, row)
        if score > best_score:
            best, best_score = row, score
    return best


def header_score(sheet: Sheet, region: Region, row: int) -> float:
    """How much a row looks like a header, 0 where it cannot be one."""
    cells = cells_in(sheet, region, row)
    texts = titles(cells) if len(cells) > 1 else []
    if len(texts) < 2 or len(texts) < 0.6 * len(cells) or _all_numbers([c for c in texts if not numberish(c)]):
        return 0
    if (
        _asks(texts)
        or _heads_items(sheet, row, cells)
        or says_of_itself(cells)
        or _over_fields(sheet, region, row, cells)
        or (any(c.kind == "T" and (counted(c.text) or about(c.text)) for c in cells) and not denominations(cells))
    ):
        return 0
    if _excused(sheet, region, row, cells):
        return 0
    if _over_a_gap(sheet, region, row, cells) or _counts_on(sheet, row, cells):
        return 0
    body, filled = _below(sheet, region, row, cells)
    if body < 1 or not filled or _answers(sheet, region, row, cells):
        return 0
    width = min(1.0, len(texts) / 4)
    known = len(texts) if names_classes(cells) else sum(1 for c in texts if header_word(c.text))
    distinct = len({plain(c.text) for c in texts}) / len(texts)
    length = sum(len(c.text) for c in texts) / len(texts)
    numbered = any(is_number_row(sheet, region, r) for r in range(row + 1, row + 4))
    score = 1.2 * width + 2.0 * filled + 1.5 * min(known, 4) / 2 + 0.3 * distinct + 1.5 * numbered + 0.05 * min(body, 10)
    if numberish(cells[0]) and cells[0] not in texts and len(texts) < 5:
        score -= 3.0
    score -= 3.0 * sum(1 for c in cells if numberish(c) and c not in texts) / len(cells)
    score -= 2.0 if row in sheet.hidden_rows else 0  # names of fields for a program, hidden over the heading that people read
    return score - (0.5 if length > 60 else 0) - 0.015 * (row - region.top) - (2.0 if _looks_closing(sheet, region, row, texts) else 0)


def _heads_items(sheet: Sheet, row: int, cells: list[Cell]) -> bool:
    """The title of a section with its mark, right over a numbered item: "I. | Procedures" over "1. | Received"."""
    below = sheet.cell(row + 1, cells[0].col)
    return len(cells) == _PAIR and is_section_mark(cells[0].text) and below is not None and _place(below) > 0


def _over_fields(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """A code with its name before it over lines like it that say of which sender or time the sheet is: "Code of the form | G02884"."""
    columns = [c.col for c in cells]
    if len(cells) != _PAIR or not any(map(str.isdigit, cells[1].text)):
        return False
    if not classes("naming.csv", cells[0].text) and "code" not in classes("columns.csv", plain(cells[0].text).strip(" .:")):
        return False
    for below in range(row + 1, min(row + _MOST_FIELDS, region.bottom) + 1):
        line = cells_in(sheet, region, below)
        if [c.col for c in line] != columns:
            return False
        if says_of_itself(line):
            return True
    return False


def _all_numbers(words: list[Cell]) -> bool:
    """Texts that are all numbers of columns: no groups of ages ("0-14", "60+") among them."""
    folded = [plain(c.text) for c in words]
    return bool(words) and all(map(NUMBER.fullmatch, folded)) and not all(map(_SPAN.fullmatch, folded))


def _over_a_gap(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """Rows of as many words over an empty row and then a longer row of words: that one heads what follows."""
    if any(c.merge for c in cells):
        return False
    columns, under, last = [c.col for c in cells], cells_in(sheet, region, row + 1), row + _MOST_OVER_A_GAP
    while under and row < last and [c.col for c in under] == columns and _words(under):
        row += 1
        under = cells_in(sheet, region, row + 1)
    below = cells_in(sheet, region, row + 2) if row + 1 < region.bottom and not under else []
    return len(below) > len(cells) and _words(below)


def _counts_on(sheet: Sheet, row: int, cells: list[Cell]) -> bool:
    """A row of words whose number, the first or second thing in it, follows that of the row above or comes before that of the row below:
    a lesson of a timetable, an item of a list."""
    number = next((c for c in cells[:2] if _place(c) and not is_title(c, cells)), None)
    if number is None:
        return False
    above, below = (_place(c) if (c := sheet.cell(r, number.col)) else None for r in (row - 1, row + 1))
    return above == _place(number) - 1 >= 1 or below == _place(number) + 1


def _place(cell: Cell) -> int:
    """The small number in a cell, 0 where there is none."""
    text = cell.text.strip(" .")
    return int(text) if text.isdigit() and len(text) <= _DIGITS else 0


def _words(cells: list[Cell]) -> bool:
    return all(c.kind == "T" and not numberish(c) for c in cells)


def _answers(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """A row of words with their figures over or under a row of the same kind: it holds data, whatever its words look like. A day in place
    of a figure needs such rows on both sides."""
    kinds = _kinds(cells)
    if not any(figure for _col, figure in kinds):
        return False
    below = next((found for r in range(row + 1, min(row + 3, region.bottom) + 1) if (found := cells_in(sheet, region, r))), [])
    like = [kinds == _kinds(below), row > region.top and kinds == _kinds(cells_in(sheet, region, row - 1))]
    if any(numberish(c) and not is_title(c, cells) for c in cells):
        return any(like) or _with_remark(kinds, _kinds(below))
    return any(c.kind in "DX" for c in cells) and all(like)


def _with_remark(kinds: list[tuple[int, bool]], below: list[tuple[int, bool]]) -> bool:
    """A row like the next one, with words behind its figure that no column of theirs has."""
    return len(below) > 1 and kinds[: len(below)] == below and not any(figure for _col, figure in kinds[len(below) :])


def _kinds(cells: list[Cell]) -> list[tuple[int, bool]]:
    """The columns of a row, each with whether it holds a figure or what stands in its place; what is merged over several rows left out."""
    return [(c.col, numberish(c) or c.kind in "DX") for c in cells if not (c.merge and c.merge.bottom > c.merge.top)]


def _excused(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """A label with the words of somebody who has no figure yet, right below a label with one."""
    if len(cells) != 2 or row == region.top or not unanswered(cells[1]):
        return False
    return _kinds(cells_in(sheet, region, row - 1)) == [(cells[0].col, False), (cells[1].col, True)]


def _asks(texts: list[Cell]) -> bool:
    """A row of a slip: its texts end in a colon and wait for an answer."""
    waiting = [c for c in texts if c.text.rstrip().endswith(":")]
    return bool(waiting) and (len(texts) == 2 or (texts[-1:] != waiting and (len(texts) < 4 or 2 * len(waiting) >= len(texts))))


def _looks_closing(sheet: Sheet, region: Region, row: int, texts: list[Cell]) -> bool:
    """Whether posts of those who sign stand in a row. A single one, right over something as other headings are, figures among it, only
    heads a column of names: "Recipient | Hamlet | Amount"."""
    posts = [c.col for c in texts if is_footer(c.text)]
    if len(posts) != 1:
        return bool(posts)
    under = [c for c in cells_in(sheet, region, row + 1) if c.col in {head.col for head in texts}]
    return len(under) < _LEAST_HEADED or posts[0] not in {c.col for c in under} or not any(map(numberish, under))


@lru_cache(maxsize=16384)
def header_word(text: str) -> bool:
    """Whether a text is a word of headings."""
    folded = plain(text)
    return len(folded) < 120 and any(p.search(folded) for _kind, p in patterns("header_words.csv"))


def _below(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> tuple[int, float]:
    """(rows with figures below, share of the header's columns that hold a figure somewhere below)."""
    spans = {c.col: (c.merge.right if c.merge else c.col) for c in cells}
    covered = {col for first, last in spans.items() for col in range(first, last + 1)}
    rows_with = 0
    filled: set[int] = set()
    blanks = 0
    for r in range(row + 1, min(row + _LOOK_BELOW, region.bottom) + 1):
        line = cells_in(sheet, region, r)
        if not line:
            blanks += 1
            if blanks >= 3:
                break
            continue
        blanks = 0
        figures = [c for c in line if c.col in covered and (c.kind in "NPX" or numberish(c))]
        if figures and not is_number_row(sheet, region, r) and not names_classes(line):
            rows_with += 1
            filled.update(c.col for c in figures)
    return rows_with, len(filled) / max(1, len(covered))
