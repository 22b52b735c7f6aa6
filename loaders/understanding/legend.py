"""The abbreviations a sheet explains itself ("Abbreviations: DH: on time; QH: overdue"): its headings and labels are read written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.opening.grid import Sheet
from loaders.understanding.tables import Legend, Table
from loaders.understanding.words import classes

_BETWEEN = re.compile(r"[;\n]|,(?=[^:=;,]{1,14}[:=])")
_PAIR = re.compile(r"([^\W\d_][\w.&/+ ]{0,13}?)\s*(?:[:=]|\s[-\u2013]\s)\s*(.{3,80})", re.DOTALL)
_OF_ROWS = {"index", "unit"}


def written_out(sheet: Sheet, tables: Sequence[Table]) -> list[Table]:
    """The tables with the abbreviations that a line outside them explains."""
    lines = [c.text for cells in sheet.rows.values() for c in cells if c.is_text and "legend" in classes("lines.csv", c.text)]
    legend = tuple(pair for text in lines for pair in _pairs(text))
    if not legend:
        return list(tables)
    return [_with(table, legend) for table in tables]


def _with(table: Table, legend: Legend) -> Table:
    spelt = replace(table, legend=legend)
    return replace(spelt, headers={col: _spelt(spelt, path) for col, path in table.headers.items()})


def _spelt(table: Table, path: tuple[str, ...]) -> tuple[str, ...]:
    """The headings of a column written out; those over the numbers and names of the rows stay, whatever their letters mean elsewhere."""
    if len(path) == 1 and _OF_ROWS & set(classes("columns.csv", path[0])):
        return path
    return tuple(table.spelt(text) for text in path)


def _pairs(text: str) -> list[tuple[str, str]]:
    """The short forms of capitals and what they stand for."""
    _lead, _sign, rest = text.partition(":")
    found = [(m[1].strip(), m[2].strip(" .")) for part in _BETWEEN.split(rest) if (m := _PAIR.fullmatch(part.strip(" .")))]
    meant = [(short, long) for short, long in found if short[0].isupper() and len(short) < len(long)]
    return sorted(meant, key=lambda pair: -len(pair[0]))
