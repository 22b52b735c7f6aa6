"""The abbreviations a sheet explains itself ("Abbreviations: DH: on time; QH: overdue", "chartered public accountants (CPA)"): its headings
and labels are read written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.opening.grid import Sheet
from loaders.understanding.texts.tables import Legend, Table
from loaders.understanding.texts.words import classes, plain

_BETWEEN = re.compile(r"[;\n]|,(?=[^:=;,]{1,14}[:=])")
_PAIR = re.compile(r"([^\W\d_][\w.&/+ ]{0,13}?)\s*(?:[:=]|\s[-\u2013]\s)\s*(.{3,80})", re.DOTALL)
_BRACKET = re.compile(r"\(([^\W\d_]{2,9})\)")
_OF_ROWS = {"index", "unit"}


def written_out(sheet: Sheet, tables: Sequence[Table]) -> list[Table]:
    """The tables with the abbreviations that a line outside them explains, or the sheet behind their first use."""
    texts = [c.text for c in sheet.texts]
    legend = tuple(pair for text in texts if "legend" in classes("lines.csv", text) for pair in _pairs(text)) + _in_brackets(texts)
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


def _in_brackets(texts: Sequence[str]) -> Legend:
    """The capitals in brackets that are the first letters of the words before them, where they stand for one thing only."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for match in _BRACKET.finditer(text) if "(" in text else ():
            words = text[: match.start()].split()[-len(match[1]) :]
            if match[1].isupper() and [plain(word)[:1] for word in words] == list(plain(match[1])):
                found.setdefault(match[1], set()).add(" ".join(words))
    return tuple((short, next(iter(long))) for short, long in found.items() if len({plain(text) for text in long}) == 1)
