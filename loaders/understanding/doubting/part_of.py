"""Whether a sheet speaks of its whole commune, or of one field, one hamlet, one school, one body of it: asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _
from loaders.opening.grid import Cell
from loaders.questions import Option
from loaders.understanding.claiming.subset import of_dossiers
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import ONE_UNIT
from loaders.understanding.placing.page_filters import narrowed
from loaders.understanding.sheets.asking import ask_about, settled_by
from loaders.understanding.sheets.sheet_reading import first_line
from loaders.understanding.texts.words import classes, table

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_NAMES = 3


def ask_whole(reading: Reading, part: SheetReading, claims: list[Claim], given: Mapping[str, str]) -> None:
    """Ask whether the figures of a sheet that speaks of a part of the commune, or of a pivot table filtered for one, are the whole."""
    found = (
        _filtered(part, claims)
        or _of_a_part(part, claims)
        or _of_a_body(part, claims)
        or _of_schools(part, claims)
        or _of_a_field(part, claims)
    )
    if found is None:
        return
    said, text, doubted = found
    communes = [c for c in doubted if c.unit and c.unit.unit and c.unit.unit.level == "commune"]
    key = f"whole:{part.sheet.name}"
    if not communes or settled_by(given.get(key), communes, keep="whole", drop="part"):
        return
    options = (Option("whole", _("of the whole unit")), Option("part", _("of a part of it: leave them out")))
    names = ", ".join(list(dict.fromkeys(c.unit.unit.name for c in communes if c.unit and c.unit.unit))[:_NAMES])
    ask_about(reading, communes, key, "part_of_unit", part.sheet.name, said.address, options, said=text, unit=names)


Found = tuple[Cell, str, list[Claim]]
"""Where a sheet says that it may speak of a part, in which words, and the figures in doubt."""


def _filtered(part: SheetReading, claims: list[Claim]) -> Found | None:
    """A pivot table that lets only a part through."""
    through = narrowed(part.sheet, part.tables)
    return (through.cell, f"{through.label}: {through.value}", claims) if through else None


def _of_a_part(part: SheetReading, claims: list[Claim]) -> Found | None:
    """A line that speaks of one field, one hamlet or one school, or says what is left out: every figure is in doubt."""
    if limited := first_line(part, "part_said"):
        return limited, limited.text, claims
    said = first_line(part, "part_only") or first_line(part, "hamlet_head", leading=True)
    return (said, said.text, _of_one_unit(part, claims)) if said else None


def _of_a_body(part: SheetReading, claims: list[Claim]) -> Found | None:
    """The letterhead of a body beside the people's committee (health station, police, union): what it counts among the inhabitants is
    that of the commune; its staff, machines and papers may be its own, unless a line says that all is that of the whole commune."""
    said = first_line(part, "body") if first_line(part, "whole_unit") is None else None
    doubted = [c for c in _of_one_unit(part, claims) if not of_inhabitants(c.codes[0])] if said else []
    return (said, said.text, doubted) if said and doubted else None


def _of_schools(part: SheetReading, claims: list[Claim]) -> Found | None:
    """A total over rows that are all schools, health stations and the like: their staff and machines are not those of the commune."""
    for index, oriented in enumerate(part.oriented):
        rows = sorted({c.cell.row for c in part.claims if c.table == index and c.notes == ["sector"]})
        names = [part.sheet.cell(row, oriented.label_col) for row in rows] if oriented.label_col is not None else []
        said = names[0] if names and all(c is not None and "part_only" in classes("lines.csv", c.text) for c in names) else None
        doubted = [c for c in claims if c.table == index and not of_inhabitants(c.codes[0])]
        if said and doubted and oriented.shape == "sectors":
            return said, said.text, doubted
    return None


def _of_a_field(part: SheetReading, claims: list[Claim]) -> Found | None:
    """A title, or the only row, of the dossiers of one field."""
    rows = [c for c in _names_of_totals(part, claims) if {"field_only", "field_row"} & set(classes("lines.csv", c.text))]
    said = first_line(part, "field_only") or next(iter(rows), None)
    return (said, said.text, [c for c in claims if of_dossiers(c.codes[0])]) if said else None


def _of_one_unit(part: SheetReading, claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if part.oriented[c.table].shape in ONE_UNIT]


def _names_of_totals(part: SheetReading, claims: list[Claim]) -> list[Cell]:
    """What the total rows of sectors, or their only rows, are called."""
    spots = {(c.cell.row, o.label_col) for c in claims if (o := part.oriented[c.table]).shape == "sectors" and o.label_col is not None}
    return [cell for row, col in spots if (cell := part.sheet.cell(row, col)) is not None]


@cache
def of_inhabitants(code: str) -> bool:
    """Whether a code counts people, households or hamlets of a commune, or what they ask of all its offices (inhabitants.csv), or
    is a rate of them."""
    if code in elements():
        return code in {row["element"] for row in table("inhabitants.csv")}
    versions = indicators()[code].versions if code in indicators() else ()
    return any(of_inhabitants(element) for version in versions for element in version.numerator.elements)
