"""How periods, units, days, numbers and changes are written in an official text."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from catalogue.elements import elements
from catalogue.indicators import Indicator
from catalogue.language import QUARTERS, _, number
from catalogue.measures import measures
from catalogue.periods import Period
from catalogue.units import units

MOST_DECIMALS = 3


def period(value: Period) -> str:
    """The period inside a sentence."""
    match value.kind:
        case "month":
            return _("the month {number}/{year}", number=value.number, year=value.year)
        case "quarter":
            return _("the quarter {number}/{year}", number=QUARTERS[value.number - 1], year=value.year)
        case "half":
            first = value.number == 1
            return _("the first six months of {year}", year=value.year) if first else _("the last six months of {year}", year=value.year)
        case "nine_months":
            return _("the first nine months of {year}", year=value.year)
        case _other:
            return _("the year {year}", year=value.year)


def unit(unit_id: str) -> str:
    """The unit inside a sentence: only its proper name has capitals."""
    return lowered(units()[unit_id].name)


def lowered(text: str) -> str:
    """With a small first letter."""
    return text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def long_day(day: dt.date) -> str:
    """A day in words: a zero stands before days under 10 and months under 3."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return _("day {day} month {month} year {year}", day=f"{day.day:02d}", month=month, year=day.year)


def kinds(unit_ids: Iterable[str]) -> str:
    """The types of some units, the commonest first: "communes, townlets"."""
    return ", ".join(word for word, _count in Counter(units()[one].type for one in unit_ids).most_common()) or _("commune units")


def counted(indicator: Indicator) -> str:
    """What the numerator counts."""
    return measures()[elements()[indicator.latest.numerator.elements[0]].unit].name_vi


def rate(value: float, decimals: int, whole: bool) -> str:
    """A percentage. It reads 100 or 0 only where that is exact (`whole`: every one counted, or none); else it gets more decimals."""
    shown = round(value, decimals)
    while not whole and shown in (0, 100) and decimals < MOST_DECIMALS:
        decimals += 1
        shown = round(value, decimals)
    return f"{number(shown, 0 if shown == int(shown) else decimals)}%"


WHOLE = 100.0


def target_of(by: Period | None) -> str:
    """A target, by the period in which it is to be reached."""
    return _("the target of {period}", period=period(by)) if by else _("the target assigned")


def bound(value: float, operator: str, percent: bool) -> str:
    """What a target asks for, in words; of a percentage the whole is just that, since nothing is above it."""
    amount = f"{number(value, None)}%" if percent else number(value, None)
    if percent and value == WHOLE and operator == ">=":
        return amount
    said = {
        ">=": _("at least {amount}", amount=amount),
        ">": _("more than {amount}", amount=amount),
        "<=": _("at most {amount}", amount=amount),
        "<": _("less than {amount}", amount=amount),
    }
    return said.get(operator, amount)


def listed(names: Iterable[str]) -> str:
    """Names in a row."""
    return ", ".join(names)


def sign(value: float, operator: str, percent: bool) -> str:
    """What a target asks for, in a table."""
    amount = f"{number(value, None)}%" if percent else number(value, None)
    operator = "" if percent and value == WHOLE and operator == ">=" else operator
    return f"{SIGNS.get(operator, operator)} {amount}".strip()


SIGNS = {">=": "\u2265", "<=": "\u2264", "=": ""}


def signed(amount: float, decimals: int) -> str:
    """A change in a table: +3,2 or -0,4."""
    shown = number(abs(amount), decimals)
    if shown == number(0, decimals):
        return shown
    return f"+{shown}" if amount > 0 else f"\u2212{shown}"
