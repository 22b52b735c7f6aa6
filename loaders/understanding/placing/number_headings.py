"""Numbers that head columns: the denominations of money, and the codes of stations, shops or accounts under their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.columns import role_of
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LEAST = 3
_SURE = 4
_LEAST_ALONE = 1000
_LOOK = 12
_NEAR = 0.2
_CLOSE = 0.9
_CODE = re.compile(r"\(?(\d{4,10})\)?")
_MONEY = re.compile(r"\(?(\d{1,3}(?:[., ]?000){0,2}|\d00|\d0?)\s*(?:d|dong|vnd|k)?\)?")
_NAMES_CODES = re.compile(r"(?:ma|so hieu|ma so|menh gia|loai (?:tien|giay bac))\b.{0,20}")
_KINDS = {n * 10**k for n in (1, 2, 5) for k in range(1, 6)}


def denominations(line: Sequence[Cell]) -> bool:
    """Whether the numbers of a row, behind words, are denominations of money that follow each other, and too many for figures."""
    if not line or line[0].kind != "T" or numberish(line[0]):
        return False
    numbers = [c for c in line if numberish(c) or _amount(c) in _KINDS]
    return len(numbers) >= _SURE and _money(numbers) and min(map(_amount, numbers)) >= _LEAST_ALONE


def numbers_head(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether the row `lower` right under the headings `first`..`upper` holds nothing but denominations or codes of its columns, where the
    column of the names stays empty, or says that codes follow."""
    cells = cells_in(sheet, region, lower)
    left = min((c.col for row in range(first, upper + 1) for c in cells_in(sheet, region, row)), default=region.left)
    named = bool(cells) and cells[0].kind == "T" and not numberish(cells[0])
    if named and not (_NAMES_CODES.fullmatch(plain(cells[0].text).strip(" .:")) or role_of(plain(cells[0].text)) == "code"):
        return False
    numbers = [c for c in cells if numberish(c)]
    if len(numbers) < _LEAST or len(cells) - len(numbers) > named or numbers[0].col == left or any(c.merge for c in numbers):
        return False
    lines = (cells_in(sheet, region, r) for r in range(lower + 1, min(lower + _LOOK, region.bottom) + 1))
    below = [line for line in lines if line and not all(c.kind == "T" and not numberish(c) for c in line)]
    if len(below) < 2 or any(line[0].col >= numbers[0].col for line in below[:2]):
        return False
    if _padded(numbers) or (named and _alike(numbers)):
        return True
    return (_money(numbers) or _coded(numbers)) and not _summed(numbers, below)


def codes_over(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Whether the codes of columns stand right over their names, behind the heading of the rows, which the names leave alone."""
    cells, below = cells_in(sheet, region, upper), cells_in(sheet, region, lower)
    if len(cells) <= _LEAST or any(c.merge for c in cells) or cells[0].kind != "T" or numberish(cells[0]):
        return False
    codes = cells[1:]
    named = [c.col for c in below] == [c.col for c in codes] and all(c.kind == "T" and not numberish(c) for c in below)
    return named and all(numberish(c) for c in codes) and (_coded(codes) or _padded(codes))


def _money(numbers: Sequence[Cell]) -> bool:
    """Denominations that only fall or only rise, those of each group beginning anew."""
    values = [_amount(c) for c in numbers]
    if any(v not in _KINDS for v in values) or any(a == b for a, b in pairwise(values)):
        return False
    steps = [b > a for a, b in pairwise(values)]
    turns = sum(step != steps[0] for step in steps)
    return turns <= 1 and len(set(values)) >= _LEAST


def _amount(cell: Cell) -> int:
    if isinstance(cell.value, int | float):
        return int(cell.value) if cell.value == int(cell.value) else 0
    found = _MONEY.fullmatch(plain(cell.text).strip())
    return int(re.sub(r"\D", "", found[1])) if found else 0


def _alike(numbers: Sequence[Cell]) -> bool:
    """Different numbers of as many digits, four or more."""
    texts = [_digits(c) for c in numbers]
    return all(map(_CODE.fullmatch, texts)) and len({len(t) for t in texts}) == 1 and len(set(texts)) == len(texts)


def _coded(numbers: Sequence[Cell]) -> bool:
    """Those that hardly differ, as figures never do."""
    values = [int(_digits(c).strip("()")) for c in numbers] if _alike(numbers) else []
    return bool(values) and min(values) >= _CLOSE * max(values)


def _padded(numbers: Sequence[Cell]) -> bool:
    """Those that are texts, some with a nought before them, as no figure has."""
    return _alike(numbers) and all(c.is_text for c in numbers) and any(c.text.strip().startswith("0") for c in numbers)


def _digits(cell: Cell) -> str:
    whole = isinstance(cell.value, int | float) and cell.value == int(cell.value)
    return str(int(cell.value)) if whole and isinstance(cell.value, int | float) else cell.text.strip()


def _summed(numbers: Sequence[Cell], below: Sequence[Sequence[Cell]]) -> bool:
    """Whether a number is about the sum or the size of the figures below it: a row of totals without a name."""
    for cell in numbers:
        column = [float(c.value) for line in below for c in line if c.col == cell.col and isinstance(c.value, int | float)]
        head = float(_amount(cell) or _digits(cell).strip("()"))
        if any(abs(v - head) <= _NEAR * head for v in (*column, sum(column))):
            return True
    return False
