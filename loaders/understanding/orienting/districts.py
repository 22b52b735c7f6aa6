"""Tables of a province with its districts in rows: each row is the return of a district."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from loaders.understanding.names.kinds import is_office
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.names.whose import Named, district
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.tables import Table

_LEAST = 3


def district_column(table: Table, text_cols: Sequence[int], on: dt.date | None) -> int | None:
    """The column whose names are all those of districts, three or more and no two alike, where not all are names of communes as well."""
    for col in text_cols:
        cells = [c for c in table.by_column.get(col, []) if c.kind == "T" and not numberish(c) and not is_total(c.text)]
        named = [c for c in cells if _district(c.text, on)]
        rest = [c for c in cells if c not in named and not is_office(c.text)]
        if len({c.text for c in named}) == len(named) >= _LEAST and not rest and not all(_commune(c.text, on) for c in named):
            return col
    return None


def district_row(text: str, on: dt.date | None) -> Named | None:
    """The district a row names, to be asked for where it had ended on the day; None where it names none."""
    found = district(text, on)
    if found is None or found.level != "district":
        return None
    ended = on is not None and not found.exists(on)
    return Named(text, None, False, "old", (found,)) if ended else Named(text, found)


def _district(text: str, on: dt.date | None) -> bool:
    found = district(text, on)
    return found is not None and found.level == "district"


def _commune(text: str, on: dt.date | None) -> bool:
    named = commune_like(text, on)
    return named is not None and named.unit is not None and named.sure
