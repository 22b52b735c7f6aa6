"""Of whom a sheet speaks that has no units in its table: its lines, its name, the name of the file, the cover of the workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from catalogue.units import units
from loaders.opening.grid import Cell
from loaders.understanding.names.beyond import areas_said, commune_in_area, sender_beyond
from loaders.understanding.names.former import former_name
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.short_names import in_name, only_initials, short_name, spelt_in_file
from loaders.understanding.names.stated import nearest
from loaders.understanding.names.unheard import commune_at_head, left_open, names_its_commune
from loaders.understanding.names.whose import Named
from loaders.understanding.placing.nearby import units_beside
from loaders.understanding.placing.titles import asks_unit
from loaders.understanding.sheets.codes_said import with_codes
from loaders.understanding.sheets.said_elsewhere import others_said
from loaders.understanding.sheets.sheet_reading import LINES_ABOVE, Reading, SheetReading, header_lines
from loaders.understanding.texts.words import classes, plain

_SENDING = frozenset({"title", "letterhead", "unit_sender", "cumulative"})
_FOOT = 8
"""So many last rows of a table may say whose it is, as a program writes the fields of a form one below the other."""
_SHORT = 60


def unit_answer(part: SheetReading, given: Mapping[str, str]) -> str:
    return given.get(f"unit:{part.sheet.name}") or given.get("unit") or ""


def units_of(reading: Reading, part: SheetReading, on: dt.date | None, given: Mapping[str, str]) -> list[Named]:
    """The unit a sheet without unit names in its table speaks of; several when its lines, its name and the file's differ."""
    answer = unit_answer(part, given)
    if answer:
        return [Named(answer, units()[answer])]
    named = _named_anywhere(reading, part, on)
    others = others_said(reading, part, named, on)
    return with_codes(reading, part, on, [*named, *others] if not named or _of_one_commune(named) else named)


def _of_one_commune(named: list[Named]) -> bool:
    return len(named) == 1 and named[0].unit is not None and named[0].sure and named[0].unit.level == "commune"


def _named_anywhere(reading: Reading, part: SheetReading, on: dt.date | None) -> list[Named]:
    """The units that the lines, the name and the file of a sheet name, or the cover of its workbook."""
    said = [n for c in header_lines(part) for n in units_stated(c, part, on) if _of_the_sender(c, n)]
    low = nearest(said)
    communes = _distinct(n for n in low if n.unit is None or n.unit.level == "commune")
    communes = communes or _sent_from_beyond(part, on) or _answered_below(part, on)
    of_sheet = _of_sheet_name(reading, part, on)
    stem = PurePosixPath(reading.grid.file).stem
    of_file = _distinct(n for n in in_name(stem, on))
    several = len([s for s in reading.sheets if s.tables]) > 1
    communes = _in_district_behind(communes, part, on)
    if communes:
        typed = [] if several else _distinct(spelt_in_file(stem, on))
        elsewhere = [*(of_sheet if len(of_sheet) == 1 else []), *(typed if len(typed) == 1 else [])]
        clash = [n for n in elsewhere if n.unit and not any(n.unit in (m.unit, *m.candidates) for m in communes)]
        clash = [n for n in clash if n not in typed or not any(_cut_short(n, m) for m in communes)]
        return communes + _distinct([*clash, *_other_district(communes, said), *_other_province(communes, part, said)])
    if of_sheet and (several or not of_file):
        return of_sheet
    nameless = next((c.text.strip() for c in header_lines(part) if left_open(c.text)), "")
    far = [] if of_file else _sent_from_beyond(part, on, [stem])
    above = [Named(nameless, None, False, "unlisted")] if nameless and low else _innermost(n for n in low if not _only_over(n, part))
    return of_file or of_sheet or far or above or _of_the_cover(reading, on)


def _sent_from_beyond(part: SheetReading, on: dt.date | None, others: Sequence[str] = ()) -> list[Named]:
    """The commune that a letterhead, a label of the sender or another text names and that the area does not have, told by the province
    beside it."""
    if not part.tables:  # every cell of a sheet without one is a line
        return []
    lines = [text for c in header_lines(part) for text in _sender_texts(c, part)] + list(others)
    areas = tuple(areas_said(lines, on))
    return _distinct(n for text in lines if (n := sender_beyond(text, areas, on)))


def _sender_texts(cell: Cell, part: SheetReading) -> list[str]:
    """What a line says, with the cell behind its label."""
    kinds = classes("lines.csv", cell.text)
    if not cell.is_text or "unit_receiver" in kinds:
        return []
    inside = commune_in_area(cell.text)
    if inside or len(cell.text) > _SHORT:
        return [inside] if inside else []
    right = next((c for c in part.sheet.rows[cell.row] if c.col > cell.col), None)
    label = not commune_kind(cell.text) and (asks_unit(cell.text) or len(cell.text.strip(" :").split()) == 1)
    return [cell.text, f"{cell.text.strip(' :')} {right.text}"] if right is not None and label else [cell.text]


def _only_over(named: Named, part: SheetReading) -> bool:
    """Whether a province is said in nothing but the first line of a letterhead: the figures are of one of its communes, not said which."""
    if named.unit is None or named.unit.level != "province":
        return False
    lines = [c.text for c in header_lines(part) if c.is_text and named in units_stated(c, part, None)]
    return all(plain(text).strip(" .:-") == plain(named.text) for text in lines)


