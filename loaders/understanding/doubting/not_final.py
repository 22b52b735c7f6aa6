"""Titles that call all figures under them estimates, examples or differences: a person says whether they are the real ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from catalogue.language import _
from loaders.questions import Option
from loaders.understanding.sheets.asking import ask_about, settled_by
from loaders.understanding.sheets.sheet_reading import first_line
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


_AT_THE_END = re.compile(r"\bcuoi (ky|quy|thang|nam)\b")


def ask_final(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask whether figures are real where a line over the first table says that they are estimates, expected or examples."""
    said = first_line(part, "estimated", "example")
    key = f"final:{part.sheet.name}"
    claims = [c for c in part.claims if c.role == "value" and c.codes]
    if said is None or not claims or settled_by(given.get(key), claims, keep="yes", drop="no"):
        return
    options = (Option("yes", _("Yes, they are the real figures")), Option("no", _("No: leave them out")))
    ask_about(reading, claims, key, "not_final", part.sheet.name, said.address, options, said=said.text.strip())


def ask_levels(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask whether figures are counts where the title calls them differences and no column shows what these are of."""
    said = first_line(part, "differences")
    key = f"levels:{part.sheet.name}"
    claims = [c for c in part.claims if c.role == "value" and c.codes]
    shown = {column.role for o in part.oriented for column in o.columns.values()} & {"delta", "last_period"}
    periods = {column.stated for o in part.oriented for column in o.columns.values() if column.stated}
    ends = any(_AT_THE_END.search(plain(text)) for c in claims for text in part.oriented[c.table].columns[c.cell.col].path)
    if said is None or not claims or shown or periods or ends or settled_by(given.get(key), claims, keep="yes", drop="no"):
        return
    options = (Option("yes", _("Yes, they are counts")), Option("no", _("No: leave them out")))
    ask_about(reading, claims, key, "maybe_differences", part.sheet.name, said.address, options, said=said.text.strip())
