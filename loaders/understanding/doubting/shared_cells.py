"""A figure in a cell merged over the rows or columns of several units: whose it is, or whether it is that of all of them, a person says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from catalogue.language import _
from loaders.questions import Option
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.sheets.asking import ask_about, settled_by

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


def ask_shared(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask each figure of a merged cell beside which the names of several units stand."""
    for claim in part.claims:
        others = _beside(part.oriented[claim.table], claim) if claim.role == "value" and claim.unit and claim.cell.merge else []
        key = f"shared:{part.sheet.name}!{claim.cell.address}"
        if not others or claim.unit is None or settled_by(given.get(key), [claim], keep="first", drop="leave"):
            continue
        first = claim.unit.unit.name if claim.unit.unit else claim.unit.text
        options = (Option("first", _("It is the figure of {unit} alone", unit=first)), Option("leave", _("Leave them out")))
        names = ", ".join(dict.fromkeys((first, *others)))
        ask_about(reading, [claim], key, "figure_shared", part.sheet.name, claim.cell.address, options, units=names)


def _beside(o: Oriented, claim: Claim) -> list[str]:
    """The names of the other units whose rows a merged cell runs over."""
    merge = claim.cell.merge
    if merge is None or o.unit_col is None or claim.unit is None:
        return []
    names = [o.text(row, o.unit_col) for row in range(merge.top, merge.bottom + 1) if row in o.table.body]
    return [name for name in names if name and name != claim.unit.text]
