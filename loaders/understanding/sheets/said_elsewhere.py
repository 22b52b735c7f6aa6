"""Who else than a sheet itself says whose figures it holds: a cover, the signature below its tables, the name of a file of several sheets,
and what a workbook of ours was written for. Beside another name of the sheet a person is asked."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from catalogue.units import units
from loaders.understanding.names.short_names import spelt_in_file
from loaders.understanding.names.stated import stated
from loaders.understanding.names.whose import Named
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading, header_lines
from loaders.understanding.texts.words import classes, plain

_SIGNS_FOR = re.compile(r"^\W*(tm|t/m|thay mat|kt|tl)\b\W*(ubnd|uy ban nhan dan|uy ban|hdnd|dang uy)\b")
_SPEAKS = frozenset({"letterhead", "unit_sender", "title"})
_COLLECTED = 3


def signed_for(part: SheetReading, on: dt.date | None) -> list[Named]:
    """The communes in whose name a sheet is signed below its tables."""
    last = max((t.data_last for t in part.tables), default=part.sheet.n_rows)
    below = (c for c in part.sheet.texts if c.row > last and _SIGNS_FOR.match(plain(c.text)))
    return communes(n for c in below for n in stated(c.text, on))


def others_said(reading: Reading, part: SheetReading, named: list[Named], on: dt.date | None) -> list[Named]:
    """The communes that other places of the file say the figures are of, where they are not the one the sheet names; a cover and the
    name of the file only beside such a name."""
    said = [*signed_for(part, on), *_written_for(reading)]
    said += [*_covers(reading, on), *_file(reading, on)] if named else []
    own = {n.unit.id for n in named if n.unit} | {u.id for n in named for u in n.candidates}
    return [n for n in communes(said) if n.unit and n.unit.id not in own and not any(_within(n, m) for m in named)]


def _written_for(reading: Reading) -> list[Named]:
    unit = reading.written_for.get("unit", "")
    return [Named(unit, units()[unit])] if unit in units() else []


def _covers(reading: Reading, on: dt.date | None) -> list[Named]:
    """The one commune that the sheets without tables are of."""
    lines = (
        c for p in reading.sheets if not p.tables for c in header_lines(p) if c.is_text and _SPEAKS & set(classes("lines.csv", c.text))
    )
    found = communes(n for c in lines for n in stated(c.text, on))
    return found if len(found) == 1 else []


def _file(reading: Reading, on: dt.date | None) -> list[Named]:
    """The one commune that the name of a file of several sheets spells out, unless these are a collection of communes."""
    counted = [p for p in reading.sheets if p.tables]
    if len(counted) < 2:
        return []
    lines = (c for p in counted for c in header_lines(p) if c.is_text)
    several = {n.unit.id for c in lines for n in stated(c.text, on) if n.unit and n.unit.level == "commune"}
    found = communes(spelt_in_file(PurePosixPath(reading.grid.file).stem, on))
    return found if len(found) == 1 and len(several) < _COLLECTED else []


def communes(named: Iterable[Named]) -> list[Named]:
    """The communes among units, each once."""
    found = {n.unit.id: n for n in named if n.unit and n.sure and n.unit.level == "commune"}
    return list(found.values())


def _within(said: Named, full: Named) -> bool:
    """Whether one of two names is but the end of the other: a kind of unit was taken for a part of the name, or left away."""
    if said.unit is None or full.unit is None:
        return False
    short, long = sorted((plain(said.unit.bare_name), plain(full.unit.bare_name)), key=len)
    return long.endswith(f" {short}")
