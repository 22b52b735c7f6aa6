"""Which cells of a row can be headings: words, dates, and years that follow each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.opening.grid import Cell
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.columns import role_of
from loaders.understanding.names.inside import known_by_area
from loaders.understanding.names.stated import stated
from loaders.understanding.names.unheard import names_its_commune
from loaders.understanding.names.whose import commune
from loaders.understanding.placing.number_headings import denominations
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import tells_measure

_LETTERHEAD = re.compile(
    r"cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do|(mau|bieu)( so)? ?:? ?[a-z]{0,3}\d|ban hanh (kem )?theo|\(?kem theo"
)
"""What stands beside the name of an office at the head of a sheet: the name of the state, the number of a form and who gave it out."""
_STATE = re.compile(r"cong hoa xa hoi chu nghia|doc lap ?[-–] ?tu do")
_CAPTION = re.compile(r"(?:[ivx]{1,4}|\d{1,2}|[a-e])[.)/] ?[a-z]|(?:bang|bieu|phan|phu luc)(?: so)? ?(?:\d|[ivx]+\b)")
_MOST_OF_LETTERHEAD = 3
_PAIR = 2
_LEAST_TICKED = 3
_HEADS_ROWS = frozenset({"index", "code", "label", "unit"})
_FIRST, _LAST = 1990, 2050
_ASIDE = re.compile(r"\([^()]*\)")


def titles(line: Sequence[Cell]) -> list[Cell]:
    """The cells of a row that may head columns. Its numbers do so together, so that the first of them tells where none does."""
    first = next((c for c in line if c.kind == "N"), None)
    numbers = first is not None and is_title(first, line)
    return [c for c in line if (numbers or c.kind != "N") and is_title(c, line)]


def is_title(cell: Cell, line: Sequence[Cell]) -> bool:
    """Whether a cell may head a column; `line` holds the cells of its row."""
    if cell.kind in "TD" and not numberish(cell):
        return True
    if cell.kind == "P":  # a word such as "reached" answers in a row of figures and heads a column among words
        return sum(letter.isalpha() for letter in cell.text) > 1 and not any(c.kind == "N" or numberish(c) for c in line)
    return (
        (_year(cell) is not None and _years(line))
        or (_day(cell) is not None and _days(line))
        or (cell.kind in "NT" and denominations(line))
        or (_may_be_ticked(cell, line) and _ticked(line))
        or ("/" in cell.text and names_classes(line))
    )


def _may_be_ticked(cell: Cell, line: Sequence[Cell]) -> bool:
    """A number of a row whose numbers begin with one, which is soon told."""
    return cell.kind == "N" and next((c.value == 1 or (c.is_text and c.text.lstrip("0") == "1") for c in line if c.kind == "N"), False)


def _ticked(line: Sequence[Cell]) -> bool:
    """Every number of the row counts up from one, behind nothing but headings of rows ("Code | Question | 1 | 2 | 3"): marks, days or
    levels in which a cross is put."""
    words, numbers = [c for c in line if c.kind == "T" and not numberish(c)], [c for c in line if numberish(c)]
    counted = [c.text.strip().lstrip("0") for c in numbers] == [str(n) for n in range(1, len(numbers) + 1)]
    if len(numbers) < _LEAST_TICKED or not counted or len(words) + len(numbers) != len(line):
        return False
    lead = [c for c in words if c.col < numbers[0].col]
    return bool(lead) and all(role_of(plain(c.text)) in _HEADS_ROWS or "person" in classes("naming.csv", c.text) for c in lead)


def _days(line: Sequence[Cell]) -> bool:
    """Every number of the row is a day of one month ("01/3", "02/3"), each later than the one before."""
    found = [_day(c) for c in line if numberish(c) or c.kind == "N"]
    days = [d for d in found if d is not None]
    later = all(b[1] == a[1] and 0 < b[0] - a[0] <= 7 for a, b in pairwise(days))
    return len(days) == len(found) >= 3 and later


def _day(cell: Cell) -> tuple[int, int] | None:
    if not cell.is_text:
        return None
    day, slash, month = cell.text.strip().partition("/")
    return (int(day), int(month)) if slash and day.isdigit() and month.isdigit() and int(day) <= 31 and int(month) <= 12 else None


def _years(line: Sequence[Cell]) -> bool:
    """Every number of the row is a year, each later than the one before it (or all but the last that starts again)."""
    found = [_year(c) for c in line if numberish(c) or c.kind == "N"]
    years = [y for y in found if y is not None]
    return len(years) == len(found) >= 2 and all(0 < b - a <= 5 for a, b in pairwise(years))


def numbered_caption(text: str) -> bool:
    """Whether a text begins as the numbered caption of a table does: "II. Officials", "Table 2"."""
    return bool(_CAPTION.match(plain(text)))


def is_year(cell: Cell) -> bool:
    """A number that is the year of some figures."""
    return _year(cell) is not None


def _year(cell: Cell) -> int | None:
    if isinstance(cell.value, int | float):
        return int(cell.value) if _FIRST <= cell.value <= _LAST and cell.value == int(cell.value) else None
    text = cell.text.strip()
    return int(text) if text.isdigit() and len(text) == 4 and _FIRST <= int(text) <= _LAST else None


def says_of_itself(line: Sequence[Cell]) -> bool:
    """A row that tells of the sheet and heads nothing: a letterhead, a sender or period with the answer beside it, or what the figures
    below are measured in, beside no more than a title."""
    texts = [c for c in line if c.kind in "TD"]
    if any(_STATE.match(plain(c.text)) for c in texts):
        return True
    if len(line) <= _MOST_OF_LETTERHEAD and sum(bool(_LETTERHEAD.match(plain(c.text))) for c in texts) == 1:
        return True
    if len(texts) <= 2 and any(tells_measure(c.text) for c in texts):
        return True
    if len(texts) == len(line) == _PAIR and _bit_of_time(*(c.text for c in texts)):
        return True
    pairs = list(zip(texts[::2], texts[1::2], strict=False))
    alone = len(pairs) == 1 or sum(names_commune(c.text) for c in texts) < 2
    return alone and len(texts) == len(line) and len(texts) % 2 == 0 and any(_answered(a, b) for a, b in pairs)


@known_by_area(16384)
def asks_unit(text: str) -> bool:
    """A label that waits for the name of a unit: "Sender", "Commune/ward/town"."""
    sender = "unit_sender" in classes("lines.csv", text) or role_of(plain(_ASIDE.sub("", text)).strip(" :*")) == "unit"
    return len(text) < 40 and sender and not stated(text, None) and not names_its_commune(text)


@known_by_area(16384)
def names_commune(text: str) -> bool:
    """Whether a text is a name of a unit, or says one."""
    named = commune(text, None)
    return bool(stated(text, None)) or (bool(named.unit or named.candidates) and not named.far)


def _bit_of_time(label: str, answer: str) -> bool:
    """ "Month" with its number beside it, "Quarter" with its own, "Year" with one."""
    return "period_label" in classes("lines.csv", label) and bool(statements(f"{label} {answer}", "line"))


def _answered(label: Cell, answer: Cell) -> bool:
    """ "Unit" with the name of one beside it, "Period" with one beside it."""
    if asks_unit(label.text):
        return names_commune(answer.text)
    kinds = classes("lines.csv", label.text) if len(label.text) < 40 else ()
    return "period_label" in kinds and bool(statements(answer.text, "line"))
