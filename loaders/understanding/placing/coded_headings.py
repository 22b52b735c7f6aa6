"""Headings that are but codes ("C1", "CT02"), read as the workbook explains them: in a list of codes and names ("C1 | officials present |
people"), on another sheet, beside or below the table, or in a text ("C1: officials present; C2: ...")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import unmarked
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import typed_number
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain
from loaders.understanding.typed.measures import read as measured

Codes = Mapping[str, frozenset[tuple[str, ...]]]
"""The headings that stand for each code, as the lines of a workbook say, outermost first."""

_CODE = r"[a-z\u0111]{1,4}[ ._-]?\d{1,3}(?:[.-]\d{1,2})*[a-z]?"
_ALONE = re.compile(rf"\W*(?:(?:cot|ma|chi tieu|ky hieu) )?({_CODE})\W*")
_SIGN = r"\)?\s*(?:[:=]|\s[-\u2013]\s)\s*"
_SAID = re.compile(rf"(?<![\w./-])({_CODE}){_SIGN}(.+?)\s*(?=[;\n]|[,.]\s*{_CODE}{_SIGN}|$)", re.IGNORECASE | re.MULTILINE)
_LEAST, _NEAR, _SHORTEST = 2, 2, 4


def codes_explained(sheets: Sequence[Sheet]) -> Codes:
    """What the lines of some sheets say that codes stand for."""
    found: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {}
    for sheet in sheets:
        for code, path in (*_listed(sheet), *_spoken(sheet)):
            found.setdefault(code, {}).setdefault(tuple(map(plain, path)), path)
    return {code: frozenset(paths.values()) for code, paths in found.items()}


def decoded(table: Table, explained: Callable[[], Codes]) -> Table:
    """A table with its codes read as headings, where it has several, each of which stands for one thing of its own, and one of these names
    an element; else as it is."""
    coded = {col: code for col, path in table.headers.items() if path and (code := _code(path[-1]))}
    codes = explained() if len(coded) >= _LEAST else {}
    found = {col: next(iter(codes[code])) for col, code in coded.items() if len(codes.get(code, ())) == 1}
    apart = len({tuple(map(plain, path)) for path in found.values()}) == len(coded)
    if not apart or not any(match(path[-1], path[-2::-1]).sure for path in found.values()):
        return table
    return replace(table, headers={col: (*path[:-1], *found[col]) if col in found else path for col, path in table.headers.items()})


def _code(text: str) -> str:
    """The code that a text is and nothing more, as codes are compared; an empty text for others."""
    found = _ALONE.fullmatch(plain(text))
    return re.sub(r"[ ._-]", "", found[1]) if found else ""


def _listed(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Codes that stand below each other in a column, each with the name behind it, or before it where nothing stands behind, under the
    line that stands alone between them and those before."""
    columns: dict[int, dict[int, tuple[str, str]]] = {}
    for row, cells in sheet.seen.items():
        for place, cell in enumerate(cells):
            code = _code(cell.text) if cell.is_text else ""
            name = _name(cells[place + 1 :]) or ("" if cells[place + 1 :] else _name(cells[:place][-1:])) if code else ""
            if name:
                columns.setdefault(cell.col, {})[row] = code, name
    for rows in columns.values():
        last, title = min(rows), ""
        for row, (code, name) in rows.items():
            lone = [cells[0].text for at in range(last + 1, row) if len(cells := sheet.seen.get(at, [])) == 1]
            last, title = row, unmarked(lone[-1]) if lone else title
            if any(at in rows for at in range(row - _NEAR, row + _NEAR + 1) if at != row):
                yield code, (title, name) if title else (name,)


def _name(cells: Sequence[Cell]) -> str:
    """The name that stands beside a code, with its measure and what else is remarked in brackets."""
    if not cells or not all(c.is_text and not typed_number(c.text) and not _code(c.text) for c in cells):
        return ""
    texts = [c.text.strip() for c in cells]
    measures = [text for text in texts[:_LEAST] if measured(text) is not None]
    name, *remarks = [text for text in texts if text not in measures] or [""]
    remarks = [text for text in (*measures, *remarks) if plain(text) not in plain(name)]
    return " ".join((name, *(f"({text})" for text in remarks))) if _tells(name) else ""


def _spoken(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Codes that a text explains."""
    for cells in sheet.seen.values():
        for cell in cells:
            if cell.is_text and not _code(cell.text):
                yield from ((_code(m[1]), (m[2].strip(" ."),)) for m in _SAID.finditer(cell.text) if _tells(m[2]))


def _tells(text: str) -> bool:
    """Whether a text holds words, and is no figure or code."""
    return sum(map(str.isalpha, text)) >= _SHORTEST and not typed_number(text) and not _code(text)
