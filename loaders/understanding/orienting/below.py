"""Rows that are parts of a commune among the rows of communes: hamlets, sectors, offices, each a share of the figures of its commune."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from loaders.understanding.dates.times import time_number
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.short_names import commune_like, summed_commune
from loaders.understanding.texts.rowkinds import is_section_mark, is_total, names_hamlet, names_week, numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

_INNER = re.compile(r"\d+[.\-]\d+([.\-]\d+)*[.)]?|[a-z][.)]?")
_TIME = re.compile(r"(thang|quy|nam|tuan|ngay|dot|ky)\b|\d{1,2}[-/.]\d")
_LEAST = 2
_DASHES = ("-", "+", "*", "\u2013", "\u2022")
_HAMLETS, _UNITS = frozenset({"hamlet"}), frozenset({"commune", "unit"})


def below_communes(column: Column) -> bool:
    """A heading that calls its names those of hamlets, and of nothing else: one may bear the name of a commune."""
    tags = meaning(column.leaf).tags if column.path else frozenset()
    return not tags.isdisjoint(_HAMLETS) and tags.isdisjoint(_UNITS)


def _only_hamlets(column: Column) -> bool:
    """A heading of the names of hamlets and of nothing about them, as how many there are or what they have."""
    return below_communes(column) and meaning(column.leaf).tags <= _HAMLETS


def rows_below(table: Table, columns: Mapping[int, Column], col: int, index_col: int | None, on: dt.date | None) -> frozenset[int]:
    """The rows that are parts of a commune named in `col`: by their name, by their number under that of the commune, by a name in a column
    of hamlets, or because each commune is named in the row of its sum alone."""
    texts = {row: text for row in table.body if (text := _text(table, row, col))}
    communes = {row for row, text in texts.items() if not text.startswith(_DASHES) and commune_like(text, on)} or _dashed(texts, on)
    sums = {row for row, text in texts.items() if summed_commune(text, on)}
    hamlets = next((c for c in columns.values() if c.col != col and _only_hamlets(c) and _words(table, c.col) >= _LEAST), None)
    found, over = set(), None
    for row, text in texts.items():
        mark = _text(table, row, index_col)
        if row in communes or row in sums:
            over = mark
            if hamlets and row in communes and len(_text(table, row, hamlets.col)) > 1:
                found.add(row)
        elif _named_part(text) or (_inside(mark, over, sums if not communes else set()) and not match(bare_label(text)).codes):
            found.add(row)
    left = [row for row, text in texts.items() if row not in found | communes | sums and not is_total(text) and not _of_time(text)]
    return frozenset(found | _adding_up(table, (col, index_col), communes, left)) if left and len(communes) > 1 else frozenset(found)


def _dashed(texts: Mapping[int, str], on: dt.date | None) -> set[int]:
    """The rows of communes behind dashes, each called one, where none stands without a dash: a list, no parts."""
    bare = {row: text.lstrip(" ".join(_DASHES)) for row, text in texts.items() if text.startswith(_DASHES)}
    return {row for row, text in bare.items() if commune_kind(text) and commune_like(text, on)}


def _adding_up(table: Table, names: tuple[int | None, ...], communes: set[int], left: list[int]) -> set[int]:
    """The rows between the communes, whatever they are called, where they add up to the commune over them in most columns and communes."""
    runs: dict[int, list[int]] = {}
    over = None
    for row in table.body:
        if row in communes:
            over = row
            runs[row] = []
        elif over is not None and row in left:
            runs[over].append(row)
        else:
            over = None
    agreeing = differing = 0
    for whole, rows in runs.items():
        cells = [c for c in table.row(whole) if c.col not in names and isinstance(c.value, int | float)]
        same = [sum(table.sheet.number(r, c.col) or 0.0 for r in rows) == c.value for c in cells if len(rows) >= _LEAST]
        agreeing, differing = agreeing + sum(same), differing + len(same) - sum(same)
    return {row for rows in runs.values() for row in rows} if agreeing >= _LEAST and agreeing > 2 * differing else set()


def _of_time(text: str) -> bool:
    return bool(time_number(text) or statements(text, "line") or _TIME.match(plain(text)))


def _named_part(text: str) -> bool:
    return text.startswith(_DASHES) or names_hamlet(text) or names_week(text) or "field_row" in classes("lines.csv", text)


def _inside(mark: str, over: str | None, sums: set[int]) -> bool:
    """1.1 or a under 1, 1 under I; any number where each commune (`sums`) is named in the row of its sum alone."""
    if over is not None and (_INNER.fullmatch(mark) or (mark.rstrip(".)").isdigit() and is_section_mark(over) and not over.isdigit())):
        return True
    return bool(mark) and len(sums) > 1


def _words(table: Table, col: int) -> int:
    """How many cells of a column hold words that are no figures ("11/12 hamlets", "12 hamlets")."""
    cells = (table.sheet.cell(row, col) for row in table.body)
    return sum(1 for c in cells if c and any(ch.isalpha() for ch in c.text) and not numberish(c) and not c.text.strip()[:1].isdigit())


def _text(table: Table, row: int, col: int | None) -> str:
    cell = table.sheet.cell(row, col) if col is not None else None
    return cell.text.strip() if cell else ""
