"""Which unit a row of a table is, by its name and its code."""

from __future__ import annotations

import datetime as dt
import re

from loaders.understanding.names.coded import apart_from_code
from loaders.understanding.names.kinds import is_group
from loaders.understanding.names.short_names import commune_like, summed_commune
from loaders.understanding.names.whose import Named, by_code, coded_commune
from loaders.understanding.orienting.districts import district_row
from loaders.understanding.orienting.orient import Oriented


def row_unit(o: Oriented, row: int, on: dt.date | None) -> Named | None:
    """The unit that a row names, by its code and its name together; None where it names none."""
    text = o.text(row, o.unit_col)
    code = o.text(row, o.code_col)
    if o.districts:
        return district_row(text, on)
    text, code = (text, code) if code else apart_from_code(text)
    if o.far and text:
        return coded_commune(text, code, on) if re.fullmatch(r"\d{4,5}", code) else None
    named = (summed_commune(text, on) or commune_like(text, on)) if text and not is_group(text) else None
    if code and re.fullmatch(r"\d{4,5}", code):
        coded = by_code(code, on)
        if named and named.unit and coded and named.unit.id not in {u.id for u in coded}:
            namesake = coded_commune(text, code, on)
            if namesake is not None and namesake.unit is not None:
                return namesake
            return Named(text, None, False, "code_against_name", (named.unit, *coded))
        if named and named.unit and not coded and by_code(code, None):
            return Named(text, None, False, "code_against_name", (named.unit,))
        if coded and (named is None or not named.unit) and len(coded) == 1 and not text:
            return Named(code, coded[0])
    return named
