"""Fields of a form right under the answers: whose figures they are and of which time, in the columns of labels and figures."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import statements
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.texts.rowkinds import is_footer, numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_MONTH_OR_QUARTER = re.compile(r"0?[1-9]|1[0-2]|iv|i{1,3}")
_YEAR = re.compile(r"20[12]\d")
_UNIT_WORDS = frozenset({"xa", "phuong", "don vi", "ten xa", "ten don vi", "xa bao cao", "ubnd xa", "co quan", "dia phuong"})


def fields_begin(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a row and those under it, up to a blank one, say only who reports, of which time and who signs; two of them at least."""
    found = 0
    while row <= region.bottom and (cells := cells_in(sheet, region, row)):
        if is_footer(cells[0].text) and found:
            return found > 1
        if not _field(cells):
            return False
        found += 1
        row += 1
    return found > 1


def names_sender(cells: list[Cell]) -> bool:
    """Whether a row holds the label of whoever reports and a commune beside it, behind a number of the row at most."""
    return len(cells) > 1 and all(map(numberish, cells[:-2])) and _sender(*cells[-2:])


def _field(cells: list[Cell]) -> bool:
    """A label of the sender or of the time with its value beside it, and nothing else in the row but its number."""
    if not 1 < len(cells) < 4 or not all(map(numberish, cells[:-2])):
        return False
    return _sender(*cells[-2:]) or _time(*cells[-2:])


def _sender(label: Cell, value: Cell) -> bool:
    """The word for a sender, and the name of a commune."""
    if not label.is_text or (plain(label.text).strip(" :.*") not in _UNIT_WORDS and "unit_sender" not in classes("lines.csv", label.text)):
        return False
    return not numberish(value) and bool(commune_like(value.text, None) or commune_like(f"{label.text.strip(' :')} {value.text}", None))


def _time(label: Cell, value: Cell) -> bool:
    """The word for a time, and one."""
    if not label.is_text or "period_label" not in classes("lines.csv", label.text):
        return False
    said = _YEAR if plain(label.text).strip().startswith("nam") else _MONTH_OR_QUARTER
    text = value.text.strip()
    return bool(said.fullmatch(plain(text)) or statements(text, "line") or statements(f"{label.text} {text}", "line"))
