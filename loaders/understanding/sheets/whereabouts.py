"""Where the communes of a file lie: in the area of the installation, or in a province or district beyond it.

A name that several units of the country bear is settled by the area that the sheet says: a letterhead, a title, the name of a sheet or of
the file, a column with one area in all its rows. Where nothing says it, the rows settle it, if there is exactly one province in which all
of them have a unit (or one of its districts). Two areas that are possible settle nothing.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import PurePosixPath

from catalogue.units import Level, Unit, units
from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import column_of
from loaders.understanding.names.beyond import Areas, areas_typed
from loaders.understanding.names.inside import known_by_area, names_inside
from loaders.understanding.names.kinds import commune_kind, is_group, is_office
from loaders.understanding.names.stated import stated
from loaders.understanding.names.unheard import commune_at_head, names_its_commune
from loaders.understanding.names.whose import CAMEL, commune, in_area, root
from loaders.understanding.orienting.below import below_communes
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading, header_lines
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

_WORDS = re.compile(r"[a-z0-9]+")
_FIRST_COLUMNS = 6
_SAMPLE = 60
_LEAST, _FEWEST = 4, 2
"""So many rows of different names at least say by themselves where they lie; `_FEWEST` where the sheet calls one of the areas."""
_LONGEST_NAME, _LONGEST_LINE = 60, 300
_SENDING = frozenset({"letterhead", "title", "unit_sender"})


def area_spoken_of(reading: Reading) -> str:
    """The province or district beyond the area of the installation in which the communes of a file lie; empty where there is none, or
    nothing says which."""
    top = root()
    if top not in units() or units()[top].level == "country":
        return ""
    found = [area for part in reading.sheets if part.tables for area in _of_sheet(reading, part)]
    return found[0].id if len({u.id for u in found}) == 1 else ""


def _of_sheet(reading: Reading, part: SheetReading) -> list[Unit]:
    """The area that a sheet and its file speak of."""
    on = part.last_day
    names = (part.sheet.name, PurePosixPath(reading.grid.file).stem)
    texts = [text[:_LONGEST_LINE] for text in (*_lines(part), *_first_words(part), *names)]
    lists = [names for table in part.tables for names in _lists(table, on)]
    if any(_ours(n, on) > len(n) / 2 for n in lists):
        return []
    columns = [text for table in part.tables for text in _one_for_all(table)]
    said = _said([*texts, *columns], on)
    if said == []:
        texts += _of_covers(reading)
        said = _said([*texts, *columns], on)
    if said is None or _speaks_of_ours(texts, on):
        return []
    within = _best(said, lists, on) if lists else [area for area in said if _states_one(texts, area, on)][:1]
    if within or said:
        return within
    return [area for n in lists for area in _by_rows(n, texts, on)]


def _lines(part: SheetReading) -> list[str]:
    """The lines over the tables of a sheet that do not say to whom it is sent."""
    return [c.text for c in header_lines(part) if c.is_text and "unit_receiver" not in classes("lines.csv", c.text)]


def _of_covers(reading: Reading) -> list[str]:
    """The letterheads, titles and senders on the sheets without a table: a cover speaks for those that name no area, as long as none of
    them names another commune."""
    covers = [text for part in reading.sheets if not part.tables for text in _lines(part)]
    counted = [text for part in reading.sheets if part.tables for text in _lines(part)]
    own = {plain(commune_at_head(text)) for text in covers}
    if any(names_its_commune(text) and plain(commune_at_head(text)) not in own for text in counted):
        return []
    return [text[:_LONGEST_LINE] for text in covers if _SENDING & set(classes("lines.csv", text))]


def _first_words(part: SheetReading) -> list[str]:
    """What the first row of a table without headings says: it may be the title of a slip."""
    return [c.text for t in part.tables if t.header_last < t.header_first for c in t.row(t.data_first)[:1] if c.is_text]


def _lists(table: Table, on: dt.date | None) -> list[tuple[str, ...]]:
    """The columns of a table, and its headings side by side, that are names of communes of the country."""
    found = []
    for col in [c for c in table.columns if any(_is_name(cell) for cell in table.by_column.get(c, [])[:_SAMPLE])][:_FIRST_COLUMNS]:
        cells = [c for c in table.by_column.get(col, [])[:_SAMPLE] if _is_name(c)]
        if not below_communes(column_of(table, col)):
            found.append(tuple(dict.fromkeys(c.text for c in cells)))
    found.append(tuple(dict.fromkeys(path[-1] for path in table.headers.values() if path)))
    return [names for names in found if _communes(names, on)]


def _is_name(cell: Cell) -> bool:
    if cell.kind != "T":
        return False
    text = cell.text
    wanted = 1 < len(text) <= _LONGEST_NAME and not numberish(cell)
    return wanted and not is_total(text) and not is_group(text) and not is_office(text)


@known_by_area(1024)
def _communes(names: tuple[str, ...], on: dt.date | None) -> bool:
    """Whether more than half of some names, and more than one, are those of communes anywhere in the country."""
    known = sum(1 for text in names if (n := commune(text, on)).unit or n.candidates or (text.isascii() and _anywhere(text, on)))
    return known > 1 and 2 * known > len(names)


@lru_cache(maxsize=8192)
def _anywhere(text: str, on: dt.date | None) -> tuple[Unit, ...]:
    """Every commune of the country that a text may name on the day: as it is spelt, else by its letters alone."""
    found = units().by_name(text, level="commune", on=on)
    return tuple(dict.fromkeys((*found.exact, *found.alias))) or tuple(found.folded)


def _ours(names: Sequence[str], on: dt.date | None) -> int:
    """How many names the area of the installation, or a province it lies in, has."""
    return sum(1 for text in names if ((n := commune(text, on)).unit or n.candidates) and not n.far)


def _one_for_all(table: Table) -> Iterable[str]:
    """The texts that stand in all rows of a column alike."""
    for col in table.columns[:_FIRST_COLUMNS]:
        texts = {c.text for c in table.by_column.get(col, [])[:_SAMPLE] if c.kind == "T" and not is_total(c.text)}
        if len(texts) == 1 and len(table.by_column[col]) > 1:
            yield texts.pop()


def _said(texts: Sequence[str], on: dt.date | None) -> list[Unit] | None:
    """The areas beyond that of the installation that texts name, the inner ones first; None where they name that of the installation."""
    register = units()
    own = {u.id for u in register.path(root())}
    groups: list[Areas] = list(dict.fromkeys(areas for text in texts for areas in areas_typed(text, on)))
    if any(u.id == root() for areas in groups for u in areas):
        return None
    provinces = [u for areas in groups for u in areas if u.level == "province"]
    districts = [u for areas in groups for u in areas if u.level == "district"]
    if provinces:
        districts = [u for u in districts if any(register.lies_in(u.id, p.id) for p in provinces)]
    outer = [p for p in provinces if p.id not in own]
    return [*districts, *outer]


def _speaks_of_ours(texts: Sequence[str], on: dt.date | None) -> bool:
    """Whether a text surely names a commune of the installation's own area: the figures may be its own."""
    named = [n.unit for text in texts for n in stated(text, on) if n.unit and n.sure and n.unit.level == "commune"]
    return any(units().lies_in(u.id, root()) for u in named)


