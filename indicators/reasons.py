"""Why a figure is what it is: a set of small flags that travels with it, and the sentence of each."""

from __future__ import annotations

from enum import IntFlag, auto
from functools import cache

from catalogue.language import _


class Why(IntFlag):
    """What a reader should know beside the state of a figure; in a table it is written as codes with spaces between."""

    NO_DEFINITION = auto()
    UNIT_NOT_VALID = auto()
    SPLIT_PREDECESSOR = auto()
    NOT_ADDITIVE = auto()
    MIXED_STOCK_FLOW = auto()
    NOTHING_REPORTED = auto()
    PERIOD_OPEN = auto()
    LONGER_FREQUENCY = auto()
    UNITS_SILENT = auto()
    MONTHS_MISSING = auto()
    OLDER_DATA = auto()
    ZERO_DENOMINATOR = auto()
    STRADDLES_BOUNDARY = auto()
    OUTSIDE_AREA = auto()
    PERCENT_ONLY = auto()
    OWN_RETURN = auto()
    CONFLICT = auto()
    NEGATIVE_DIFFERENCE = auto()
    FROM_YEAR_TO_DATE = auto()
    FROM_LONGER_REPORT = auto()
    DEFINITION_CHANGED = auto()
    UNITS_NESTED = auto()
    PERIODS_OVERLAP = auto()


SENTENCES = {
    Why.NO_DEFINITION: "The indicator was not defined at that date",
    Why.UNIT_NOT_VALID: "The unit did not exist at that date",
    Why.SPLIT_PREDECESSOR: "An earlier unit was split, and its counts cannot be shared out",
    Why.NOT_ADDITIVE: "Scores of several units cannot be added",
    Why.MIXED_STOCK_FLOW: "Counts of a period and counts at a date are mixed: months cannot be added to a longer period",
    Why.NOTHING_REPORTED: "No unit has reported",
    Why.PERIOD_OPEN: "The period is not over",
    Why.LONGER_FREQUENCY: "This indicator is not asked for in this period",
    Why.UNITS_SILENT: "Some units have not reported",
    Why.MONTHS_MISSING: "Some months are missing",
    Why.OLDER_DATA: "Some units last reported at an earlier date and are left out",
    Why.ZERO_DENOMINATOR: "Nothing to count: the denominator is zero",
    Why.STRADDLES_BOUNDARY: "The units changed within the period",
    Why.OUTSIDE_AREA: "Today's units reach beyond the old area",
    Why.PERCENT_ONLY: "Only a percentage was reported, without its counts",
    Why.OWN_RETURN: "Reported by the unit itself, not added up from its communes",
    Why.CONFLICT: "The months do not add up to what was reported for the longer period",
    Why.NEGATIVE_DIFFERENCE: "A year-to-date value fell, so a month cannot be derived",
    Why.FROM_YEAR_TO_DATE: "Derived from year-to-date values",
    Why.FROM_LONGER_REPORT: "Taken from a return for the longer period",
    Why.DEFINITION_CHANGED: "The definition changed within the period",
    Why.UNITS_NESTED: "One of the units lies within another, so their sum would count twice",
    Why.PERIODS_OVERLAP: "The periods overlap, so their sum would count twice",
}


@cache
def codes(bits: int) -> str:
    """Flags as lower-case codes with spaces between, in the order of declaration."""
    return " ".join(str(why.name).lower() for why in Why if bits & why)


def sentences(reason: str) -> list[str]:
    """The sentences of a `reason` column's text, in the language in force."""
    return [_(SENTENCES[Why[code.upper()]]) for code in reason.split()]
