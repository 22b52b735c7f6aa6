"""The code of a unit in the lines, the name or the file of a sheet: alone it says whose figures they are, beside a name it proves it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.names.coded import Code, against, apart_from_code, asks_code, by_codes, code_behind_label, codes_in_name
from loaders.understanding.names.stated import stated
from loaders.understanding.names.whose import Named, commune
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LONGEST = 160


def with_codes(reading: Reading, part: SheetReading, on: dt.date | None, named: list[Named]) -> list[Named]:
    """The units a sheet speaks of, beside the codes that it, a cover or the file says: in doubt where code and name differ."""
    codes = [*_on_sheet(part), *_on_covers(reading), *codes_in_name(part.sheet.name), *codes_in_name(PurePosixPath(reading.grid.file).stem)]
    if not codes or len(named) > 1:
        return named
    if not named:
        return by_codes(codes, on)
    if named[0].unit is not None and named[0].unit.level != "commune":
        said = by_codes(codes, on)
        inside = all(n.unit is not None and named[0].unit in _above(n) for n in said)
        return (said if inside else [*named, *said]) if said else named
    return [against(named[0], codes, on)]


def _above(named: Named) -> list[object]:
    from catalogue.units import units

    return list(units().path(named.unit.id)) if named.unit else []


def _on_covers(reading: Reading) -> list[Code]:
    return [code for part in reading.sheets if not part.tables for code in _on_sheet(part)]


def _on_sheet(part: SheetReading) -> list[Code]:
    found = [code for cell in part.sheet.texts for code in _of_cell(part, cell)]
    return list(dict.fromkeys(found))


def _of_cell(part: SheetReading, cell: Cell) -> Iterator[Code]:
    text = cell.text
    if len(text) > _LONGEST:
        return
    if asks_code(text):
        beside = _beside(part.sheet, cell)
        if beside:
            yield Code(beside)
    elif any(letter.isdigit() for letter in text) and not any(t.holds(cell) for t in part.tables):
        labelled = code_behind_label(text)
        name, code = ("", "") if labelled else apart_from_code(text)
        if labelled:
            yield Code(labelled)
        elif code and _names_one(name):
            yield Code(code)


def _names_one(text: str) -> bool:
    named = commune(text, None)
    return bool(stated(text, None)) or bool((named.unit or named.candidates) and not named.far)


def _beside(sheet: Sheet, cell: Cell) -> str:
    """The code to the right of its label; none where other codes follow it, for then it heads a list."""
    right = [c.text.strip() for c in sheet.rows[cell.row] if c.col > cell.col and not c.extra.under_merge]
    codes = [bool(re.fullmatch(r"\d{4,5}", text)) for text in right]
    first = next((i for i, is_code in enumerate(codes) if is_code), None)
    if first is None or any(codes[first + 1 : first + 2]):
        return ""
    return right[first].zfill(5)
