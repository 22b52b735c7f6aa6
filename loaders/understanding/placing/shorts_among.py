"""Short forms of several meanings, told by the headings beside them: "TT" beside "directly", under "received", is online."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain
from loaders.understanding.texts.words import table as words_table

_TWO = 2


def spelt_among(tables: Sequence[Table]) -> list[Table]:
    """The tables with such headings written out."""
    return [replace(t, headers={**t.headers, **found}) if (found := _written(t)) else t for t in tables]


def _written(table: Table) -> dict[int, tuple[str, ...]]:
    """The headings of the columns that are such a short form, the innermost of each written out."""
    shorts = {row["short"] for row in words_table("short_among.csv")}
    found = {}
    for col, path in table.headers.items():
        if len(path) >= _TWO and plain(path[-1]).strip(" .") in shorts:
            beside = [other[-1] for at, other in table.headers.items() if at != col and other[:-1] == path[:-1]]
            long = _meant(plain(path[-1]).strip(" ."), beside, path[:-1])
            found.update({col: (*path[:-1], long)} if long else {})
    return found


def _meant(short: str, beside: Sequence[str], over: Sequence[str]) -> str:
    """What a short form means beside these headings, where they leave one meaning and none of them says that one."""
    said = frozenset().union(*(meaning(text).tags for text in beside))
    group = frozenset().union(*(meaning(text).tags for text in over))
    rows = [row for row in words_table("short_among.csv") if row["short"] == short and row["among"] in said and row["over"] in group]
    longs = [row["long"] for row in rows if not meaning(row["long"]).tags & said]
    alone = all(plain(text).strip(" .") != short for text in beside)
    return longs[0] if alone and len(rows) == len(longs) == 1 else ""
