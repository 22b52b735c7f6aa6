"""Rows of column numbers under a header: (1) (2), A B 1 2, (a) (b) (c), 1 2 3=2/1."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.texts.rowkinds import row_kind
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

NUMBER = re.compile(
    r"(?!(?:19|20)\d\d\b)\(?-?\d{1,2}[a-z]?\)?([=:+\-*/x. ()%\d]|\b[a-z]\b)*|\(?\d{1,2}\)? ?= ?[+\-*/x. ()%\d]*[x*] ?[a-z]{2,5}|\(?[a-n]\)?"
)
"""The number or letter of a column, reckoned from others or not."""
_LAST_ALONE = "h"
"""Letters further on number columns only before those that are numbered, or where they follow each other from the first on."""
_ALPHABET = "abcd\u0111efghijklmnopqrstuvwxyz"
_LETTER = re.compile(r"[\[(]?([a-z\u0111])[\])]?(?:\s*=[\s\[\]()a-z\u0111\d+\-*/:.,%]+)?")
_BRACKETS = str.maketrans({"[": "(", "]": ")", "\u2026": "...", "\u00f7": "/"})
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_LETTERS = ("A", "B", "C", "D")
_LEAST_ROMAN = 3
_REACHED = re.compile(r"\s*=[IVX\s+\-*/:().\d%]+$")
"""From which columns one numbered in Roman is reckoned: "VII=VI/III"."""
_FOR_ONE_IN_WORDS = 4
_IN_WORDS = re.compile(r"[\[(]?(\d{1,2})[\])]?\s*=\s*\S.{0,70}")
_IN_BRACKETS = re.compile(r"[\[(](\d{1,3})[a-z]?[\])]")


def is_number_row(sheet: Sheet, region: Region, row: int) -> bool:
    """A row of column numbers: (1) (2), A B 1 2, -1 -2 -3, 3=4+5."""
    cells = cells_in(sheet, region, row)
    if len(cells) > 2 and row_kind(cells[0].text) == "column_numbers":
        cells = cells[1:]
    if len(cells) < 2:
        return False
    if _roman_numbers(cells) or _bracketed(cells) or _lettered(cells):
        return True
    marks = _marks(_past_roman(cells))
    if not marks:
        return False
    numbers = [int(m[0]) for m in (re.match(r"\d+", mark) for mark in marks) if m]
    letters = [m for m in marks if m.isalpha()]
    if letters and not numbers:
        return len(letters) >= 2 and sorted(letters) == letters and letters[-1] <= _LAST_ALONE
    if _letter_within(marks) or _named_on(sheet, cells, letters):
        return False
    if numbers == [1] and len(letters) == len(marks) - 1:
        return letters[:2] == ["a", "b"] and sorted(letters) == letters
    steps = [b - a for a, b in pairwise(numbers)]
    apart = len(set(marks)) == len(marks)
    return len(numbers) >= 2 and all(0 < step <= 2 or (step == 0 and apart) for step in steps) and numbers[0] <= 3 and sum(steps) > 0


def numbered_on(sheet: Sheet, region: Region, row: int) -> bool:
    """A row of column numbers that goes on from those of the table to the left: 1 2 3 | 4 5 6."""
    whole = Region(region.top, region.bottom, 0, region.right)
    beside = [len(cells_in(sheet, one, row)) for one in (region, whole)]
    return 1 < beside[0] < beside[1] and is_number_row(sheet, whole, row)


def _marks(cells: list[Cell]) -> list[str]:
    """The numbers and letters of a row; none where a cell holds anything else, but for one in four at most that says from what its column
    is reckoned, be it in words: "3=4+5+other cases"."""
    marks = [_column_number(c) for c in cells]
    words = [n for n, mark in enumerate(marks) if not mark]
    if len(words) * _FOR_ONE_IN_WORDS > len(cells):
        return []
    for n in words:
        said = _IN_WORDS.fullmatch(plain(cells[n].text).strip()) if cells[n].is_text else None
        if said is None:
            return []
        marks[n] = said[1]
    return marks


def _letter_within(marks: list[str]) -> bool:
    """A letter between numbers: "1 | A | 3" is a row of somebody called A."""
    kinds = [mark.isalpha() for mark in marks]
    first = kinds.index(False) if False in kinds else 0
    if first and kinds[-1] and not any(kinds[first:-1]) and ord(marks[-1]) == ord(marks[first - 1]) + 1:
        kinds.pop()  # the letters of the first columns go on in the last one: A B C 1 2 3 D
    return True in kinds and not kinds[0] and False in kinds[kinds.index(True) :]


def _named_on(sheet: Sheet, cells: list[Cell], letters: list[str]) -> bool:
    """A row of something called A over one of something called B."""
    below = sheet.cell(cells[0].row + 1, cells[0].col)
    return letters == ["a"] == [_column_number(cells[0])] and below is not None and _column_number(below) == "b"


def _lettered(cells: list[Cell]) -> bool:
    """Columns with the letters of the alphabet, Vietnamese or not, from the first one on: a b c d \u0111 e g; (i) (k); e=d/c."""
    found = [_LETTER.fullmatch(c.text.strip().lower()) if c.is_text else None for c in cells]
    places = [_ALPHABET.index(m[1]) for m in found if m]
    return len(places) == len(cells) >= _LEAST_ROMAN and places[0] == 0 and all(0 < b - a <= 2 for a, b in pairwise(places))


def _roman_numbers(cells: list[Cell]) -> bool:
    """Columns numbered I, II, III, with those of the names left out or lettered A, B before them."""
    if not all(c.is_text for c in cells):
        return False
    texts = [_REACHED.sub("", c.text.strip(" ()[]")) for c in cells]
    while texts and texts[0] in _LETTERS:
        texts = texts[1:]
    return len(texts) >= _LEAST_ROMAN and texts == list(_ROMAN[: len(texts)])


def _past_roman(cells: list[Cell]) -> list[Cell]:
    """Without the columns of the names, numbered I, II or (I), (II) before those of the figures, which are numbered 1, 2."""
    lead = next((n for n, c in enumerate(cells) if c.text.strip(" ()[]") not in _ROMAN[n : n + 1]), len(cells))
    return cells[lead:] if len(cells) - lead >= _LEAST_ROMAN and _column_number(cells[lead]) == "1" else cells


def _bracketed(cells: list[Cell]) -> bool:
    """Columns numbered on from those of another sheet or of the lines over the table, each in brackets: [06], [07]."""
    if not cells[0].is_text or cells[0].text.strip()[:1] not in "[(":
        return False
    texts = [c.text.strip() for c in cells]
    found = [m for m in map(_IN_BRACKETS.fullmatch, texts) if m]
    numbers = [int(m[1]) for m in found]
    return len(found) == len(cells) >= _LEAST_ROMAN and all(0 < b - a <= 2 for a, b in pairwise(numbers))


def _column_number(cell: Cell) -> str:
    if cell.kind == "D":
        return ""
    if cell.kind == "N" and not cell.is_text:
        value = cell.value
        return str(abs(int(value))) if isinstance(value, int | float) and value == int(value) and abs(value) < 100 else ""
    return _typed_column_number(cell.text)


@lru_cache(maxsize=16384)
def _typed_column_number(text: str) -> str:
    folded = plain(text).removeprefix("cot ").translate(_BRACKETS).replace("( ", "(").replace(" )", ")")
    if len(folded) > 30 or not NUMBER.fullmatch(folded):
        return ""
    return folded.strip("()-").lstrip("(-") or ""
