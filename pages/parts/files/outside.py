"""Units of a file that lie outside the area served: their figures are kept, and count in none of its figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from catalogue.language import _, number
from catalogue.units import units
from pages.parts import names


def outside(ids: Sequence[str], root: str, today: dt.date) -> list[str]:
    """Those of the units that are neither the area nor in it, be it as it was or as it is today."""
    known = units()
    area = {root, *(one.id for one in (*known.communes_under(root, today), *known.leaves(root)))}
    return [one for one in ids if one in known and one not in area and root not in (above.id for above in known.path(one))]


def short(ids: Sequence[str], root: str, today: dt.date) -> str:
    """How many lie outside, as a line under the units; empty where none does."""
    out = outside(ids, root, today)
    if not out:
        return ""
    if len(out) == len(ids):
        return _("outside {area}", area=names.unit_inline(root))
    return _("{count} outside {area}", count=number(len(out)), area=names.unit_inline(root))


def sentence(ids: Sequence[str], root: str, today: dt.date) -> str:
    """The same with what becomes of their figures; empty where none lies outside."""
    out = outside(ids, root, today)
    if not out:
        return ""
    said = {"count": number(len(out)), "all": number(len(ids)), "area": names.unit_inline(root)}
    if len(out) == len(ids) == 1:
        return _("This unit lies outside {area}: its figures are kept but count in none of that area.", **said)
    return _("{count} of {all} units lie outside {area}: their figures are kept but count in none of that area.", **said)
