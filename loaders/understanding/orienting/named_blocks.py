"""Blocks of rows with the same indicators, each under the name of a commune; one of them may be the sum of all."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from loaders.understanding.names.kinds import commune_kind, is_group
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, district
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.row_words import names_office
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


@dataclass(frozen=True, slots=True)
class NamedBlocks:
    """Row -> the commune named over its block; the rows of blocks of their sum ("whole district"), and those of offices among them."""

    units: Mapping[int, Named]
    sums: frozenset[int]
    offices: frozenset[int]


def named_blocks(o: Oriented, on: dt.date | None) -> NamedBlocks:
    """The blocks of rows that communes are named over; none when no line of the table names one. What stands over a block like the names of
    several communes do, and is none, is asked for."""
    titles = {row: title for row in o.table.body if (title := block_title(o, row))}
    communes = {row: named for row, title in titles.items() if (named := _block_unit(title, on))}
    looks = {_look(o, row, titles[row]) for row in communes} if len(communes) > 1 else set()
    found: dict[int, Named] = {}
    apart: dict[str, set[int]] = {"sum": set(), "office": set()}
    last: Named | None = None
    kind = ""
    for row in o.table.body:
        title = titles.get(row, "")
        if row in communes:
            last, kind = communes[row], ""
        elif title and _over_all(title):
            kind = "sum"
        elif title and _look(o, row, title) in looks and (names_office(_bare(title)) or _mark(o, row) or commune_kind(_bare(title))):
            last, kind = Named(title, None, False, "unlisted"), "office" if names_office(_bare(title)) else ""
        elif kind:
            apart[kind].add(row)
        elif last is not None:
            found[row] = last
    return NamedBlocks(found, *(frozenset(rows) if found else frozenset() for rows in apart.values()))


def _look(o: Oriented, row: int, title: str) -> tuple[str, bool]:
    """What kind of number stands before the title of a block; where none does, whether it is in capitals."""
    mark = _mark(o, row)
    kind = "" if not mark else "1" if mark.isdigit() else "I" if is_section_mark(mark) else "other"
    return kind, not mark and _bare(title).isupper()


def _mark(o: Oriented, row: int) -> str:
    """The number before the title of a block, in its own column or in the title itself."""
    lead = _LEAD.match(o.text(row, o.label_col))
    return (o.text(row, o.index_col) or (lead[0] if lead else "")).strip(" .):/-")


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
