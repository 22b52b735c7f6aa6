"""Pivot tables that count one thing, named in their corner, across the items of a field: what their columns are."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.understanding.dates.times import is_summary_word, time_number
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.columns import FIGURES, role_of
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_SUM = re.compile(r"(tong|sum) (cua|of) ")
_TIME = re.compile(r"(thang|quy|nam|tuan|ngay|month|quarter|year)\b")
_BARE = re.compile(r"(gia tri|so luong|so lieu|sl|ket qua|value|amount|quantity)")
_OTHER = re.compile(r"(dem|count|so luong|trung binh|average|max|min|toi da|toi thieu) (cua|of) ")
_LEAST = 2


def with_items(table: Table) -> Table:
    """The table with what its corner counts over the column of the total and over the items that are a part of it; any other item is none
    of ours. Where the corner says no more than "value", the items say what is counted."""
    said = _corner(table)
    heads = {col: path[-1] for col, path in table.headers.items() if path and col > table.left}
    if not said or len(heads) < _LEAST or any(_of_time(text) for text in heads.values()):
        return table
    counted = " ".join(said.split()[2:]) if _SUM.match(plain(said)) else ""
    if counted and (_BARE.fullmatch(plain(counted)) or role_of(plain(counted)) in FIGURES):
        return table
    whole = match(counted) if counted else None
    headers, items = dict(table.headers), set[int]()
    for col, text in heads.items():
        part = match(f"{counted} {text}")
        if whole and whole.codes and is_total(text):
            headers[col] = (counted,)
        elif whole and whole.codes and part.sure and part.codes != whole.codes:
            headers[col] = (f"{counted} {text}",)
        else:
            items.add(col)
    return replace(table, headers=headers, items=frozenset(items))


def _corner(table: Table) -> str:
    """What the corner says that is counted: in the row over the heading of the rows, where one more text stands at most."""
    for row in (table.header_first, table.header_first - 1):
        cells = [c for c in table.sheet.rows.get(row, []) if c.text.strip() and table.left <= c.col <= table.right]
        below = table.sheet.cell(row + 1, table.left)
        if not cells or cells[0].col != table.left or len(cells) > _LEAST or below is None or not below.is_text:
            continue
        text = cells[0].text.strip()
        if (_SUM.match(plain(text)) or _OTHER.match(plain(text))) and not is_summary_word(text):
            return text
    return ""


def _of_time(text: str) -> bool:
    return bool(time_number(text) or statements(text, "line") or _TIME.match(plain(text)))