def _other_province(communes: list[Named], part: SheetReading, said: list[Named]) -> list[Named]:
    """The province over the letterhead of a commune that never lay in it: one of the two is wrong."""
    above = [n for n in said if n.unit and n.sure and n.unit.level == "province"]
    if len(communes) != 1 or communes[0].unit is None or not communes[0].sure or not above:
        return []
    unit = communes[0].unit
    return [] if any(units().lies_in(unit.id, u.id) for n in above for u in units().by_name(n.text, level="province").best) else above


def _answered_below(part: SheetReading, on: dt.date | None) -> list[Named]:
    """The communes that stand as answers behind labels of a unit at the foot of the tables or under them."""
    last = max((t.data_last for t in part.tables), default=part.sheet.n_rows)
    foot = [c for c in part.sheet.texts if last - _FOOT < c.row <= last + LINES_ABOVE]
    asked = [c for c in foot if len(c.text) < _SHORT and (asks_unit(c.text) or "unit_sender" in classes("lines.csv", c.text))]
    asked = [c for c in asked if "unit_receiver" not in classes("lines.csv", c.text)]
    return _distinct(n for c in asked for n in units_stated(c, part, on) if n.unit is None or n.unit.level == "commune")


def _of_the_cover(reading: Reading, on: dt.date | None) -> list[Named]:
    """The one commune that the lines of a workbook name, where none of them names another, known or not: a cover speaks for all."""
    lines = [(c, s) for s in reading.sheets for c in header_lines(s)]
    said = _distinct(n for c, s in lines for n in units_stated(c, s, on) if n.unit is None or n.unit.level == "commune")
    if len({plain(commune_at_head(c.text)) for c, _sheet in lines if names_its_commune(c.text)}) > 1:
        return []
    return said if len(said) == 1 and (said[0].unit or said[0].candidates) else []


def _of_sheet_name(reading: Reading, part: SheetReading, on: dt.date | None) -> list[Named]:
    """The unit that the name of a sheet means; mere initials mean one only in a workbook whose sheets are named after communes."""
    if former_name(part.sheet.name):
        return []
    found = _distinct([n for n in in_name(part.sheet.name, on) if n.unit])
    short = short_name(part.sheet.name, on)
    if found or short.unit is None:
        return found
    others = {n.unit.id for s in reading.sheets if s is not part and s.tables for n in _named_by(s.sheet.name, on) if n.unit}
    return [short] if not only_initials(part.sheet.name, short.unit) or others - {short.unit.id} else []


def _named_by(name: str, on: dt.date | None) -> list[Named]:
    found = [n for n in in_name(name, on) if n.unit]
    short = short_name(name, on)
    return found or ([short] if short.unit and not only_initials(name, short.unit) else [])


def _of_the_sender(cell: Cell, named: Named) -> bool:
    """Whether a line that names a unit above communes says that the figures are that unit's: a letterhead, a title, a sender."""
    return named.unit is None or named.unit.level == "commune" or bool(_SENDING & set(classes("lines.csv", cell.text)))


def _other_district(communes: list[Named], said: list[Named]) -> list[Named]:
    """The district over the letterhead of a commune that lies in another one: one of the two is wrong."""
    own = {n.unit.parent for n in communes if n.unit and n.unit.parent and units()[n.unit.parent].level == "district"}
    above = [n for n in said if n.unit and n.sure and n.unit.level == "district"]
    return above if len(communes) == 1 and own and not any(n.unit and n.unit.id in own for n in above) else []


def _in_district_behind(communes: list[Named], part: SheetReading, on: dt.date | None) -> list[Named]:
    """The commune of that very name in the district that stands behind it in one line ("commune A, district B"), where another one was
    thought of first. One over it in the letterhead may be left from a copied file: it is asked."""
    if len(communes) != 1 or communes[0].unit is None:
        return communes
    lines = [units_stated(c, part, on) for c in header_lines(part)]
    above = {n.unit.id for line in lines for n in _other_district(communes, line) if communes[0].unit in [m.unit for m in line] and n.unit}
    if len(above) != 1:
        return communes
    found = units().by_name(communes[0].unit.name, level="commune", within=next(iter(above))).exact
    meant = [u for u in found if on is None or u.exists(on)]
    return [Named(communes[0].text, meant[0])] if len(meant) == 1 else communes


def _cut_short(typed: Named, full: Named) -> bool:
    """A name in a file's name that is only the end of the one the sheet spells out."""
    if typed.unit is None or full.unit is None:
        return False
    bare = plain(typed.unit.name).removeprefix(plain(typed.unit.type)).strip()
    return plain(full.unit.name).endswith(f" {bare}")


def units_stated(cell: Cell, part: SheetReading, on: dt.date | None) -> list[Named]:
    """The units that a line names, the cell to its right read with a label that asks for one ("Commune" | "Dak Ha")."""
    return units_beside(cell, next((c for c in part.sheet.rows[cell.row] if c.col > cell.col), None), on)


def _innermost(named: Iterable[Named]) -> list[Named]:
    """Of units one of which lies in the other ("province > district") only the inner ones."""
    found = _distinct(named)
    over = {above.id for n in found if n.unit for above in units().path(n.unit.id)[:-1]}
    return [n for n in found if n.unit is None or n.unit.id not in over]


def _distinct(named: Iterable[Named]) -> list[Named]:
    found: dict[str, Named] = {}
    for n in named:
        key = n.unit.id if n.unit else "?" + ",".join(u.id for u in n.candidates)
        found.setdefault(key, n)
    return list(found.values())
