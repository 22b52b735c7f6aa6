"""Blocks of rows with the same indicators, each under the name of a commune; one of them may be the sum of all."""

from __future__ import annotations

import datetime as dt
import re

from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, district, is_group
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_section_mark, is_total, numberish
from loaders.understanding.texts.words import plain

_LEAD = re.compile(r"^\s*(?:[ivx]+|\d+|[a-z])\s*[.)/:\-]\s*", re.IGNORECASE)
_ONE_COMMUNE = re.compile(r"\b(toan|ca) (xa|phuong|thi tran)\b")


def block_title(o: Oriented, row: int) -> str:
    """The one text of a row without figures, a number or roman numeral before it aside; empty for any other row."""
    if any(c.kind == "N" and c.col != o.index_col for c in o.table.row(row)):
        return ""
    cells = [c for c in o.table.row(row) if not c.extra.under_merge]
    texts = [c for c in cells if c.kind == "T" and not numberish(c) and not is_section_mark(c.text)]
    rest = [c for c in cells if c not in texts and not is_section_mark(c.text) and c.col != o.index_col]
    return texts[0].text.strip() if len(texts) == 1 and not rest else ""


def units_of_rows(o: Oriented, on: dt.date | None) -> tuple[dict[int, Named], frozenset[int]]:
    """(row -> the commune named over its block, the rows of blocks of their sum, "whole district"); empty when no line of the table names
    a commune."""
    found: dict[int, Named] = {}
    sums: set[int] = set()
    last: Named | None = None
    summed = False
    for row in o.table.body:
        title = block_title(o, row)
        named = _block_unit(title, on)
        over = named is None and _over_all(title)
        if named or over:
            last, summed = named, over
        elif summed:
            sums.add(row)
        elif last is not None:
            found[row] = last
    return found, frozenset(sums) if found else frozenset()


def _block_unit(text: str, on: dt.date | None) -> Named | None:
    if not text:
        return None
    bare = _bare(text)
    return commune_like(bare, on) or (commune_like(text, on) if bare != text else None)


def _over_all(text: str) -> bool:
    """Whether the title of a block means several communes together, or the area they lie in; "the whole commune" is that of the sheet."""
    bare = _bare(text)
    return bool(bare) and not _ONE_COMMUNE.search(plain(bare)) and (is_total(bare) or is_group(bare) or district(bare) is not None)


def _bare(text: str) -> str:
    """The title of a block without the number that may stand before it."""
    return _LEAD.sub("", text).strip(" :.-")
