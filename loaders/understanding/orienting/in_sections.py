"""Communes under the districts they lie in: of a name that two of these districts have, each row means the one it stands under."""

from __future__ import annotations

import datetime as dt

from catalogue.names import take_apart
from catalogue.units import Unit, units
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.far import areas_of_row
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_total

_LEAST = 2


def units_in_sections(o: Oriented, on: dt.date | None) -> dict[int, Named]:
    """Row -> its commune in the district over it, where districts head the rows below them and most of these have a commune there."""
    if o.unit_col is None or o.districts or o.far:
        return {}
    found: dict[int, Named] = {}
    sections: list[tuple[Unit, list[int]]] = []
    for row in o.table.body:
        text = o.text(row, o.unit_col)
        if district := _heads(o, row, on):
            sections.append((district, []))
        elif text and not is_total(text):
            if not sections:  # what stands under communes may be their sum
                return {}
            sections[-1][1].append(row)
    for district, rows in sections:
        placed = {row: unit for row in rows if (unit := _inside(o.text(row, o.unit_col), district, on))}
        if len(placed) >= _LEAST and 2 * len(placed) > len(rows):
            found |= {row: Named(o.text(row, o.unit_col), unit) for row, unit in placed.items()}
    return found


def _heads(o: Oriented, row: int, on: dt.date | None) -> Unit | None:
    """The one district that a row is headed by, its type before its name."""
    said = areas_of_row(o, row, on)
    typed = len(said) == 1 and said[0].level == "district" and any(take_apart(c.text).type for c in o.table.row(row) if c.kind == "T")
    return said[0] if typed else None


def _inside(text: str, district: Unit, on: dt.date | None) -> Unit | None:
    """The one commune of a district that a name means on the day."""
    found = units().by_name(text, level="commune", within=district.id, on=on)
    same = dict.fromkeys((*found.exact, *found.alias))
    return next(iter(same)) if len(same) == 1 else None
