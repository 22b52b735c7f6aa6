"""Further groups of the rows behind a blank in which nothing was counted: nil words stand where the others have figures, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.opening.grid import Cell
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.placing.titles import names_commune
from loaders.understanding.texts.rowkinds import is_footer, is_note, is_total, names_hamlet, numberish, row_kind, unanswered
from loaders.understanding.texts.words import classes, plain

_LEAST, _LEAST_ALONE = 2, 3
_LONG = 60
_BEHIND_ONE = 2
_ORDERS = ([str(n) for n in range(1, 31)], ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"], list("abcdefgh"))
_MARK = re.compile(r"(?:(?:phan|nhom|muc|chuong) (?:thu |so )?(\d{1,2}|[ivx]{1,4}|[a-h])\b|(\d{1,2}|[ivx]{1,4}|[a-h])\s?[.)/:-])\W*\w")
_PART_SUM = re.compile(r"(?:tong|cong) (?!ty|chuc|an |doan|tac|giam doc|bi thu)")
_TWICE = "d"
"""Without its stroke the letter that follows D is D again."""

Line = Sequence[Cell]


def begins_group(title: Cell, below: Line, lines: Sequence[Line]) -> bool:
    """Whether a lone text behind the rows `lines` of a body is the title of the next of its groups, marked as they are: the row right under
    it has its words where they have theirs, and nothing but figures or nil words where they have figures. It counts on or from one as they
    do, or answers in the very columns of the last one."""
    rows = [line for line in lines if len(line) > 1]
    if not rows or is_footer(title.text) or is_note(title.text) or not _follows(title, lines) or names_classes(below):
        return False
    words = {c.col for line in rows for c in line if not _answers(c)}
    figures = {c.col for line in rows for c in line if _answers(c)}
    if below[0].col != rows[-1][0].col or not all(c.col in (figures if _answers(c) else words) for c in below):
        return False
    if _counts(below[0], rows):
        return len(below) >= _LEAST_ALONE or (_mark(title) != "" and _names(below[1]) and not _narrates(title))
    kinds = [(c.col, _answers(c)) for c in below]
    return sum(answers for _col, answers in kinds) >= _LEAST and kinds == [(c.col, _answers(c)) for c in rows[-1]]


def begins_like(title: Cell, below: Line, lines: Sequence[Line]) -> bool:
    """Whether a lone text without a mark, behind one blank row and the sum of the rows over it, stands over a row that counts from one
    again and has its words and figures in the very columns of one of the rows `lines` that counted from one as well. It tells of a part of
    the table, and is no line over one: below a commune or a time that stands there other figures begin."""
    rows = [line for line in lines if len(line) > 1]
    if not rows or len(below) < _LEAST_ALONE or is_footer(title.text) or is_note(title.text) or _mark(title) or names_classes(below):
        return False
    if not _sums(rows[-1]) or title.row != rows[-1][0].row + _BEHIND_ONE or _place(below[0]) != 1 or is_total(title.text):
        return False
    if {*classes("lines.csv", title.text)} - {"group_row"} or names_commune(title.text) or names_hamlet(title.text):
        return False
    kinds = [(c.col, numberish(c)) for c in below]
    begun = [line for line in rows if _place(line[0]) == 1 and line[0].col == below[0].col]
    return sum(figure for _col, figure in kinds) > _LEAST and any([(c.col, numberish(c)) for c in line] == kinds for line in begun)


def _sums(line: Line) -> bool:
    """Whether a row is called the sum of all or of some ("Total", "Sum of the north")."""
    names = [c for c in line if not numberish(c)]
    return bool(names) and (is_total(names[0].text) or bool(_PART_SUM.match(plain(names[0].text))))


def _answers(cell: Cell) -> bool:
    """A figure, or what stands in the place of one."""
    return numberish(cell) or unanswered(cell)


def _names(cell: Cell) -> bool:
    """Whether a text may name a row: no sentence."""
    return len(cell.text) < _LONG and cell.text.rstrip()[-1] not in ".;:"


def _narrates(title: Cell) -> bool:
    """Whether a title heads remarks ("B. Difficulties"), its mark left out."""
    said = plain(title.text)
    found = _MARK.match(said)
    return row_kind(said[found.end() - 1 :] if found else said) == "narrative"


def _counts(cell: Cell, rows: Sequence[Line]) -> bool:
    """Whether a cell holds the number that follows those of the rows in its column, or begins them anew."""
    before = [n for line in rows if line[0].col == cell.col and (n := _place(line[0]))]
    return bool(before) and _place(cell) in (1, before[-1] + 1)


def _place(cell: Cell) -> int:
    text = cell.text.strip(" .")
    return int(text) if text.isdigit() else 0


def _follows(title: Cell, lines: Sequence[Line]) -> bool:
    """Whether a title has the mark that follows the last one of its kind (III after II, B after A), or none, as the last title."""
    own, before = _mark(title), [_mark(line[0]) for line in lines if len(line) == 1 and line[0].col == title.col]
    if not own or not before:
        return before[-1:] == [""]
    order = next(marks for marks in _ORDERS if own in marks)
    last = next((mark for mark in reversed(before) if mark in order), "")
    return last != "" and (order.index(own) == order.index(last) + 1 or own == last == _TWICE)


def _mark(title: Cell) -> str:
    """The mark of a title ("iii", "b", "2"), empty where it has none."""
    found = _MARK.match(plain(title.text))
    mark = (found[1] or found[2]).lstrip("0") if found else ""
    return mark if any(mark in marks for marks in _ORDERS) else ""
