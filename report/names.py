"""What periods, units, indicators and statuses are called, on screen and in everything that is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache

from catalogue.elements import elements
from catalogue.indicators import Definition, Group, Indicator, indicators
from catalogue.language import _, day, language, named, number, quarter
from catalogue.measures import measures
from catalogue.names import english_types
from catalogue.periods import Period
from catalogue.tables import rows
from catalogue.units import Unit, units


def period(value: Period) -> str:
    """ "Month 10/2026" and the like, in the reader's language."""
    match value.kind:
        case "month":
            return _("Month {number}/{year}", number=value.number, year=value.year)
        case "quarter":
            return _("Quarter {number}/{year}", number=quarter(value.number), year=value.year)
        case "half":
            return _("First half of {year}", year=value.year) if value.number == 1 else _("Second half of {year}", year=value.year)
        case "nine_months":
            return _("Nine months {year}", year=value.year)
        case _other:
            return _("Year {year}", year=value.year)


def unit(unit_id: str) -> str:
    """The unit's own name; one that has ended says so."""
    found = units()[unit_id]
    return _("{name} (former)", name=called(found)) if found.valid_to else called(found)


def called(found: Unit) -> str:
    """The name of a unit alone, with the word for its type where the reader's language puts it."""
    kind = english_types().get(found.type) if language() == "en" else None
    return f"{found.bare_name} {kind}" if kind else found.name


def called_inline(found: Unit) -> str:
    """The same inside a sentence: only a word for its type that stands in front has no capital."""
    return within(called(found)) if found.type and language() != "en" else called(found)


def within(name: str) -> str:
    """A name or a period as it is written inside a sentence: its first letter small."""
    return name[:1].lower() + name[1:]


def unit_inline(unit_id: str) -> str:
    """The unit inside a sentence: only the word for its type has no capital."""
    return within(unit(unit_id)) if units()[unit_id].type and language() != "en" else unit(unit_id)


def period_inline(value: Period) -> str:
    """The period inside a sentence."""
    return within(period(value))


def area(unit_id: str, on: dt.date) -> str:
    """The unit inside a sentence about a day: one that has ended by then is the area it was, since no such unit is there."""
    found = units()[unit_id]
    if found.exists(on):
        return called_inline(found)
    return _("the area of the former {unit}", unit=called_inline(found))


def choice(unit_id: str, value: Period) -> str:
    """Unit and period, as the beginning of a sentence."""
    return f"{unit(unit_id)}, {period_inline(value)}"


def boundaries(code: str) -> str:
    """How the past is shown: by today's boundaries or by those of the day."""
    return _("By today's boundaries") if code == "current" else _("As reported then")


def invented() -> str:
    """What stands on everything made of illustrative data: it must never be taken for real figures."""
    return _("Illustrative data: no real figures, not to be issued")


def group(found: Group) -> str:
    """A group of indicators in the reader's language."""
    return named(found)


def short_group(found: Group) -> str:
    """The group where there is little room."""
    return (found.short_en if language() == "en" else found.short_vi) or group(found)


def indicator(code: str) -> str:
    """The full name of an indicator in the reader's language."""
    return named(indicators()[code])


@cache
def short_names(spoken: str) -> dict[str, str]:
    """The short names of indicators in a language, where one is declared."""
    return {row["indicator"]: row["short_en" if spoken == "en" else "short_vi"] for row in rows("overview.csv", ("indicator",))}


def note(definition: Definition) -> tuple[str, str | None]:
    """What to mind about a definition, and the language it is written in where that is not the reader's (None: it is)."""
    if language() == "en" and definition.note_en:
        return definition.note_en, None
    return definition.note, "vi" if language() == "en" else None


def short_indicator(code: str) -> str:
    """The short name of an indicator where one is declared, else its full one."""
    return short_names(language()).get(code) or indicator(code)


def some(unit_ids: Sequence[str], most: int) -> str:
    """Units inside a sentence: so many by name, of the others how many they are."""
    first = ", ".join(unit_inline(unit_id) for unit_id in unit_ids[:most])
    return first if len(unit_ids) <= most else _("{names} and {count} others", names=first, count=number(len(unit_ids) - most))


def until(date: dt.date | None) -> str:
    """The end of the span a target is set for, as words."""
    return _("by {day}", day=day(date)) if date else ""


def counted(indicator_: Indicator) -> str:
    """What the numerator counts, in the plural of the reader's language."""
    first = indicator_.latest.numerator.elements[0]
    return named(measures()[elements()[first].unit])


def short(value: Period) -> str:
    """A period for the foot of a chart: 10/26, Q3/26, 2026."""
    match value.kind:
        case "month":
            return f"{value.number}/{value.year}"
        case "quarter":
            return _("Q{number}/{year}", number=quarter(value.number), year=value.year)
        case _other:
            return period(value)


def side(code: str, which: str) -> str:
    """The elements of an indicator's numerator or denominator, by name."""
    definition = indicators()[code].latest
    formula = definition.numerator if which == "numerator" else definition.denominator
    return " + ".join(element(found) for found in formula.elements) if formula else ""


def element(code: str) -> str:
    """The name of an element in the reader's language."""
    return named(elements()[code])


STATUSES = {
    "reached": "Reached",
    "on_pace": "On pace",
    "behind": "Behind",
    "off_track": "Far behind",
    "missed": "Not reached",
    "no_data": "No data yet",
    "no_target": "No target set",
    "not_comparable": "Not comparable",
}
"""Every status, best first."""


def status(code: str) -> str:
    """The word for a status."""
    return _(STATUSES[code])


STATES = {
    "ok": "whole",
    "partial": "in part",
    "missing": "no data",
    "zero_denominator": "nothing to count",
    "not_applicable": "does not apply",
    "not_due": "not due yet",
    "refused": "cannot be added up",
}


def state(code: str) -> str:
    """The word for the state of a figure (`indicators.rows.STATES`)."""
    return _(STATES[code])


APART = {
    "small": "Too few cases to be ranked",
    "partial": "Incomplete",
    "older": "Data of another date",
    "no_denominator": "Nothing to count in this period",
    "silent": "No data in this period",
}


def apart(block: str) -> str:
    """Why the units of a block of the ranking have no rank."""
    return _(APART[block])


STANDINGS = {
    "missing": "Not sent",
    "returned": "Sent back",
    "asked": "Needs an answer",
    "to_fix": "Needs mending",
    "received": "Being checked",
    "accepted": "Taken in",
    "exempt": "Exempt",
}


def standing(code: str) -> str:
    """How the return of a unit stands."""
    return _(STANDINGS[code])
