"""Lists of people are no returns: names with identity numbers, telephones, birthdays or accounts are refused before anything is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from catalogue.facts import Issue
from catalogue.language import _
from loaders.issues import issue
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.match import match
from loaders.understanding.names.whose import commune
from loaders.understanding.texts.rowkinds import is_total, names_hamlet
from loaders.understanding.texts.words import classes, plain

_IDENTITY = re.compile(r"0\d{11}")
_PHONE = re.compile(r"(?:\+?84|0)[35789]\d{8}")
_FEW = 5
_LEAST = 1e7  # no telephone number is smaller
_MOST = 0.8
_LEAST_COUNTS = 2
_LONG = 60
_OF_ONE = frozenset({"birth", "identity", "account", "one_of_many"})
_COUNTED = ("so ", "tong ", "ty le ")
_MOST_ROWS = 5_000  # more than the communes of the country
_SAMPLE = 40


def personal(sheets: Sequence[Sheet]) -> Issue | None:
    """The message that sheets list people, without a word of what they say; None when none does. Where others stand beside them the
    sender is told which to delete."""
    found = [sheet.name for sheet in sheets if _lists_people(sheet)]
    if not found:
        return None
    others = len(sheets) > len(found)
    ask = _("Delete this sheet, keep the sheets with the figures, and send the file again.") if others else _("Send only the totals.")
    return issue("personal_data", ", ".join(found), "", ask=ask)


def _lists_people(sheet: Sheet) -> bool:
    return (_numbers_of(sheet, _IDENTITY, _PHONE) >= _FEW or _listed(sheet)) and not _of_communes(sheet)


def _numbers_of(sheet: Sheet, *kinds: re.Pattern[str]) -> int:
    """The most numbers of these kinds (identities, telephones) in one column."""
    columns: dict[int, int] = {}
    for cell in sheet.cells.values():
        if type(cell.value) is float and cell.value < _LEAST:
            continue
        digits = _digits(cell)
        if digits and any(kind.fullmatch(digits) for kind in kinds):
            columns[cell.col] = columns.get(cell.col, 0) + 1
    return max(columns.values(), default=0)


def _digits(cell: Cell) -> str:
    if isinstance(cell.value, float | int) and not isinstance(cell.value, bool):
        text = f"{cell.value:.0f}"
        return text.zfill(12) if len(text) in (11, 12) else text.zfill(10) if len(text) == 9 and text[0] in "35789" else ""
    return re.sub(r"[\s.\-]", "", cell.text) if isinstance(cell.value, str) and len(cell.text) < 20 else ""


def _of_communes(sheet: Sheet) -> bool:
    """Rows of communes, hamlets or offices, each there about once, with counts: names and telephones are those of who answered for it."""
    if len(sheet.rows) > _MOST_ROWS or _numbers_of(sheet, _IDENTITY) >= _FEW:
        return False
    columns: dict[int, list[Cell]] = {}
    for cell in sheet.texts:
        columns.setdefault(cell.col, []).append(cell)
    communes = [[c for c in cells if _names_commune(c.text)] for cells in columns.values() if _often(cells[:_SAMPLE], _names_commune)]
    if _once_each(sheet, max(communes, key=len, default=[]), _LEAST_COUNTS):
        return True
    return not _of_people(sheet) and bool(columns) and _once_each(sheet, _places(sheet, columns), _LEAST_COUNTS + 1)


def _often(cells: Sequence[Cell], names: Callable[[str], bool]) -> bool:
    return sum(names(c.text) for c in cells) >= _FEW


def _once_each(sheet: Sheet, named: Sequence[Cell], least: int) -> bool:
    """Whether names stand in most rows, hardly one twice, beside at least so many counts (the number of the row among them)."""
    rows = {c.row for c in named}
    different = len({plain(c.text) for c in named})
    counts = sorted(sum(1 for c in sheet.rows[r] if _count(c)) for r in rows)
    below = [r for r in sheet.rows if rows and min(rows) < r <= max(rows) + 1]
    once = different >= _MOST * len(rows) and len(rows) >= _MOST * len(below) - 1
    return len(rows) >= _FEW and once and counts[len(counts) // 2] >= least


def _places(sheet: Sheet, columns: Mapping[int, Sequence[Cell]]) -> list[Cell]:
    """The names of hamlets, offices or schools that lead their rows: by their own words, or under a heading that calls them so."""
    for col in sorted(columns):
        cells = [c for c in columns[col] if len(c.text) < _LONG]
        head = next((n for n, c in enumerate(cells) if "place_heading" in classes("lines.csv", c.text)), None)
        below = [c for c in cells[head + 1 :] if not is_total(c.text)] if head is not None else []
        named = below or [c for c in cells if {"place", "office"} & set(classes("lines.csv", c.text))]
        if len(named) >= _FEW:
            first = (next((c.col for c in sheet.rows[cell.row] if c.is_text and not c.text.isdigit()), col) for cell in named)
            return named if all(at == col for at in first) else []
    return []


def _of_people(sheet: Sheet) -> bool:
    """Whether a heading asks for what only a person has (a birthday, an identity, an account), or for one person of many in each row."""
    return any(_OF_ONE & set(classes("personal.csv", c.text)) for c in sheet.texts if len(c.text) < 40)


def _names_commune(text: str) -> bool:
    named = commune(text, None) if len(text) < 60 else None
    return named is not None and not named.far and bool(named.unit or named.candidates)


def _count(cell: Cell) -> bool:
    value = cell.value
    if isinstance(value, str):
        return cell.text.strip().isdigit() and len(cell.text.strip()) < 7 and not cell.text.startswith("0")
    return isinstance(value, float | int) and not isinstance(value, bool) and 0 <= value < _LEAST and value == int(value)


def _rows_below(sheet: Sheet, row: int) -> int:
    return sum(1 for r in sheet.rows if r > row)


def _listed(sheet: Sheet) -> bool:
    """A header that asks for a person's name and something else that is personal, over enough rows."""
    for row, cells in sheet.rows.items():
        if any(_count(c) for c in cells):
            continue
        told = [set(classes("personal.csv", c.text)) for c in cells if c.is_text and len(c.text) < 60]
        kinds = {k for said in told for k in said}
        several = sum(map(bool, told)) > 1
        if "person" in kinds and len(kinds) >= 2 and _rows_below(sheet, row) >= _FEW and (several or not _over_counts(sheet, row)):
            return True
    return False


def _over_counts(sheet: Sheet, row: int) -> bool:
    """Whether most rows below one that speaks of people name what is counted: it is the title of their group, or one of them."""
    below = [cells for r, cells in sheet.rows.items() if r > row and any(c.is_text for c in cells)][:_SAMPLE]
    return 2 * sum(any(c.is_text and _names_count(c.text) for c in cells) for cells in below) >= len(below)


def _names_count(text: str) -> bool:
    """Whether a text says what is counted: no name of a person and no address does."""
    words = len(text.split())
    named = words > 2 and not any(ch.isdigit() for ch in text) and plain(text).lstrip("-+* .").startswith(_COUNTED)
    return named or (words > 2 and match(text).sure and not names_hamlet(text))
