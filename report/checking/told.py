"""Our figures in the words of a finding."""

from __future__ import annotations

from catalogue.indicators import indicators
from catalogue.language import _, number, percent, quarter
from catalogue.periods import Period
from catalogue.units import units
from report.checking.ours import Fact

_DECIMALS = 2


def period(text: str) -> str:
    """A period as a reader writes it."""
    of = Period.parse(text)
    templates = {
        "month": _("month {number}/{year}"),
        "quarter": _("quarter {number}/{year}"),
        "half": _("half year {number}/{year}"),
        "nine_months": _("first nine months of {year}"),
        "year": _("year {year}"),
    }
    place = quarter(of.number) if of.kind == "quarter" else of.number
    return templates[of.kind].format(number=place, year=of.year)


def value(fact: Fact) -> str:
    """ "52,59% (619/1.177)" or a count."""
    if indicators()[fact.indicator].unit != "percent":
        return number(fact.value, None)
    shown = percent(fact.value, _DECIMALS)
    if fact.numerator is None or fact.denominator is None:
        return shown
    return f"{shown} ({number(fact.numerator, None)}/{number(fact.denominator, None)})"


def whole(fact: Fact) -> str:
    """Name, value, whose and of when."""
    name = indicators()[fact.indicator].name_vi
    said = _("{name}: {value}, {unit}, {period}", name=name, value=value(fact), unit=units()[fact.unit].name, period=period(fact.period))
    if fact.reporting < fact.due:
        said += ", " + _("{reporting}/{due} units reported", reporting=number(fact.reporting), due=number(fact.due))
    elif not fact.whole:
        said += ", " + _("not all months reported")
    return said