def _best(said: Sequence[Unit], lists: Sequence[Sequence[str]], on: dt.date | None) -> list[Unit]:
    """The one of the areas said in which most names lie, more than half of every list; of two, one inside the other, the inner one."""
    hits = [(sum(_inside(text, area, on) for n in lists for text in n), area) for area in said]
    fit = [(n, area) for n, area in hits if all(2 * sum(_inside(t, area, on) for t in names) > len(names) for names in lists)]
    most = [area for n, area in fit if n == max(m for m, _area in fit)]
    inner = most[:1]
    apart = [u for u in most[1:] if not any(units().lies_in(inner[0].id, above) for above in (u.id,))]
    return [] if apart else inner


def _inside(text: str, area: Unit, on: dt.date | None) -> bool:
    named = in_area(text, area.id, on)
    return bool(named.unit or named.candidates)


def _states_one(texts: Sequence[str], area: Unit, on: dt.date | None) -> bool:
    """Whether texts surely name a commune of an area."""
    with names_inside(area.id):
        named = [n.unit for text in texts for n in stated(text, on) if n.unit and n.sure and n.unit.level == "commune"]
    return any(units().lies_in(u.id, area.id) for u in named)


def _by_rows(names: Sequence[str], texts: Sequence[str], on: dt.date | None) -> list[Unit]:
    """The one province in which all names have a unit, or the district of it; of several the one that a text calls by its name."""
    known = [found for text in names if (found := _anywhere(text, on))]
    if on is None or len(known) < _FEWEST or sum(1 for text in names if commune_kind(text)) * 2 < len(names):
        return []
    provinces, districts = _shared(known, "province"), _shared(known, "district")
    inner, outer = _called(districts, texts), _called(provinces, texts)
    if inner:
        return inner if len(inner) == 1 else []
    provinces = outer or (provinces if len(known) >= _LEAST else [])
    if len(provinces) != 1:
        return []
    inner = [d for d in districts if d.parent == provinces[0].id]
    return inner if len(inner) == 1 else provinces


def _shared(known: Sequence[Sequence[Unit]], level: Level) -> list[Unit]:
    """The areas of a level in each of which every name has a unit."""
    areas = [{a.id: a for u in found for a in units().path(u.id) if a.level == level} for found in known]
    return [a for id, a in areas[0].items() if all(id in others for others in areas)]


def _called(areas: Sequence[Unit], texts: Iterable[str]) -> list[Unit]:
    """Those of some areas that texts call by their names, without their types."""
    words = " ".join(_WORDS.findall(plain(CAMEL.sub(" ", " ".join(texts)))))
    return [a for a in areas if f" {plain(a.bare_name)} " in f" {words} "]
