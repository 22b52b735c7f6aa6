"""The abbreviations a sheet explains itself ("Abbreviations: DH: on time; QH: overdue"): its headings and labels are read written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.opening.grid import Sheet
from loaders.understanding.layout import Legend, Table
from loaders.understanding.words import classes

_PAIR = re.compile(r"([^\W\d_][\w.&/]{0,9})\s*(?::|=|-|\u2013)\s*([^;,:=]{3,60})")


def written_out(sheet: Sheet, tables: Sequence[Table]) -> list[Table]:
    """The tables with the abbreviations that a line outside them explains."""
    lines = [c.text for cells in sheet.rows.values() for c in cells if c.is_text and "legend" in classes("lines.csv", c.text)]
    legend = tuple(pair for text in lines for pair in _pairs(text))
    if not legend:
        return list(tables)
    return [_with(table, legend) for table in tables]


def _with(table: Table, legend: Legend) -> Table:
    spelt = replace(table, legend=legend)
    return replace(spelt, headers={col: tuple(spelt.spelt(text) for text in path) for col, path in table.headers.items()})


def _pairs(text: str) -> list[tuple[str, str]]:
    """The short forms of capitals and what they stand for."""
    _lead, _sign, rest = text.partition(":")
    found = [(m[1].strip(), m[2].strip(" .")) for m in _PAIR.finditer(rest)]
    return [(short, long) for short, long in found if short[0].isupper() and len(short) < len(long)]
